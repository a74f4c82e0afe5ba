import { laidOut, pastedColumns, type PastedColumn } from '#shared/domain/pasted-columns.ts';
import { peopleOf, writtenOut, type PastedRow } from '#shared/domain/pasted-people.ts';
import { pastedRows } from '#shared/domain/pasted-table.ts';
import type { Organisation } from '#shared/domain/directory.ts';
import { FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Tag } from '../../components/parts.tsx';
import { faultText } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';

/** A row, and what saving would do with its person; a code where that would be refused. */
export interface PreviewedRow extends PastedRow {
  readonly outcome?: 'added' | 'furtherPosts' | 'unchanged' | undefined;
  readonly refusal?: string | undefined;
}

interface PreviewProps {
  readonly visit: OwnVisit;
  readonly office: Pick<Organisation, 'id' | 'shortName'>;
  readonly rows: readonly PreviewedRow[];
  /** What was typed, to go back to; saved are the rows as they were understood, with suggested usernames. */
  readonly typed: Typed;
  readonly elsewhere: boolean;
}

/** Each row as it was understood, and what is wrong with which of its cells. Nothing is saved yet. */
export function PreviewPage({ visit, office, rows, typed, elsewhere }: PreviewProps) {
  const wrong = rows.filter((row) => !isRight(row)).length;
  const people = peopleOf(rows);
  const carried = typed
    .names()
    .filter((name) => !['csrf', 'key'].includes(name))
    .map((name): Carry => [name, typed.text(name)]);
  const something = rows.some(({ outcome }) => outcome === 'added' || outcome === 'furtherPosts');
  const said =
    wrong > 0
      ? t(visit, 'paste.faults', { count: wrong })
      : something
        ? t(visit, 'paste.ready', { count: people.length })
        : t(visit, 'paste.nothing');
  return (
    <Layout
      visit={visit}
      title={t(visit, 'paste.preview')}
      caption={office.shortName}
      back={{ href: `/setup/${office.id}/people`, label: t(visit, 'people.title') }}
    >
      <p class="govuk-body" role={wrong > 0 ? 'alert' : 'status'}>
        {said}
      </p>
      {rows.some(({ faults }) => faults.some(({ code }) => code === 'roleUnknown')) && (
        <p class="govuk-body">{t(visit, 'paste.roles')}</p>
      )}
      <IgnoredColumns visit={visit} pasted={typed.text('rows')} />
      <PreviewTable visit={visit} rows={rows} />
      <div class="govuk-button-group">
        {wrong === 0 && something && (
          <Carried
            visit={visit}
            carried={[...carried.filter(([name]) => name !== 'rows'), ['rows', writtenOut(rows)]]}
            action={`/setup/${office.id}/people`}
            button={t(visit, elsewhere ? 'paste.saveElsewhere' : 'paste.save')}
          />
        )}
        <Carried
          visit={visit}
          carried={carried}
          action={`/setup/${office.id}/people/again`}
          button={t(visit, 'paste.again')}
          secondary
        />
      </div>
    </Layout>
  );
}

const isRight = ({ faults, refusal }: PreviewedRow): boolean => faults.length === 0 && refusal === undefined;

type Carry = readonly [name: string, value: string];

interface CarriedProps {
  readonly visit: OwnVisit;
  readonly carried: readonly Carry[];
  readonly action: string;
  readonly button: string;
  readonly secondary?: boolean;
}

function Carried({ visit, carried, action, button, secondary = false }: CarriedProps) {
  return (
    <form method="post" action={action}>
      <FormKeys visit={visit} />
      {carried.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={`govuk-button${secondary ? ' govuk-button--secondary' : ''}`}>
        {button}
      </button>
    </form>
  );
}

function IgnoredColumns({ visit, pasted }: { visit: Visit; pasted: string }) {
  const { ignored } = laidOut(pastedRows(pasted));
  if (ignored.length === 0) return null;
  const named = ignored.map((one) =>
    typeof one === 'string' ? `“${one}”` : t(visit, 'paste.columnNumber', { number: one }),
  );
  return <p class="govuk-body">{t(visit, 'paste.ignored', { columns: named.join(', ') })}</p>;
}

function PreviewTable({ visit, rows }: Pick<PreviewProps, 'visit' | 'rows'>) {
  const column = (name: PastedColumn) => ({
    head: t(visit, columnHeads[name]),
    cell: (row: PreviewedRow) => <Cell visit={visit} row={row} name={name} />,
  });
  return (
    <Table<PreviewedRow>
      caption={t(visit, 'paste.preview')}
      hiddenCaption
      rows={rows}
      columns={[
        { head: t(visit, 'paste.line'), cell: ({ line }) => line },
        ...pastedColumns.map(column),
        { head: t(visit, 'paste.outcome'), cell: (row) => <Outcome visit={visit} row={row} /> },
      ]}
    />
  );
}

const columnHeads = {
  name: 'people.name',
  title: 'person.title',
  role: 'person.role',
  organisation: 'person.organisation',
  username: 'people.username',
  email: 'people.email',
} as const satisfies Record<PastedColumn, string>;

function Cell({ visit, row, name }: { visit: Visit; row: PreviewedRow; name: PastedColumn }) {
  const faults = row.faults.filter(({ column }) => column === name);
  return (
    <>
      {understood(visit, row, name)}
      {faults.map((fault) => (
        <span class="govuk-error-message">
          <span class="govuk-visually-hidden">{t(visit, 'error.prefix')}</span> {faultText(visit, fault)}
        </span>
      ))}
    </>
  );
}

/** Roles as the system names them: so that who pasted sees what was understood, also in a row that has faults. */
function understood(visit: Visit, { duties, cells }: PreviewedRow, name: PastedColumn): string {
  if (name !== 'role' || duties === undefined) return cells[name];
  return duties
    .map(({ role, capacity }) =>
      capacity === undefined
        ? m(visit, 'role', role)
        : `${m(visit, 'role', role)}: ${m(visit, 'capacity', capacity)}`,
    )
    .join('; ');
}

function Outcome({ visit, row: { outcome, refusal, cells, joins } }: { visit: Visit; row: PreviewedRow }) {
  if (refusal !== undefined)
    return (
      <span class="govuk-error-message">{m(visit, 'refusal', refusal, { username: cells.username })}</span>
    );
  if (outcome === undefined) return <Tag colour="red">{t(visit, 'paste.wrong')}</Tag>;
  return (
    <>
      <Tag colour={outcome === 'unchanged' ? 'grey' : 'green'}>{t(visit, `paste.${outcome}`)}</Tag>
      {joins !== undefined && <span class="govuk-hint">{t(visit, 'paste.joins', { line: joins })}</span>}
    </>
  );
}
