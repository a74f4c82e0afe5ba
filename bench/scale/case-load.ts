import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { startDecision, startLetter, startSession } from '#shared/use-cases/lists/new-list.ts';
import { desks, walkIn, type Desk, type Walk } from '#tests/support/case-walk.ts';
import { keepMinutes } from '#tests/support/minutes.ts';
import { areas, councils, december, organisations, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';
import type { Item } from '#shared/ports.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { createCountingStore, type Trip } from './counting-store.ts';
import { countStates, type States } from './state-count.ts';

/** Units by partition key: `PENDING`, `by-g1/WAITS`, `INBOX#{police}#officer`. Ids of records are `*`. */
export type Load = ReadonlyMap<string, { readonly readUnits: number; readonly writeUnits: number }>;

/** What one phase of the way asks of each partition: once a list (or once, where there is none), and for each case. */
export interface Phase {
  readonly name: PhaseName;
  readonly aList: Load;
  readonly aCase: Load;
}

export const phaseNames = [
  ...(['draft', 'submit'] as const),
  ...(['ward gathers for session', 'ward results', 'ward concludes'] as const),
  ...(['ward gathers letter', 'ward signs', 'ward issues'] as const),
  ...(['receive', 'recommend'] as const),
  ...(['police gather letter', 'police sign', 'police issue'] as const),
  ...(['district gathers for session', 'district results', 'district concludes'] as const),
  ...(['district gathers decision', 'district signs', 'district issues'] as const),
] as const;
export type PhaseName = (typeof phaseNames)[number];

/** What is left of a walk, and what it asked of others than the table. */
export interface Traces {
  readonly items: readonly Item[];
  readonly states: States;
  readonly mails: number;
  /** Commits that left a mark for effects. */
  readonly marks: number;
}

interface WayMeasured {
  readonly phases: readonly Phase[];
  /** Of a walk with one case, and with two. */
  readonly alone: Traces;
  readonly both: Traces;
}

/** Measured by the use cases, effects and flow of one case and of two: what the second one adds is a case's own. */
export async function measureWay(): Promise<WayMeasured> {
  const [one, two] = [await walkThrough(1), await walkThrough(2)];
  const phases = phaseNames.map((name): Phase => {
    const [alone, both] = [one.loads.get(name) ?? new Map(), two.loads.get(name) ?? new Map()];
    const aCase = minus(both, alone);
    return { name, aCase, aList: minus(alone, aCase) };
  });
  return { phases, alone: one.traces, both: two.traces };
}

function minus(load: Load, less: Load): Load {
  const left = [...new Set([...load.keys(), ...less.keys()])].map((key) => {
    const [from, off] = [load.get(key), less.get(key)];
    const readUnits = Math.max(0, (from?.readUnits ?? 0) - (off?.readUnits ?? 0));
    const writeUnits = Math.max(0, (from?.writeUnits ?? 0) - (off?.writeUnits ?? 0));
    return [key, { readUnits, writeUnits }] as const;
  });
  return new Map(left.filter(([, { readUnits, writeUnits }]) => readUnits + writeUnits > 0));
}

interface Course {
  readonly home: TestHome;
  readonly walk: Walk;
  readonly cases: readonly CaseId[];
  readonly phase: (name: PhaseName, act: () => Promise<unknown>) => Promise<void>;
}

interface WalkedThrough {
  readonly loads: ReadonlyMap<PhaseName, Load>;
  readonly traces: Traces;
}

async function walkThrough(count: number): Promise<WalkedThrough> {
  const database = openDatabase(':memory:');
  const counting = createCountingStore(createSqliteStore(database));
  const home = await createTestHome({ store: counting });
  const states = await countStates(home.ports.database);
  let marks = 0;
  const loads = new Map<PhaseName, Load>();
  const cases: CaseId[] = [];
  const course: Course = {
    home,
    walk: walkIn(home),
    cases,
    async phase(name, act) {
      counting.take();
      await act();
      await home.settle();
      const trips = counting.take();
      marks += trips.filter(leavesMark).length;
      loads.set(name, loadOf(trips));
    },
  };
  await course.phase('draft', async () => {
    for (let n = 0; n < count; n += 1)
      cases.push(await draftNomination(home.ports, { name: `Nguyễn Thị ${String.fromCharCode(65 + n)}` }));
  });
  await each(course, 'submit', people.wardOfficer);
  await holdSession(course, 'ward');
  await sendLetter(course, 'ward');
  await each(course, 'receive', people.policeOfficer);
  await each(course, 'recommend', people.policeOfficer);
  await sendLetter(course, 'police');
  await holdSession(course, 'district');
  await decide(course);
  const { sent } = home.ports.mailer;
  return { loads, traces: { items: itemsIn(database), states: states(), mails: sent.length, marks } };
}

/** A mark that is dropped goes alone. */
const leavesMark = ({ operation, touches }: Trip): boolean =>
  operation === 'commit' &&
  touches.length > 1 &&
  touches.some(({ partition }) => partition.startsWith('PENDING#'));

const each = (
  { phase, walk, cases }: Course,
  name: 'submit' | 'receive' | 'recommend',
  who: Desk['officer'],
) =>
  phase(name, async () => {
    for (const id of cases) await walk.act(who, id, name);
  });

async function holdSession({ home, walk, cases, phase }: Course, level: 'ward' | 'district'): Promise<void> {
  const council = councils[level];
  const who = level === 'ward' ? people.wardSecretary : people.districtSecretary;
  const chair = level === 'ward' ? people.wardLeader.id : people.districtLeader.id;
  const { ports } = home;
  const lists: ListId[] = [];
  await phase(`${level} gathers for session`, async () => {
    const held = { council: council.id, heldOn: ports.clock.today(), round: december.id, sealed: false };
    const { organisation } = council;
    const { id } = await startSession(ports, asks(who), { organisation, title: 'Họp xét', ...held });
    lists.push(listIdSchema.parse(id));
    await gatherAll(home, who, lists, cases);
  });
  const [list] = lists;
  if (list === undefined) throw new RangeError('no session was started');
  await phase(`${level} results`, async () => {
    await walk.onList(who, list, 'close');
    await walk.onList(who, list, 'presence', { chair });
    for (const one of cases) {
      const result = { case: one, outcome: 'agreed', agreed: council.members.length };
      await walk.onList(who, list, 'result', result);
    }
  });
  await phase(`${level} concludes`, async () => {
    await keepMinutes(ports, who, list);
    await walk.onList(who, list, 'conclude');
  });
}

const drawn = { title: 'Danh sách', caseKind: 'nomination', sealed: false, round: december.id } as const;

async function sendLetter({ home, walk, cases, phase }: Course, at: 'ward' | 'police'): Promise<void> {
  const { ports } = home;
  const desk = desks[at];
  const lists: ListId[] = [];
  await phase(at === 'ward' ? 'ward gathers letter' : 'police gather letter', async () => {
    const { organisation } = desk;
    const { id } = await startLetter(ports, asks(desk.officer), { ...drawn, organisation });
    lists.push(listIdSchema.parse(id));
    await gatherAll(home, desk.officer, lists, cases);
  });
  for (const list of lists) {
    await phase(at === 'ward' ? 'ward signs' : 'police sign', async () => {
      await walk.close(desk, list);
      await walk.sign(desk.leader, list);
    });
    await phase(at === 'ward' ? 'ward issues' : 'police issue', () => walk.issue(desk, list));
  }
}

async function decide({ home, walk, cases, phase }: Course): Promise<void> {
  const { ports } = home;
  const desk = desks.district;
  const lists: ListId[] = [];
  await phase('district gathers decision', async () => {
    const { organisation } = desk;
    const { id } = await startDecision(ports, asks(desk.officer), { ...drawn, organisation, origin: 'here' });
    lists.push(listIdSchema.parse(id));
    await gatherAll(home, desk.officer, lists, cases);
  });
  for (const list of lists) {
    await phase('district signs', async () => {
      await walk.close(desk, list);
      await walk.sign(desk.leader, list);
    });
    await phase('district issues', () => walk.issue(desk, list));
  }
}

async function gatherAll(
  { ports }: TestHome,
  who: Desk['officer'],
  [list]: readonly ListId[],
  cases: readonly CaseId[],
): Promise<void> {
  if (list === undefined) throw new RangeError('no list was started');
  const rows = listCommands.gather.parse({ cases: cases.map((one) => ({ case: one })) });
  await gather(ports, asks(who), list, rows);
}

function loadOf(trips: readonly Trip[]): Load {
  const load = new Map<string, { readUnits: number; writeUnits: number }>();
  for (const { partition, readUnits, writeUnits } of trips.flatMap((trip) => trip.touches)) {
    const key = shortened(partition);
    const before = load.get(key) ?? { readUnits: 0, writeUnits: 0 };
    load.set(key, {
      readUnits: before.readUnits + readUnits,
      writeUnits: before.writeUnits + writeUnits,
    });
  }
  return load;
}

const roles: readonly (readonly [string, string])[] = [
  [areas.city.id, '{city}'],
  [areas.district.id, '{district}'],
  [areas.ward.id, '{ward}'],
  [organisations.wardCommittee.id, '{ward}'],
  [organisations.districtPolice.id, '{police}'],
  [organisations.districtCommittee.id, '{district}'],
  [councils.ward.id, '{ward council}'],
  [councils.district.id, '{district council}'],
  [december.id, '{round}'],
  ...Object.entries(people).map(([role, { id }]) => [id, `{${role}}`] as const),
  ...Object.entries(people).flatMap(([role, { posts }]) =>
    posts.map(({ id }) => [id, `{post of ${role}}`] as const),
  ),
];

function shortened(partition: string): string {
  const named = roles.reduce((text, [id, role]) => text.replaceAll(id, role), partition);
  return named
    .replace(/^(PENDING|UNROOTED|RECOUNT)#.*/, '$1')
    .replace(/^CODE#.*/, 'CODE#*')
    .replace(/LIKE#.*/, 'LIKE#*')
    .replaceAll(/[0-9A-HJKMNP-TV-Z]{26}/g, '*');
}
