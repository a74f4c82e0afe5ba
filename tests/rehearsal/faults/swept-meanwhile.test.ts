import { afterAll, beforeAll, expect, it } from 'vitest';
import { draft, submit } from './deeds.ts';
import { openFaultyOffice, type FaultyOffice } from './faulty-office.ts';
import { outcomeOf } from './outcome.ts';

let office: FaultyOffice;
beforeAll(async () => {
  office = await openFaultyOffice();
});
afterAll(() => office.close());

/** A whole sweep comes by before the k-th call of `effects`. @returns the record, and whether there was such a call */
async function sweptBefore(k: number): Promise<{ readonly record: string; readonly swept: boolean }> {
  const record = await draft(office);
  await office.home.settle();
  let calls = 0;
  office.faults.meddle = async ({ caller }, pass) => {
    if (caller.endsWith('-effects')) {
      calls += 1;
      if (calls === k) await office.home.sweep();
    }
    return pass();
  };
  await submit(office, record);
  await office.home.settle();
  office.heal();
  return { record, swept: calls >= k };
}

it(
  'the sweep that comes by while a case is caught up does nothing twice and sends no second mail',
  { timeout: 90_000 },
  async () => {
    const { record: whole } = await sweptBefore(Number.POSITIVE_INFINITY);
    const records: string[] = [];
    for (let k = 1, missed = 0; missed < 2; k += 1) {
      const { record, swept } = await sweptBefore(k);
      records.push(record);
      missed = swept ? 0 : missed + 1;
    }
    expect(await office.recover()).toBe(0);
    const scanned = await office.scan();
    const wanted = await outcomeOf(scanned, whole);
    for (const record of records) expect(await outcomeOf(scanned, record)).toEqual(wanted);
    expect(office.home.mail.sent).toHaveLength(1 + records.length);
    expect(office.alarms).toEqual([]);
  },
);
