import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record,
} from '@aws-sdk/client-dynamodb-streams';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { AssetFunction } from './asset-function.ts';
import { matchesFilter } from './event-filter.ts';

export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly dynamodb: Readonly<Record<string, unknown>> & { readonly SequenceNumber: string };
  readonly [name: string]: unknown;
}

export interface PumpOptions {
  readonly endpoint: string;
  readonly table: string;
  readonly target: AssetFunction;
  /** As the template's event source mapping has them. */
  readonly batchSize: number;
  readonly retries: number;
  readonly filters: readonly unknown[];
  /** What a fault run does to what the stream gives: doubles, shuffles, delays, loses. */
  readonly disturb?: (records: readonly StreamRecord[]) => readonly StreamRecord[];
  /** Records that were given up after every retry: what a dead-letter queue would get. */
  readonly onGivenUp: (records: readonly StreamRecord[], error: unknown) => void;
}

export interface StreamPump {
  /** Resolves when everything that stood in the stream was handed over. */
  readonly drained: () => Promise<void>;
  close(): Promise<void>;
}

const idleMs = 25;
const partialSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })
  .nullable();

/**
 * What Lambda does for an event source mapping on a stream: reads shard by shard, hands over in batches, and after a
 * failure goes on from the first record that failed.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export async function startStreamPump(options: PumpOptions): Promise<StreamPump> {
  const client = new DynamoDBStreamsClient({
    endpoint: options.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
  });
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: options.table }));
  const StreamArn = Streams[0]?.StreamArn;
  if (StreamArn === undefined) throw new Error(`the table ${options.table} has no stream`);
  const iterators = new Map<string, string>();
  let closed = false;
  /** Who waits for the stream's end: two rounds that find nothing, since the first may have been asked before. */
  let drainers: { rounds: number; readonly resolve: () => void }[] = [];
  let wake: (() => void) | undefined;

  async function findShards(): Promise<void> {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      if (ShardId === undefined || iterators.has(ShardId)) continue;
      const wanted = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
      const { ShardIterator } = await client.send(new GetShardIteratorCommand(wanted));
      if (ShardIterator !== undefined) iterators.set(ShardId, ShardIterator);
    }
  }

  async function readOnce(): Promise<number> {
    let found = 0;
    for (const [shard, ShardIterator] of iterators) {
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator, Limit: 1000 }),
      );
      if (NextShardIterator === undefined) iterators.delete(shard);
      else iterators.set(shard, NextShardIterator);
      found += Records.length;
      await handOver(
        options,
        Records.map((record) => eventRecordOf(record, StreamArn ?? '')),
      );
    }
    return found;
  }

  async function run(): Promise<void> {
    await findShards();
    while (!closed) {
      const found = await readOnce();
      for (const drainer of drainers) {
        drainer.rounds = found === 0 ? drainer.rounds + 1 : 0;
        if (drainer.rounds === 2) drainer.resolve();
      }
      drainers = drainers.filter(({ rounds }) => rounds < 2);
      if (found === 0 && drainers.length === 0) await rest();
    }
  }

  async function rest(): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([woken, pause(idleMs)]);
  }

  const running = run();
  return {
    drained: () =>
      new Promise((resolve) => {
        drainers.push({ rounds: 0, resolve });
        wake?.();
      }),
    async close() {
      closed = true;
      await running;
      client.destroy();
    },
  };
}

async function handOver(options: PumpOptions, read: readonly StreamRecord[]): Promise<void> {
  const wanted = read.filter(
    (record) => options.filters.length === 0 || options.filters.some((one) => matchesFilter(one, record)),
  );
  const records = options.disturb?.(wanted) ?? wanted;
  for (let start = 0; start < records.length; start += options.batchSize) {
    await deliver(options, records.slice(start, start + options.batchSize), 0);
  }
}

async function deliver(options: PumpOptions, batch: readonly StreamRecord[], tries: number): Promise<void> {
  if (batch.length === 0) return;
  let failedFrom = 0;
  let reason: unknown;
  try {
    const answer = partialSchema.parse(await options.target.invoke({ Records: batch }));
    const failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
    failedFrom = batch.findIndex(({ dynamodb }) => failed.has(dynamodb.SequenceNumber));
    if (failedFrom === -1) return;
  } catch (error) {
    reason = error;
  }
  const rest = batch.slice(failedFrom);
  if (tries < options.retries) return deliver(options, rest, tries + 1);
  if (rest.length === 1) {
    options.onGivenUp(rest, reason);
    return;
  }
  // Bisected until the one that fails stands alone.
  const half = Math.ceil(rest.length / 2);
  await deliver(options, rest.slice(0, half), 0);
  await deliver(options, rest.slice(half), 0);
}

function eventRecordOf(record: _Record, arn: string): StreamRecord {
  const { ApproximateCreationDateTime, SequenceNumber = '', ...rest } = record.dynamodb ?? {};
  return {
    eventID: record.eventID ?? '',
    eventName: record.eventName ?? '',
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'ap-southeast-1',
    eventSourceARN: arn,
    dynamodb: {
      ...rest,
      SequenceNumber,
      ApproximateCreationDateTime: (ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
    },
  };
}
