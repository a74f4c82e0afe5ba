import { limits } from '#shared/domain/case-command.ts';
import { subjectKinds } from '#shared/domain/round.ts';
import type { SlipInvitation } from '#shared/use-cases/slips/take-slip.ts';
import { Fields } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { m, t, type Visit } from '../../visit.ts';

const whoFields = (visit: Visit): Field[] => [
  {
    kind: 'radios',
    name: 'subjectKind',
    label: t(visit, 'propose.subjectKind'),
    value: 'individual',
    options: subjectKinds.map((kind) => ({ value: kind, label: m(visit, 'subjectKind', kind) })),
  },
  { kind: 'line', name: 'name', label: t(visit, 'propose.name'), hint: t(visit, 'propose.nameHint') },
  {
    kind: 'whole',
    name: 'birthYear',
    label: t(visit, 'propose.birthYear'),
    hint: t(visit, 'propose.birthYearHint'),
    optional: true,
  },
  { kind: 'line', name: 'unit', label: t(visit, 'propose.unit') },
];

const whatFields = (visit: Visit): Field[] => [
  {
    kind: 'text',
    name: 'deed',
    label: t(visit, 'propose.deed'),
    hint: t(visit, 'propose.deedHint'),
    max: limits.reason,
    rows: 6,
  },
  { kind: 'line', name: 'when', label: t(visit, 'propose.when'), hint: t(visit, 'propose.whenHint') },
  { kind: 'line', name: 'where', label: t(visit, 'propose.where') },
];

const confirmFields = (visit: Visit): Field[] => [
  {
    kind: 'line',
    name: 'witness',
    label: t(visit, 'propose.witness'),
    hint: t(visit, 'propose.witnessHint'),
  },
  {
    kind: 'line',
    name: 'witnessReach',
    label: t(visit, 'propose.witnessReach'),
    hint: t(visit, 'propose.witnessReachHint'),
  },
];

const byFields = (visit: Visit): Field[] => [
  { kind: 'line', name: 'proposer', label: t(visit, 'propose.proposer'), optional: true },
  {
    kind: 'line',
    name: 'proposerPhone',
    label: t(visit, 'propose.proposerPhone'),
    optional: true,
    width: 'half',
  },
];

const parts = [
  ['who', whoFields],
  ['what', whatFields],
  ['confirm', confirmFields],
  ['by', byFields],
] as const;

export const slipFields = (visit: Visit): Field[] => parts.flatMap(([, fields]) => fields(visit));

interface Props {
  readonly visit: Visit;
  readonly secret: string;
  readonly invitation: SlipInvitation;
  readonly state?: FormState;
}

/** One form for whoever has the link: what they know, what happens then, and what becomes of what they write. */
export function ProposePage({ visit, secret, invitation, state }: Props) {
  const { organisation, round, until } = invitation;
  return (
    <Layout
      visit={visit}
      title={t(visit, 'propose.title')}
      caption={organisation.name}
      trouble={state === undefined ? undefined : { state, fields: slipFields(visit) }}
    >
      <p class="govuk-body">
        {t(visit, 'propose.until', {
          organisation: organisation.shortName,
          round: round.name,
          day: formatted(until),
        })}
      </p>
      <p class="govuk-body">{t(visit, 'propose.intro')}</p>
      <form method="post" action={`/propose/${secret}`} novalidate>
        <input type="hidden" name="key" value={visit.newKey()} />
        {parts.map(([part, fields]) => (
          <Section title={t(visit, `propose.${part}`)}>
            {part === 'by' && <p class="govuk-hint">{t(visit, 'propose.byHint')}</p>}
            <Fields visit={visit} form="slip" fields={fields(visit)} state={state} />
          </Section>
        ))}
        <Told visit={visit} invitation={invitation} />
        <button type="submit" class="govuk-button">
          {t(visit, 'propose.send')}
        </button>
      </form>
    </Layout>
  );
}

/** Before anything is sent: what happens then, and how the data is used. */
function Told({ visit, invitation }: Pick<Props, 'visit' | 'invitation'>) {
  const named = { organisation: invitation.organisation.shortName };
  const { keptDays } = invitation;
  return (
    <>
      <Section title={t(visit, 'propose.next')}>
        <ol class="govuk-list govuk-list--number">
          <li>{t(visit, 'propose.next1')}</li>
          <li>{t(visit, 'propose.next2', named)}</li>
          <li>{t(visit, 'propose.next3')}</li>
        </ol>
      </Section>
      <Section title={t(visit, 'propose.data')}>
        <p class="govuk-body">{t(visit, 'propose.dataUse', named)}</p>
        {keptDays !== undefined && (
          <p class="govuk-body">{t(visit, 'propose.dataKept', { days: keptDays })}</p>
        )}
        <p class="govuk-body">{t(visit, 'propose.dataRights', named)}</p>
      </Section>
    </>
  );
}
