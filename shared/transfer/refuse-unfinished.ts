import type { Store } from '#shared/ports.ts';
import { isImportUnfinished } from '#shared/records/import-record.ts';
import { keys } from '#shared/records/keys.ts';
import { TransferRefused } from './refused.ts';

/** @throws TransferRefused ImportUnfinished for an office of which a part is still missing */
export async function refuseUnfinished(store: Pick<Store, 'get'>): Promise<void> {
  const [item] = await store.get([keys.importMark()]);
  if (isImportUnfinished(item)) throw new TransferRefused('ImportUnfinished');
}
