import type { Case } from '#shared/domain/case.ts';
import type { Ceremony } from '#shared/domain/ceremony.ts';
import { councilSchema, type Council } from '#shared/domain/directory.ts';
import { patched, type Document } from '#shared/domain/document-patch.ts';
import type { Entry } from '#shared/domain/history.ts';
import type { List, ListRow } from '#shared/domain/list.ts';
import { dayOf } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports.ts';
import { parseEntryItem } from '#shared/records/history-record.ts';
import { decode } from '#shared/records/item.ts';
import { parseNotice, type Notice } from '#shared/records/notice-record.ts';
import {
  caseTellings,
  linkedTellings,
  ceremonyTellings,
  listTellings,
  settingTellings,
  standing,
  type Telling,
} from './notices-due.ts';
import { holding, peopleOf, readPostsAt, type PostsAt } from './who-held.ts';

/** A record after each of its entries: codes of its items by sort key, without words. */
type States = readonly ReadonlyMap<string, Document>[];

interface History {
  readonly entries: readonly Entry[];
  /** One an entry. */
  readonly states: States;
}

interface World {
  readonly histories: ReadonlyMap<string, History>;
  readonly posts: PostsAt;
  readonly councils: readonly Council[];
}

/** One notice that an entry gives cause to. `sure`: in whatever state of record and directory its effects ran. */
interface Due {
  readonly key: string;
  readonly kind: Notice['kind'];
  readonly origin: string;
  readonly sure: boolean;
}

/**
 * Notices against the histories: who had to be told and wasn't, who was told twice or without cause. Effects say what they find when
 * they run. So what an entry says of a state that the record has left since (a step that was opened, a list that waited
 * to be signed) is only demanded while it stands; at rest after each death that is every one of the last moment.
 * Notices of the directory's registers are held to their entries only: tests/api/setup.test.ts says whom each act tells.
 * @param resting effects have caught up: only then anything may be missed
 */
export function brokenNotices(all: readonly Item[], resting: boolean): string[] {
  const notices = all.filter(({ pk }) => pk.startsWith('NOTICES#')).map(parseNotice);
  const world = readWorld(all);
  const due = Map.groupBy(
    [...world.histories.values()].flatMap((history) => dueOf(world, history)),
    ({ key }) => key,
  );
  const told = new Set(notices.map(keyOf));
  const missed = [...due].filter(([key, causes]) => !told.has(key) && causes.some(({ sure }) => sure));
  return [
    ...doubled(notices),
    ...notices.flatMap((notice) => withoutCause(world, notice, due.get(keyOf(notice)) ?? [])),
    ...(resting ? missed.map(([key, [cause]]) => `not told: ${cause?.kind ?? ''} ${key}`) : []),
  ];
}

const keyOf = ({ person, on, event }: Pick<Notice, 'on' | 'event'> & { person: string }): string =>
  `${person} ${on} ${event}`;

/** What is said once a day (a reminder, what came with one list) bears no entry's number. */
function doubled(notices: readonly Notice[]): string[] {
  const numbered = notices
    .filter(({ event }) => /\/\d+$/.test(event))
    .map(({ person, event }) => `${person} ${event}`);
  return numbered.filter((key, index) => numbered.indexOf(key) !== index).map((key) => `told twice: ${key}`);
}

function withoutCause({ histories }: World, notice: Notice, causes: readonly Due[]): string[] {
  const [record = '', seq] = notice.origin.split('/');
  const entry = histories.get(record)?.entries[Number(seq) - 1];
  const caused = record.startsWith('REGISTER#')
    ? entry !== undefined && notice.event === notice.origin
    : causes.some(({ kind, origin }) => kind === notice.kind && origin === notice.origin);
  return caused
    ? []
    : [`told without cause: ${notice.kind} ${keyOf(notice)} by ${notice.origin} (${entry?.act ?? 'none'})`];
}

function readWorld(all: readonly Item[]): World {
  const entries = all.filter(({ sk }) => sk.startsWith('ENTRY#')).map((item) => parseEntryItem(item).entry);
  const histories = new Map(
    [...Map.groupBy(entries, ({ record }) => record)].map(([record, own]) => {
      const inOrder = own.toSorted((one, other) => one.seq - other.seq);
      return [record, { entries: inOrder, states: statesOf(inOrder) }] as const;
    }),
  );
  const councils = all
    .filter(({ sk }) => sk.startsWith('COUNCIL#'))
    .map((item) => decode(councilSchema, item));
  return { histories, posts: readPostsAt(all, entries), councils };
}

function statesOf(entries: readonly Entry[]): States {
  const states: Map<string, Document>[] = [];
  for (const { change = {} } of entries) {
    const state = new Map(states.at(-1));
    for (const [sk, patch] of Object.entries(change)) {
      const after = patch === null ? undefined : patched(state.get(sk), patch);
      if (after === undefined) state.delete(sk);
      else state.set(sk, after);
    }
    states.push(state);
  }
  return states;
}

/** Words are never asked for here, so that the codes of a record serve as the record. */
const metaOf = (state: ReadonlyMap<string, Document> | undefined): Document => state?.get('META') ?? {};

function dueOf(world: World, { entries, states }: History): Due[] {
  return entries.flatMap((entry, index) => {
    const inEach = states.slice(index).map((state) => tellingsOf(world, entry, state));
    return inEach.every(({ length }) => length === 0) ? [] : merged(entry, inEach);
  });
}

/** Sure is what is sure in whichever state the effects found. */
function merged(entry: Entry, inEach: readonly (readonly Telling[])[]): Due[] {
  const origin = `${entry.record}/${String(entry.seq)}`;
  const on = dayOf(entry.at);
  const possible = new Map<string, Due>();
  const times = new Map<string, number>();
  for (const tellings of inEach) {
    const sure = new Set<string>();
    for (const { kind, event = origin, to } of tellings) {
      const text = (person: string): string => keyOf({ person, on, event });
      for (const key of to.possible.map(text))
        possible.set(`${key} ${kind}`, { key, kind, origin, sure: false });
      for (const key of to.sure.map(text)) sure.add(`${key} ${kind}`);
    }
    for (const one of sure) times.set(one, (times.get(one) ?? 0) + 1);
  }
  return [...possible].map(([text, due]) => ({ ...due, sure: times.get(text) === inEach.length }));
}

function tellingsOf(world: World, entry: Entry, state: ReadonlyMap<string, Document>): readonly Telling[] {
  const [kind = ''] = entry.record.split('#');
  const posts = world.posts(entry);
  if (kind === 'CASE') {
    const subject = metaOf(state) as unknown as Case;
    const onList = statesFrom<List>(world, entry, `LIST#${subject.list ?? ''}`);
    const linked = statesFrom<Case>(world, entry, `CASE#${subject.linkedTo ?? ''}`);
    const own = caseTellings[entry.act]?.({ entry, posts, subject, onList }) ?? [];
    return [...own, ...linkedTellings({ entry, posts, subject, onList: [] }, linked)];
  }
  if (kind === 'LIST') {
    const list = metaOf(state) as unknown as List;
    const rows = standing(
      [...state].flatMap(([sk, row]) => (sk.startsWith('ROW#') ? [row as unknown as ListRow] : [])),
    );
    const cases = rows.map(
      (row) => metaOf(world.histories.get(`CASE#${row.case}`)?.states.at(-1)) as unknown as Case,
    );
    const council = world.councils.find(({ id }) => id === list.council);
    return listTellings[entry.act]?.({ entry, posts, list, cases, council }) ?? [];
  }
  if (kind === 'CEREMONY') {
    const told = ceremonyTellings[entry.act];
    const { host } = metaOf(state) as unknown as Ceremony;
    return told === undefined ? [] : [{ kind: told, to: peopleOf(holding(posts, 'organiser', host)) }];
  }
  if (kind === 'LAW') {
    const setting = state.get(`SETTING#${String(entry.facts['setting'])}`);
    return settingTellings({ entry, posts }, String(setting?.['proposedBy']));
  }
  if (kind !== 'ROOT' || entry.facts['records'] === 0) return [];
  return [{ kind: 'DaysClosed', to: peopleOf(holding(posts, 'auditor')) }];
}

/** The states that another record may have been in when effects of this entry asked for it. */
function statesFrom<T>({ histories }: World, entry: Entry, record: string): T[] {
  const history = histories.get(record);
  if (history === undefined) return [];
  const before = history.entries.findLastIndex(({ machineAt }) => machineAt < entry.machineAt);
  return history.states.slice(Math.max(before, 0)).map((state) => metaOf(state) as unknown as T);
}
