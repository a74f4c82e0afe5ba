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
  { timeout: 90_000 },
  async (trouble, begin) => {
    const pick = createPick(Object.keys(seasonTroubles).indexOf(trouble));
    office = await openFaultyOffice({ instancesOf: (name) => (name.endsWith('-api') ? 2 : 1) });
    Object.assign(office.faults, begin(office, pick));
    const t0 = performance.now();
    const played = await workThrough(office, cases, pick);
    const t1 = performance.now();
    office.heal();
    const rounds = await office.recover();
    process.stdout.write(
      `${trouble}: ${(t1 - t0).toFixed(0)} ms, rounds ${String(rounds)} ${(performance.now() - t1).toFixed(0)} ms; acts ${String(played.acknowledged.length)} alarms ${JSON.stringify(Object.fromEntries(Object.entries(Object.groupBy(office.alarms, (a) => a.alarm)).map(([k, v]) => [k, v!.length])))} given up ${String(office.givenUp.length)} mails ${String(office.home.mail.sent.length)}\n`,
    );

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
    expect(office.alarms.filter(({ alarm }) => /Parked|ExecutionLost/.test(alarm))).toEqual([]);
  },
);
