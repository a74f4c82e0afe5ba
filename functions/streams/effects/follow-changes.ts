import { z } from 'zod';
import { pendingRecordOf } from '#shared/records/keys.ts';

/** What a stream of keys says of one change; everything else in the event is left unread. */
const changeSchema = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  }),
});
const eventSchema = z.object({ Records: z.array(z.unknown()) });

export interface Followed {
  /** Where Lambda goes on: https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html */
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export interface FollowOptions {
  readonly catchUp: (record: string) => Promise<void>;
  readonly report: (error: unknown, record: string) => void;
}

/** Records that are caught up at once. */
const width = 8;

/**
 * Catches up each record that a batch marks, once however often it is marked. One that fails comes again with everything
 * behind its last mark, until `catchUp` has parked it; changes of other items, and what can't be read, are nobody's.
 */
export async function followChanges(event: unknown, { catchUp, report }: FollowOptions): Promise<Followed> {
  const marks = [...lastMarks(eventSchema.parse(event).Records)];
  const failed: string[] = [];
  for (let start = 0; start < marks.length; start += width) {
    await Promise.all(
      marks.slice(start, start + width).map(async ([record, sequenceNumber]) => {
        try {
          await catchUp(record);
        } catch (error) {
          report(error, record);
          failed.push(sequenceNumber);
        }
      }),
    );
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** By record the number of its last mark: what stands before it is done with it. */
function lastMarks(changes: readonly unknown[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const change of changes) {
    const { data } = changeSchema.safeParse(change);
    if (data === undefined || data.eventName === 'REMOVE') continue;
    const { Keys, SequenceNumber } = data.dynamodb;
    const record = pendingRecordOf({ pk: Keys.pk.S, sk: Keys.sk.S });
    if (record !== undefined) marks.set(record, SequenceNumber);
  }
  return marks;
}
