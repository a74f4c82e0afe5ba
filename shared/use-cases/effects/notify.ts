import type { Person } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Entry } from '../../domain/history.ts';
import { dayOf } from '../../domain/time.ts';
import type { Key, Ports } from '../../ports.ts';
import { loadPerson } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { noticeIfAbsent, type Notice, type NoticeKind } from '../../records/notice-record.ts';
import { isStored } from './is-stored.ts';
import { sendMail } from './send-mails.ts';

export interface NoticeDraft {
  readonly kind: NoticeKind;
  /** Unique for the recipient and day: of an event, of a list, or of the day itself. */
  readonly event: string;
  readonly record?: string;
  /** Asked for only when somebody is to be told. */
  readonly count?: () => Promise<number> | number;
  readonly facts?: Notice['facts'];
  readonly step?: Notice['step'];
}

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
    mail: person.email === '' || ports.mailer === undefined ? 'none' : 'pending',
    read: false,
    ...(draft.record === undefined ? {} : { record: draft.record }),
    ...(draft.step === undefined ? {} : { step: draft.step }),
  };
  if (!(await isStored(ports.store, noticeIfAbsent(notice)))) return;
  if (notice.mail === 'pending') await sendMail(ports, person, { value: notice, version: 1 });
}
