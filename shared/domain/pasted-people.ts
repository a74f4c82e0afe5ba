import { newPersonSchema, type NewPerson } from './directory-command.ts';
import type { Organisation, Post } from './directory.ts';
import { pastedRows } from './pasted-table.ts';
import { folded, tidyLine } from './text.ts';
import type { CivilDate } from './time.ts';

/** Columns of a pasted table, in the order in which they are expected where no heading says another. */
export const pastedColumns = ['name', 'title', 'role', 'organisation', 'username', 'email'] as const;
export type PastedColumn = (typeof pastedColumns)[number];

/** One row: what stood in its cells, and either the person it makes or what is wrong with which cell. */
export interface PastedRow {
  /** As people count: the heading is not counted. */
  readonly line: number;
  readonly cells: Readonly<Record<PastedColumn, string>>;
  readonly person: NewPerson | undefined;
  readonly faults: readonly { readonly column: PastedColumn; readonly code: string }[];
}

export interface PastedSetting {
  /** Where posts may be given; the first one where a row names none. */
  readonly organisations: readonly Pick<Organisation, 'id' | 'name' | 'shortName' | 'headTitle'>[];
  /** Since when the posts hold, and by which decision: said once for all rows. */
  readonly from: CivilDate;
  readonly instrument: string;
}

const mostRows = 200;

/** Understands each row by itself; rows of one username and name become one person with several posts. */
export function readPastedPeople(text: string, setting: PastedSetting): PastedRow[] {
  const [first = [], ...rest] = pastedRows(text);
  const heading = columnsOfHeading(first);
  const rows = heading === undefined ? [first, ...rest] : rest;
  const columns = heading ?? columnsFor(Math.max(0, ...rows.map((row) => row.length)));
  const taken = new Map<string, string>();
  return rows
    .filter((row) => row.length > 0)
    .slice(0, mostRows)
    .map((row, index) => readRow(index + 1, cellsOf(row, columns), { setting, taken }));
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

const onceEach = (posts: NewPerson['posts']): NewPerson['posts'] => [
  ...new Map(posts.map((post) => [`${post.organisation} ${post.role}`, post])).values(),
];

const headings: Readonly<Record<PastedColumn, readonly string[]>> = {
  name: ['ho ten', 'ho va ten', 'ten', 'name', 'full name'],
  title: ['chuc vu', 'chuc danh', 'chuc vu/vai tro', 'title'],
  role: ['vai tro', 'nhiem vu', 'role'],
  organisation: ['don vi', 'co quan', 'don vi cong tac', 'co quan, don vi', 'organisation', 'unit'],
  username: ['ten dang nhap', 'tai khoan', 'username'],
  email: ['email', 'e-mail', 'thu dien tu', 'dia chi thu dien tu'],
};

type Columns = readonly (PastedColumn | undefined)[];

function columnsOfHeading(row: readonly string[]): Columns | undefined {
  const columns = row.map((cell) =>
    pastedColumns.find((column) => headings[column].includes(folded(cell).replaceAll(/\s*\/\s*/g, '/'))),
  );
  return columns.includes('name') && columns.filter((one) => one !== undefined).length > 1
    ? columns
    : undefined;
}

/** With five columns or fewer, one cell says title and role. */
const columnsFor = (count: number): Columns =>
  count > 5 ? pastedColumns : pastedColumns.filter((column) => column !== 'role');

function cellsOf(row: readonly string[], columns: Columns): Record<PastedColumn, string> {
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
  /** Names by username, of the rows above. */
  readonly taken: Map<string, string>;
}

function readRow(line: number, cells: PastedRow['cells'], { setting, taken }: Reading): PastedRow {
  const faults: { column: PastedColumn; code: string }[] = [];
  const organisation = organisationOf(cells.organisation, setting);
  const duties = cells.role === '' ? dutiesOfTitle(cells.title, organisation) : dutiesOf(cells.role);
  const username = cells.username === '' ? suggestUsername(cells.name, taken) : cells.username;
  if (organisation === undefined) faults.push({ column: 'organisation', code: 'unknown' });
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
    if (column !== undefined) faults.push({ column, code: message });
  }
  const person = parsed.data;
  if (person !== undefined) {
    const bearer = taken.get(person.username) ?? person.name;
    if (bearer !== person.name) faults.push({ column: 'username', code: 'usernameTaken' });
    taken.set(person.username, bearer);
  }
  return { line, cells: { ...cells, username }, person: faults.length === 0 ? person : undefined, faults };
}

function organisationOf(cell: string, { organisations }: PastedSetting) {
  if (cell === '') return organisations[0];
  const wanted = folded(cell);
  return organisations.find(({ name, shortName }) => folded(shortName) === wanted || folded(name) === wanted);
}

type Duty = Pick<Post, 'role' | 'capacity'>;

const head: Duty = { role: 'leader', capacity: 'head' };
const deputy: Duty = { role: 'leader', capacity: 'deputy' };

/** Words of the field, folded. A bare "chủ tịch" is none: of the committee, of the council, of a union? */
const dutyWords: Readonly<Record<string, Duty>> = {
  'nguoi de xuat': { role: 'proposer' },
  'can bo lam cong tac tdkt': { role: 'officer' },
  'can bo lam cong tac thi dua, khen thuong': { role: 'officer' },
  'can bo tdkt': { role: 'officer' },
  'cong chuc tdkt': { role: 'officer' },
  'can bo': { role: 'officer' },
  'chuyen vien': { role: 'officer' },
  'thu ky hoi dong': { role: 'secretary' },
  'thu ky hoi dong tdkt': { role: 'secretary' },
  'thu ky hd tdkt': { role: 'secretary' },
  'thanh vien hoi dong': { role: 'member' },
  'thanh vien hoi dong tdkt': { role: 'member' },
  'uy vien hoi dong': { role: 'member' },
  'uy vien hoi dong tdkt': { role: 'member' },
  'uy vien': { role: 'member' },
  'thanh vien': { role: 'member' },
  'lanh dao ky': head,
  'lanh dao': head,
  'cap truong': head,
  'lanh dao ky (cap truong)': head,
  'cap pho': deputy,
  'ky thay': deputy,
  'kt.': deputy,
  'lanh dao ky (cap pho)': deputy,
  'van thu': { role: 'clerk' },
  'can bo to chuc trao tang': { role: 'organiser' },
  'to chuc trao tang': { role: 'organiser' },
  'quan tri': { role: 'administrator' },
  'quan tri he thong': { role: 'administrator' },
  'kiem tra': { role: 'auditor' },
  'nguoi kiem tra': { role: 'auditor' },
};

/** Several roles in one cell stand apart by semicolons, plus signs or lines. */
function dutiesOf(cell: string): readonly Duty[] | undefined {
  const words = cell.split(/[;+|]/).map((word) => folded(word));
  const duties = words.filter((word) => word !== '').map((word) => dutyWords[word]);
  const known = duties.filter((duty) => duty !== undefined);
  return known.length === duties.length && known.length > 0 ? known : undefined;
}

/** Of a title alone: whoever heads the very office, or a title that is a role. */
function dutiesOfTitle(
  title: string,
  organisation: Pick<Organisation, 'headTitle'> | undefined,
): readonly Duty[] | undefined {
  const said = folded(title);
  const headTitle = folded(organisation?.headTitle ?? '');
  if (headTitle !== '' && said === headTitle) return [head];
  if (headTitle !== '' && said === `pho ${headTitle}`) return [deputy];
  return dutiesOf(title);
}

/** `Nguyễn Thị Lan` is `lan.nguyen`; the second one of a paste `lan.nguyen2`. */
function suggestUsername(name: string, taken: ReadonlyMap<string, string>): string {
  const words = folded(name)
    .replaceAll(/[^a-z ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return '';
  const plain = words.length === 1 ? `${words[0] ?? ''}.1` : `${words.at(-1) ?? ''}.${words[0] ?? ''}`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? plain : `${plain}${count}`;
    const bearer = taken.get(candidate);
    if (bearer === undefined || bearer === name) return candidate;
  }
}
