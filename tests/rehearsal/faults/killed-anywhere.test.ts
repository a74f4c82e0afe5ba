import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  draft,
  handOverAll,
  heldCeremony,
  passToItsDay,
  planCeremony,
  submit,
  submitted,
  withdraw,
} from './deeds.ts';
import { openFaultyOffice, type FaultyOffice } from './faulty-office.ts';
import { killAfter, killOn } from './killing.ts';
import { outcomeOf } from './outcome.ts';

let office: FaultyOffice;
beforeEach(async () => {
  office = await openFaultyOffice();
});
afterEach(() => office.close());

interface Scene {
  readonly function: string;
  readonly when: string;
  /** @returns the record */
  readonly prepare: (office: FaultyOffice) => Promise<string>;
  readonly act: (office: FaultyOffice, record: string) => Promise<unknown>;
  /** What else is done with the record, before the next one. */
  readonly after?: (office: FaultyOffice, record: string) => Promise<unknown>;
  /** Rounds of five minutes in which the sweep has mended everything. */
  readonly rounds: number;
}

const sweepOnly = async (on: FaultyOffice, record: string): Promise<void> => {
  on.faults.disturb = () => [];
  await submit(on, record);
  await on.home.settle();
  await on.home.sweep();
};
const stop = ({ home }: FaultyOffice, record: string) =>
  home.workflow.stop('case', `${record.slice('CASE#'.length)}-1`);

// A mail that was not sent waits for the next sweep; an execution that was raised and not started, for an hour.
const scenes: readonly Scene[] = [
  { function: 'effects', when: 'a case is submitted', prepare: draft, act: submit, rounds: 1 },
  { function: 'open-step', when: 'a case is submitted', prepare: draft, act: submit, rounds: 0 },
  { function: 'await-turn', when: 'a case is submitted', prepare: draft, act: submit, rounds: 0 },
  {
    function: 'check-dates',
    when: 'a day has come',
    prepare: submitted,
    act: passToItsDay,
    after: withdraw,
    rounds: 0,
  },
  {
    function: 'execution-ended',
    when: 'an execution was stopped',
    prepare: submitted,
    act: stop,
    rounds: 14,
  },
  {
    function: 'sweep',
    when: 'the stream lost a case',
    prepare: draft,
    act: sweepOnly,
    after: ({ home }) => home.sweep(),
    rounds: 2,
  },
  { function: 'open-phase', when: 'a ceremony is held', prepare: planCeremony, act: passToItsDay, rounds: 0 },
  {
    function: 'check-delivery',
    when: 'an award is left to deliver',
    prepare: heldCeremony,
    act: passToItsDay,
    after: handOverAll,
    rounds: 0,
  },
];

describe.each(scenes)('$function, killed after any call when $when', (scene) => {
  async function run(k: number): Promise<{ readonly record: string; readonly dead: boolean }> {
    const record = await scene.prepare(office);
    await office.home.settle();
    const kill = killAfter(office, scene.function, k);
    office.faults.meddle = kill.meddle;
    await scene.act(office, record);
    await office.home.settle();
    office.heal();
    await scene.after?.(office, record);
    await office.home.settle();
    return { record, dead: kill.happened() };
  }

  it('leaves nothing undone, and nobody untold or told twice', { timeout: 600_000 }, async () => {
    const whole = await run(Number.POSITIVE_INFINITY);
    const killed: string[] = [];
    // Calls of one run may come in another order, or be a few more: it ends when two in a row were not reached.
    for (let k = 0, alive = 0; alive < 2; k += 1) {
      const { record, dead } = await run(k);
      killed.push(record);
      alive = dead ? 0 : alive + 1;
    }
    const rounds = await office.recover();
    const scanned = await office.scan();
    const wanted = await outcomeOf(scanned, whole.record);
    for (const record of killed) expect(await outcomeOf(scanned, record)).toEqual(wanted);
    expect(killed.length).toBeGreaterThan(4);
    expect(rounds).toBeLessThanOrEqual(scene.rounds);
    expect(await office.broken(scanned)).toEqual([]);
    expect(office.givenUp).toEqual([]);
  });
});

describe('the mail of a notice', () => {
  const moments = [
    { operation: 'SendEmail', when: 'before', mails: 1, rounds: 1 },
    { operation: 'SendEmail', when: 'after', mails: 2, rounds: 1 },
  ] as const;

  it.each(moments)(
    'is sent $mails times when its sender dies $when the provider takes it',
    { timeout: 60_000 },
    async ({ mails, rounds, ...at }) => {
      const record = await draft(office);
      const kill = killOn(office, 'effects', at);
      office.faults.meddle = kill.meddle;
      await submit(office, record);
      await office.home.settle();
      expect([kill.happened(), await office.recover()]).toEqual([true, rounds]);
      expect(office.home.mail.sent).toHaveLength(mails);
      expect(await office.broken()).toEqual([]);
    },
  );
});
