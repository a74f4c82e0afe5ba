import { createHash } from 'node:crypto';
import type { Key } from '../ports.ts';

/**
 * Every key of the one table. A key format that isn't here (and in the table of docs/architecture.md) doesn't exist.
 * Index keys are given to items by their records; the index name stands beside each.
 */

const padded = (seq: number): string => String(seq).padStart(6, '0');

export const recordKinds = ['CASE', 'LIST', 'CEREMONY', 'REGISTER', 'LAW', 'ROOT', 'PAST', 'SLIP'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** `CASE#01J…`: what nudges, effects and histories are named by. */
export const recordId = (kind: RecordKind, id: string): string => `${kind}#${id}`;

export const keys = {
  caseMeta: (id: string): Key => ({ pk: `CASE#${id}`, sk: 'META' }),
  caseContent: (id: string): Key => ({ pk: `CASE#${id}`, sk: 'CONTENT' }),
  listMeta: (id: string): Key => ({ pk: `LIST#${id}`, sk: 'META' }),
  listOrder: (id: string): Key => ({ pk: `LIST#${id}`, sk: 'ORDER' }),
  listRow: (id: string, caseId: string): Key => ({ pk: `LIST#${id}`, sk: `ROW#${caseId}` }),
  ceremonyMeta: (id: string): Key => ({ pk: `CEREMONY#${id}`, sk: 'META' }),
  ceremonyAward: (id: string, caseId: string): Key => ({ pk: `CEREMONY#${id}`, sk: `AWARD#${caseId}` }),
  /** A decision of before, brought in with its rows: award history. */
  pastMeta: (id: string): Key => ({ pk: `PAST#${id}`, sk: 'META' }),
  pastRow: (id: string, line: number): Key => ({ pk: `PAST#${id}`, sk: `ROW#${padded(line)}` }),
  /** A proposal slip: what became of it, and beside it what it says. */
  slipMeta: (id: string): Key => ({ pk: `SLIP#${id}`, sk: 'META' }),
  slipContent: (id: string): Key => ({ pk: `SLIP#${id}`, sk: 'CONTENT' }),
  /** By a hash of the secret in the link, so that who reads the table or a backup can't use what is in it. */
  slipLink: (hash: string): Key => ({ pk: `SLIPLINK#${hash}`, sk: 'META' }),
  /** That one came through it on a day: an item each, so that many at once don't wait for one another. */
  slipOfDay: (hash: string, day: string, key: string): Key => ({
    pk: `SLIPLINK#${hash}`,
    sk: `DAY#${day}#${key}`,
  }),
  /** What was answered to a form. */
  slipSent: (hash: string, key: string): Key => ({ pk: `SLIPLINK#${hash}`, sk: `SENT#${key}` }),
  /** Whether an organisation takes slips in for a round, and by which link. */
  slipsOpen: (organisation: string, round: string): Key => ({
    pk: `ORG#${organisation}`,
    sk: `SLIPS#${round}`,
  }),
  /** One award stands in one ceremony at a time. */
  awardDrawn: (caseId: string): Key => ({ pk: `CASE#${caseId}`, sk: 'CEREMONY' }),

  entry: (record: string, seq: number): Key => ({ pk: record, sk: `ENTRY#${padded(seq)}` }),
  payload: (record: string, seq: number): Key => ({ pk: record, sk: `PAYLOAD#${padded(seq)}` }),
  file: (record: string, id: string): Key => ({ pk: record, sk: `FILE#${id}` }),
  fileOwner: (id: string): Key => ({ pk: `FILE#${id}`, sk: 'META' }),
  flow: (record: string): Key => ({ pk: record, sk: 'FLOW' }),
  effects: (record: string): Key => ({ pk: record, sk: 'EFFECTS' }),
  /** What still has effects to do, in sixteen partitions so that none is hot. */
  pending: (record: string): Key => ({ pk: `PENDING#${shardOf(record)}`, sk: record }),
  /** What changed since the last daily root, in as many. */
  unrooted: (record: string): Key => ({ pk: `UNROOTED#${shardOf(record)}`, sk: record }),

  /** The closing of the days: its history are the daily roots of the home. */
  closings: (): Key => ({ pk: recordId('ROOT', 'DAILY'), sk: 'META' }),
  /** What the root that is entry `seq` covers. */
  rootLeaves: (through: string, seq: number): Key => ({
    pk: recordId('ROOT', 'DAILY'),
    sk: `LEAVES#${through}#${padded(seq)}`,
  }),

  person: (id: string): Key => ({ pk: `PERSON#${id}`, sk: 'META' }),
  /** How this person's mails come, and the last one that gathered a day. */
  mailChoices: (person: string): Key => ({ pk: `PERSON#${person}`, sk: 'MAILS' }),
  username: (username: string): Key => ({ pk: `USERNAME#${username}`, sk: 'META' }),
  organisation: (id: string): Key => ({ pk: `ORG#${id}`, sk: 'META' }),
  holder: (organisation: string, role: string, post: string): Key => ({
    pk: `ORG#${organisation}`,
    sk: `POST#${role}#${post}`,
  }),
  council: (organisation: string, id: string): Key => ({ pk: `ORG#${organisation}`, sk: `COUNCIL#${id}` }),
  register: (organisation: string): Key => ({ pk: `REGISTER#${organisation}`, sk: 'META' }),
  /** Of the whole home: what its offices have set themselves. */
  ownLaw: (): Key => ({ pk: recordId('LAW', 'OWN'), sk: 'META' }),
  setting: (id: string): Key => ({ pk: recordId('LAW', 'OWN'), sk: `SETTING#${id}` }),
  /** Of the whole home: who may set it up. */
  founding: (): Key => ({ pk: 'FOUNDING', sk: 'META' }),
  /** Since when an organisation says that the past decisions of each level are complete. */
  historyKnown: (organisation: string): Key => ({ pk: `ORG#${organisation}`, sk: 'HISTORY' }),
  area: (id: string): Key => ({ pk: `AREA#${id}`, sk: 'META' }),
  serves: (area: string, organisation: string): Key => ({ pk: `AREA#${area}`, sk: `SERVES#${organisation}` }),

  round: (id: string): Key => ({ pk: `ROUND#${id}`, sk: 'META' }),
  admission: (round: string, organisation: string): Key => ({
    pk: `ROUND#${round}`,
    sk: `ADMISSION#${organisation}`,
  }),
  /** In the round's partition, so that one query counts; an item an organisation, so that none is hot. */
  quotaUsed: (round: string, organisation: string): Key => ({
    pk: `ROUND#${round}`,
    sk: `QUOTA#${organisation}`,
  }),
  /** In the round's partition, so that one query finds whose report shares a stretch with another. */
  reportMarks: (round: string, caseId: string): Key => ({ pk: `ROUND#${round}`, sk: `MARKS#${caseId}` }),
  /** The same under the office that entered it, and each that received it: so are their reports of other rounds and years found. */
  officeMarks: (organisation: string, caseId: string): Key => ({
    pk: `ORG#${organisation}`,
    sk: `MARKS#${caseId}`,
  }),
  sealedCount: (round: string): Key => ({ pk: `ROUND#${round}`, sk: 'SEALED' }),

  subject: (id: string): Key => ({ pk: `SUBJECT#${id}`, sk: 'META' }),
  subjectCase: (id: string, caseId: string): Key => ({ pk: `SUBJECT#${id}`, sk: `CASE#${caseId}` }),
  /** Under its subject, so that one query brings all its awards of before. */
  subjectPast: (id: string, decision: string, line: number): Key => ({
    pk: `SUBJECT#${id}`,
    sk: `PAST#${decision}#${padded(line)}`,
  }),
  guard: (round: string, subject: string): Key => ({ pk: `GUARD#${round}#${subject}`, sk: 'GUARD' }),

  inbox: (holder: string, dueOn: string, id: string): Key => ({
    pk: `INBOX#${holder}`,
    sk: `${dueOn}#${id}`,
  }),
  /** What an office has for commendation in a year, and beside it what each of its decisions takes. */
  fund: (organisation: string, year: number): Key => ({ pk: `FUND#${organisation}#${year}`, sk: 'META' }),
  fundTaken: (organisation: string, year: number, list: string): Key => ({
    pk: `FUND#${organisation}#${year}`,
    sk: `DECISION#${list}`,
  }),
  /** An award that anybody may read of, by the year of its decision and the organisation that entered it. */
  honour: (year: number, organisation: string, caseId: string): Key => ({
    pk: `HONOURS#${year}#${organisation}`,
    sk: caseId,
  }),
  /** Which organisations have any. */
  honouring: (year: number, organisation: string): Key => ({ pk: `HONOURING#${year}`, sk: organisation }),
  /** That a person saw the personal data of a record on a day. */
  viewed: (record: string, person: string, day: string): Key => ({
    pk: record,
    sk: `VIEWED#${person}#${day}`,
  }),
  /** How long a step took at an organisation, by the day on which it was settled. */
  pace: (organisation: string, step: string, settledOn: string, caseId: string): Key => ({
    pk: `PACE#${organisation}#${step}`,
    sk: `${settledOn}#${caseId}`,
  }),
  /** Where one nomination stands, by round and the organisation that entered it: what figures are counted of. */
  figureLine: (round: string, organisation: string, caseId: string): Key => ({
    pk: `LINES#${round}#${organisation}`,
    sk: caseId,
  }),
  /** The count of these lines; an item an organisation, so that one query counts a round. */
  roundFigures: (round: string, organisation: string): Key => ({ pk: `FIGURES#${round}`, sk: organisation }),
  /** Their awards, by the year of the decision. */
  awardFigures: (year: number, organisation: string, round: string): Key => ({
    pk: `AWARDED#${year}`,
    sk: `${organisation}#${round}`,
  }),
  /** Which rounds an organisation counts anything of. */
  roundSeen: (reader: string, year: number, round: string): Key => ({
    pk: `SEEN#${reader}`,
    sk: `${year}#${round}`,
  }),
  /** What must be counted again, in sixteen partitions. */
  recount: (round: string, organisation: string): Key => {
    const sk = `${round}#${organisation}`;
    return { pk: `RECOUNT#${shardOf(sk)}`, sk };
  },
  /** A case under its name, begun at one of its words; at each office that may read it, a partition a first letter. */
  searchName: (office: string, rotation: string, caseId: string): Key => ({
    pk: `SEARCH#${office}#${rotation.charAt(0)}`,
    sk: `${rotation}#${caseId}`,
  }),
  /** One word of the names that an office finds: with these a mistaken one is compared. */
  searchWord: (office: string, word: string): Key => ({ pk: `SEARCHWORDS#${office}`, sk: word }),
  /** Under what a case is found now. */
  searched: (caseId: string): Key => ({ pk: `SEARCHED#${caseId}`, sk: 'META' }),
  publicCode: (code: string): Key => ({ pk: `CODE#${code}`, sk: 'META' }),
  number: (organisation: string, type: string, year: number, number: string): Key => ({
    pk: `NUMBER#${organisation}#${type}#${year}`,
    sk: number,
  }),
  answer: (person: string, key: string): Key => ({ pk: `ANSWER#${person}`, sk: key }),
  notice: (person: string, day: string, event: string): Key => ({
    pk: `NOTICES#${person}`,
    sk: `${day}#${event}`,
  }),
  /** By a hash of the cookie's value, so that who reads the table or a backup can't use what is in it. */
  signIn: (hash: string): Key => ({ pk: `SIGNIN#${hash}`, sk: 'META' }),
  /** Until when sign-ins of this person are over. */
  signOut: (person: string): Key => ({ pk: `SIGNOUT#${person}`, sk: 'META' }),
  /** What somebody typed into the form of a page, and hasn't sent. */
  typing: (person: string, place: string): Key => ({ pk: `TYPING#${person}`, sk: place }),
  /** Of the whole home: from which export its office came. */
  importMark: (): Key => ({ pk: 'IMPORT', sk: 'META' }),
} as const;

/** Of what cases are found by. */
const searchKinds: readonly string[] = ['SEARCH', 'SEARCHWORDS', 'SEARCHED'];
export const isSearchItem = ({ pk }: Key): boolean => searchKinds.includes(pk.split('#', 1)[0] ?? '');

/**
 * First part of the partition keys that an office consists of, wherever it lives: an import takes in no other. Answers to
 * retries, sign-ins, what is typed and not sent, and the import's own mark are of one home.
 */
export const officeKinds: readonly string[] = [
  ...recordKinds,
  ...['FILE', 'PENDING', 'PERSON', 'USERNAME', 'ORG', 'FOUNDING', 'AREA', 'ROUND', 'SUBJECT', 'GUARD'],
  ...['INBOX', 'CODE', 'NUMBER', 'NOTICES', 'UNROOTED', 'PACE', 'FUND'],
  ...['HONOURS', 'HONOURING', 'SLIPLINK'],
  ...['LINES', 'FIGURES', 'AWARDED', 'SEEN', 'RECOUNT'],
  ...searchKinds,
];

export const prefixes = {
  entries: 'ENTRY#',
  payloads: 'PAYLOAD#',
  files: 'FILE#',
  rows: 'ROW#',
  awards: 'AWARD#',
  councils: 'COUNCIL#',
  admissions: 'ADMISSION#',
  quotasUsed: 'QUOTA#',
  reportMarks: 'MARKS#',
  rootLeaves: 'LEAVES#',
  holders: (role: string) => `POST#${role}#`,
  settings: 'SETTING#',
  serves: 'SERVES#',
  subjectCases: 'CASE#',
  fundTaken: 'DECISION#',
  subjectPast: 'PAST#',
  slipsOpen: 'SLIPS#',
  slipsOfDay: (day: string) => `DAY#${day}#`,
  views: 'VIEWED#',
  viewsOf: (person: string) => `VIEWED#${person}#`,
} as const;

/** Which record a mark says effects are due of; undefined for any other item. */
export function pendingRecordOf({ pk, sk }: Key): string | undefined {
  return pendingPartitions.includes(pk) && recordKinds.some((kind) => sk.startsWith(`${kind}#`))
    ? sk
    : undefined;
}

/** Whether an item is a notice of somebody. */
export const isNotice = ({ pk }: Key): boolean => pk.startsWith('NOTICES#');

/** Inboxes are of a role at an organisation; what is sealed waits apart, for whoever handles that there. */
export const inboxOfRole = (organisation: string, role: string): string => `${organisation}#${role}`;
export const inboxOfSealed = (organisation: string): string => `${organisation}#sealed`;

export const indexes = {
  /** g1 on CASE META: cases that an organisation entered, by status. */
  casesOfOrganisation: (organisation: string, status = '', id = ''): Key => ({
    pk: `CASES#${organisation}`,
    sk: `${status}#${id}`,
  }),
  /** g2 on CASE META: cases a person typed. */
  casesOfPerson: (person: string, id = ''): Key => ({ pk: `TYPED#${person}`, sk: id }),
  /** g1 on LIST META: lists of an organisation by state. */
  listsOfOrganisation: (organisation: string, state = '', id = ''): Key => ({
    pk: `LISTS#${organisation}`,
    sk: `${state}#${id}`,
  }),
  /** g2 on LIST META, once issued: letters that came to an organisation. */
  listsReceived: (organisation: string, date = '', id = ''): Key => ({
    pk: `RECEIVED#${organisation}`,
    sk: `${date}#${id}`,
  }),
  /** g3 on LIST META: sessions of a council. */
  sessionsOfCouncil: (council: string, id = ''): Key => ({ pk: `SESSIONS#${council}`, sk: id }),
  /** g1 on CEREMONY META: ceremonies by day. */
  ceremonies: (day = '', id = ''): Key => ({ pk: 'CEREMONIES', sk: `${day}#${id}` }),
  /** g1 on PAST META: decisions of before that an organisation brought in. */
  pastOfOrganisation: (organisation: string, date = '', id = ''): Key => ({
    pk: `PASTS#${organisation}`,
    sk: `${date}#${id}`,
  }),
  /** g1 on SLIP META: slips of an organisation by state, oldest first. */
  slipsOfOrganisation: (organisation: string, state = '', id = ''): Key => ({
    pk: `SLIPS#${organisation}`,
    sk: `${state}#${id}`,
  }),
  /** g2 on SLIP META, unless it stands for a nomination or is erased: by the day on which its round ends. */
  slipsToErase: (roundEnd = '', id = ''): Key => ({ pk: 'SLIPENDS', sk: `${roundEnd}#${id}` }),
  /** g1 on ROUND META. */
  rounds: (year = '', id = ''): Key => ({ pk: 'ROUNDS', sk: `${year}#${id}` }),
  /** g1 on SUBJECT META, never of a sealed one: suggestions by folded name and birth year. */
  likeness: (likeness: string, id = ''): Key => ({ pk: `LIKE#${likeness}`, sk: id }),
  /** g1 on notices whose mail isn't sent yet. */
  unsentMails: (notice = ''): Key => ({ pk: 'UNSENT', sk: notice }),
  /** g1 on notices whose mail is held for the mail of the day, by when that goes. */
  heldMails: (until = '', notice = ''): Key => ({ pk: 'HELD', sk: `${until}#${notice}` }),
  /** g2 on notices that their person hasn't read. */
  unreadNotices: (person: string, notice = ''): Key => ({ pk: `UNREAD#${person}`, sk: notice }),
  /** g3 on notices of a closed agenda. */
  agendasTold: (person: string, notice = ''): Key => ({ pk: `AGENDAS#${person}`, sk: notice }),
  /** g1 on FLOW: waits by when to look again. */
  waits: (lookAgainAt = '', record = ''): Key => ({ pk: 'WAITS', sk: `${lookAgainAt}#${record}` }),
  /** g1 on ORG META and PERSON META: the directory. */
  organisations: (name = '', id = ''): Key => ({ pk: 'ORGANISATIONS', sk: `${name}#${id}` }),
  people: (username = ''): Key => ({ pk: 'PEOPLE', sk: username }),
} as const;

const markShards = 16;

function shardOf(record: string): number {
  return createHash('sha256').update(record).digest().readUInt8(0) % markShards;
}

const partitions = (name: string): readonly string[] =>
  Array.from({ length: markShards }, (_, shard) => `${name}#${shard}`);

export const pendingPartitions = partitions('PENDING');
export const unrootedPartitions = partitions('UNROOTED');
export const recountPartitions = partitions('RECOUNT');
