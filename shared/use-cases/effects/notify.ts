import type { Person } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Entry } from '../../domain/history.ts';
import { dayOf, epochMs, instantOf } from '../../domain/time.ts';
import { CommitConflict, StoreUnavailable, type Ports } from '../../ports.ts';
import { readPeople } from '../../records/directory-record.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
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
    machineAt: entry.machineAt,
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
  await sendMail(ports, person, stored, item.version);
}

/** A mail server that is down holds nobody's work up: the mail stays unsent, the sweep tries again. */
async function sendMail(ports: Ports, person: Person, notice: Notice, version: number): Promise<void> {
  try {
    await ports.mailer.send(noticeMail(ports, person, notice));
    await ports.store.commit([noticeAgain({ ...notice, mail: 'sent' }, version)]);
  } catch (error) {
    // Read in the meantime, or sent by another run: the mark is theirs.
    if (error instanceof CommitConflict) return;
    if (error instanceof StoreUnavailable) throw error;
    ports.alarm('MailFailed', {
      event: notice.event,
      error: error instanceof Error ? error.name : 'unknown',
    });
  }
}

const tryAgainAfterMs = 120_000;

/** Mails that failed, or whose sender was killed before it sent them. */
export async function resendMails(ports: Ports): Promise<void> {
  const before = instantOf(epochMs(ports.clock.machine()) - tryAgainAfterMs);
  const items = await queryAll(ports.store, { index: 'g1', pk: indexes.unsentMails().pk });
  for (const { pk, sk } of items) {
    const [item] = await ports.store.get([{ pk, sk }]);
    if (item === undefined) continue;
    const notice = parseNotice(item);
    const person = (await readPeople(ports.store, [notice.person])).get(notice.person);
    const due = notice.mail === 'pending' && notice.machineAt < before;
    if (due && person !== undefined) await sendMail(ports, person, notice, item.version);
  }
}

async function putOnce(ports: Ports, notice: Notice): Promise<void> {
  try {
    await ports.store.commit([noticeIfAbsent(notice)]);
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
  }
}
