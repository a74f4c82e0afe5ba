import { afterEach, describe, expect, it } from 'vitest';
import { loadFlow } from '#shared/records/flow-record.ts';
import { keys } from '#shared/records/keys.ts';
import { draft, passToItsDay, submit, submitted, withdraw } from './deeds.ts';
import { openFaultyOffice, type FaultyOffice } from './faulty-office.ts';
import { outcomeOf } from './outcome.ts';
import { rebuildFlows } from './rebuilt.ts';
import { firstOf, lostAnswer, refusal } from './refusals.ts';
import type { Meddle } from '../wire.ts';

let office: FaultyOffice;
afterEach(() => office.close());

const nameOf = (record: string, generation = 1): string =>
  `${record.slice('CASE#'.length)}-${String(generation)}`;
const stop = (record: string, generation?: number) =>
  office.home.workflow.stop('case', nameOf(record, generation));
async function flowOf(record: string) {
  const [item] = await office.ports.store.get([keys.flow(record)]);
  return loadFlow(item)?.value;
}
const tokenIn = (input: Readonly<Record<string, unknown>>): string => String(input['taskToken']);
const timedOut = () => refusal('TaskTimedOut');

describe('a flow that is to look again', () => {
  interface Trouble {
    readonly trouble: string;
    readonly meddle: () => Meddle;
    /** Rounds of five minutes, and records of the stream that were given up. */
    readonly rounds: number;
    readonly givenUp?: number;
  }
  const send = 'SendTaskSuccess';
  const troubles: readonly Trouble[] = [
    {
      trouble: 'Step Functions fails',
      meddle: () => firstOf(send, 4, async () => refusal('InternalFailure', { status: 500 })),
      rounds: 0,
    },
    {
      trouble: 'Step Functions throttles',
      meddle: () => firstOf(send, 4, async () => refusal('ThrottlingException')),
      rounds: 0,
    },
    {
      trouble: 'Step Functions fails longer than the stream tries',
      meddle: () => firstOf(send, 1000, async () => refusal('InternalFailure', { status: 500 })),
      rounds: 1,
      givenUp: 1,
    },
    {
      trouble: 'it is told, and the answer gets lost',
      meddle: () => firstOf(send, 1, lostAnswer),
      rounds: 0,
    },
    {
      trouble: 'its wait timed out at that very moment',
      meddle: () =>
        firstOf(send, 1, async (_pass, { input }) => {
          await office.home.workflow.fail(tokenIn(input), { error: 'States.Timeout' });
          return timedOut();
        }),
      rounds: 0,
    },
  ];

  it.each(troubles)('does, when $trouble', { timeout: 30_000 }, async ({ meddle, rounds, givenUp = 0 }) => {
    office = await openFaultyOffice();
    const record = await submitted(office);
    office.faults.meddle = meddle();
    await withdraw(office, record);
    await office.home.settle();
    office.heal();
    expect(await office.recover()).toBe(rounds);
    expect([(await flowOf(record))?.state, office.givenUp.length]).toEqual(['ended', givenUp]);
    expect(office.home.workflow.describe('case', nameOf(record))?.status).toBe('SUCCEEDED');
  });

  it('does on its next day at the latest, whatever it was told', { timeout: 30_000 }, async () => {
    office = await openFaultyOffice();
    const record = await submitted(office);
    office.faults.meddle = firstOf('SendTaskSuccess', 1, async () => timedOut());
    const day = (await flowOf(record))?.lookAgainAt ?? '';
    await withdraw(office, record);
    await office.home.settle();
    office.heal();
    expect((await flowOf(record))?.state).toBe('running');
    await office.home.advanceTo(day as never);
    expect((await flowOf(record))?.state).toBe('ended');
    expect(await office.broken()).toEqual([]);
  });
});

describe('an execution that is to be started', () => {
  const troubles: readonly (readonly [string, () => Meddle])[] = [
    ['was never', () => firstOf('StartExecution', 1, async () => refusal('ExecutionAlreadyExists'))],
    [
      'has closed',
      () =>
        firstOf('StartExecution', 1, async (pass, { input }) => {
          await pass();
          await office.home.workflow.stop('case', String(input['name']));
          return refusal('ExecutionAlreadyExists');
        }),
    ],
  ];

  it.each(troubles)(
    'and of which is said that it exists, while it %s, is replaced within the hour',
    { timeout: 60_000 },
    async (_what, meddle) => {
      office = await openFaultyOffice();
      const whole = await submitted(office);
      const record = await draft(office);
      Object.assign(office.faults, { meddle: meddle(), tellsEnds: false });
      await submit(office, record);
      await office.home.settle();
      office.heal();
      // Five minutes each, with the hour that a wait may be overdue.
      expect(await office.recover()).toBeLessThanOrEqual(14);
      expect(await flowOf(record)).toMatchObject({ generation: 2, state: 'running' });
      const scanned = await office.scan();
      expect(await outcomeOf(scanned, record)).toEqual(await outcomeOf(scanned, whole));
    },
  );

  it('is started once when the answer gets lost', { timeout: 30_000 }, async () => {
    office = await openFaultyOffice();
    office.faults.meddle = firstOf('StartExecution', 1, lostAnswer);
    const record = await submitted(office);
    expect([await office.recover(), (await flowOf(record))?.generation]).toEqual([0, 1]);
    expect(office.home.workflow.running()).toHaveLength(1);
  });
});

describe('executions that time out', () => {
  const threeDays = 3 * 86_400;

  it('are replaced at once, and again, while EventBridge tells of it', { timeout: 60_000 }, async () => {
    office = await openFaultyOffice({ lifetimeSeconds: threeDays });
    const records = [await submitted(office), await submitted(office), await submitted(office)];
    for (let generation = 2; generation <= 4; generation += 1) {
      office.home.pass(threeDays * 1000);
      await office.home.settle();
      for (const record of records) expect(await flowOf(record)).toMatchObject({ generation });
    }
    expect(await office.recover()).toBeLessThanOrEqual(1);
    expect(office.home.workflow.describe('case', nameOf(records[0] ?? ''))?.status).toBe('TIMED_OUT');
    expect(office.alarms).toEqual([]);
    await expectEnds(records);
  });

  it('untold are replaced by the sweep, an hour after their wait', { timeout: 60_000 }, async () => {
    office = await openFaultyOffice({ lifetimeSeconds: threeDays });
    const records = [await submitted(office), await submitted(office)];
    office.faults.tellsEnds = false;
    office.home.pass(threeDays * 1000);
    await office.home.settle();
    expect(office.home.workflow.running()).toEqual([]);
    for (const record of records) await passToItsDay(office, record);
    office.heal();
    expect(await office.recover()).toBeLessThanOrEqual(14);
    for (const record of records) expect(await flowOf(record)).toMatchObject({ generation: 2 });
    await expectEnds(records);
  });
});

it(
  'an execution lost three times in a day is parked with an alarm, and rebuild takes it up',
  { timeout: 60_000 },
  async () => {
    office = await openFaultyOffice();
    const { home } = office;
    const [record, other] = [await submitted(office), await submitted(office)];
    for (const generation of [1, 2, 3]) {
      await stop(record, generation);
      await home.settle();
    }
    expect(await flowOf(record)).toMatchObject({ generation: 3, state: 'parked' });
    expect(office.alarms).toMatchObject([{ alarm: 'ExecutionLost', record }]);

    // What never ran, or is gone for good, is made again from its record as well.
    office.faults.tellsEnds = false;
    await stop(other);
    const rebuilt = await rebuildFlows(office);
    expect(rebuilt).toMatchObject({ records: 2, living: 0, failed: [] });
    expect(await office.recover()).toBe(0);
    await expectEnds([record, other]);
  },
);

/** Each of the cases moves to its end. */
async function expectEnds(records: readonly string[]): Promise<void> {
  for (const record of records) await withdraw(office, record);
  await office.recover();
  for (const record of records) expect((await flowOf(record))?.state).toBe('ended');
  expect(await office.broken()).toEqual([]);
}
