import type { NominationColumn } from '#shared/domain/pasted-nomination-columns.ts';
import type { NominationRow, PastedNominations } from '#shared/domain/pasted-nominations.ts';
import type { Likeness } from '#shared/use-cases/cases/likeness.ts';
import { Tag } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type Visit } from '../../visit.ts';
import { likenessText } from '../cases/act-fields.ts';
import { formName } from '../lists/row-tables.tsx';
import { columnTitles } from './column-titles.ts';
import { answerName } from './import-fields.ts';

interface Props {
  readonly visit: Visit;
  readonly list: PastedNominations;
  /** Earlier subjects that a line may mean. */
  readonly alike: ReadonlyMap<number, readonly Likeness[]>;
  readonly typed: Typed;
}

/** Columns that another one says, too. */
const saidElsewhere: readonly NominationColumn[] = [
  ...(['birthYear', 'birthYearMale', 'birthYearFemale', 'gender', 'achievementTo', 'kind'] as const),
];

/** Rows as they were understood. */
export function RightRows({ visit, list, alike, typed }: Props) {
  const rows = list.rows.filter(({ row }) => row !== undefined);
  const titled = list.columns.includes('title');
  const shown = list.columns.filter((column) => !saidElsewhere.includes(column));
  return (
    <Table<NominationRow>
      caption={t(visit, 'paste.preview')}
      hiddenCaption
      rows={rows}
      columns={[
        { head: t(visit, 'imports.line'), cell: ({ line }) => line },
        ...shown.map((column) => ({
          head: column === 'achievementFrom' ? t(visit, 'past.achievement') : t(visit, columnTitles[column]),
          cell: (row: NominationRow) => understood(visit, row, { column, titled }),
        })),
        {
          head: t(visit, 'past.state'),
          cell: (row) => <State visit={visit} row={row} alike={alike.get(row.line) ?? []} typed={typed} />,
        },
      ]}
    />
  );
}

interface Place {
  readonly column: NominationColumn;
  /** Whether titles have a column of their own. */
  readonly titled: boolean;
}

function understood(visit: Visit, { cell, row }: NominationRow, { column, titled }: Place): string {
  if (row === undefined) return cell(column);
  const { content, form } = row;
  const said = (parts: readonly (string | number | null | undefined)[], between: string): string =>
    parts.filter((part) => (part ?? '') !== '').join(between);
  switch (column) {
    case 'form':
      return formName(visit, form);
    case 'name': {
      const gender = genderText(visit, content.gender);
      const who =
        content.birthYear ??
        (row.subjectKind === 'individual' ? '' : m(visit, 'subjectKind', row.subjectKind));
      return said([content.printedName, gender, who], ', ');
    }
    case 'unit':
      // One column may hold both: what was taken for the title is told apart.
      return said([titled ? '' : content.title, content.unit], '; ');
    case 'achievementFrom':
      return said(
        [content.achievementFrom, content.achievementTo].map((day) => formatted(day ?? '')),
        ' – ',
      );
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
  if (row.row === undefined) return null;
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

const genderText = (visit: Visit, gender: 'female' | 'male' | null | undefined): string =>
  gender === 'female' || gender === 'male' ? t(visit, `content.${gender}`) : '';
