import { beforeAll, describe, expect, it } from 'vitest';
import { measureWay, type Phase } from '#bench/scale/case-load.ts';
import { heatOf, hottestList, kinds, partitionLimits, type Heat } from '#bench/scale/key-heat.ts';
import { settledASecond } from '#bench/scale/season-days.ts';

/** The largest city: three quarters of its part of a million cases in the two weeks before 19 August. */
const city = { communes: 168, casesACommune: 226 };

/** Units that a case leaving its step by a list writes into the index of all cases of its ward and typist, and its line of figures. */
const ofTheWard = /^(by-g[123]\/(CASES|TYPED)#|LINES#)/;

/** Each word is written once an office, whoever bears it; the model has every word of every name as a new one. */
const oncePerWord = (key: string): boolean => key.startsWith('SEARCHWORDS#');

describe('a city in its two busiest weeks', () => {
  let heat: Heat;
  let phases: readonly Phase[];
  beforeAll(async () => {
    ({ phases } = await measureWay());
    heat = heatOf(phases, [city]);
  }, 30_000);

  it.each(kinds)('asks of no partition a twentieth of what it takes (%s), over the hottest hour', (kind) => {
    const hot = heat[kind].filter(({ hour }) => hour > partitionLimits[kind] / 20);
    expect(hot).toEqual([]);
  });

  it('asks for more than a partition takes only while a list settles, of indexes of cases and of waits, of lines of figures, and of words never seen before', () => {
    const over = kinds.flatMap((kind) => heat[kind].filter(({ second }) => second > partitionLimits[kind]));
    expect(
      over.filter(({ key }) => !ofTheWard.test(key) && !oncePerWord(key) && key !== 'by-g1/WAITS'),
    ).toEqual([]);
  });

  it('settles a list of two thousand rows in a quarter of a minute at the pace that those indexes take', () => {
    const slowest = Math.min(settledASecond, ...phases.flatMap(rowsASecond));
    expect(2_000 / slowest).toBeLessThan(15);
  });

  it('leaves the sixteen partitions of marks, and that of a list, half of what they take', () => {
    const marks = heat.writeUnits.find(({ key }) => key === 'PENDING');
    expect(marks?.second).toBeLessThan(partitionLimits.writeUnits / 2);
    const list = hottestList(phases);
    expect(list.writeUnits).toBeLessThan(partitionLimits.writeUnits / 2);
    expect(list.readUnits).toBeLessThan(partitionLimits.readUnits / 2);
  });
});

/** Rows that each partition lets through in a second, of a phase in which a list settles. */
function rowsASecond({ name, aCase }: Phase): number[] {
  if (!/concludes|issues?$/.test(name)) return [];
  return [...aCase]
    .filter(([key]) => !key.includes('*') && key !== 'PENDING')
    .map(([, { writeUnits }]) => partitionLimits.writeUnits / Math.max(writeUnits, 1));
}
