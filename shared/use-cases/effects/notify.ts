import type { Person } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Entry } from '../../domain/history.ts';
import { dayOf } from '../../domain/time.ts';
import { CommitConflict, type Ports } from '../../ports.ts';
import { readPeople } from '../../records/directory-record.ts';
import {
  noticeAgain,
  noticeIfAbsent,
  noticeKey,
  parseNotice,
  type Notice,
  type NoticeKind,
} from '../../records/notice-record.ts';
import { noticeMail } from './notice-mail.ts';

export interface NoticeDraft {
  readonly kind: NoticeKind;
  /** Unique for the recipient and day: of an event, of a list, or of the day itself. */
  readonly event: string;
  readonly record?: string;
  readonly count?: number;
  readonly facts?: Notice['facts'];
}

/** In-app exactly once (put if absent), mail at least once: an unsent one is sent when its effect runs again. */
export async function notify(
  ports: Ports,
  people: readonly PersonId[],
  entry: Entry,
  draft: NoticeDraft,
): Promise<void> {
  const known = await readPeople(ports.store, people);
  for (const person of known.values()) await notifyOne(ports, person, entry, draft);
}

async function notifyOne(ports: Ports, person: Person, entry: Entry, draft: NoticeDraft): Promise<void> {
  const notice: Notice = {
    person: person.id,
    event: draft.event,
    origin: `${entry.record}/${entry.seq}`,
    kind: draft.kind,
    on: dayOf(entry.at),
    at: entry.at,
    count: draft.count ?? 1,
    facts: draft.facts ?? {},
    mail: person.email === '' ? 'none' : 'pending',
    read: false,
    ...(draft.record === undefined ? {} : { record: draft.record }),
  };
  await putOnce(ports, notice);
  const [item] = await ports.store.get([noticeKey(notice)]);
  if (item === undefined) return;
  const stored = parseNotice(item);
  if (stored.mail !== 'pending' || stored.origin !== notice.origin) return;
  await ports.mailer.send(noticeMail(ports, person, stored));
  try {
    await ports.store.commit([noticeAgain({ ...stored, mail: 'sent' }, item.version)]);
  } catch (error) {
    // Read in the meantime, or sent by another run: the mark is theirs.
    if (!(error instanceof CommitConflict)) throw error;
  }
}

async function putOnce(ports: Ports, notice: Notice): Promise<void> {
  try {
    await ports.store.commit([noticeIfAbsent(notice)]);
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
  }
}
