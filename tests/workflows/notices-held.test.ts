import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '#shared/ports.ts';
import { noticeKey, parseNotice, type Notice } from '#shared/records/notice-record.ts';
import { brokenNotices } from '../support/broken-notices.ts';
import { playHalf, playOn } from '../support/half-season.ts';
import { people } from '../support/small-directory.ts';
import { itemsIn } from '../support/store-snapshot.ts';
import { createTestHome } from '../support/test-home.ts';

/** Said of a state that the record leaves: whether effects came in time, no history tells. */
const passing: readonly Notice['kind'][] = [
  ...(['StepOpened', 'ListArrived', 'SupplementAnswered', 'AgendaClosed'] as const),
  ...(['Reminder', 'Escalated'] as const),
];

let items: readonly Item[] = [];
let told: readonly { readonly item: Item; readonly notice: Notice }[] = [];
beforeAll(async () => {
  const home = await createTestHome();
  await playOn(home, await playHalf(home));
  await home.settle();
  items = itemsIn(home.ports.database);
  told = items
    .filter(({ pk }) => pk.startsWith('NOTICES#'))
    .map((item) => ({ item, notice: parseNotice(item) }));
});

const changed = ({ item, notice }: (typeof told)[number], change: Partial<Notice>): Item => {
  const other = { ...notice, ...change };
  return { ...item, ...noticeKey(other), body: { ...other } };
};
const without = (item: Item): Item[] => items.filter((other) => other !== item);
const firstWords = (faults: readonly string[]): string[] =>
  faults.map((fault) => fault.split(':')[0] ?? '').sort();

describe('a season’s notices held against its histories', () => {
  it('are those that had to be, of many kinds', () => {
    expect(brokenNotices(items, true)).toEqual([]);
    const kinds = [...new Set(told.map(({ notice }) => notice.kind))];
    expect(kinds).toEqual(
      expect.arrayContaining([
        ...['Received', 'SupplementAsked', 'SupplementAnswered', 'AgendaClosed', 'SessionConcluded'],
        ...['ListToSign', 'ListToNumber', 'ResultsIssued', 'CeremonyFrozen', 'StepOpened', 'ListArrived'],
      ]),
    );
  });

  it('a notice that is missing is found once effects have caught up', () => {
    const demanded = told.filter(({ notice }) => !passing.includes(notice.kind));
    expect(demanded.length).toBeGreaterThan(10);
    for (const { item, notice } of demanded) {
      const faults = brokenNotices(without(item), true);
      expect(faults).toEqual([expect.stringMatching(`^not told: ${notice.kind} `)]);
      expect(brokenNotices(without(item), false)).toEqual([]);
    }
  });

  it('a notice to whom it doesn’t concern is found', () => {
    const person = people.siblingClerk.id;
    for (const one of told)
      expect(firstWords(brokenNotices([...items, changed(one, { person })], false))).toEqual([
        'told without cause',
      ]);
  });

  it('a notice of another kind, or from another entry, is found', () => {
    for (const one of told)
      for (const change of [{ kind: 'PostGiven' }, { origin: 'CASE#01Z00000000000000000000001/1' }] as const)
        expect(firstWords(brokenNotices([...without(one.item), changed(one, change)], false))).toEqual([
          'told without cause',
        ]);
  });

  it('a notice of one entry on another day is found to be doubled', () => {
    const on = people.wardOfficer.posts[0]!.from;
    for (const one of told.filter(({ notice }) => notice.event === notice.origin))
      expect(firstWords(brokenNotices([...items, changed(one, { on })], false))).toEqual([
        'told twice',
        'told without cause',
      ]);
  });
});
