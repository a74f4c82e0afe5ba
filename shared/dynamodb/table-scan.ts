import { ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Item } from '#shared/ports.ts';
import { toItem } from './item-attributes.ts';
import { defaultPatience, withPatience, type Patience } from './patience.ts';

export interface TableScanOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly patience?: Partial<Patience>;
}

/**
 * Every item of a table, a page of at most 1 MB at once, in an order of the table's own. Each item is read as it stands
 * when its page is read, not all of them at one moment: who needs that scans while nobody writes, or a table that was
 * restored to a point in time.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html
 */
export async function* scanTable({
  client,
  table,
  patience,
}: TableScanOptions): AsyncGenerator<readonly Item[]> {
  const patient: Patience = { ...defaultPatience, ...patience };
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: after });
    const { Items = [], LastEvaluatedKey } = await withPatience(patient, () => client.send(page));
    yield Items.map(toItem);
    after = LastEvaluatedKey;
  } while (after !== undefined);
}
