import type { PersonId } from '../../domain/id.ts';
import type { Explanation } from '../../domain/law/explanation.ts';
import type { Law } from '../../domain/law/law.ts';
import type { Key, Ports } from '../../ports.ts';
import { indexes, keys } from '../../records/keys.ts';
import { noticeAgain, parseNotice, type Notice } from '../../records/notice-record.ts';
import { queryAll } from '../../records/query.ts';
import { readStretch, type Place, type Stretch } from '../../records/stretch.ts';
import { withRetries } from '../acting/request.ts';
import { noticeRules, noticeWhy, type RestedOn } from '../effects/notice-mail.ts';

export type NoticeView = Omit<Notice, 'step'> & {
  /** Why the day that it names is that day. */
  readonly why?: Explanation;
  /** Rules on which what it tells of rests. */
  readonly rests?: readonly RestedOn[];
};
export type NoticePage = Omit<Stretch, 'items'> & { readonly notices: readonly NoticeView[] };

const noticesAPage = 50;

/** Day by day, newest first. */
export async function readNotices(
  ports: Ports,
  person: PersonId,
  { after, before }: Place = {},
): Promise<NoticePage> {
  const { items, ...beside } = await readStretch(ports.store, {
    partitions: [keys.notice(person, '', '').pk],
    descending: true,
    size: noticesAPage,
    after,
    before,
  });
  const law = await ports.law.current();
  const notices = items.map(parseNotice).sort((one, other) => (one.at < other.at ? 1 : -1));
  return { notices: notices.map((notice) => viewOf(law, notice)), ...beside };
}

function viewOf(law: Law, notice: Notice): NoticeView {
  const { step: _read, ...view } = notice;
  const why = noticeWhy(law, notice);
  const rests = noticeRules(law, notice);
  return { ...view, ...(why === undefined ? {} : { why }), ...(rests.length === 0 ? {} : { rests }) };
}

export interface Unread {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

/** Every page of whoever is signed in says it: what lies unread for years must not be read each time. */
const countedUnread = 20;

/** May lag a moment behind. */
export async function countUnread(ports: Ports, person: PersonId): Promise<Unread> {
  const { items } = await ports.store.query({ ...unreadOf(person), limit: countedUnread + 1 });
  return { count: Math.min(items.length, countedUnread), more: items.length > countedUnread };
}

const unreadOf = (person: PersonId) => ({ index: 'g2' as const, pk: indexes.unreadNotices(person).pk });

const readTogether = 50;

/** All that the person may have seen as unread; what came in the last moment stays so. */
export async function markNoticesRead(ports: Ports, person: PersonId): Promise<void> {
  const unread = await queryAll(ports.store, unreadOf(person));
  for (let start = 0; start < unread.length; start += readTogether) {
    const chunk = unread.slice(start, start + readTogether).map(({ pk, sk }) => ({ pk, sk }));
    await withRetries(() => markRead(ports, chunk));
  }
}

/** The mail of one of them may be marked as sent at the same moment. @throws CommitConflict */
async function markRead(ports: Ports, chunk: readonly Key[]): Promise<void> {
  const items = await ports.store.get(chunk);
  const writes = items.flatMap((item) => {
    if (item === undefined) return [];
    const notice = parseNotice(item);
    return notice.read ? [] : [noticeAgain({ ...notice, read: true }, item.version)];
  });
  if (writes.length > 0) await ports.store.commit(writes);
}
