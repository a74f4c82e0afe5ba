import { phaseNames, type PhaseName } from './case-load.ts';

/** When everything happens: two weeks before 19 August, ten working days of eight hours. All times are seconds of work. */
export const daySeconds = 8 * 3_600;
const days = 10;
export const windowSeconds = days * daySeconds;

/** Hours of a working day by how much is done in them. */
const hours = [1, 2, 2, 1, 1, 2, 2, 1];
const hoursByWeight = hours.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));

/** A ward's cases pass its own two lists; a city's pass three lists of its two offices, each as long as one may be. */
export interface Province {
  readonly communes: number;
  readonly casesACommune: number;
}
const rowsACityList = 2_000;

/** A list that is gathered takes one request after the other, a read and a transaction each. */
export const gatheredASecond = 40;
/**
 * What a list settles goes on by the flow: 800 state transitions a second in an account outside the big regions, three for
 * each case that leaves its step. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const settledASecond = 800 / 3;

interface When {
  /** Days. */
  readonly from: number;
  readonly to: number;
  /** One after the other; else each case at a time of its own. */
  readonly rows?: 'gathered' | 'settled';
}

/** Whoever is last has the least time: on the last day a city holds its sessions and signs its decisions. */
export const schedule: Readonly<Record<PhaseName, When>> = {
  draft: { from: 0, to: 4 },
  submit: { from: 0, to: 4 },
  'ward gathers for session': { from: 4, to: 5, rows: 'gathered' },
  'ward results': { from: 4, to: 5 },
  'ward concludes': { from: 4, to: 5, rows: 'settled' },
  'ward gathers letter': { from: 5, to: 6, rows: 'gathered' },
  'ward signs': { from: 5, to: 6 },
  'ward issues': { from: 5, to: 6, rows: 'settled' },
  receive: { from: 6, to: 7 },
  recommend: { from: 7, to: 8 },
  'police gather letter': { from: 8, to: 9, rows: 'gathered' },
  'police sign': { from: 8, to: 9 },
  'police issue': { from: 8, to: 9, rows: 'settled' },
  'district gathers for session': { from: 9, to: 10, rows: 'gathered' },
  'district results': { from: 9, to: 10 },
  'district concludes': { from: 9, to: 10, rows: 'settled' },
  'district gathers decision': { from: 9, to: 10, rows: 'gathered' },
  'district signs': { from: 9, to: 10 },
  'district issues': { from: 9, to: 10, rows: 'settled' },
};

export type Random = () => number;

/** One list in one phase, with the second of each of its rows. */
export interface Played {
  readonly province: number;
  /** Absent in the city's offices. */
  readonly commune: number | undefined;
  readonly phase: PhaseName;
  readonly start: number;
  readonly rowAt: (row: number) => number;
  readonly rows: number;
}

const isInWard = (name: PhaseName): boolean =>
  name.startsWith('ward') || name === 'draft' || name === 'submit';

/** Everything that happens to all cases of these provinces in one account, ward by ward. */
export function playDays(provinces: readonly Province[], random: Random): readonly Played[] {
  const lists = provinces.flatMap((province, index) => listsOf(province, index, random));
  const settled = lists.filter(({ phase }) => schedule[phase].rows === 'settled');
  // The account's transitions are one queue.
  let free = 0;
  const late = new Map<Played, number>();
  for (const list of settled.toSorted((one, other) => one.start - other.start)) {
    const start = Math.max(list.start, free);
    late.set(list, start);
    free = start + list.rows / settledASecond;
  }
  return lists.map((list) => {
    const start = late.get(list);
    if (start === undefined) return list;
    return { ...list, rowAt: (row) => within(start + row / settledASecond) };
  });
}

function listsOf({ communes, casesACommune }: Province, province: number, random: Random): Played[] {
  const all = communes * casesACommune;
  const cityRows = Array.from({ length: Math.ceil(all / rowsACityList) }, (_, list) =>
    Math.min(rowsACityList, all - list * rowsACityList),
  );
  const play = (phase: PhaseName, rows: number, commune?: number): Played =>
    playOne({ province, commune, phase, rows }, random);
  const inWard = phaseNames.filter(isInWard);
  const inCity = phaseNames.filter((name) => !isInWard(name));
  const wards = Array.from({ length: communes }, (_, commune) =>
    inWard.map((phase) => play(phase, casesACommune, commune)),
  );
  return [...wards.flat(), ...inCity.flatMap((phase) => cityRows.map((rows) => play(phase, rows)))];
}

function playOne(list: Pick<Played, 'province' | 'commune' | 'phase' | 'rows'>, random: Random): Played {
  const when = schedule[list.phase];
  const start = secondIn(when, random);
  const rowAt = (row: number): number =>
    when.rows === 'gathered' ? within(start + row / gatheredASecond) : secondIn(when, random);
  return { ...list, start, rowAt };
}

const within = (second: number): number => Math.min(Math.floor(second), windowSeconds - 1);

function secondIn({ from, to }: When, random: Random): number {
  const day = from + Math.floor(random() * (to - from));
  const hour = hoursByWeight[Math.floor(random() * hoursByWeight.length)] ?? 0;
  return day * daySeconds + hour * 3_600 + Math.floor(random() * 3_600);
}

/** The same chances in every run. */
export function mulberry32(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
