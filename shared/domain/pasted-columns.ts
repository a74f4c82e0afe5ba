import { dutiesOf } from './pasted-duties.ts';
import { folded } from './text.ts';

/** Columns of a pasted table, in the order in which they are expected where no heading says another. */
export const pastedColumns = ['name', 'title', 'role', 'organisation', 'username', 'email'] as const;
export type PastedColumn = (typeof pastedColumns)[number];

const headings: Readonly<Record<PastedColumn, readonly [string, ...string[]]>> = {
  name: ['ho ten', 'ho va ten', 'ten', 'name', 'full name'],
  title: ['chuc vu', 'chuc danh', 'chuc vu/vai tro', 'title'],
  role: ['vai tro', 'nhiem vu', 'role'],
  organisation: ['don vi', 'co quan', 'don vi cong tac', 'co quan, don vi', 'organisation', 'unit'],
  username: ['ten dang nhap', 'tai khoan', 'username'],
  email: ['email', 'e-mail', 'thu dien tu', 'dia chi thu dien tu'],
};

/** A heading under which the column is known again. */
export const titleOfColumn = (column: PastedColumn): string => headings[column][0];

interface Layout {
  /** The rows below the heading, if there is one. */
  readonly rows: readonly (readonly string[])[];
  /** What each column holds, from the left; undefined where it isn't read. */
  readonly columns: readonly (PastedColumn | undefined)[];
  /** Columns that hold something and aren't read: as their heading names them, or else their number from 1. */
  readonly ignored: readonly (string | number)[];
}

/** @param table rows of cells, none of them empty: of `pastedRows` */
export function laidOut(table: readonly (readonly string[])[]): Layout {
  const [first = [], ...below] = table;
  const headed = columnsOfHeading(first);
  const rows = headed === undefined ? table : below;
  const columns = headed ?? columnsFor(rows);
  const width = Math.max(0, ...table.map((row) => row.length));
  const ignored = Array.from({ length: width }, (_, place) => place)
    .filter((place) => columns[place] === undefined && table.some((row) => (row[place] ?? '') !== ''))
    .map((place) => nameOf(headed === undefined ? '' : first[place]) ?? place + 1);
  return { rows, columns, ignored };
}

const nameOf = (heading = ''): string | undefined => (heading === '' ? undefined : heading);

function columnsOfHeading(row: readonly string[]): Layout['columns'] | undefined {
  const known = row.map((cell) =>
    pastedColumns.find((column) => headings[column].includes(folded(cell).replaceAll(/\s*\/\s*/g, '/'))),
  );
  // Of two columns of one heading the first is read.
  const columns = known.map((column, place) => (known.indexOf(column) === place ? column : undefined));
  return columns.includes('name') && columns.filter((one) => one !== undefined).length > 1
    ? columns
    : undefined;
}

/** With five columns or fewer, one cell says title and role, unless duties of the field stand in the third. */
function columnsFor(rows: Layout['rows']): Layout['columns'] {
  const wide = rows.some((row) => row.length > 5);
  const saysDuty = rows.some((row) => dutiesOf(row[2] ?? '') !== undefined);
  return wide || saysDuty ? pastedColumns : pastedColumns.filter((column) => column !== 'role');
}
