import type { BatchGetItemCommandInput, BatchGetItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { StoreUnavailable, type Item, type Key } from '#shared/ports.ts';
import { nameOfKey } from '#shared/store-limits.ts';
import { keyAttributes, toItem, type Attributes } from './item-attributes.ts';
import { waitBefore, type Patience } from './patience.ts';

export type SendBatch = (
  input: Pick<BatchGetItemCommandInput, 'RequestItems'>,
) => Promise<Pick<BatchGetItemCommandOutput, 'Responses' | 'UnprocessedKeys'>>;

/**
 * Reads each key once and answers in the order that was asked. DynamoDB answers in an order of its own, at most 16 MB at
 * once, and may leave keys out that are then asked for again; only rounds that brought nothing count as attempts.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 * @throws StoreUnavailable when round after round brings nothing
 */
export async function readBatch(
  TableName: string,
  keys: readonly Key[],
  { send, patience }: { readonly send: SendBatch; readonly patience: Patience },
): Promise<(Item | undefined)[]> {
  const found = new Map<string, Item>();
  let left: Attributes[] = [...new Map(keys.map((key) => [nameOfKey(key), keyAttributes(key)])).values()];
  for (let inVain = 0; left.length > 0;) {
    const answer = await send({ RequestItems: { [TableName]: { Keys: left, ConsistentRead: true } } });
    for (const item of (answer.Responses?.[TableName] ?? []).map(toItem)) found.set(nameOfKey(item), item);
    const unread = answer.UnprocessedKeys?.[TableName]?.Keys ?? [];
    inVain = unread.length < left.length ? 0 : inVain + 1;
    if (inVain >= patience.attempts)
      throw new StoreUnavailable(`the table left ${unread.length} keys unread ${inVain} times in a row`);
    left = unread;
    if (left.length > 0) await waitBefore(patience, inVain + 1);
  }
  return keys.map((key) => found.get(nameOfKey(key)));
}
