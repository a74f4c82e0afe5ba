import { holdsOn, type Post } from '#shared/domain/directory.ts';
import type { DirectoryView, StaffMember } from '#shared/use-cases/directory/directory-view.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section, Tag, type TagColour } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { backToSetup } from './back.ts';
import { pasteFields } from './people-fields.ts';

const example = [
  'Họ tên\tChức vụ\tVai trò\tĐơn vị\tTên đăng nhập\tThư điện tử',
  'Trần Thị Hà\tCông chức Văn hóa – Xã hội\tcán bộ TĐKT; thư ký Hội đồng\t\tha.tran\tha.tran@example.vn',
  'Vũ Văn Chủ\tChủ tịch UBND phường\tcấp trưởng; thành viên Hội đồng\t\tchu.vu\t',
  'Lê Thị Văn\tVăn thư\tvăn thư\t\t\t',
].join('\n');

interface PeopleProps {
  readonly visit: OwnVisit;
  readonly view: DirectoryView;
  readonly state?: FormState;
  /** What was looked at, to be mended. */
  readonly pasted?: Typed;
}

/** Who is here, and the box for more. */
export function PeoplePage({ visit, view, state, pasted }: PeopleProps) {
  const { organisation, people } = view;
  const fields = pasteFields(visit, pasted);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'people.title')}
      caption={organisation.shortName}
      back={backToSetup(visit, organisation)}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      {people.length === 0 ? (
        <p class="govuk-body">{t(visit, 'people.none')}</p>
      ) : (
        <PeopleTable visit={visit} view={view} />
      )}
      <Section title={t(visit, 'paste.title')} id="paste">
        <p class="govuk-body">{t(visit, 'paste.explained')}</p>
        <p class="govuk-body">{t(visit, 'paste.roles')}</p>
        <Details summary={t(visit, 'paste.example')}>
          <pre class="vd-example">{example}</pre>
        </Details>
        <Form
          visit={visit}
          form="paste"
          action={`/setup/${organisation.id}/people/check`}
          fields={fields}
          state={stateOf('paste', state)}
          button={t(visit, 'paste.check')}
        />
      </Section>
    </Layout>
  );
}

function PeopleTable({ visit, view: { organisation, people } }: PeopleProps) {
  return (
    <Table<StaffMember>
      caption={t(visit, 'people.title')}
      hiddenCaption
      rows={people}
      columns={[
        {
          head: t(visit, 'people.name'),
          cell: ({ id, name }) => (
            <a class="govuk-link" href={`/setup/${organisation.id}/people/${id}`}>
              {name}
            </a>
          ),
        },
        { head: t(visit, 'people.username'), cell: ({ username }) => username },
        {
          head: t(visit, 'people.posts'),
          cell: ({ posts }) => (
            <span class="vd-lines">{posts.map((post) => postLine(visit, post)).join('\n')}</span>
          ),
        },
        { head: t(visit, 'people.account'), cell: (one) => accountTag(visit, one) },
      ]}
    />
  );
}

/** `Cán bộ làm công tác TĐKT (đến 31/12/2026)` */
function postLine(visit: Visit, post: Post): string {
  const role = m(visit, 'role', post.role);
  if (holdsOn(post, visit.today) && post.to === undefined) return role;
  return post.from > visit.today
    ? `${role} (${t(visit, 'people.future', { from: formatted(post.from) })})`
    : `${role} (${t(visit, 'people.past', { to: formatted(post.to) })})`;
}

const colours: Readonly<Record<NonNullable<StaffMember['account']>, TagColour>> = {
  none: 'grey',
  invited: 'yellow',
  lapsed: 'orange',
  active: 'green',
};

export function accountTag(visit: Visit, { account }: Pick<StaffMember, 'account'>) {
  if (account === undefined) return '';
  return <Tag colour={colours[account]}>{t(visit, `account.${account}`)}</Tag>;
}
