import type { PastDecision, PastRow } from '#shared/domain/past-decision.ts';
import { officeRules } from '#shared/domain/permission.ts';
import type { PastList, PastView } from '#shared/use-cases/past/past-view.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, LinkButton, Section, SummaryList, Tag, type TagColour } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { ownOffices } from '../../own-offices.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { Timeline } from '../cases/timeline.tsx';
import { formName } from '../lists/row-tables.tsx';
import { correctFields, knownFields, withdrawFields } from './past-fields.ts';

const colours = { ENTERING: 'yellow', STANDS: 'green', WITHDRAWN: 'grey' } as const satisfies Record<
  PastDecision['state'],
  TagColour
>;

const keeps = (visit: OwnVisit, organisation: string): boolean =>
  ownOffices(visit, officeRules.keepPast.roles).some(({ id }) => id === organisation);

interface ListProps {
  readonly visit: OwnVisit;
  readonly list: PastList;
  readonly state?: FormState;
}

/** What the office has brought in, and since when all of a level is here. */
export function PastListPage({ visit, list, state }: ListProps) {
  const { organisation, known, decisions } = list;
  const mayKeep = keeps(visit, organisation.id);
  const path = `/past-decisions/${organisation.id}`;
  const others = ownOffices(visit, officeRules.readPast.roles).filter(({ id }) => id !== organisation.id);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'nav.past')}
      caption={organisation.shortName}
      trouble={state === undefined ? undefined : { state, fields: knownFields(visit) }}
    >
      <p class="govuk-body">{t(visit, 'past.explained')}</p>
      {mayKeep && <LinkButton href={`${path}/new`}>{t(visit, 'past.import')}</LinkButton>}
      {others.map(({ id, shortName }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`/past-decisions/${id}`}>
            {shortName}
          </a>
        </p>
      ))}
      {decisions.length === 0 ? (
        <p class="govuk-body">{t(visit, 'past.none')}</p>
      ) : (
        <DecisionTable visit={visit} path={path} decisions={decisions} />
      )}
      <Section title={t(visit, 'past.known')}>
        <p class="govuk-body">{t(visit, 'past.knownExplained')}</p>
        <SummaryList
          lines={known.map(({ level, since }) => ({
            key: t(visit, `past.level.${level}`),
            value: t(visit, 'past.knownSince', { day: formatted(since) }),
          }))}
        />
        {mayKeep && (
          <Details summary={t(visit, 'past.sayKnown')} open={state !== undefined}>
            <Form
              visit={visit}
              form="known"
              action={`${path}/known`}
              fields={knownFields(visit)}
              state={stateOf('known', state)}
              button={t(visit, 'past.sayKnownButton')}
            />
          </Details>
        )}
      </Section>
    </Layout>
  );
}

function DecisionTable({
  visit,
  path,
  decisions,
}: {
  visit: Visit;
  path: string;
  decisions: readonly PastDecision[];
}) {
  return (
    <Table<PastDecision>
      caption={t(visit, 'nav.past')}
      hiddenCaption
      rows={decisions}
      columns={[
        {
          head: t(visit, 'past.number'),
          cell: ({ id, number }) => (
            <a class="govuk-link" href={`${path}/${id}`}>
              {number}
            </a>
          ),
        },
        { head: t(visit, 'past.date'), cell: ({ date }) => formatted(date) },
        { head: t(visit, 'past.authority'), cell: ({ authority }) => authority },
        { head: t(visit, 'past.count'), numeric: true, cell: ({ rows }) => rows },
        { head: t(visit, 'past.state'), cell: ({ state }) => <StateTag visit={visit} state={state} /> },
      ]}
    />
  );
}

const StateTag = ({ visit, state }: { visit: Visit; state: PastDecision['state'] }) => (
  <Tag colour={colours[state]}>{t(visit, `past.state.${state}`)}</Tag>
);

interface DecisionProps {
  readonly visit: OwnVisit;
  readonly view: PastView;
  readonly state?: FormState;
}

export const rowOptions = (rows: readonly PastRow[]) =>
  rows
    .filter(({ withdrawn }) => withdrawn !== true)
    .map(({ line, name }) => ({ value: String(line), label: `${String(line)}. ${name}` }));

/** One decision with its rows, what happened to it, and how it is mended. */
export function PastDecisionPage({ visit, view, state }: DecisionProps) {
  const { decision, organisation, rows, timeline } = view;
  const path = `/past-decisions/${organisation.id}`;
  const fields = state?.form === 'withdraw' ? withdrawFields(visit) : correctFields(visit, rowOptions(rows));
  return (
    <Layout
      visit={visit}
      title={t(visit, 'past.title', { number: decision.number, day: formatted(decision.date) })}
      caption={organisation.shortName}
      back={{ href: path, label: t(visit, 'nav.past') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">
        <StateTag visit={visit} state={decision.state} /> {t(visit, `past.said.${decision.state}`)}
      </p>
      <SummaryList
        lines={[
          { key: t(visit, 'past.authority'), value: decision.authority },
          { key: t(visit, 'past.levelOf'), value: t(visit, `past.level.${decision.level}`) },
          { key: t(visit, 'past.type'), value: t(visit, `past.type.${decision.type}`) },
          { key: t(visit, 'past.importedOn'), value: formatted(decision.importedOn) },
          { key: t(visit, 'past.completeSince'), value: formatted(decision.completeSince) },
        ]}
      />
      {rows.length > 0 && <RowTable visit={visit} rows={rows} />}
      {keeps(visit, organisation.id) && <MendForms visit={visit} view={view} state={state} />}
      <Section title={t(visit, 'case.timeline')}>
        <Timeline visit={visit} entries={timeline} />
      </Section>
    </Layout>
  );
}

function RowTable({ visit, rows }: { visit: Visit; rows: readonly PastRow[] }) {
  return (
    <Table<PastRow>
      caption={t(visit, 'past.awards')}
      rows={rows}
      columns={[
        { head: t(visit, 'paste.line'), cell: ({ line }) => line },
        {
          head: t(visit, 'past.name'),
          cell: ({ name, withdrawn }) => (
            <>
              {name} {withdrawn === true && <Tag colour="grey">{t(visit, 'past.rowTaken')}</Tag>}
            </>
          ),
        },
        { head: t(visit, 'past.birthYear'), cell: ({ birthYear }) => birthYear ?? '' },
        { head: t(visit, 'past.kind'), cell: ({ kind }) => m(visit, 'subjectKind', kind) },
        { head: t(visit, 'past.unit'), cell: ({ unit }) => unit },
        { head: t(visit, 'past.formOfRow'), cell: ({ form }) => formName(visit, form) },
        { head: t(visit, 'past.achievement'), cell: (row) => achievementText(row) },
        { head: t(visit, 'past.citation'), cell: ({ citation }) => citation ?? '' },
        {
          head: t(visit, 'past.forSecurityShort'),
          cell: ({ forSecurity }) =>
            forSecurity === undefined ? '' : t(visit, forSecurity ? 'form.yes' : 'form.no'),
        },
      ]}
    />
  );
}

export function achievementText({
  achievementFrom,
  achievementTo,
}: Pick<PastRow, 'achievementFrom' | 'achievementTo'>): string {
  const days = [formatted(achievementFrom), formatted(achievementTo)].filter((day) => day !== '');
  return days.join(' – ');
}

function MendForms({
  visit,
  view,
  state,
}: {
  visit: OwnVisit;
  view: PastView;
  state: FormState | undefined;
}) {
  const { decision, organisation, rows } = view;
  const path = `/past-decisions/${organisation.id}/${decision.id}`;
  if (decision.state === 'WITHDRAWN') return null;
  return (
    <>
      {decision.state === 'STANDS' && (
        <Details summary={t(visit, 'past.correct')} open={state?.form === 'correct'}>
          <Form
            visit={visit}
            form="correct"
            action={`${path}/correct`}
            fields={correctFields(visit, rowOptions(rows))}
            state={stateOf('correct', state)}
            button={t(visit, 'past.correctButton')}
          />
        </Details>
      )}
      <Details summary={t(visit, 'past.withdraw')} open={state?.form === 'withdraw'}>
        <p class="govuk-body">{t(visit, 'past.withdrawExplained')}</p>
        <Form
          visit={visit}
          form="withdraw"
          action={`${path}/withdraw`}
          fields={withdrawFields(visit)}
          state={stateOf('withdraw', state)}
          button={t(visit, 'past.withdrawButton')}
          tone="warning"
        />
      </Details>
    </>
  );
}
