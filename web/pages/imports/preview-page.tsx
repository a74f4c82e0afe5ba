import type { NominationColumn } from '#shared/domain/pasted-nomination-columns.ts';
import type { NominationRow, PastedNominations } from '#shared/domain/pasted-nominations.ts';
import type { Likeness } from '#shared/use-cases/cases/likeness.ts';
import { ErrorText } from '../../components/field-parts.tsx';
import { FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section } from '../../components/parts.tsx';
import { faultText } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { columnTitles } from './column-titles.ts';
import { cellName } from './import-fields.ts';
import { RightRows } from './right-rows.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly list: PastedNominations;
  /** Earlier subjects that a line may mean. */
  readonly alike: ReadonlyMap<number, readonly Likeness[]>;
  readonly typed: Typed;
  readonly state?: FormState;
}

const carried = ['organisation', 'choice', 'kind', 'sealed', 'proposer', 'rows'];

/** Rows as they were understood, each wrong cell with why and open to be mended. Nothing is saved yet. */
export function PreviewPage({ visit, list, alike, typed, state }: Props) {
  const right = list.rows.filter(({ row }) => row !== undefined).length;
  const wrong = list.rows.length - right;
  return (
    <Layout
      visit={visit}
      title={t(visit, 'paste.preview')}
      back={{ href: '/cases/import', label: t(visit, 'imports.title') }}
      trouble={state === undefined ? undefined : { state, fields: [] }}
    >
      <p class="govuk-body" role={wrong > 0 ? 'alert' : 'status'}>
        {t(visit, wrong === 0 ? 'imports.allRight' : 'imports.someWrong', { right, wrong })}
        {list.left > 0 && ` ${t(visit, 'imports.tooMany', { left: list.left })}`}
      </p>
      <Unread visit={visit} list={list} />
      <form method="post" action="/cases/import" novalidate>
        <FormKeys visit={visit} />
        {carried.map((name) => (
          <input type="hidden" name={name} value={typed.text(name)} />
        ))}
        {typed.all('leaveOut').map((line) => (
          <input type="hidden" name="leaveOut" value={line} />
        ))}
        <MendedBefore list={list} typed={typed} />
        {wrong > 0 && (
          <Section title={t(visit, 'imports.wrong', { wrong })}>
            <WrongRows visit={visit} list={list} />
          </Section>
        )}
        {right > 0 && (
          <Section title={t(visit, 'imports.right', { right })}>
            <RightRows visit={visit} list={list} alike={alike} typed={typed} />
          </Section>
        )}
        <Buttons visit={visit} right={right} wrong={wrong} />
      </form>
    </Layout>
  );
}

function Buttons({ visit, right, wrong }: { visit: Visit; right: number; wrong: number }) {
  return (
    <div class="govuk-button-group">
      {right > 0 && (
        <button type="submit" class="govuk-button">
          {t(visit, wrong === 0 ? 'imports.make' : 'imports.makeRight', { right, wrong })}
        </button>
      )}
      <button type="submit" formaction="/cases/import/check" class="govuk-button govuk-button--secondary">
        {t(visit, 'imports.checkAgain')}
      </button>
      <button type="submit" formaction="/cases/import/again" class="govuk-button govuk-button--secondary">
        {t(visit, 'paste.again')}
      </button>
    </div>
  );
}

function Unread({ visit, list: { skipped, unread } }: { visit: Visit; list: PastedNominations }) {
  return (
    <>
      {unread.length > 0 && (
        <p class="govuk-inset-text">{t(visit, 'imports.unread', { headings: unread.join('; ') })}</p>
      )}
      {skipped.length > 0 && (
        <Details summary={t(visit, 'imports.skippedRows', { count: skipped.length })}>
          <ul class="govuk-list govuk-list--bullet">
            {skipped.map((row) => (
              <li>{row}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** What was typed anew before and is right by now stays with the form. */
function MendedBefore({ list, typed }: Pick<Props, 'list' | 'typed'>) {
  const open = new Set(
    list.rows.flatMap(({ line, faults }) => faults.map(({ column }) => cellName(line, column))),
  );
  return (
    <>
      {typed
        .names()
        .filter((name) => name.startsWith('cell.') && !open.has(name))
        .map((name) => (
          <input type="hidden" name={name} value={typed.text(name)} />
        ))}
    </>
  );
}

/** As the list itself calls it. */
const headIn = (visit: Visit, { heads }: PastedNominations, column: NominationColumn): string =>
  heads.get(column) ?? t(visit, columnTitles[column]);

/** Rows with cells to mend: whom each is about, and those cells. */
function WrongRows({ visit, list }: Pick<Props, 'visit' | 'list'>) {
  const rows = list.rows.filter(({ row }) => row === undefined);
  const faulty = rows.flatMap(({ faults }) => faults.map(({ column }) => column));
  return (
    <Table<NominationRow>
      caption={t(visit, 'imports.wrong', { wrong: rows.length })}
      hiddenCaption
      rows={rows}
      columns={[
        { head: t(visit, 'imports.line'), cell: ({ line }) => line },
        ...[...new Set<NominationColumn>(['name', 'unit', ...faulty])].map((column) => ({
          head: headIn(visit, list, column),
          cell: (row: NominationRow) => <Cell visit={visit} list={list} row={row} column={column} />,
        })),
        { head: t(visit, 'past.state'), cell: ({ line }) => <LeaveOut visit={visit} line={line} /> },
      ]}
    />
  );
}

interface CellProps {
  readonly visit: Visit;
  readonly list: PastedNominations;
  readonly row: NominationRow;
  readonly column: NominationColumn;
}

/** As it stands in the list; a wrong one with why, to be typed anew. */
function Cell({ visit, list, row, column }: CellProps) {
  const fault = row.faults.find((one) => one.column === column);
  if (fault === undefined) return <>{row.cell(column)}</>;
  const name = cellName(row.line, column);
  const id = name.replaceAll('.', '-');
  return (
    <>
      <label class="govuk-visually-hidden" for={id}>
        {t(visit, 'imports.cell', { column: headIn(visit, list, column), line: row.line })}
      </label>
      <ErrorText visit={visit} id={`${id}-error`}>
        {faultText(visit, fault)}
      </ErrorText>
      <input
        class="govuk-input govuk-input--error"
        id={id}
        name={name}
        type="text"
        value={row.cell(column)}
        aria-describedby={`${id}-error`}
      />
    </>
  );
}

function LeaveOut({ visit, line }: { visit: Visit; line: number }) {
  const id = `leave-${String(line)}`;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={id} name="leaveOut" type="checkbox" value={String(line)} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {t(visit, 'imports.leaveOut')} <span class="govuk-visually-hidden">{line}</span>
        </label>
      </div>
    </div>
  );
}
