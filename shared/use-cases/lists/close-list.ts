import { close, type BarredRow } from '../../domain/list-acts.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import type { Case } from '../../domain/case.ts';
import type { List, ListRow } from '../../domain/list.ts';
import { judgedBy } from '../../domain/case-acts/change.ts';
import type { Organisation, Post } from '../../domain/directory.ts';
import { listNeedsOf } from '../../domain/step-needs.ts';
import { handsOnCase } from '../../domain/sealed-hands.ts';
import type { Item, Key, Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loadOrganisation, loadPerson } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { inRole, postsToday } from '../acting/sealed-hands.ts';
import { readRound } from '../rounds/routing.ts';
import { keepDecisionRules } from '../rules/judge-decision.ts';
import { earliestClosingDay } from './closing-day.ts';
import { barOf } from './gather.ts';
import type { ListDecided, ListScene } from './list-scene.ts';
import { numbered, readRowsOfList } from './rows-of-list.ts';
import { readMembers } from './session.ts';

/**
 * Names the signer, fixes order and hash, and finds every conflict of that signer with a row. Keeps what later acts on
 * the closed list go by: a letter's closing day, a session's members.
 */
export async function closeList(scene: ListScene, command: ListCommand<'close'>): Promise<ListDecided> {
  const { ports, setting } = scene;
  const list = scene.list.value;
  // Behind the list, not beside it: a hash over rows that are older than their list would be signed.
  const [found, posts, round, members] = await Promise.all([
    readRowsOfList(ports, list.id),
    command.signer === undefined ? [] : postsToday(ports, list.organisation),
    list.kind === 'letter' ? readRound(ports, list.round) : undefined,
    list.kind === 'session' ? readMembers(ports, list) : undefined,
  ]);
  const rows = numbered(list, found);
  const named = posts.find((post) => post.id === command.signer);
  const { name, office, cases } = named === undefined ? nobody : await readSigning(ports, named, rows);
  const signer = named !== undefined && mayBeNamed(named, list, cases, posts) ? named : undefined;
  const barred = signer === undefined || list.kind === 'session' ? [] : barredRows(list, signer, cases);
  const kept: Pick<List, 'closingDay' | 'members'> = {
    ...(list.kind === 'letter' ? { closingDay: await earliestClosingDay(ports, list, cases, round) } : {}),
    ...(members === undefined ? {} : { members }),
  };
  const change = close({ ...list, ...kept }, rows, signer, signer === undefined ? '' : name, barred, setting);
  const { reasons } = command;
  const lawful = await keepDecisionRules(ports, list, office, { rows, on: setting.today, reasons });
  return { change: judgedBy(lawful, change) };
}

interface Signing {
  readonly name: string;
  /** Where they sign. */
  readonly office?: Organisation | undefined;
  readonly cases: readonly Case[];
}

const nobody: Signing = { name: '', cases: [] };

/** The signer's name and office, and the cases that the signer may be barred from. */
async function readSigning(
  ports: Ports,
  { person, organisation }: Post,
  rows: readonly ListRow[],
): Promise<Signing> {
  const named = [keys.person(person), keys.organisation(organisation)];
  const [personItem, office, ...items] = await getAll(ports.store, [...named, ...caseKeys(rows)]);
  return {
    name: loadPerson(personItem)?.value.name ?? '',
    office: loadOrganisation(office),
    cases: parseCases(items),
  };
}

export async function casesOf(ports: Ports, rows: readonly ListRow[]): Promise<Case[]> {
  return parseCases(await getAll(ports.store, caseKeys(rows)));
}

const caseKeys = (rows: readonly ListRow[]): Key[] => rows.map((row) => keys.caseMeta(row.case));
const parseCases = (items: readonly (Item | undefined)[]): Case[] =>
  items.flatMap((item) => loadCase(item)?.value ?? []);

/** Of a sealed list somebody who may be named for each of its cases. `posts`: all of the signer's organisation. */
const mayBeNamed = (signer: Post, list: List, cases: readonly Case[], posts: readonly Post[]): boolean =>
  list.sealed === undefined || cases.every((subject) => signs(signer, { list, subject, posts }));

/** Whether this leader may be named to sign for a sealed case. `posts`: all of the leader's organisation. */
export const signs = (
  leader: Post,
  { list, subject, posts }: { list: List; subject: Case; posts: readonly Post[] },
): boolean =>
  inRole(handsOnCase(subject, leader.organisation, posts, signingNeeds(list)), 'leader').some(
    (post) => post.id === leader.id,
  );

/** What an appraiser's request needs that no step of its cases does. */
const signingNeeds = (list: List) => (list.kind === 'opinionRequest' ? listNeedsOf(list) : []);

function barredRows(list: List, signer: Post, cases: readonly Case[]): BarredRow[] {
  return cases.flatMap((subject) => {
    const bar = barOf(list, signer.person, subject);
    return bar === undefined ? [] : [{ case: subject.id, bar }];
  });
}
