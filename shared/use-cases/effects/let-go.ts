import type { Item, Store } from '../../ports.ts';
import { effectsWrite, loadEffects } from '../../records/flow-record.ts';
import { isNotice } from '../../records/keys.ts';
import { unsentAgain } from '../../records/notice-record.ts';
import { isStored } from './is-stored.ts';

export interface LetGo {
  /** Records whose effects were parked. */
  readonly records: readonly string[];
  readonly mails: number;
  /** What could not be read, with the error's name: it stays parked. */
  readonly failed: readonly { readonly record: string; readonly error: string }[];
}

/** Lets go whatever was parked, once a person has looked: the next sweep takes it up, and counts anew. */
export async function letGoParked(store: Store, office: AsyncIterable<readonly Item[]>): Promise<LetGo> {
  const records: string[] = [];
  const failed: { record: string; error: string }[] = [];
  let mails = 0;
  for await (const items of office) {
    for (const item of items) {
      try {
        if (await letRecordGo(store, item)) records.push(item.pk);
        if (await letMailGo(store, item)) mails += 1;
      } catch (error) {
        failed.push({ record: item.pk, error: error instanceof Error ? error.name : 'unknown' });
      }
    }
  }
  return { records, mails, failed };
}

async function letRecordGo(store: Store, item: Item): Promise<boolean> {
  const parked = item.sk === 'EFFECTS' ? loadEffects(item) : undefined;
  if (parked?.value.parked !== true) return false;
  return isStored(store, effectsWrite(item.pk, parked, { ...parked.value, failures: 0, parked: false }));
}

async function letMailGo(store: Store, item: Item): Promise<boolean> {
  const write = isNotice(item) ? unsentAgain(item) : undefined;
  return write !== undefined && isStored(store, write);
}
