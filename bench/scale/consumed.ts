import type { QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { createDynamoStore } from '#shared/dynamodb/dynamo-store.ts';
import type { Store } from '#shared/ports.ts';
import { createTestClient } from '#tests/support/dynamo-table.ts';
import type { Engine } from '#tests/support/dynoxide.ts';

/** What the engine itself says that it read and was charged for. */
export interface Consumed {
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly scanned: number;
  readonly returned: number;
}

export interface MeteredStore {
  readonly store: Store;
  /** The same table, unmetered. */
  readonly beside: Store;
  /** Since the last `take`. */
  take(): Consumed;
  close(): void;
}

const nothing: Consumed = { readUnits: 0, writeUnits: 0, scanned: 0, returned: 0 };
const patientMs = 60_000;

const isQueried = (output: object): output is QueryCommandOutput => 'ScannedCount' in output;

export function meterEngine({ endpoint }: Pick<Engine, 'endpoint'>, table: string): MeteredStore {
  const slow = { requestHandler: { requestTimeout: patientMs } };
  const client = createTestClient(endpoint, slow);
  let sum = nothing;
  const add = (more: Partial<Consumed>): void => {
    sum = {
      readUnits: sum.readUnits + (more.readUnits ?? 0),
      writeUnits: sum.writeUnits + (more.writeUnits ?? 0),
      scanned: sum.scanned + (more.scanned ?? 0),
      returned: sum.returned + (more.returned ?? 0),
    };
  };
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { output } = result;
      if (isQueried(output)) add({ scanned: output.ScannedCount ?? 0, returned: output.Count ?? 0 });
      return result;
    },
    { step: 'initialize' },
  );
  const plain = createTestClient(endpoint, slow);
  return {
    store: createDynamoStore({ client, table, onConsumed: add }),
    beside: createDynamoStore({ client: plain, table }),
    take() {
      const taken = sum;
      sum = nothing;
      return taken;
    },
    close() {
      client.destroy();
      plain.destroy();
    },
  };
}
