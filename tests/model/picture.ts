import { standingOf } from '#shared/domain/case.ts';
import type { ListKind } from '#shared/domain/list.ts';
import type { Move } from './move.ts';
import type { CaseSituation, Situation } from './situation.ts';
import { actsIn, begin } from './small-worlds.ts';
import { walk } from './walk.ts';
import { movesOnTheWay } from './way-moves.ts';
import { everyWay, type Way } from './ways.ts';
import { createWorld } from './world.ts';

/** One arrow of a picture: from, to, and what leads there. */
export interface Passage {
  readonly from: string;
  readonly by: string;
  readonly to: string;
}

/** What a move has made of the cases and of the lists. */
export interface Passages {
  readonly cases: readonly Passage[];
  readonly lists: readonly Passage[];
}

export function passagesIn(before: Situation, move: Move, after: Situation): Passages {
  const isOwn = (record: string): boolean => move.kind === 'act' && move.record === record;
  return {
    cases: before.cases.flatMap((one) => {
      const next = after.cases.find(({ record }) => record === one.record);
      if (next === undefined) return [];
      const by = move.kind === 'act' ? move.name : followed(one, before);
      return passage(placeOf(one), by, placeOf(next), isOwn(one.record));
    }),
    lists: [...before.listStates].flatMap(([record, state]) => {
      const next = after.listStates.get(record);
      return next === undefined ? [] : passage(state, move.name, next, isOwn(record));
    }),
  };
}

/** What changes nothing is worth an arrow only where somebody did it to this very record. */
function passage(from: string, by: string, to: string, own: boolean): Passage[] {
  return from !== to || own ? [{ from, by, to }] : [];
}

const placeOf = ({ subject }: CaseSituation): string => {
  const standing = standingOf(subject);
  return standing === 'draft' || standing === 'ended' ? subject.status : standing;
};

const outcomes: Readonly<Record<ListKind, string>> = {
  letter: 'letter issued',
  session: 'session concluded',
  decision: 'award decision issued',
  approval: 'approval decision issued',
  opinionRequest: 'opinions in',
};

/** What moves a case without anybody's act on it. */
function followed({ subject }: CaseSituation, { lists }: Situation): string {
  const list = lists.find((one) => one.list.id === subject.list)?.list;
  if (list === undefined) return 'the flow opens a step';
  const asksBeside = list.kind === 'opinionRequest' && list.stepKind === 'appraise';
  return asksBeside ? 'opinions asked for' : outcomes[list.kind];
}

/**
 * Every passage of a case and of a list, found by walking each way. What follows by itself is done before the next act, but
 * for acts on a case that is on its way: where effects and flow have come is no part of the picture.
 */
async function everyPassage(): Promise<Passages> {
  const found = { cases: new Map<string, Passage>(), lists: new Map<string, Passage>() };
  for (const way of everyWay)
    await walkRecords(way, ({ cases, lists }) => {
      for (const one of cases) found.cases.set(JSON.stringify(one), one);
      for (const one of lists) found.lists.set(JSON.stringify(one), one);
    });
  return { cases: [...found.cases.values()], lists: [...found.lists.values()] };
}

async function walkRecords(way: Way, tell: (passages: Passages) => void): Promise<void> {
  const world = await createWorld();
  await begin(world, { way, cases: 1 });
  await walk({
    ...{ world, budget: 2 },
    price: ({ detour }) => (detour === true ? 1 : 0),
    async moves(situation) {
      const [next] = movesOnTheWay(world, situation);
      const isMoving = situation.cases.some(({ subject }) => standingOf(subject) === 'moving');
      const acts = next === undefined || isMoving ? actsIn(world, way, situation) : [];
      return [...acts, ...(next === undefined ? [] : [next])];
    },
    passed: (before, move, after) => tell(passagesIn(before, move, after)),
  });
}

const begins: Passages = {
  cases: [
    { from: '[*]', by: 'nominate', to: 'DRAFT' },
    { from: '[*]', by: 'proposeModel', to: 'DRAFT' },
  ],
  lists: ['startLetter', 'startSession', 'startDecision', 'startOpinionRequest'].map((by) => ({
    from: '[*]',
    by,
    to: 'GATHERING',
  })),
};

const titles: Readonly<Record<string, string>> = {
  moving: 'AT_STEP: on its way',
  free: 'AT_STEP: free',
  inList: 'AT_STEP: on a list',
  supplement: 'AT_STEP: supplement asked for',
  hold: 'AT_STEP: on hold',
};

/** As Mermaid draws it: one arrow for all that leads from one place to another. */
function drawn(passages: readonly Passage[]): string {
  const arrows = new Map<string, string[]>();
  for (const { from, by, to } of passages) {
    const arrow = `${from} --> ${to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), by]);
  }
  const places = new Set(passages.flatMap(({ from, to }) => [from, to]));
  const named = Object.entries(titles).filter(([place]) => places.has(place));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...named.map(([place, title]) => `  state "${title}" as ${place}`),
    ...[...arrows].map(([arrow, by]) => `  ${arrow}: ${by.toSorted().join(', ')}`).sort(),
    '```',
  ].join('\n');
}

/** What the documents show of the lives of cases and lists, by marker. */
export async function drawStates(): Promise<ReadonlyMap<string, string>> {
  const found = await everyPassage();
  return new Map([
    ['states:case', drawn([...begins.cases, ...found.cases])],
    ['states:list', drawn([...begins.lists, ...found.lists])],
  ]);
}
