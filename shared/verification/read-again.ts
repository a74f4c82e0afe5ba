import { z } from 'zod';
import type { Key, Store } from '#shared/ports.ts';
import { derivedItems } from '#shared/records/derived-items.ts';
import { readChain } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { getAll, queryAll } from '#shared/records/query.ts';
import { replayed } from '#shared/records/replayed-record.ts';
import { parseUnrooted } from '#shared/records/root-record.ts';
import type { RecordItems } from './record-items.ts';

/** A scan of a table isn't one moment: what was torn by it is whole when the record is read by itself. */
export async function readRecordAgain(store: Store, given: RecordItems): Promise<RecordItems> {
  const { record } = given;
  const own = await queryAll(store, { pk: record });
  const known = new Map(
    [...given.mirrors, ...(await derivedNow(store, record))].map((key) => [textOf(key), key]),
  );
  const places = [...known.values()].filter(({ pk }) => pk !== record);
  const [mark] = await store.get([keys.unrooted(record)]);
  const mirrors = (await getAll(store, places)).filter((item) => item !== undefined);
  return {
    ...given,
    own,
    mirrors: mirrors.map((item) => ({ ...item, version: 1 })),
    waits: mark === undefined ? undefined : parseUnrooted(mark).seq,
  };
}

const textOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

async function derivedNow(store: Store, record: string): Promise<readonly Key[]> {
  try {
    return derivedItems(record, replayed(await readChain(store, record)));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return [];
    throw error;
  }
}
