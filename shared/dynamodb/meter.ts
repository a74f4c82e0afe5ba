import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { nameOf } from './engine-error.ts';

/**
 * One round trip, as the table counts it. A refused one names its error and no units: DynamoDB counts them too, but says
 * nothing of them. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export interface Consumed {
  readonly operation: 'get' | 'query' | 'commit';
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly error?: string;
}

export type OnConsumed = (consumed: Consumed) => void;

interface Answer {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}

/** Asks for the units only where somebody counts them. */
export function capacityInput(onConsumed: OnConsumed | undefined): { ReturnConsumedCapacity?: 'TOTAL' } {
  return onConsumed === undefined ? {} : { ReturnConsumedCapacity: 'TOTAL' };
}

export async function metered<T extends Answer>(
  onConsumed: OnConsumed | undefined,
  operation: Consumed['operation'],
  send: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await send();
    onConsumed?.({ operation, ...unitsOf(operation, [answer.ConsumedCapacity ?? []].flat()) });
    return answer;
  } catch (error) {
    onConsumed?.({ operation, readUnits: 0, writeUnits: 0, error: nameOf(error) });
    throw error;
  }
}

/** A repeated commit that was done before counts as a read. */
function unitsOf(operation: Consumed['operation'], counted: readonly ConsumedCapacity[]) {
  const sum = (pick: (one: ConsumedCapacity) => number | undefined): number =>
    counted.reduce((total, one) => total + (pick(one) ?? 0), 0);
  const all = sum((one) => one.CapacityUnits);
  if (operation !== 'commit') return { readUnits: all, writeUnits: 0 };
  const readUnits = sum((one) => one.ReadCapacityUnits);
  return { readUnits, writeUnits: all - readUnits };
}
