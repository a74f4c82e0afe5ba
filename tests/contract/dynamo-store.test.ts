import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoStore } from '#shared/dynamodb/dynamo-store.ts';
import type { Consumed } from '#shared/dynamodb/meter.ts';
import { StoreUnavailable, type Store } from '#shared/ports.ts';
import {
  createDynamoTable,
  createTestClient,
  engineMissing,
  engineName,
  startEngine,
  type DynamoTable,
} from '#tests/support/dynamo-table.ts';
import type { Engine } from '#tests/support/dynoxide.ts';
import { freePort } from '#tests/support/free-port.ts';
import { createLaggingStore } from '#tests/support/lagging-store.ts';
import { storeContract } from './store-contract.ts';
import { anItem, conflictOf, newPartition } from './store-subject.ts';

const why = engineMissing === undefined ? engineName : `left out: ${engineMissing}`;

describe.skipIf(engineMissing !== undefined)(`on ${why}`, () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  describe('the DynamoDB store', () => {
    storeContract(async () => {
      const table = await createDynamoTable(engine);
      return {
        store: table.createStore(),
        settle: () => Promise.resolve(),
        close: async () => {
          table.close();
        },
      };
    });
  });

  describe('the DynamoDB store with indexes that lag', () => {
    storeContract(async () => {
      const table = await createDynamoTable(engine);
      const store = createLaggingStore(table.createStore());
      return {
        store,
        settle: () => store.flush(),
        close: async () => {
          table.close();
        },
      };
    });
  });

  describe('what only the DynamoDB store promises', () => {
    promisesOfDynamo(() => createDynamoTable(engine));
  });
});

function promisesOfDynamo(create: () => Promise<DynamoTable>): void {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await create();
  });
  afterAll(() => {
    table.close();
  });

  it('does a commit once whose answer got lost on the way', async () => {
    const { store, sent } = losingAnswers(table, 2);
    const put = anItem({ pk: newPartition(), sk: 'META' });

    await store.commit([{ put, if: { absent: true } }]);

    expect(sent()).toBe(3);
    expect(await conflictOf(store.commit([{ put, if: { absent: true } }]))).toStrictEqual([
      { index: 0, found: put },
    ]);
  });

  it('tells of a conflict though the answer that told it first got lost', async () => {
    const { store } = losingAnswers(table, 1);
    const put = anItem({ pk: newPartition(), sk: 'META' });
    await table.createStore().commit([{ put }]);

    expect(await conflictOf(store.commit([{ put, if: { absent: true } }]))).toHaveLength(1);
  });

  it('counts read and write units of each round trip', async () => {
    const consumed: Consumed[] = [];
    const store = table.createStore({ onConsumed: (one) => consumed.push(one) });
    const put = anItem({ pk: newPartition(), sk: 'META' });

    await store.commit([{ put }]);
    await store.get([put]);
    await store.query({ pk: put.pk });

    expect(consumed).toEqual([
      { operation: 'commit', readUnits: 0, writeUnits: expect.any(Number) as number },
      { operation: 'get', readUnits: 1, writeUnits: 0 },
      { operation: 'query', readUnits: 1, writeUnits: 0 },
    ]);
    expect(consumed[0]?.writeUnits).toBeGreaterThanOrEqual(2);
  });

  it('lets it be known that there is no such table', async () => {
    const store = createDynamoStore({ client: table.client, table: 'no-such-table' });

    await expect(store.query({ pk: 'CASE#1' })).rejects.toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    );
  });

  it.each(['ECONNREFUSED', 'TimeoutError'])('is unavailable when nobody answers (%s)', async (what) => {
    const server = createServer();
    const port = what === 'ECONNREFUSED' ? await freePort() : await listening(server);
    const store = storeAt(`http://127.0.0.1:${String(port)}`);

    await expect(store.get([{ pk: 'CASE#1', sk: 'META' }])).rejects.toThrow(StoreUnavailable);
    await expect(store.get([{ pk: 'CASE#1', sk: 'META' }])).rejects.toThrow(what);
    server.close();
  });
}

/** The engine does what it is told, then the connection is gone. */
function losingAnswers(table: DynamoTable, times: number): { store: Store; sent: () => number } {
  let sent = 0;
  const client = createTestClient(table.endpoint);
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args).catch((error: unknown) => ({ error }));
      sent += 1;
      if (sent <= times) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      if ('error' in answer) throw answer.error;
      return answer;
    },
    { step: 'initialize' },
  );
  return { store: table.createStore({ client }), sent: () => sent };
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function storeAt(endpoint: string): Store {
  const client = createTestClient(endpoint, {
    requestHandler: { requestTimeout: 30, throwOnRequestTimeout: true },
  });
  return createDynamoStore({ client, table: 'office', patience: { attempts: 2, firstMs: 1 } });
}
