import type { Person } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Entry } from '../../domain/history.ts';
import { dayOf, epochMs } from '../../domain/time.ts';
import { CommitConflict, StoreUnavailable, type Key, type Ports, type Write } from '../../ports.ts';
import { loadPerson, readPerson } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import { indexes, keys } from '../../records/keys.ts';
import { getAll, queryAll } from '../../records/query.ts';
import {
  noticeAgain,
  noticeIfAbsent,
  noticeKey,
  parseNotice,
  type Notice,
  type NoticeKind,
} from '../../records/notice-record.ts';
import { withRetries } from '../acting/request.ts';
import { noticeMail } from './notice-mail.ts';

export interface NoticeDraft {
  readonly kind: NoticeKind;
  /** Unique for the recipient and day: of an event, of a list, or of the day itself. */
  readonly event: string;
  readonly record?: string;
  /** Asked for only when somebody is to be told. */
  readonly count?: () => Promise<number> | number;
  readonly facts?: Notice['facts'];
}

/** A mail belongs to whoever put its notice, or took it over, for so long: nobody else sends it. */
const takenMs = 120_000;
/** It is handed over no later than this: a mailer answers in less than what is left. */
const handedOverWithinMs = 60_000;

const takenForMs = (ports: Ports, { machineAt }: Notice): number =>
  epochMs(ports.clock.machine()) - epochMs(machineAt);

/**
 * In-app exactly once (put if absent). The mail is sent by whoever put the notice, and by the sweep when that run died: so
 * that it is doubled only where a run ends, or hears nothing more, between the provider's taking it and our mark.
 */
export async function notify(
  ports: Ports,
  people: readonly PersonId[],
  entry: Entry,
  draft: NoticeDraft,
): Promise<void> {
  const untold = await readUntold(ports, [...new Set(people)], (id) =>
    keys.notice(id, dayOf(entry.at), draft.event),
  );
  if (untold.length === 0) return;
  const count = (await draft.count?.()) ?? 1;
  for (const person of untold) await notifyOne(ports, person, entry, { ...draft, count });
}

/** A list tells its holders once, each of its cases comes with it: to look costs a tenth of a put that is refused. */
async function readUntold(
  ports: Ports,
  people: readonly PersonId[],
  noticeOf: (id: PersonId) => Key,
): Promise<Person[]> {
  const found = await getAll(ports.store, [...people.map((id) => keys.person(id)), ...people.map(noticeOf)]);
  return people.flatMap((_, place) =>
    found[people.length + place] === undefined ? (loadPerson(found[place])?.value ?? []) : [],
  );
}

async function notifyOne(
  ports: Ports,
  person: Person,
  entry: Entry,
  draft: Omit<NoticeDraft, 'count'> & Pick<Notice, 'count'>,
): Promise<void> {
  const notice: Notice = {
    person: person.id,
    event: draft.event,
    origin: `${entry.record}/${entry.seq}`,
    kind: draft.kind,
    on: dayOf(entry.at),
    at: entry.at,
    machineAt: ports.clock.machine(),
    count: draft.count,
    facts: draft.facts ?? {},
    mail: person.email === '' ? 'none' : 'pending',
    read: false,
    ...(draft.record === undefined ? {} : { record: draft.record }),
  };
  if (!(await isStored(ports, noticeIfAbsent(notice)))) return;
  if (notice.mail === 'pending') await sendMail(ports, person, { value: notice, version: 1 });
}

/** A mail server that is down holds nobody's work up: the mail stays unsent, the sweep tries again. */
async function sendMail(ports: Ports, person: Person, notice: Loaded<Notice>): Promise<void> {
  // Whoever was held up so long leaves it to the sweep, which may be sending it by now.
  if (takenForMs(ports, notice.value) > handedOverWithinMs) return;
  try {
    await ports.mailer.send(noticeMail(ports, person, notice.value));
  } catch (error) {
    ports.alarm('MailFailed', { event: notice.value.event, error: nameOf(error) });
    return;
  }
  await markSent(ports, notice);
}

async function markSent(ports: Ports, { value, version }: Loaded<Notice>): Promise<void> {
  if (await isStored(ports, noticeAgain({ ...value, mail: 'sent' }, version))) return;
  // It was read while it was sent.
  await withRetries(async () => {
    const [item] = await ports.store.get([noticeKey(value)]);
    if (item === undefined) return;
    await ports.store.commit([noticeAgain({ ...parseNotice(item), mail: 'sent' }, item.version)]);
  });
}

/** Mails that failed, or whose sender died or was held up. */
export async function resendMails(ports: Ports): Promise<void> {
  const items = await queryAll(ports.store, { index: 'g1', pk: indexes.unsentMails().pk });
  for (const { pk, sk } of items) {
    try {
      await resend(ports, { pk, sk });
    } catch (error) {
      // An outage is no fault of this notice; any other error must not hold up those behind it.
      if (error instanceof StoreUnavailable) throw error;
      ports.alarm('MailFailed', { event: sk, error: nameOf(error) });
    }
  }
}

async function resend(ports: Ports, key: Key): Promise<void> {
  const [item] = await ports.store.get([key]);
  if (item === undefined) return;
  const notice = parseNotice(item);
  const person = (await readPerson(ports.store, notice.person))?.value;
  if (notice.mail !== 'pending' || takenForMs(ports, notice) <= takenMs || person === undefined) return;
  const taken = { ...notice, machineAt: ports.clock.machine() };
  // Of two sweeps at once one takes it.
  if (await isStored(ports, noticeAgain(taken, item.version)))
    await sendMail(ports, person, { value: taken, version: item.version + 1 });
}

async function isStored(ports: Ports, write: Write): Promise<boolean> {
  try {
    await ports.store.commit([write]);
    return true;
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    return false;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
