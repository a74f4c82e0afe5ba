import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meddle } from '../wire.ts';
import { draft, submit } from './deeds.ts';
import { openFaultyOffice, type FaultyOffice } from './faulty-office.ts';
import { outcomeOf } from './outcome.ts';

let office: FaultyOffice;
beforeEach(async () => {
  office = await openFaultyOffice();
});
afterEach(() => office.close());

const fiveMinutes = 5 * 60_000;

interface Meeting {
  readonly what: string;
  /** What happens at the call of `effects` that the sweep meets. */
  readonly meet: Meddle;
}

const meetings: readonly Meeting[] = [
  {
    what: 'comes by while a case is caught up',
    meet: async (_call, pass) => {
      await office.home.sweep();
      return pass();
    },
  },
  {
    what: 'finds the catching up of a case held up for five minutes, behind a call that was done',
    meet: async ({ caller, operation }, pass) => {
      const answer = await pass();
      // The one window: taken by the provider, and not marked.
      if (operation === 'SendEmail') office.window.died(caller);
      office.home.pass(fiveMinutes);
      await office.home.sweep();
      return answer;
    },
  },
];

describe.each(meetings)('the sweep that $what', ({ meet }) => {
  /** Meets the k-th call. @returns the record, and whether there was such a call */
  async function run(k: number): Promise<{ readonly record: string; readonly met: boolean }> {
    const record = await draft(office);
    await office.home.settle();
    let calls = 0;
    office.faults.meddle = (call, pass) => {
      if (!call.caller.endsWith('-effects')) return pass();
      calls += 1;
      return calls === k ? meet(call, pass) : pass();
    };
    await submit(office, record);
    await office.home.settle();
    office.heal();
    return { record, met: calls >= k };
  }

  it('does nothing twice and sends no second mail but in one window', { timeout: 120_000 }, async () => {
    const { record: whole } = await run(Number.POSITIVE_INFINITY);
    const records: string[] = [];
    for (let k = 1, missed = 0; missed < 2; k += 1) {
      const { record, met } = await run(k);
      records.push(record);
      missed = met ? 0 : missed + 1;
    }
    expect(await office.recover()).toBe(0);
    const scanned = await office.scan();
    const wanted = await outcomeOf(scanned, whole);
    for (const record of records) expect(await outcomeOf(scanned, record)).toEqual(wanted);
    expect(office.alarms).toEqual([]);
  });
});
