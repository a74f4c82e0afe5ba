import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/**
 * The one table, as data: infra declares it from here, tests and rehearsal create it from here, the store names its
 * attributes from here. All keys are text.
 *
 * - Names of indexes have at least three letters, so the indexes of the port can't be called `g1` to `g3` there:
 *   https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 * - An item without an index's two keys isn't in that index; every index holds whole items.
 *   https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-indexes-general-sparse-indexes.html
 * - The stream tells keys only: a `PENDING#…` key names the record that has effects to do, and no personal data leaves
 *   the table with it. Putting an item again unchanged writes no stream record, therefore the mark holds the entry's number.
 *   https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 * - What expired is deleted within days, and read until then.
 *   https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    g1: { name: 'by-g1', partitionKey: 'g1pk', sortKey: 'g1sk' },
    g2: { name: 'by-g2', partitionKey: 'g2pk', sortKey: 'g2sk' },
    g3: { name: 'by-g3', partitionKey: 'g3pk', sortKey: 'g3sk' },
  },
  expiry: 'expiresAt',
  stream: 'KEYS_ONLY',
} as const;

/** For engines that tests and rehearsal start; on AWS the table is infra's. Expiry is set by UpdateTimeToLive. */
export function createTableInput(name: string): CreateTableCommandInput {
  const keyed = [table, ...Object.values(table.indexes)];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keyed
      .flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
      .map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(table),
    GlobalSecondaryIndexes: Object.values(table.indexes).map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'ALL' },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream },
  };
}

function keySchema(of: { readonly partitionKey: string; readonly sortKey: string }) {
  return [
    { AttributeName: of.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: of.sortKey, KeyType: 'RANGE' as const },
  ];
}
