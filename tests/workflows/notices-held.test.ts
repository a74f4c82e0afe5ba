import { beforeAll, describe, expect, it } from 'vitest';
import { settingIdSchema } from '#shared/domain/id.ts';
import { proposeSettingSchema } from '#shared/domain/law/setting-command.ts';
import type { Item } from '#shared/ports.ts';
import { noticeKey, parseNotice, type Notice } from '#shared/records/notice-record.ts';
import { confirmSetting, proposeSetting, refuseSetting } from '#shared/use-cases/law/settings.ts';
import { brokenNotices } from '../support/broken-notices.ts';
import { playHalf, playOn } from '../support/half-season.ts';
import { organisations, people } from '../support/small-directory.ts';
import { asks } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

/** Said of a state that the record leaves: whether effects came in time, no history tells. */
const passing: readonly Notice['kind'][] = [
  ...(['StepOpened', 'ListArrived', 'SupplementAnswered', 'AgendaClosed'] as const),
  ...(['OpinionAsked', 'Reminder', 'Escalated'] as const),
];

let items: readonly Item[] = [];
let told: readonly { readonly item: Item; readonly notice: Notice }[] = [];
beforeAll(async () => {
  const home = await createTestHome();
  await playOn(home, await playHalf(home));
  await settings(home);
  await home.settle();
  items = itemsIn(home.ports.database);
  told = items
    .filter(({ pk }) => pk.startsWith('NOTICES#'))
    .map((item) => ({ item, notice: parseNotice(item) }));
});

/** One that is refused, and one that is confirmed. */
async function settings({ ports, settle }: TestHome): Promise<void> {
  const { administrator, districtLeader } = people;
  const propose = async (key: string, value: number) => {
    const source = 'Quyết định số 12/2020/QĐ-UBND';
    const { id: organisation } = organisations.districtCommittee;
    const command = { organisation, key, value, validFrom: '2030-01-01', source };
    const { id } = await proposeSetting(ports, asks(administrator), proposeSettingSchema.parse(command));
    await settle();
    return settingIdSchema.parse(id);
  };
  const reason = 'Chưa có văn bản của thành phố';
  await refuseSetting(ports, asks(districtLeader), await propose('limit.posting', 5), { reason });
  await confirmSetting(ports, asks(districtLeader), await propose('limit.opinion', 7));
}

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
        ...['SettingProposed', 'SettingRefused', 'SettingConfirmed'],
        ...['OpinionAsked', 'OpinionGiven', 'LinkedAwarded'],
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
