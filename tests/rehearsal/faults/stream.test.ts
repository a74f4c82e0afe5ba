import { afterAll, beforeAll, expect, it } from 'vitest';
import { draft, submit, submitted } from './deeds.ts';
import { streamTroubles } from './fault-kinds.ts';
import { createPick, openFaultyOffice, seed, type FaultyOffice } from './faulty-office.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

let office: FaultyOffice;
let wanted: Outcome;
beforeAll(async () => {
  office = await openFaultyOffice();
  const whole = await submitted(office);
  wanted = await outcomeOf(await office.scan(), whole);
});
afterAll(() => office.close());

/** Rounds of five minutes until the sweep has found what didn't come: an entry leads to the next one. */
const rounds: Readonly<Record<keyof typeof streamTroubles, number>> = {
  'told twice': 0,
  'told in another order': 0,
  'told late': 2,
  'lost, every other one': 4,
};

it.each(Object.keys(rounds) as (keyof typeof streamTroubles)[])(
  `marks %s end as they do in an even stream (SEED=${String(seed)})`,
  { timeout: 60_000 },
  async (trouble) => {
    const records = await Promise.all(Array.from({ length: 8 }, () => draft(office)));
    await office.home.settle();
    const before = { troubled: office.troubled(), mails: office.home.mail.sent.length };
    Object.assign(office.faults, streamTroubles[trouble](office, createPick(rounds[trouble])));
    await Promise.all(records.map((record) => submit(office, record)));
    expect(await office.recover()).toBeLessThanOrEqual(rounds[trouble]);
    office.heal();
    expect(office.troubled()).toBeGreaterThan(before.troubled);
    const scanned = await office.scan();
    for (const record of records) expect(await outcomeOf(scanned, record)).toEqual(wanted);
    expect(office.home.mail.sent.length - before.mails).toBe(records.length);
    expect(await office.broken(scanned)).toEqual([]);
  },
);
