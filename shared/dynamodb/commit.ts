import {
  TransactionCanceledException,
  type CancellationReason,
  type TransactWriteItem,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { CommitConflict, type FailedWrite, type Write } from '#shared/ports.ts';
import { conditionInput } from './condition.ts';
import { CancelledForNow, isPassingReason } from './engine-error.ts';
import { keyAttributes, toAttributes, toItem } from './item-attributes.ts';

/**
 * One token a commit, the same for each attempt: an attempt that was done though its answer got lost is not done again,
 * for ten minutes. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export function commitInput(
  TableName: string,
  writes: readonly Write[],
  ClientRequestToken: string,
): TransactWriteItemsCommandInput {
  return { TransactItems: writes.map((write) => transactItem(TableName, write)), ClientRequestToken };
}

function transactItem(TableName: string, write: Write): TransactWriteItem {
  if ('check' in write)
    return { ConditionCheck: { TableName, Key: keyAttributes(write.check), ...conditionInput(write.if) } };
  const condition = write.if === undefined ? {} : conditionInput(write.if);
  return 'put' in write
    ? { Put: { TableName, Item: toAttributes(write.put), ...condition } }
    : { Delete: { TableName, Key: keyAttributes(write.delete), ...condition } };
}

/**
 * A refused condition is the answer only if nothing else stood in the way: beside an item that another transaction held
 * nobody looked whether its condition holds too, and who reads the conflict must be told all of it.
 */
export function asConflict(error: unknown): unknown {
  if (!(error instanceof TransactionCanceledException)) return error;
  const reasons = error.CancellationReasons ?? [];
  const codes = reasons.map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
  if (codes.includes('ValidationError')) return new TypeError(messageOf(reasons), { cause: error });
  if (codes.some(isPassingReason)) return new CancelledForNow(codes, { cause: error });
  if (codes.length > 0 && codes.every((code) => code === 'ConditionalCheckFailed'))
    return new CommitConflict(reasons.flatMap(failedWrite));
  return error;
}

/** Reasons stand in the order of the writes, one each. */
function failedWrite({ Code, Item }: CancellationReason, index: number): FailedWrite[] {
  if (Code !== 'ConditionalCheckFailed') return [];
  return [{ index, found: Item === undefined ? undefined : toItem(Item) }];
}

function messageOf(reasons: readonly CancellationReason[]): string {
  const wrong = reasons.find(({ Code }) => Code === 'ValidationError');
  return `the table refused: ${wrong?.Message ?? 'ValidationError'}`;
}
