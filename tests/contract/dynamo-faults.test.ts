import {
  BatchGetItemCommand,
  DynamoDBClient,
  QueryCommand,
  TransactionCanceledException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
  ProvisionedThroughputExceededException,
  ResourceNotFoundException,
  type CancellationReason,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDynamoStore } from '#shared/dynamodb/dynamo-store.ts';
import { toAttributes } from '#shared/dynamodb/item-attributes.ts';
import type { Consumed } from '#shared/dynamodb/meter.ts';
import { StoreUnavailable, type Store, type Write } from '#shared/ports.ts';
import { anItem, conflictOf } from './store-subject.ts';

// What no engine does on command: the client answers as DynamoDB documents it.
const engine = mockClient(DynamoDBClient);
afterAll(() => {
  engine.restore();
});
const waits: number[] = [];
const consumed: Consumed[] = [];
let tokens = 0;
let store: Store;

beforeEach(() => {
  engine.reset();
  waits.length = 0;
  consumed.length = 0;
  tokens = 0;
  store = createDynamoStore({
    client: new DynamoDBClient({}),
    table: 'office',
    patience: {
      attempts: 4,
      firstMs: 100,
      longestMs: 250,
      random: () => 0.5,
      sleep: async (ms) => waits.push(ms),
    },
    newToken: () => `commit-${String((tokens += 1))}`,
    onConsumed: (one) => consumed.push(one),
  });
});

const item = anItem({ pk: 'CASE#1', sk: 'META' }, { version: 2, body: { status: 'OPEN' } });
const write: Write = { put: item, if: { version: 1 } };
const said = { message: '', $metadata: {} };

function cancelled(...codes: readonly string[]): Error {
  return cancelledFor(codes.map((Code) => ({ Code })));
}

function cancelledFor(CancellationReasons: CancellationReason[]): Error {
  return new TransactionCanceledException({ ...said, CancellationReasons });
}

function network(code: string): Error {
  return Object.assign(new Error('read'), { code });
}

function named(name: string, status = 400): Error {
  return Object.assign(new Error(), { name, $metadata: { httpStatusCode: status } });
}

const passing: readonly (readonly [string, Error])[] = [
  ['throttling', named('ThrottlingException')],
  ['a table that is short of capacity', new ProvisionedThroughputExceededException(said)],
  ['an account that asks too much', named('RequestLimitExceeded')],
  ['a fault of the service', named('InternalServerError', 500)],
  ['a service that is down', named('unknown', 503)],
  ['no answer in time', named('TimeoutError')],
  ['a connection that broke off', network('ECONNRESET')],
  ['a name that is not resolved now', network('EAI_AGAIN')],
];

const passingForCommits: readonly (readonly [string, Error])[] = [
  ['another transaction on one of its items', cancelled('None', 'TransactionConflict')],
  ['throttling of one of its items', cancelled('ThrottlingError')],
  ['an item that is short of capacity', cancelled('ProvisionedThroughputExceeded')],
  ['its own first attempt, still going on', new TransactionInProgressException(said)],
];

/** Each call of the port with what it sends, and an answer to that. */
const calls: readonly (readonly [string, (failing: Error, times: number) => Promise<unknown>])[] = [
  [
    'get',
    (error, times) => {
      failFirst(engine.on(BatchGetItemCommand), error, times).resolves({
        Responses: { office: [toAttributes(item)] },
      });
      return store.get([item]);
    },
  ],
  [
    'query',
    (error, times) => {
      failFirst(engine.on(QueryCommand), error, times).resolves({ Items: [toAttributes(item)] });
      return store.query({ pk: item.pk });
    },
  ],
  [
    'commit',
    (error, times) => {
      failFirst(engine.on(TransactWriteItemsCommand), error, times).resolves({});
      return store.commit([write]);
    },
  ],
];

interface Rejectable<B> {
  rejectsOnce(error: Error): B;
}

function failFirst<B extends Rejectable<B>>(behaviour: B, error: Error, times: number): B {
  let next = behaviour;
  for (let n = 0; n < times; n += 1) next = next.rejectsOnce(error);
  return next;
}

describe.each(calls)('%s', (_name, call) => {
  it.each(passing)('is tried again, with growing waits, after %s', async (_what, error) => {
    await call(error, 3);

    expect(engine.calls()).toHaveLength(4);
    expect(waits).toEqual([50, 100, 125]);
  });

  it.each(passing)('ends as unavailable when it is always met by %s', async (_what, error) => {
    await expect(call(error, 9)).rejects.toThrow(StoreUnavailable);
    expect(engine.calls()).toHaveLength(4);
  });

  it.each(['ExpiredTokenException', 'CredentialsProviderError'])(
    'ends as unavailable at once when the credentials ran out (%s), and says so',
    async (name) => {
      await expect(call(named(name), 9)).rejects.toThrow(
        new StoreUnavailable(`credentials for the table ran out (${name})`),
      );
      expect(engine.calls()).toHaveLength(1);
    },
  );

  it('refuses what the table finds invalid, and does not ask again', async () => {
    await expect(call(named('ValidationException'), 9)).rejects.toThrow(TypeError);
    expect(engine.calls()).toHaveLength(1);
  });

  it.each([
    new ResourceNotFoundException(said),
    named('AccessDeniedException'),
    named('UnrecognizedClientException'),
  ])('lets a fault of the deployment fly as it is: $name', async (error) => {
    await expect(call(error, 9)).rejects.toBe(error);
    expect(engine.calls()).toHaveLength(1);
  });

  it('counts every round trip for who asked to be told', async () => {
    await call(network('ECONNRESET'), 2);

    expect(consumed.map(({ error }) => error)).toEqual(['Error', 'Error', undefined]);
  });
});

describe('a commit that was asked for again', () => {
  it.each(passingForCommits)('ends well after %s', async (_what, error) => {
    engine.on(TransactWriteItemsCommand).rejectsOnce(error).rejectsOnce(error).resolves({});

    await store.commit([write]);

    expect(engine.calls()).toHaveLength(3);
  });

  it.each(passingForCommits)('is unavailable when it is always met by %s', async (_what, error) => {
    engine.on(TransactWriteItemsCommand).rejects(error);

    await expect(store.commit([write])).rejects.toThrow(StoreUnavailable);
    expect(engine.calls()).toHaveLength(4);
  });

  it('bears one token, so that an attempt whose answer got lost is not done twice', async () => {
    engine
      .on(TransactWriteItemsCommand)
      .rejectsOnce(named('TimeoutError'))
      .rejectsOnce(network('EPIPE'))
      .resolves({});

    await store.commit([write]);
    await store.commit([write]);

    const sent = engine.commandCalls(TransactWriteItemsCommand).map(({ args }) => args[0].input);
    expect(sent.map((input) => input.ClientRequestToken)).toEqual([
      'commit-1',
      'commit-1',
      'commit-1',
      'commit-2',
    ]);
    expect(new Set(sent.map((input) => JSON.stringify(input.TransactItems))).size).toBe(1);
  });

  it('counts as a read when it had been done before', async () => {
    engine
      .on(TransactWriteItemsCommand)
      .resolvesOnce({ ConsumedCapacity: [{ CapacityUnits: 6, WriteCapacityUnits: 6 }] })
      .resolves({ ConsumedCapacity: [{ CapacityUnits: 6, ReadCapacityUnits: 6 }] });

    await store.commit([write]);
    await store.commit([write]);

    expect(consumed).toEqual([
      { operation: 'commit', readUnits: 0, writeUnits: 6 },
      { operation: 'commit', readUnits: 6, writeUnits: 0 },
    ]);
  });

  it('tells a conflict only when it knows all of it', async () => {
    const found = toAttributes(item);
    engine
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelledFor([{ Code: 'TransactionConflict' }, { Code: 'ConditionalCheckFailed' }]))
      .rejects(
        cancelledFor([{ Code: 'ConditionalCheckFailed', Item: found }, { Code: 'ConditionalCheckFailed' }]),
      );

    const check: Write = { check: { pk: 'ROLE#1', sk: 'META' }, if: { present: true } };
    expect(await conflictOf(store.commit([write, check]))).toStrictEqual([
      { index: 0, found: item },
      { index: 1, found: undefined },
    ]);
  });

  it('refuses what one of its items makes invalid', async () => {
    engine
      .on(TransactWriteItemsCommand)
      .rejects(cancelledFor([{ Code: 'None' }, { Code: 'ValidationError', Message: 'nested too deep' }]));

    await expect(store.commit([write])).rejects.toThrow(new TypeError('the table refused: nested too deep'));
    expect(engine.calls()).toHaveLength(1);
  });

  it('lets a cancellation fly that it does not know', async () => {
    const error = cancelled('AccessDenied');
    engine.on(TransactWriteItemsCommand).rejects(error);

    await expect(store.commit([write])).rejects.toBe(error);
  });
});

describe('a get of which keys are left out', () => {
  const keys = ['a', 'b', 'c'].map((sk) => ({ pk: 'CASE#1', sk }));
  const [a, b, c] = keys.map((key) => toAttributes(anItem(key)));
  const left = (...sortKeys: readonly string[]) => ({
    office: { Keys: sortKeys.map((sk) => ({ pk: { S: 'CASE#1' }, sk: { S: sk } })) },
  });

  it('asks for those again until it has all', async () => {
    engine
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { office: [c!] }, UnprocessedKeys: left('b', 'a') })
      .resolvesOnce({ Responses: { office: [] }, UnprocessedKeys: left('b', 'a') })
      .resolvesOnce({ Responses: { office: [b!] }, UnprocessedKeys: left('a') })
      .resolvesOnce({ Responses: { office: [a!] } });

    expect((await store.get(keys)).map((found) => found?.sk)).toEqual(['a', 'b', 'c']);
    expect(
      engine
        .commandCalls(BatchGetItemCommand)
        .map(({ args }) => args[0].input.RequestItems?.['office']?.Keys?.length),
    ).toEqual([3, 2, 2, 1]);
    expect(waits).toEqual([50, 100, 50]);
  });

  it('ends as unavailable when they are left out again and again', async () => {
    engine
      .on(BatchGetItemCommand)
      .resolves({ Responses: { office: [] }, UnprocessedKeys: left('a', 'b', 'c') });

    await expect(store.get(keys)).rejects.toThrow(StoreUnavailable);
    expect(engine.calls()).toHaveLength(4);
  });
});

describe('what was stored by something else', () => {
  it.each([
    ['without a version', { ...toAttributes(item), version: { NULL: true } }],
    ['with bytes', { ...toAttributes(item), body: { M: { seal: { B: new Uint8Array(1) } } } }],
    ['with a body that is a list', { ...toAttributes(item), body: { L: [] } }],
    ['with half a version', { ...toAttributes(item), version: { N: '1.5' } }],
  ] as const)('is not taken for an item: %s', async (_what, stored) => {
    engine.on(QueryCommand).resolves({ Items: [stored as ReturnType<typeof toAttributes>] });

    await expect(store.query({ pk: item.pk })).rejects.toThrow();
  });
});
