import { randomUUID } from 'node:crypto';
import {
  BatchGetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Store } from '#shared/ports.ts';
import { refuseUnaskable, refuseUnreadable, refuseUnwritable } from '#shared/store-limits.ts';
import { asConflict, commitInput } from './commit.ts';
import { capacityInput, metered, type OnConsumed } from './meter.ts';
import { defaultPatience, withPatience, type Patience } from './patience.ts';
import { isEmptyRange, pageOf, queryInput } from './query-page.ts';
import { readBatch, type SendBatch } from './read-batch.ts';

export interface DynamoStoreOptions {
  /** Should not retry by itself (see dynamo-client.ts): attempts would multiply. */
  readonly client: DynamoDBClient;
  /** Name of a table of the shape of table.ts. */
  readonly table: string;
  readonly patience?: Partial<Patience>;
  /** 1 to 36 characters that no other commit of ten minutes has. */
  readonly newToken?: () => string;
  /** Is told of every round trip. */
  readonly onConsumed?: OnConsumed;
}

/**
 * The store of the AWS home. `commit` costs two write units a kilobyte, since it is a transaction; `get` is consistent
 * for each key, not over all of them: acts check in their commit what they rely on.
 */
export function createDynamoStore(options: DynamoStoreOptions): Store {
  const { client, table, newToken = randomUUID, onConsumed } = options;
  const patience: Patience = { ...defaultPatience, ...options.patience };
  const capacity = capacityInput(onConsumed);

  const sendBatch: SendBatch = (input) =>
    withPatience(patience, () =>
      metered(onConsumed, 'get', () => client.send(new BatchGetItemCommand({ ...input, ...capacity }))),
    );

  return {
    async get(keys) {
      refuseUnreadable(keys);
      return readBatch(table, keys, { send: sendBatch, patience });
    },
    async query(query) {
      refuseUnaskable(query);
      if (isEmptyRange(query)) return { items: [] };
      const command = new QueryCommand({ ...queryInput(table, query), ...capacity });
      const output = await withPatience(patience, () =>
        metered(onConsumed, 'query', () => client.send(command)),
      );
      return pageOf(output, query);
    },
    async commit(writes) {
      refuseUnwritable(writes);
      const input = { ...commitInput(table, writes, newToken()), ...capacity };
      await withPatience(patience, async () => {
        try {
          await metered(onConsumed, 'commit', () => client.send(new TransactWriteItemsCommand(input)));
        } catch (error) {
          throw asConflict(error);
        }
      });
    },
  };
}
