import type { NominationColumn } from '#shared/domain/pasted-nomination-columns.ts';
import type { NominationRow, PastedNominations } from '#shared/domain/pasted-nominations.ts';
import type { Likeness } from '#shared/use-cases/cases/likeness.ts';
import { ErrorText } from '../../components/field-parts.tsx';
import { FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Tag } from '../../components/parts.tsx';
import { faultText, formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { likenessText } from '../cases/act-fields.ts';
import { formName } from '../lists/row-tables.tsx';
import { columnTitles } from './column-titles.ts';
import { answerName, cellName } from './import-fields.ts';

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
        <RowTable visit={visit} list={list} alike={alike} typed={typed} />
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
        <p class="govuk-hint">{t(visit, 'imports.skipped', { rows: skipped.join('; ') })}</p>
      )}
    </>
  );
}

function RowTable({ visit, list, alike, typed }: Omit<Props, 'state'>) {
  const shown = list.columns.filter((column) => list.rows.some(({ cell }) => cell(column) !== ''));
  const faulty = list.rows.flatMap(({ faults }) => faults.map(({ column }) => column));
  const columns = [...new Set([...shown, ...faulty])];
  return (
    <Table<NominationRow>
      caption={t(visit, 'paste.preview')}
      hiddenCaption
      rows={list.rows}
      columns={[
        { head: t(visit, 'imports.line'), cell: ({ line }) => line },
        ...columns.map((column) => ({
          head: t(visit, columnTitles[column]),
          cell: (row: NominationRow) => <Cell visit={visit} row={row} column={column} typed={typed} />,
        })),
        {
          head: t(visit, 'past.state'),
          cell: (row) => <State visit={visit} row={row} alike={alike.get(row.line) ?? []} typed={typed} />,
        },
      ]}
    />
  );
}

interface CellProps {
  readonly visit: Visit;
  readonly row: NominationRow;
  readonly column: NominationColumn;
  readonly typed: Typed;
}

/** As it was understood; a wrong one can be typed anew, and one that was stays with the form. */
function Cell({ visit, row, column, typed }: CellProps) {
  const fault = row.faults.find((one) => one.column === column);
  const name = cellName(row.line, column);
  if (fault === undefined) {
    return (
      <>
        {typed.has(name) && <input type="hidden" name={name} value={typed.text(name)} />}
        {understood(visit, row, column)}
      </>
    );
  }
  const id = name.replaceAll('.', '-');
  return (
    <>
      <label class="govuk-visually-hidden" for={id}>
        {t(visit, 'imports.cell', { column: t(visit, columnTitles[column]), line: row.line })}
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

function understood(visit: Visit, { cell, row }: NominationRow, column: NominationColumn): string {
  if (row === undefined) return cell(column);
  switch (column) {
    case 'form':
      return formName(visit, row.form);
    case 'kind':
      return m(visit, 'subjectKind', row.subjectKind);
    case 'name':
      return row.content.printedName;
    case 'achievementFrom':
    case 'achievementTo':
      return formatted(row.content[column] ?? '');
    default:
      return cell(column);
  }
}

interface StateProps {
  readonly visit: Visit;
  readonly row: NominationRow;
  readonly alike: readonly Likeness[];
  readonly typed: Typed;
}

function State({ visit, row, alike, typed }: StateProps) {
  const leave = `leave-${String(row.line)}`;
  if (row.row === undefined) {
    return (
      <>
        <Tag colour="red">{t(visit, 'paste.wrong')}</Tag>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={leave}
              name="leaveOut"
              type="checkbox"
              value={String(row.line)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={leave}>
              {t(visit, 'imports.leaveOut')} <span class="govuk-visually-hidden">{row.line}</span>
            </label>
          </div>
        </div>
      </>
    );
  }
  if (alike.length === 0) return <Tag colour="green">{t(visit, 'past.right')}</Tag>;
  const name = answerName(row.line);
  const id = name.replace('.', '-');
  return (
    <>
      <label class="govuk-label" for={id}>
        {t(visit, 'imports.alike')} <span class="govuk-visually-hidden">{row.row.content.printedName}</span>
      </label>
      <select class="govuk-select vd-select" id={id} name={name}>
        <option value="">{t(visit, 'imports.answerLater')}</option>
        {alike.map((other) => (
          <option value={other.id} selected={typed.text(name) === other.id}>
            {t(visit, 'imports.same', { who: likenessText(visit, other) })}
          </option>
        ))}
        <option value="namesake" selected={typed.text(name) === 'namesake'}>
          {t(visit, 'imports.namesake')}
        </option>
      </select>
    </>
  );
}
