import {
  awardColumns,
  type AwardColumn,
  type PastedAwardRow,
  type PastedAwards,
} from '#shared/domain/pasted-awards.ts';
import type { PastQuestion } from '#shared/use-cases/past/alike-rows.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import { Form, FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Tag } from '../../components/parts.tsx';
import { faultText, formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';
import { answerName, importFields, questionFields } from './past-fields.ts';

/** The paste page: what the decision is, and its rows. */
export function ImportPage({
  visit,
  office,
  typed,
  state,
}: {
  visit: OwnVisit;
  office: OrganisationName;
  /** What was looked at, to be mended. */
  typed?: Typed;
  state?: FormState;
}) {
  const fields = importFields(visit, typed);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'past.import')}
      caption={office.shortName}
      back={{ href: `/past-decisions/${office.id}`, label: t(visit, 'nav.past') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'past.importExplained')}</p>
      <Form
        visit={visit}
        form="import"
        action={`/past-decisions/${office.id}/check`}
        fields={fields}
        state={stateOf('import', state)}
        button={t(visit, 'paste.check')}
      />
    </Layout>
  );
}

export interface PreviewProps {
  readonly visit: OwnVisit;
  readonly office: OrganisationName;
  readonly awards: PastedAwards;
  readonly questions: readonly PastQuestion[];
  /** What was typed, to go back to. */
  readonly typed: Typed;
  readonly state?: FormState;
}

/** Rows as they were understood, what is wrong with which cell, and who may be the same. Nothing is saved yet. */
export function PastPreviewPage({ visit, office, awards, questions, typed, state }: PreviewProps) {
  const path = `/past-decisions/${office.id}`;
  const wrong = awards.rows.filter(({ faults }) => faults.length > 0).length + awards.left;
  const nameOf = (line: number): string => awards.rows[line - 1]?.cells.name ?? '';
  const asked = questionFields(visit, questions, nameOf);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'paste.preview')}
      caption={office.shortName}
      back={{ href: path, label: t(visit, 'nav.past') }}
      trouble={state === undefined ? undefined : { state, fields: asked }}
    >
      <p class="govuk-body" role={wrong > 0 ? 'alert' : 'status'}>
        {summary(visit, awards, wrong)}
      </p>
      <Skipped visit={visit} awards={awards} />
      <PreviewTable visit={visit} rows={awards.rows} />
      {wrong === 0 && awards.rows.length > 0 && (
        <>
          {asked.length > 0 && <p class="govuk-inset-text">{t(visit, 'past.questions')}</p>}
          <Form
            visit={visit}
            form="confirm"
            action={path}
            fields={[...carriedFields(typed), ...asked]}
            state={stateOf('confirm', state)}
            button={t(visit, 'past.save')}
          />
        </>
      )}
      <form method="post" action={`${path}/again`}>
        <FormKeys visit={visit} />
        {carriedFields(typed).map((field) => (
          <input type="hidden" name={field.name} value={field.value} />
        ))}
        <button type="submit" class="govuk-button govuk-button--secondary">
          {t(visit, 'paste.again')}
        </button>
      </form>
    </Layout>
  );
}

/** What the decision is, and what was pasted; answers are asked anew, by the rows that there are. */
const carriedFields = (typed: Typed): Extract<Field, { kind: 'hidden' }>[] =>
  typed
    .names()
    .filter((name) => !['csrf', 'key'].includes(name) && !name.startsWith(answerName(0).slice(0, -1)))
    .map((name) => ({ kind: 'hidden', name, value: typed.text(name) }));

function summary(visit: Visit, { rows, left }: PastedAwards, wrong: number): string {
  if (rows.length === 0) return t(visit, 'past.noRows');
  if (left > 0) return t(visit, 'past.tooManyRows', { most: rows.length, left });
  return wrong > 0
    ? t(visit, 'paste.faults', { count: wrong })
    : t(visit, 'past.ready', { count: rows.length });
}

function Skipped({ visit, awards: { skipped } }: { visit: Visit; awards: PastedAwards }) {
  if (skipped.length === 0) return null;
  return (
    <p class="govuk-body">
      {t(visit, 'past.skipped', { count: skipped.length })} {skipped.map((row) => `“${row}”`).join('; ')}
    </p>
  );
}

function PreviewTable({ visit, rows }: { visit: Visit; rows: readonly PastedAwardRow[] }) {
  return (
    <Table<PastedAwardRow>
      caption={t(visit, 'paste.preview')}
      hiddenCaption
      rows={rows}
      columns={[
        { head: t(visit, 'paste.line'), cell: ({ line }) => line },
        ...awardColumns.map((column) => ({
          head: t(visit, heads[column]),
          cell: (row: PastedAwardRow) => cell(visit, row, column),
        })),
        {
          head: t(visit, 'past.state'),
          cell: ({ row }) => (
            <Tag colour={row === undefined ? 'red' : 'green'}>
              {t(visit, row === undefined ? 'paste.wrong' : 'past.right')}
            </Tag>
          ),
        },
      ]}
    />
  );
}

const heads = {
  name: 'past.name',
  birthYear: 'past.birthYear',
  unit: 'past.unit',
  form: 'past.formOfRow',
  achievementFrom: 'past.from',
  achievementTo: 'past.to',
  citation: 'past.citation',
  kind: 'past.kind',
  residentialGroup: 'past.residentialGroup',
} as const satisfies Record<AwardColumn, string>;

/** An empty text where there is nothing, so that empty columns are left out. */
function cell(visit: Visit, row: PastedAwardRow, column: AwardColumn) {
  const faults = row.faults.filter((fault) => fault.column === column);
  const text = understood(visit, row, column);
  if (faults.length === 0) return text;
  return (
    <>
      {text}
      {faults.map((fault) => (
        <span class="govuk-error-message">
          <span class="govuk-visually-hidden">{t(visit, 'error.prefix')}</span> {faultText(visit, fault)}
        </span>
      ))}
    </>
  );
}

/** As the system understood it: so that who pasted sees which day or form was meant. */
function understood(visit: Visit, { cells, row }: PastedAwardRow, column: AwardColumn): string {
  if (row === undefined) return cells[column];
  switch (column) {
    case 'form':
      return formName(visit, row.form);
    case 'kind':
      return m(visit, 'subjectKind', row.kind);
    case 'achievementFrom':
    case 'achievementTo':
      return formatted(row[column]);
    default:
      return cells[column];
  }
}
