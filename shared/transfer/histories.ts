import { createHash } from 'node:crypto';
import { z } from 'zod';
import { verifyChain } from '#shared/domain/verify-chain.ts';
import type { Item } from '#shared/ports.ts';
import { chainOf } from '#shared/records/history-record.ts';
import { prefixes, recordKinds } from '#shared/records/keys.ts';

export interface Histories {
  /** How many records have one. */
  readonly records: number;
  /** SHA-256 over `record entries head` of each record, a line each, in the order of their keys. */
  readonly root: string;
  /** `CASE#01J…: entry 3 altered`. */
  readonly faults: readonly string[];
}

export interface HistoryReader {
  /** In the order of keys: what belongs to one record comes together. */
  take(item: Item): void;
  finish(): Histories;
}

const tipSchema = z.object({ entries: z.int(), head: z.string() });

/** Walks every chain against its record's own count and head while the items of an office go by. */
export function createHistoryReader(): HistoryReader {
  const root = createHash('sha256');
  const faults: string[] = [];
  let records = 0;
  let open: Item[] = [];

  function close(): void {
    const record = open[0]?.pk;
    if (record === undefined) return;
    const tip = tipSchema.safeParse(open.find(({ sk }) => sk === 'META')?.body);
    if (tip.success) {
      records += 1;
      root.update(`${record} ${tip.data.entries} ${tip.data.head}\n`);
      faults.push(...faultsOf({ record, ...tip.data }, open));
    } else {
      faults.push(`${record}: no record of its entries`);
    }
    open = [];
  }

  return {
    take(item) {
      if (!belongs(item)) return;
      if (item.pk !== open[0]?.pk) close();
      open.push(item);
    },
    finish() {
      close();
      return { records, root: root.digest('hex'), faults };
    },
  };
}

const belongs = ({ pk, sk }: Item): boolean =>
  recordKinds.some((kind) => pk.startsWith(`${kind}#`)) &&
  (sk === 'META' || sk.startsWith(prefixes.entries) || sk.startsWith(prefixes.payloads));

function faultsOf(tip: z.infer<typeof tipSchema> & { record: string }, items: readonly Item[]): string[] {
  const having = (prefix: string): Item[] => items.filter(({ sk }) => sk.startsWith(prefix));
  try {
    return verifyChain(tip, chainOf(having(prefixes.entries), having(prefixes.payloads))).map(
      ({ seq, fault }) => `${tip.record}: entry ${seq} ${fault}`,
    );
  } catch (error) {
    if (error instanceof z.ZodError) return [`${tip.record}: entries unreadable`];
    throw error;
  }
}
