import { afterEach, expect, it } from 'vitest';
import { loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { seasonTroubles } from './fault-kinds.ts';
import { createPick, openFaultyOffice, seed, type FaultyOffice } from './faulty-office.ts';
import { personOf, workThrough } from './officials.ts';

const cases = 3;
let office: FaultyOffice;
afterEach(() => office.close());

it.each(Object.entries(seasonTroubles))(
  `nominations come to their end while %s (SEED=${String(seed)})`,
  { timeout: 600_000 },
  async (trouble, begin) => {
    const pick = createPick(Object.keys(seasonTroubles).indexOf(trouble));
    office = await openFaultyOffice({ instancesOf: (name) => (name.endsWith('-api') ? 2 : 1) });
    Object.assign(office.faults, begin(office, pick));
    const played = await workThrough(office, cases, pick);
    office.heal();
    await office.recover();

    const { items, store } = await office.scan();
    const answers = await store.get(
      played.acknowledged
        .filter(({ path }) => !path.endsWith('/gather'))
        .map(({ who, key }) => keys.answer(personOf(who), key)),
    );
    expect(answers).not.toContain(undefined);
    const ends = await store.get(played.cases.map((id) => keys.caseMeta(id)));
    expect(ends.map((item) => loadCase(item)?.value.status)).toEqual(Array(cases).fill('AWARDED'));
    expect(await office.broken({ items, store })).toEqual([]);
    expect(office.troubled()).toBeGreaterThan(10);
    expect(office.alarms.filter(({ alarm }) => /Parked|ExecutionLost/.test(alarm))).toEqual([]);
  },
);
