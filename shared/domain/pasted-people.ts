import { newPersonSchema, type NewPerson } from './directory-command.ts';
import type { Organisation, Person } from './directory.ts';
import { laidOut, pastedColumns, titleOfColumn, type PastedColumn } from './pasted-columns.ts';
import { dutiesOf, dutiesOfTitle, type Duty } from './pasted-duties.ts';
import { pastedRows } from './pasted-table.ts';
import { folded, tidyLine } from './text.ts';
import type { CivilDate } from './time.ts';

/** One row: what stood in its cells, and either the person it makes or what is wrong with which cell. */
export interface PastedRow {
  /** As people count: the heading is not counted. */
  readonly line: number;
  readonly cells: Readonly<Record<PastedColumn, string>>;
  /** What its posts are for, where that was understood, whatever else is wrong. */
  readonly duties: readonly Duty[] | undefined;
  readonly person: NewPerson | undefined;
  readonly faults: readonly PastedFault[];
  /** The line above whose person this row gives further posts: the same username was written in both. */
  readonly joins?: number | undefined;
}

interface PastedFault {
  readonly column: PastedColumn;
  readonly code: string;
  /** What the text of the fault names: another line, or a username. */
  readonly limit?: number | string;
}

export interface PastedSetting {
  /** Where posts may be given; the first one where a row names none. */
  readonly organisations: readonly Pick<Organisation, 'id' | 'name' | 'shortName' | 'headTitle'>[];
  /** Since when the posts hold, and by which decision: said once for all rows. */
  readonly from: CivilDate;
  readonly instrument: string;
  /** Who is there already: somebody of the same name is that person only where the username is written. */
  readonly people: readonly Pick<Person, 'name' | 'username'>[];
}

const mostRows = 200;

/** Understands each row by itself; rows of one written username and one name become one person with several posts. */
export function readPastedPeople(text: string, setting: PastedSetting): PastedRow[] {
  const { rows, columns } = laidOut(pastedRows(text));
  const cells = rows.slice(0, mostRows).map((row) => cellsOf(row, columns));
  const written = cells.map(({ username }) => tidyLine(username).toLowerCase());
  const reading: Reading = { setting, cells, written, taken: new Map(), given: new Set(written) };
  for (const { username } of setting.people) reading.given.add(username);
  return cells.map((_, index) => readRow(index, reading));
}

/** People of several rows as one, each with all posts. */
export function peopleOf(rows: readonly PastedRow[]): NewPerson[] {
  const people = new Map<string, NewPerson>();
  for (const { person } of rows) {
    if (person === undefined) continue;
    const before = people.get(person.username);
    const posts = [...(before?.posts ?? []), ...person.posts];
    people.set(person.username, { ...(before ?? person), posts: onceEach(posts) });
  }
  return [...people.values()];
}

/** The rows as they were understood, as a table to paste: read again it gives the same people, though some are there by then. */
export const writtenOut = (rows: readonly PastedRow[]): string =>
  [
    pastedColumns.map((column) => titleOfColumn(column)),
    ...rows.map(({ cells }) => pastedColumns.map((column) => cells[column])),
  ]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t'))
    .join('\n');

const onceEach = (posts: NewPerson['posts']): NewPerson['posts'] => [
  ...new Map(posts.map((post) => [`${post.organisation} ${post.role}`, post])).values(),
];

function cellsOf(
  row: readonly string[],
  columns: readonly (PastedColumn | undefined)[],
): Record<PastedColumn, string> {
  const cellOf = (column: PastedColumn): string => tidyLine(row[columns.indexOf(column)] ?? '');
  return {
    name: cellOf('name'),
    title: cellOf('title'),
    role: cellOf('role'),
    organisation: cellOf('organisation'),
    username: cellOf('username'),
    email: cellOf('email'),
  };
}

interface Reading {
  readonly setting: PastedSetting;
  readonly cells: readonly PastedRow['cells'][];
  /** Usernames as they stand in the rows, in small letters; empty where none is written. */
  readonly written: readonly string[];
  /** Of the rows above: whose a username is, and on which line it stood first. */
  readonly taken: Map<string, { readonly name: string; readonly line: number }>;
  /** Usernames that none may be suggested again. */
  readonly given: Set<string>;
}

function readRow(index: number, reading: Reading): PastedRow {
  const { setting, taken, given } = reading;
  const line = index + 1;
  const cells = reading.cells[index] ?? cellsOf([], []);
  const faults: PastedFault[] = [];
  const organisation = organisationOf(cells.organisation, setting);
  const duties = cells.role === '' ? dutiesOfTitle(cells.title, organisation) : dutiesOf(cells.role);
  const username = cells.username === '' ? suggestUsername(cells.name, given) : cells.username;
  if (organisation === undefined) faults.push({ column: 'organisation', code: 'organisationUnknown' });
  if (duties === undefined)
    faults.push({ column: cells.role === '' ? 'title' : 'role', code: 'roleUnknown' });
  const parsed = newPersonSchema.safeParse({
    name: cells.name,
    username,
    email: cells.email,
    posts: (duties ?? []).map((duty) => ({
      ...duty,
      organisation: organisation?.id,
      title: cells.title === '' ? cells.role : cells.title,
      from: setting.from,
      instrument: setting.instrument,
    })),
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const column = pastedColumns.find((one) => one === path[0]);
    // Where none is written it is made of the name: that is what lacks.
    if (column === 'username' && username === '') continue;
    if (column !== undefined) faults.push({ column, code: message });
  }
  const namesake = namesakeOf(index, reading);
  if (namesake !== undefined) faults.push(namesake);
  const person = parsed.data;
  const bearer = person && taken.get(person.username);
  if (person !== undefined) {
    if (bearer !== undefined && bearer.name !== person.name)
      faults.push({ column: 'username', code: 'usernameTaken' });
    taken.set(person.username, bearer ?? { name: person.name, line });
    given.add(person.username);
  }
  const shown = { ...cells, username };
  if (faults.length > 0) return { line, cells: shown, duties, person: undefined, faults };
  return { line, cells: shown, duties, person, faults, joins: bearer?.line };
}

/** Of two rows, or a row and somebody who is there, only written usernames tell whether they are one person. */
function namesakeOf(index: number, { setting, cells, written }: Reading): PastedFault | undefined {
  const name = sameName(cells[index]?.name ?? '');
  if (name === '') return undefined;
  const other = cells.findIndex(
    (cell, place) =>
      place !== index && sameName(cell.name) === name && (written[index] === '' || written[place] === ''),
  );
  if (other >= 0) return { column: 'name', code: 'namesakeInRows', limit: other + 1 };
  if (written[index] !== '') return undefined;
  const known = setting.people.find((person) => sameName(person.name) === name);
  return known && { column: 'name', code: 'namesakeThere', limit: known.username };
}

const sameName = (name: string): string => tidyLine(name).toLowerCase();

function organisationOf(cell: string, { organisations }: PastedSetting) {
  if (cell === '') return organisations[0];
  const wanted = folded(cell);
  return organisations.find(({ name, shortName }) => folded(shortName) === wanted || folded(name) === wanted);
}

/** `Nguyễn Thị Lan` is `lan.nguyen`; the second one of a paste `lan.nguyen2`. */
function suggestUsername(name: string, given: ReadonlySet<string>): string {
  const words = folded(name)
    .replaceAll(/[^a-z ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return '';
  const plain = words.length === 1 ? `${words[0] ?? ''}.1` : `${words.at(-1) ?? ''}.${words[0] ?? ''}`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? plain : `${plain}${count}`;
    if (!given.has(candidate)) return candidate;
  }
}
