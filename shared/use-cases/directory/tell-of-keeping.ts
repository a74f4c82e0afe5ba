import type { OrganisationId, PersonId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { readLastEntry } from '../../records/history-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import type { NoticeKind } from '../../records/notice-record.ts';
import { loadRegister } from '../../records/register-record.ts';
import { notify } from '../effects/notify.ts';

/** Tells people of what an administrator just did: the last entry of the keeper's register. */
export async function tellOfKeeping(
  ports: Ports,
  keeper: OrganisationId,
  people: readonly PersonId[],
  kind: NoticeKind,
): Promise<void> {
  const [item] = await ports.store.get([keys.register(keeper)]);
  const record = recordId('REGISTER', keeper);
  const entry = await readLastEntry(ports.store, record, loadRegister(item)?.value.entries ?? 0);
  if (entry === undefined) return;
  await notify(ports, people, entry, { kind, event: `${record}/${entry.seq}` });
}
