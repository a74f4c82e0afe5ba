import type { PersonId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { noticeAgain, noticeKey, parseNotice, type Notice } from '../../records/notice-record.ts';
import { withRetries } from '../acting/request.ts';
import { queryAll } from '../../records/query.ts';

export async function readNotices(ports: Ports, person: PersonId): Promise<Notice[]> {
  const items = await queryAll(ports.store, {
    pk: keys.notice(person, '', '').pk,
    descending: true,
    limit: 200,
  });
  return items.map(parseNotice).sort((one, other) => (one.at < other.at ? 1 : -1));
}

export async function markNoticesRead(ports: Ports, person: PersonId): Promise<void> {
  for (const notice of await readNotices(ports, person)) {
    if (!notice.read) await markRead(ports, notice);
  }
}

/** Its mail may be marked as sent at the same moment. */
async function markRead(ports: Ports, notice: Notice): Promise<void> {
  await withRetries(async () => {
    const [item] = await ports.store.get([noticeKey(notice)]);
    if (item === undefined) return;
    await ports.store.commit([noticeAgain({ ...parseNotice(item), read: true }, item.version)]);
  });
}
