import { describe, expect, it } from 'vitest';
import { executionEnded } from '#functions/streams/execution-ended/ended.ts';
import { followChanges } from '#functions/streams/effects/follow-changes.ts';
import { recordId } from '#shared/records/keys.ts';
import { loadFlow } from '#shared/records/flow-record.ts';
import { keys } from '#shared/records/keys.ts';
import { StoreUnavailable, type Ports } from '#shared/ports.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { changeOf } from '#tests/support/lambda.ts';
import { people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';

const [one, two] = ['CASE#01Z00000000000000000000001', 'LIST#01Z00000000000000000000002'];

/** A batch, who was caught up, and what was told to come again. */
async function followed(changes: readonly object[], failing: readonly string[] = []) {
  const caughtUp: string[] = [];
  const { batchItemFailures } = await followChanges(
    { Records: changes },
    {
      catchUp: async (record) => {
        caughtUp.push(record);
        if (failing.includes(record)) throw new Error('poison');
      },
      report: () => undefined,
    },
  );
  return { caughtUp, again: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

describe('a batch of changes', () => {
  it('catches up what is marked, each record once, and nothing else', async () => {
    const changes = [
      changeOf(one, 'META', '1'),
      changeOf('PENDING#3', one, '2'),
      changeOf('PENDING#15', two, '3', 'MODIFY'),
      changeOf('PENDING#3', one, '4', 'MODIFY'),
      changeOf('PENDING#4', 'CEREMONY#01Z00000000000000000000003', '5', 'REMOVE'),
      changeOf('PENDING#99', one, '6'),
      changeOf('PENDING#1', 'PERSON#01Z', '7'),
      { eventName: 'INSERT', dynamodb: { SequenceNumber: '8' } },
      { nothing: 'of a stream' },
    ];
    expect(await followed(changes)).toEqual({ caughtUp: [one, two], again: [] });
    expect(await followed([])).toEqual({ caughtUp: [], again: [] });
  });

  it('says from where it must come again: the last mark of what failed, while the others are done', async () => {
    const changes = [
      changeOf('PENDING#3', one, '10'),
      changeOf('PENDING#15', two, '11'),
      changeOf('PENDING#3', one, '12', 'MODIFY'),
    ];
    expect(await followed(changes, [one])).toEqual({ caughtUp: [one, two], again: ['12'] });
    expect((await followed(changes, [one, two])).again.sort()).toEqual(['11', '12']);
  });

  it('of many records is caught up whole', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `CASE#${String(index)}`);
    const changes = many.map((record, index) => changeOf('PENDING#1', record, String(index)));
    expect(await followed(changes, ['CASE#29'])).toEqual({ caughtUp: many, again: ['29'] });
  });
});

async function submitted(): Promise<{ ports: TestPorts; record: string; event: object }> {
  const ports = await createTestPorts();
  const id = await draftNomination(ports);
  await actOnCase(ports, asks(people.wardOfficer), id, 'submit', { noSecrets: true });
  const record = recordId('CASE', id);
  const { pk, sk } = keys.pending(record);
  return { ports, record, event: { Records: [changeOf(pk, sk, '1'), changeOf(pk, sk, '2', 'MODIFY')] } };
}

const deliver = (ports: Ports, event: object) =>
  followChanges(event, { catchUp: (record) => catchUp(ports, record), report: () => undefined });

describe('what follows from an act', () => {
  it('is done once when its mark is delivered again', async () => {
    const { ports, record, event } = await submitted();
    for (let delivery = 0; delivery < 3; delivery += 1) {
      expect(await deliver(ports, event)).toEqual({ batchItemFailures: [] });
    }
    expect(ports.workflow.started.map(({ input }) => input)).toEqual([{ record, generation: 1 }]);
    expect(await pendingRecords(ports)).toEqual([]);
  });

  it('comes again while it fails, and is parked with an alarm after eight times: the shard goes on', async () => {
    const { ports, record, event } = await submitted();
    const poisoned: Ports = {
      ...ports,
      workflow: { ...ports.workflow, start: () => Promise.reject(new Error('poison')) },
    };
    for (let delivery = 1; delivery <= 8; delivery += 1) {
      expect(await deliver(poisoned, event)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    }
    expect(await deliver(poisoned, event)).toEqual({ batchItemFailures: [] });
    expect(ports.alarms).toEqual([{ code: 'EffectsParked', facts: { record, error: 'Error' } }]);
  });

  it('is not parked by an outage, however long: it is done when the outage is over', async () => {
    const { ports, record, event } = await submitted();
    const down: Ports = {
      ...ports,
      workflow: { ...ports.workflow, start: () => Promise.reject(new StoreUnavailable('Step Functions')) },
    };
    for (let delivery = 1; delivery <= 20; delivery += 1) {
      expect((await deliver(down, event)).batchItemFailures).toHaveLength(1);
    }
    expect(await deliver(ports, event)).toEqual({ batchItemFailures: [] });
    expect(ports.workflow.started.map(({ input }) => input)).toEqual([{ record, generation: 1 }]);
    expect(ports.alarms).toEqual([]);
  });
});

describe('an execution that ended', () => {
  const ended = (record: string, generation: number) => ({
    source: 'aws.states',
    'detail-type': 'Step Functions Execution Status Change',
    detail: { status: 'FAILED', input: JSON.stringify({ record, generation }) },
  });
  const stateOf = async (ports: Ports, record: string) => {
    const [item] = await ports.store.get([keys.flow(record)]);
    return loadFlow(item)?.value;
  };

  it('is replaced by the next generation, once however often it is told', async () => {
    const { ports, record, event } = await submitted();
    await deliver(ports, event);
    for (let told = 0; told < 3; told += 1) await executionEnded(ports, ended(record, 1));
    await Promise.all([executionEnded(ports, ended(record, 2)), executionEnded(ports, ended(record, 2))]);

    expect(ports.workflow.started.map(({ input }) => input['generation'])).toEqual([1, 2, 3]);
    expect(await stateOf(ports, record)).toMatchObject({ generation: 3, state: 'running' });
  });

  it('for the third time in a day is parked, with an alarm', async () => {
    const { ports, record, event } = await submitted();
    await deliver(ports, event);
    for (const generation of [1, 2, 3]) await executionEnded(ports, ended(record, generation));
    expect(await stateOf(ports, record)).toMatchObject({ generation: 3, state: 'parked' });
    expect(ports.alarms).toEqual([{ code: 'ExecutionLost', facts: { record, generation: 3 } }]);
  });

  it('has what it left undone done: effects that nobody nudged', async () => {
    const { ports, record } = await submitted();
    await executionEnded(ports, ended(record, 1));
    expect(await pendingRecords(ports)).toEqual([]);
  });

  it.each([
    ['without what it carried', { detail: { input: '{}' } }],
    ['whose input is no JSON', { detail: { input: 'secret words' } }],
    ['of something else', {}],
  ])('%s is an error, for the dead letters', async (_name, event) => {
    const ending = executionEnded(await createTestPorts(), event);
    await expect(ending).rejects.toThrow();
    await expect(ending).rejects.not.toThrow('secret words');
  });
});
