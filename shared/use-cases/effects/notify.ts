import type { Person } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Entry } from '../../domain/history.ts';
import { dayOf } from '../../domain/time.ts';
import type { Key, Ports } from '../../ports.ts';
import { nextDigest, usualMailChoices, type MailChoices } from '../../domain/mail-choices.ts';
import { loadPerson } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { loadMailChoices } from '../../records/mail-choices-record.ts';
import { getAll } from '../../records/query.ts';
import { groupOf, noticeIfAbsent, type Notice, type NoticeKind } from '../../records/notice-record.ts';
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
  for (const one of untold) await notifyOne(ports, one, entry, { ...draft, count });
}

interface Untold {
  readonly person: Person;
  readonly choices: MailChoices;
}

/** A list tells its holders once, each of its cases comes with it: to look costs a tenth of a put that is refused. */
async function readUntold(
  ports: Ports,
  people: readonly PersonId[],
  noticeOf: (id: PersonId) => Key,
): Promise<Untold[]> {
  const found = await getAll(ports.store, [
    ...people.map((id) => keys.person(id)),
    ...people.map(noticeOf),
    ...people.map((id) => keys.mailChoices(id)),
  ]);
  return people.flatMap((_, place) => {
    const person = loadPerson(found[place])?.value;
    if (person === undefined || found[people.length + place] !== undefined) return [];
    const choices = loadMailChoices(found[2 * people.length + place])?.value ?? usualMailChoices;
    return [{ person, choices }];
  });
}

async function notifyOne(
  ports: Ports,
  { person, choices }: Untold,
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
    ...mailOf(ports, { person, choices }, draft.kind),
    read: false,
    ...(draft.record === undefined ? {} : { record: draft.record }),
    ...(draft.step === undefined ? {} : { step: draft.step }),
  };
  if (!(await isStored(ports.store, noticeIfAbsent(notice)))) return;
  if (notice.mail === 'pending') await sendMail(ports, person, { value: notice, version: 1 });
}

/** How its mail goes, by what the person has chosen for its group. */
function mailOf(
  ports: Ports,
  { person, choices }: Untold,
  kind: NoticeKind,
): Pick<Notice, 'mail' | 'heldUntil'> {
  const group = groupOf[kind];
  const way = group === undefined ? 'now' : choices.groups[group];
  if (way === 'none' || person.email === '' || ports.mailer === undefined) return { mail: 'none' };
  if (way === 'now') return { mail: 'pending' };
  return { mail: 'held', heldUntil: nextDigest(ports.clock.office(), choices.hour) };
}
