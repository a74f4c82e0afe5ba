import {
  CreateTableCommand,
  paginateScan,
  type DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import { createDynamoClient } from '#shared/dynamodb/dynamo-client.ts';
import { createDynamoStore, type DynamoStoreOptions } from '#shared/dynamodb/dynamo-store.ts';
import { toItem } from '#shared/dynamodb/item-attributes.ts';
import { createTableInput } from '#shared/dynamodb/table.ts';
import type { Item, Store } from '#shared/ports.ts';
import { startDynoxide, whyNoEngine, type Engine } from './dynoxide.ts';

const given = process.env['DYNAMODB_ENDPOINT'];

/** The engine of these tests: the one that `npm run test:dynamodb-local` started, else dynoxide. */
export const engineName = given === undefined ? 'dynoxide' : `the engine at ${given}`;
export const engineMissing = given === undefined ? whyNoEngine() : undefined;

export async function startEngine(): Promise<Engine> {
  return given === undefined ? startDynoxide() : { endpoint: given, stop: () => Promise.resolve() };
}

/** An empty table of the program's shape on an engine. */
export interface DynamoTable {
  readonly name: string;
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  readonly createStore: (more?: Partial<DynamoStoreOptions>) => Store;
  /** Everything that is stored, in the order of its keys. */
  readonly items: () => Promise<readonly Item[]>;
  readonly close: () => void;
}

/** Engines ask for a signature and take any. A busy machine may take its time: what is slow isn't wrong here. */
export function createTestClient(endpoint: string, more: DynamoDBClientConfig = {}): DynamoDBClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const requestHandler = { requestTimeout: 30_000, throwOnRequestTimeout: true };
  return createDynamoClient({ endpoint, region: 'local', credentials, requestHandler, ...more });
}

export async function createDynamoTable({ endpoint }: Pick<Engine, 'endpoint'>): Promise<DynamoTable> {
  const name = `vinh-danh-${crypto.randomUUID()}`;
  const client = createTestClient(endpoint);
  await client.send(new CreateTableCommand(createTableInput(name)));
  return {
    name,
    endpoint,
    client,
    createStore: (more) => createDynamoStore({ client, table: name, ...more }),
    items: () => scan(client, name),
    close: () => {
      client.destroy();
    },
  };
}

async function scan(client: DynamoDBClient, TableName: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    items.push(...Items.map(toItem));
  return items.sort((one, other) => compare(one.pk, other.pk) || compare(one.sk, other.sk));
}

const compare = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
