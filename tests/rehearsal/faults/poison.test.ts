import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Item } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import type { StreamRecord } from '../stream-pump.ts';
import type { Meddle } from '../wire.ts';
import { draft, submit, submitted } from './deeds.ts';
import { openFaultyOffice, type FaultyOffice } from './faulty-office.ts';
import { outcomeOf } from './outcome.ts';

let office: FaultyOffice;
beforeAll(async () => {
  office = await openFaultyOffice();
});
afterAll(() => office.close());

async function sweeps(times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    await office.home.sweep();
    await office.home.settle();
  }
}
const alarmsOf = (record: string, code: string) =>
  office.alarms.filter((one) => one.alarm === code && one.record === record);
const opened = async (record: string): Promise<boolean> =>
  (await office.ports.store.get([keys.entry(record, 3)]))[0] !== undefined;

/** In the middle of one batch an entry that this program never wrote. @returns what stood there before */
async function poisonInABatch(records: readonly string[], poisoned: string): Promise<Item> {
  const held: StreamRecord[] = [];
  office.faults.disturb = (told) => {
    held.push(...told);
    return [];
  };
  for (const record of records) await submit(office, record);
  const [stood] = await office.ports.store.get([keys.entry(poisoned, 2)]);
  if (stood === undefined) throw new Error('nothing was entered');
  await office.ports.store.commit([{ put: { ...stood, body: { what: 'is this?' } } }]);
  await office.home.settle();
  office.faults.disturb = (told) => [...held.splice(0), ...told];
  await office.home.settle();
  return stood;
}

/** Whoever reads the history of this record dies. */
const deadlyToRead =
  (record: string): Meddle =>
  async (call, pass) => {
    if (call.operation !== 'Query' || !JSON.stringify(call.input).includes(`"${record}"`)) return pass();
    await office.kill(call.caller);
    return 'cut';
  };

/** docs/runbooks/effects-parked.md */
const letGo = (record: string) =>
  office.home.dynamo.send(
    new UpdateItemCommand({
      TableName: office.home.table,
      Key: { pk: { S: record }, sk: { S: 'EFFECTS' } },
      UpdateExpression: 'SET #b.#p = :no, #b.#f = :none ADD #v :one',
      ConditionExpression: '#b.#p = :yes',
      ExpressionAttributeNames: { '#b': 'body', '#p': 'parked', '#f': 'failures', '#v': 'version' },
      ExpressionAttributeValues: {
        ':no': { BOOL: false },
        ':yes': { BOOL: true },
        ':none': { N: '0' },
        ':one': { N: '1' },
      },
    }),
  );

it(
  'a record that always fails is parked with one alarm, while the others go on',
  { timeout: 60_000 },
  async () => {
    const records = await Promise.all(Array.from({ length: 5 }, () => draft(office)));
    await office.home.settle();
    const [, , poisoned = ''] = records;
    const stood = await poisonInABatch(records, poisoned);
    const others = records.filter((record) => record !== poisoned);

    expect(await Promise.all(others.map(opened))).toEqual([true, true, true, true]);
    expect(await opened(await submitted(office))).toBe(true);

    // The stream gives it up, or tries often enough for it to be parked; if not, the sweep does the rest.
    await sweeps(4);
    expect(alarmsOf(poisoned, 'EffectsParked')).toHaveLength(1);
    expect(office.givenUp.length).toBeLessThanOrEqual(1);
    const silent = [office.alarms.length, office.givenUp.length];
    await sweeps(3);
    expect([office.alarms.length, office.givenUp.length]).toEqual(silent);

    await office.ports.store.commit([{ put: stood }]);
    await letGo(poisoned);
    expect(await office.recover()).toBeLessThanOrEqual(1);
    const scanned = await office.scan();
    for (const record of others)
      expect(await outcomeOf(scanned, record)).toEqual(await outcomeOf(scanned, poisoned));
  },
);

it(
  'a record that kills whoever works on it is parked with one alarm, while the others go on',
  { timeout: 120_000 },
  async () => {
    const records = await Promise.all(Array.from({ length: 5 }, () => draft(office)));
    await office.home.settle();
    const [, , deadly = ''] = records;
    office.faults.meddle = deadlyToRead(deadly);
    office.faults.disturb = () => [];
    for (const record of records) await submit(office, record);
    await office.home.settle();
    office.faults.disturb = (told) => told;

    // Whichever the sweep meets first: the second one does all others before it.
    await sweeps(2);
    const others = records.filter((record) => record !== deadly);
    expect(await Promise.all(others.map(opened))).toEqual([true, true, true, true]);
    await sweeps(10);
    expect(alarmsOf(deadly, 'EffectsParked')).toHaveLength(1);
    const late = await submitted(office);
    expect(await opened(late)).toBe(true);

    office.heal();
    await letGo(deadly);
    await office.recover();
    const scanned = await office.scan();
    for (const record of others)
      expect(await outcomeOf(scanned, record)).toEqual(await outcomeOf(scanned, deadly));
  },
);
