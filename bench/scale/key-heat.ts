import { pendingPartitions, recountPartitions, unrootedPartitions } from '#shared/records/keys.ts';
import type { Load, Phase } from './case-load.ts';
import {
  gatheredASecond,
  mulberry32,
  playDays,
  schedule,
  settledASecond,
  windowSeconds,
  type Played,
  type Province,
  type Random,
} from './season-days.ts';

/**
 * A season as arithmetic: which partitions each act touches, and how many units a second the hottest one sees. Nothing is
 * stored and nothing refused: a real table would slow down what is too fast.
 */

/** Units a partition takes in a second: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
export const partitionLimits = { readUnits: 3_000, writeUnits: 1_000 } as const;
export const kinds = ['writeUnits', 'readUnits'] as const;
export type Kind = (typeof kinds)[number];
type Units = Readonly<Record<Kind, number>>;

export interface Hot {
  readonly key: string;
  /** Units a second of its hottest partition: in the hottest second, over the hottest hour, over the window. */
  readonly second: number;
  readonly hour: number;
  readonly average: number;
}

/** Hottest first, each kind of key once. */
export type Heat = Readonly<Record<Kind, readonly Hot[]>>;

/** How keys are spread; a key of which nothing is said is one partition. */
export interface Shape {
  readonly shards: Readonly<Record<string, number>>;
  /** One round for all provinces instead of one each. */
  readonly oneRound: boolean;
}

export const asBuilt: Shape = {
  shards: {
    PENDING: pendingPartitions.length,
    UNROOTED: unrootedPartitions.length,
    RECOUNT: recountPartitions.length,
  },
  oneRound: false,
};

export function heatOf(phases: readonly Phase[], provinces: readonly Province[], shape = asBuilt): Heat {
  const random = mulberry32(1_908);
  const hottest: Hottest = { readUnits: new Map(), writeUnits: new Map() };
  const loads = new Map(phases.map((phase) => [phase.name, phase]));
  const everybodys = new Counters(shape, dense);
  const byProvince = Map.groupBy(playDays(provinces, random), ({ province }) => province);
  for (const lists of byProvince.values()) {
    const own = new Counters(shape, dense);
    for (const inOnePlace of Map.groupBy(lists, ({ commune }) => commune).values()) {
      const ward = new Counters(shape, sparse);
      const of = (key: string): readonly Counter[] =>
        (isOfWard(key) ? ward : isEverybodys(key, shape) ? everybodys : own).of(key);
      for (const list of inOnePlace) count(list, loads.get(list.phase), of, random);
      ward.tell(hottest);
    }
    own.tell(hottest);
  }
  everybodys.tell(hottest);
  return { readUnits: topOf(hottest.readUnits), writeUnits: topOf(hottest.writeUnits) };
}

/** The partition of one list, which no other act touches, at the pace at which its rows come and go. */
export function hottestList(phases: readonly Phase[]): Units {
  const paces = { gathered: gatheredASecond, settled: settledASecond };
  const hot = phases.map(({ name, aCase }) => {
    const { rows } = schedule[name];
    const pace = rows === undefined ? 1 : paces[rows];
    const { readUnits, writeUnits } = aCase.get('LIST#*') ?? { readUnits: 0, writeUnits: 0 };
    return { readUnits: readUnits * pace, writeUnits: writeUnits * pace };
  });
  return {
    readUnits: Math.max(...hot.map(({ readUnits }) => readUnits)),
    writeUnits: Math.max(...hot.map(({ writeUnits }) => writeUnits)),
  };
}

const isOfWard = (key: string): boolean => /\{(post of )?ward/.test(key);
const isEverybodys = (key: string, { oneRound }: Shape): boolean =>
  !key.includes('{') || (oneRound && key.includes('{round}'));
/** A case's or list's own partitions: nobody else's acts touch them. */
const isOwn = (key: string): boolean => key.includes('*');

function count(
  { start, rows, rowAt }: Played,
  phase: Phase | undefined,
  of: (key: string) => readonly Counter[],
  random: Random,
): void {
  const found = (load: Load = new Map()) =>
    [...load].filter(([key]) => !isOwn(key)).map(([key, units]) => ({ counters: of(key), units }));
  const put = (touched: ReturnType<typeof found>, second: number): void => {
    // Records are spread by a hash: which shard one falls into is chance.
    for (const { counters, units } of touched)
      counters[counters.length === 1 ? 0 : Math.floor(random() * counters.length)]?.add(second, units);
  };
  put(found(phase?.aList), start);
  const aCase = found(phase?.aCase);
  for (let row = 0; row < rows; row += 1) put(aCase, rowAt(row));
}

/** Units of one partition by second. */
interface Counter {
  add(second: number, units: Units): void;
  seconds(kind: Kind): Iterable<readonly [second: number, units: number]>;
}

/** For what is touched all day. */
function dense(): Counter {
  const sums = { readUnits: new Float32Array(windowSeconds), writeUnits: new Float32Array(windowSeconds) };
  return {
    add(second, { readUnits, writeUnits }) {
      sums.readUnits[second] = (sums.readUnits[second] ?? 0) + readUnits;
      sums.writeUnits[second] = (sums.writeUnits[second] ?? 0) + writeUnits;
    },
    seconds: (kind) => sums[kind].entries(),
  };
}

/** For what one ward touches. */
function sparse(): Counter {
  const sums = new Map<number, Units>();
  return {
    add(second, { readUnits, writeUnits }) {
      const before = sums.get(second) ?? { readUnits: 0, writeUnits: 0 };
      sums.set(second, {
        readUnits: before.readUnits + readUnits,
        writeUnits: before.writeUnits + writeUnits,
      });
    },
    seconds: (kind) => [...sums].map(([second, units]) => [second, units[kind]] as const),
  };
}

type Hottest = Readonly<Record<Kind, Map<string, Hot>>>;

class Counters {
  readonly #byKey = new Map<string, readonly Counter[]>();
  readonly #shape: Shape;
  readonly #make: () => Counter;

  constructor(shape: Shape, make: () => Counter) {
    this.#shape = shape;
    this.#make = make;
  }

  /** One, or one a shard. */
  of(key: string): readonly Counter[] {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made = Array.from({ length: this.#shape.shards[key] ?? 1 }, this.#make);
    this.#byKey.set(key, made);
    return made;
  }

  /** Of like partitions (shards, wards, provinces) the hottest is remembered. */
  tell(hottest: Hottest): void {
    for (const [key, counters] of this.#byKey) {
      for (const kind of kinds) {
        for (const counter of counters) {
          const found = hotOf(key, counter.seconds(kind));
          if (found.second > (hottest[kind].get(key)?.second ?? 0)) hottest[kind].set(key, found);
        }
      }
    }
  }
}

function hotOf(key: string, seconds: Iterable<readonly [number, number]>): Hot {
  const hours = new Float64Array(windowSeconds / 3_600);
  let [second, total] = [0, 0];
  for (const [at, units] of seconds) {
    const hour = Math.floor(at / 3_600);
    hours[hour] = (hours[hour] ?? 0) + units;
    second = Math.max(second, units);
    total += units;
  }
  return { key, second, hour: Math.max(...hours) / 3_600, average: total / windowSeconds };
}

const topOf = (hot: ReadonlyMap<string, Hot>): readonly Hot[] =>
  [...hot.values()].sort((one, other) => other.second - one.second);
