import type { Organisation } from '#shared/domain/directory.ts';
import { officeRules } from '#shared/domain/permission.ts';
import type { Round } from '#shared/domain/round.ts';
import type { Law } from '#shared/domain/law/law.ts';
import type { OpenForm } from '#shared/use-cases/rounds/rounds.ts';
import type { RoundView } from '#shared/use-cases/views/round-view.ts';
import { figureText } from '../law/provision-table.tsx';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, LinkButton, Section, SummaryList } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { holdsRole, ownOffices } from '../../own-offices.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';
import { quotaText } from './quota-text.ts';
import { roundFields } from './round-fields.ts';

const nameOf = (offices: readonly Organisation[], id: string): string =>
  offices.find((office) => office.id === id)?.shortName ?? '';

export function RoundsPage({
  visit,
  rounds,
  offices,
}: {
  visit: OwnVisit;
  rounds: readonly Round[];
  offices: readonly Organisation[];
}) {
  return (
    <Layout visit={visit} title={t(visit, 'nav.rounds')}>
      {holdsRole(visit, officeRules.openRound.roles) && (
        <LinkButton href="/rounds/new">{t(visit, 'home.rounds')}</LinkButton>
      )}
      {rounds.length === 0 ? (
        <p class="govuk-body">{t(visit, 'rounds.none')}</p>
      ) : (
        <Table<Round>
          caption={t(visit, 'nav.rounds')}
          hiddenCaption
          rows={rounds}
          columns={[
            {
              head: t(visit, 'fact.round'),
              cell: (round) => (
                <a class="govuk-link" href={`/rounds/${round.id}`}>
                  {round.name}
                </a>
              ),
            },
            { head: t(visit, 'round.year'), cell: (round) => round.year },
            { head: t(visit, 'round.owner'), cell: (round) => nameOf(offices, round.owner) },
            {
              head: t(visit, 'round.closing'),
              cell: (round) => <span class="vd-lines">{closingText(visit, round)}</span>,
            },
          ]}
        />
      )}
    </Layout>
  );
}

interface RoundProps {
  readonly visit: OwnVisit;
  readonly view: RoundView;
  readonly offices: readonly Organisation[];
  readonly admitted: readonly string[];
  readonly fields: readonly Field[];
  readonly state?: FormState;
}

export function RoundPage({ visit, view, offices, admitted, fields, state }: RoundProps) {
  const { round } = view;
  const mayAdmit = ownOffices(visit, officeRules.admitLate.roles).some((office) => office.id === round.owner);
  return (
    <Layout
      visit={visit}
      title={round.name}
      caption={t(visit, 'fact.round')}
      back={{ href: '/rounds', label: t(visit, 'nav.rounds') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <SummaryList
        lines={[
          { key: t(visit, 'round.owner'), value: view.owner.shortName },
          { key: t(visit, 'round.year'), value: String(round.year) },
          { key: t(visit, 'round.lane'), value: t(visit, `lane.${round.lane}`) },
          { key: t(visit, 'round.themes'), value: round.themes.join('\n') },
          { key: t(visit, 'round.opensOn'), value: formatted(round.opensOn) },
          { key: t(visit, 'round.conferenceOn'), value: formatted(round.conferenceOn) },
        ]}
      />
      <Table<RoundView['forms'][number]>
        caption={t(visit, 'round.forms')}
        rows={view.forms}
        columns={[
          { head: t(visit, 'col.form'), cell: (form) => formName(visit, form.form) },
          { head: t(visit, 'round.closing'), cell: (form) => formatted(form.closingDay) },
          { head: t(visit, 'round.council'), cell: (form) => formatted(form.councilDay) },
          { head: t(visit, 'round.quotas'), cell: (form) => quotaText(visit, form.quotas) },
        ]}
      />
      <LinkButton href={`/rounds/${round.id}/table`} secondary>
        {t(visit, 'table.open')}
      </LinkButton>
      <Section title={t(visit, 'admit.title')}>
        {admitted.length === 0 ? (
          <p class="govuk-body">{t(visit, 'admit.none')}</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {admitted.map((id) => (
              <li>{nameOf(offices, id)}</li>
            ))}
          </ul>
        )}
        {mayAdmit && (
          <Details summary={t(visit, 'admit.add')} open={state !== undefined}>
            <Form
              visit={visit}
              form="admit"
              action={`/rounds/${round.id}/admit`}
              fields={fields}
              state={state}
              button={t(visit, 'admit.button')}
            />
          </Details>
        )}
      </Section>
    </Layout>
  );
}

/** One day said once; days that differ, each with its forms. */
function closingText(visit: Visit, { forms }: Round): string {
  const byDay = Map.groupBy(forms, ({ closingDay }) => closingDay);
  if (byDay.size <= 1) return [...byDay.keys()].map(formatted).join('');
  return [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, open]) => `${formatted(day)}: ${open.map(({ form }) => formName(visit, form)).join(', ')}`)
    .join('\n');
}

/** By when the files of the year’s summing up come in, as the province has it. */
function AnnualClosing({ visit, law }: { visit: OwnVisit; law: Law }) {
  const annual = law.figureOn('deadline.annual', visit.today);
  if (annual === undefined) return null;
  const day = figureText(visit, 'monthDay', annual.value);
  const citation = law.cited(annual.row, visit.today);
  return <p class="govuk-body">{t(visit, 'round.annual', { day, citation })}</p>;
}

interface NewRoundProps {
  readonly visit: OwnVisit;
  /** For which the reader's offices may open a round. */
  readonly forms: readonly OpenForm[];
  readonly law: Law;
  readonly state?: FormState;
}

export function NewRoundPage({ visit, forms, law, state }: NewRoundProps) {
  const fields = roundFields(visit, forms);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'home.rounds')}
      back={{ href: '/rounds', label: t(visit, 'nav.rounds') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, forms.length === 0 ? 'round.noForms' : 'round.explained')}</p>
      <AnnualClosing visit={visit} law={law} />
      <Form
        visit={visit}
        form="round"
        action="/rounds/new"
        fields={fields}
        state={state}
        button={t(visit, 'round.open')}
      />
    </Layout>
  );
}
