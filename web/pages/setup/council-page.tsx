import { holdsOn, type Post } from '#shared/domain/directory.ts';
import { lowerFirst } from '#shared/domain/text.ts';
import type { DirectoryView, StaffMember } from '#shared/use-cases/directory/directory-view.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type OwnVisit } from '../../visit.ts';
import { backToSetup } from './back.ts';

const seats = ['chair', 'vice', 'secretary', 'member'] as const;
const seatName = (person: string): string => `seat.${person}`;

/** Whoever holds a post at the office today may sit on its council. */
const candidates = (visit: OwnVisit, { people }: DirectoryView): readonly StaffMember[] =>
  people.filter(({ posts }) => posts.some((post) => holdsOn(post, visit.today)));

export function councilFields(visit: OwnVisit, view: DirectoryView): Field[] {
  const [council] = view.councils;
  const seatOf = ({ id, posts }: StaffMember): string =>
    council === undefined
      ? likelySeat(posts.filter((post) => holdsOn(post, visit.today)))
      : (council.members.find((member) => member.person === id && member.to === undefined)?.seat ?? '');
  return [
    {
      kind: 'line',
      name: 'name',
      label: t(visit, 'council.name'),
      value: council?.name ?? `Hội đồng TĐKT ${lowerFirst(view.areas[0]?.name ?? '')}`,
    },
    {
      kind: 'line',
      name: 'foundingDecision',
      label: t(visit, 'council.decision'),
      hint: t(visit, 'council.decisionHint'),
      value: council?.foundingDecision ?? '',
    },
    { kind: 'date', name: 'from', label: t(visit, 'council.from'), value: visit.today },
    ...candidates(visit, view).map((one): Field => ({
      kind: 'select',
      name: seatName(one.id),
      label: `${one.name} – ${[...new Set(one.posts.map(({ role }) => m(visit, 'role', role)))].join(', ')}`,
      blank: t(visit, 'council.noSeat'),
      options: seats.map((seat) => ({ value: seat, label: t(visit, `council.seat.${seat}`) })),
      value: seatOf(one),
    })),
  ];
}

/** Of a council to be formed: whoever sits there by role, the head in the chair. */
function likelySeat(posts: readonly Post[]): string {
  const has = (role: Post['role'], capacity?: Post['capacity']): boolean =>
    posts.some((post) => post.role === role && (capacity === undefined || post.capacity === capacity));
  if (has('secretary')) return 'secretary';
  if (has('leader', 'head')) return 'chair';
  if (has('leader', 'deputy')) return 'vice';
  return has('member') ? 'member' : '';
}

/** Seats as the command wants them, and the input that a fault of them is shown at. */
export function readSeats(visit: OwnVisit, view: DirectoryView, typed: Typed) {
  const people = candidates(visit, view);
  const members = people
    .map(({ id }) => ({ person: id, seat: typed.text(seatName(id)) }))
    .filter(({ seat }) => seat !== '');
  const first = people[0]?.id ?? '';
  const inputOf = (field: string): string => (field.startsWith('members') ? seatName(first) : field);
  return { members, inputOf };
}

export function CouncilPage({
  visit,
  view,
  state,
}: {
  visit: OwnVisit;
  view: DirectoryView;
  state?: FormState;
}) {
  const { organisation, councils } = view;
  const fields = councilFields(visit, view);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'setup.task.council')}
      caption={organisation.shortName}
      back={backToSetup(visit, organisation)}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'council.explained')}</p>
      {candidates(visit, view).length === 0 ? (
        <p class="govuk-body">{t(visit, 'council.nobody')}</p>
      ) : (
        <Form
          visit={visit}
          form="council"
          action={`/setup/${organisation.id}/council`}
          fields={fields}
          state={state}
          button={t(visit, councils.length === 0 ? 'council.form' : 'council.change')}
        />
      )}
    </Layout>
  );
}
