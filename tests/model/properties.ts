import { isEnded, standingOf } from '#shared/domain/case.ts';
import type { Role } from '#shared/domain/directory.ts';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { awaited } from '#shared/domain/opinion.ts';
import { hasOutcome } from '#shared/domain/list.ts';
import type { InboxRow } from '#shared/records/inbox-record.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { canonicalOf, hashNow } from './canonical.ts';
import { inPost } from './hands.ts';
import { situationOf, type CaseSituation, type ListSituation } from './situation.ts';
import type { Move } from './move.ts';
import type { Tried, Visit } from './walk.ts';
import { toldOfItsEnd } from './way-moves.ts';
import type { World } from './world.ts';

/**
 * What must hold in every state of the world. `patient`: a case on its way may have to wait for the next day on which
 * something is due. `away`: what nobody acts on here, though it may stand anywhere.
 * @returns what doesn't hold, in words
 */
export async function faultsIn(
  world: World,
  visit: Visit,
  { patient = false, away = new Set() }: { patient?: boolean; away?: ReadonlySet<string> } = {},
): Promise<string[]> {
  const { situation } = visit;
  const inbox = world.store.items().filter((item) => item.pk.startsWith('INBOX#'));
  const rows = inbox.map((item) => item.body as unknown as InboxRow);
  return [
    ...situation.cases
      .filter(({ record }) => !away.has(record))
      .flatMap((one) => unheld(world, visit, one, { rows, patient })),
    ...situation.lists.flatMap((one) => [
      ...(away.has(one.record) ? [] : unkept(world, visit, one, rows)),
      ...wronglySigned(one),
    ]),
    ...(await lateTokens(world, visit)),
    ...(await broken(world, visit)),
  ];
}

const isTaken = ({ to }: Tried): boolean => typeof to === 'number';

/** Whether whoever has the row in their inbox can do something that moves on what it stands for. */
function isAnswered(
  { clock }: World,
  { tried }: Visit,
  { holder }: InboxRow,
  records: readonly string[],
): boolean {
  const [organisation = '', role = ''] = holder.split('#');
  const office = organisationIdSchema.parse(organisation);
  return tried.some(
    (one) =>
      isTaken(one) &&
      one.move.by !== undefined &&
      records.includes(one.move.record) &&
      inPost(one.move.by, office, role as Role, clock.today()),
  );
}

/** A case that is under way waits for exactly one office that can act on it, or is on its way to one. */
function unheld(
  world: World,
  visit: Visit,
  one: CaseSituation,
  { rows, patient }: { rows: readonly InboxRow[]; patient: boolean },
): string[] {
  const { subject, record } = one;
  const { lists } = visit.situation;
  const list = lists.find((candidate) => candidate.list.id === subject.list);
  const standing = standingOf(subject);
  const inHands = standing === 'inList' ? list : undefined;
  const own = rows.filter(({ asked }) => asked !== true);
  const waiting = own.filter(({ id }) => id === subject.id || id === inHands?.list.id);
  const ends = isEnded(subject.status);
  const leaves = standing === 'moving' || (inHands !== undefined && hasOutcome(inHands.list));
  if (standing === 'draft')
    return visit.tried.some((tried) => isTaken(tried) && tried.move.record === record)
      ? []
      : [`${record} is a draft that nobody can do anything with`];
  if (ends || leaves) {
    const stray = waiting.map(
      ({ holder }) => `${record} is ${standing}, and stands in the inbox of ${holder}`,
    );
    const still = leaves && !visit.tried.some((tried) => isTaken(tried) && isSure(tried.move, patient));
    return still ? [...stray, `${record} is on its way, and nothing moves it`] : stray;
  }
  const [row, second] = waiting;
  if (row === undefined) return [`${record} is ${standing} and waits for nobody`];
  if (second !== undefined) return [`${record} waits for ${row.holder} and for ${second.holder}`];
  // Offices that are asked are looked at with the request.
  const awaits = inHands?.list.kind === 'opinionRequest' && inHands.list.state === 'ISSUED';
  if (awaits || awaited(subject).length > 0) return [];
  const records = inHands === undefined ? [record, ...gathering(visit)] : [inHands.record, record];
  return isAnswered(world, visit, row, records)
    ? []
    : [`${record} is ${standing} and waits for ${row.holder}, who can't do anything`];
}

/** That an execution ended is told at best; what is left when it isn't must do. */
const isSure = ({ kind, name }: Move, patient: boolean): boolean =>
  (kind === 'onTheWay' && name !== toldOfItsEnd) || (patient && kind === 'time');

/** A case is taken onto a list by an act on the list; one that was closed and emptied is opened again for it. */
const gathering = ({ situation }: Visit): string[] =>
  situation.lists
    .filter(({ list }) => list.state === 'GATHERING' || (list.state === 'CLOSED' && list.rows === 0))
    .map(({ record }) => record);

/** A list that isn't over waits for exactly one office; one without rows may wait for cases to come. */
function unkept(world: World, visit: Visit, one: ListSituation, rows: readonly InboxRow[]): string[] {
  const { list, record } = one;
  const [asked = [], waiting = []] = [true, undefined].map((whose) =>
    rows.filter((row) => row.id === list.id && row.asked === whose),
  );
  const unasked = unaskedFor(world, visit, one, asked);
  if (unasked.length > 0) return unasked;
  if (hasOutcome(list)) return waiting.map(({ holder }) => `${record} is over and waits for ${holder}`);
  const [row, second] = waiting;
  if (row === undefined || second !== undefined)
    return [`${record} is ${list.state} and waits for ${String(waiting.length)} offices`];
  if (list.state === 'GATHERING' && list.rows === 0) return [];
  // Its asker waits for those who are asked.
  if (asked.length > 0) return [];
  const acts = visit.tried.some((tried) => isTaken(tried) && tried.move.record === record);
  const kept = isAnswered(world, visit, row, [record]);
  if (kept) return [];
  return [
    `${record} is ${list.state}, ${acts ? `${row.holder} keeps it but others must act` : 'and nobody can do anything'}`,
  ];
}

/** Each office that owes an answer has the request in its inbox, once, and can answer at rest; nobody else has. */
function unaskedFor(
  world: World,
  visit: Visit,
  { list, record }: ListSituation,
  asked: readonly InboxRow[],
): string[] {
  const owing = (list.state === 'ISSUED' ? (list.asked ?? []) : []).filter(({ left }) => left > 0);
  const holders = owing.map(({ organisation }) => `${organisation}#officer`).sort();
  const found = asked.map(({ holder }) => holder).sort();
  if (holders.join() !== found.join())
    return [`${record} awaits answers of ${holders.join()}, and waits for ${found.join()}`];
  // A case that was withdrawn takes its row off by an effect.
  if (!isResting(visit.tried)) return [];
  return asked
    .filter((row) => !isAnswered(world, visit, row, [record]))
    .map(({ holder }) => `${record} waits for ${holder}, who can't answer`);
}

/** A signature names the hash it saw, and what it saw is what goes out. */
function wronglySigned({ list, rows, record }: ListSituation): string[] {
  if (list.signature === undefined || list.state === 'GATHERING' || list.state === 'CLOSED') return [];
  const right = list.signature.hash === list.hash && list.hash === hashNow({ list, rows });
  return right ? [] : [`${record} is ${list.state} with rows that its signature didn't see`];
}

/** A token that was used, or whose wait is over, moves nothing any more. */
async function lateTokens(world: World, { situation, saved }: Visit): Promise<string[]> {
  const late = world.flows.spentTokens();
  if (late.length === 0) return [];
  const before = canonicalOf(situation, world.clock.office());
  for (const token of late) {
    const answer = await world.ports.workflow.resume(token, { look: 'again' });
    if (answer !== 'gone') return [`${token} was used again`];
  }
  const same = canonicalOf(situationOf(world), world.clock.office()) === before;
  world.restore(saved);
  return same ? [] : ['a late token moved something'];
}

/** Nothing is on its way, and nothing waits for a day on which somebody looks after it. */
export const isResting = (tried: readonly Tried[]): boolean =>
  !tried.some(({ move }) => move.kind === 'onTheWay' || (move.kind === 'time' && move.detour !== true));

/** What must hold of any store; and of one at rest, once nothing is on its way any more. */
async function broken(world: World, { tried, saved }: Visit): Promise<string[]> {
  const found = isResting(tried)
    ? await brokenAtRest(world)
    : await brokenInvariants(world.store, async () => world.store.items(), false);
  world.restore(saved);
  return found;
}

/** What must hold when nothing is on its way, once the last notices are given. */
export async function brokenAtRest({ store, ports }: World): Promise<string[]> {
  const marks = store.items().filter((item) => item.pk.startsWith('PENDING#'));
  for (const { sk } of marks) await catchUp(ports, sk);
  return brokenInvariants(store, async () => store.items());
}
