import type { Person } from '../../domain/directory.ts';
import { epochMs } from '../../domain/time.ts';
import { StoreUnavailable, type Key, type Ports, type Write } from '../../ports.ts';
import { readPerson } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import { indexes } from '../../records/keys.ts';
import {
  noticeAgain,
  noticeKey,
  outOfUnsent,
  parseNotice,
  readableNotice,
  type Notice,
} from '../../records/notice-record.ts';
import { queryAll } from '../../records/query.ts';
import { withRetries } from '../acting/request.ts';
import { isStored } from './is-stored.ts';
import { digestMail } from './digest-mail.ts';
import { noticeMail } from './notice-mail.ts';

const minuteMs = 60_000;
/** A mail belongs to whoever put its notice, or took it over, for so long: nobody else sends it. */
const takenMs = 2 * minuteMs;
/** It is handed over no later than this: a mailer answers in less than what is left. */
const handedOverWithinMs = minuteMs;
const dayMs = 24 * 60 * minuteMs;

/**
 * Tries of the sweep after which a mail is parked with an alarm. With the waits between them it is four days and a half
 * until then, as mail servers have it: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1
 */
const parkAfter = 8;
/** Each wait is four times the one before, up to a day. */
const waitMs = (tries: number): number => Math.min(takenMs * 4 ** tries, dayMs);

const takenForMs = (ports: Ports, { machineAt }: Notice): number =>
  epochMs(ports.clock.machine()) - epochMs(machineAt);

/** A mail server that is down holds nobody's work up: the mail stays unsent, the sweep tries again. */
export async function sendMail(ports: Ports, person: Person, notice: Loaded<Notice>): Promise<void> {
  // Whoever was held up so long leaves it to the sweep, which may be sending it by now.
  if (takenForMs(ports, notice.value) > handedOverWithinMs) return;
  if (ports.mailer === undefined) return;
  try {
    const { digest } = notice.value;
    const mail =
      digest === undefined ? noticeMail(ports, person, notice.value) : digestMail(ports, person, digest);
    await ports.mailer.send(await mail);
  } catch (error) {
    ports.alarm('MailFailed', { event: notice.value.event, error: nameOf(error) });
    return;
  }
  await markSent(ports, notice);
}

async function markSent(ports: Ports, { value, version }: Loaded<Notice>): Promise<void> {
  if (await isStored(ports.store, noticeAgain({ ...value, mail: 'sent' }, version))) return;
  // It was read while it was sent.
  await withRetries(async () => {
    const [item] = await ports.store.get([noticeKey(value)]);
    if (item === undefined) return;
    await ports.store.commit([noticeAgain({ ...parseNotice(item), mail: 'sent' }, item.version)]);
  });
}

/** Mails that failed, or whose sender died or was held up. Where the mail server was taken away, they wait for the next one. */
export async function resendMails(ports: Ports): Promise<void> {
  if (ports.mailer === undefined) return;
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
  const notice = readableNotice(item);
  if (notice === undefined) return park(ports, key, { parked: outOfUnsent(item), error: 'Unreadable' });
  const { tries = 0 } = notice;
  if (notice.mail !== 'pending' || takenForMs(ports, notice) <= waitMs(tries)) return;
  if (tries >= parkAfter) {
    const parked = noticeAgain({ ...notice, mail: 'parked' }, item.version);
    return park(ports, key, { parked, error: 'Unsent' });
  }
  // Counted before it is made: a try that ends the program is one, too.
  const taken = { ...notice, machineAt: ports.clock.machine(), tries: tries + 1 };
  // Of two sweeps at once one takes it.
  if (!(await isStored(ports.store, noticeAgain(taken, item.version)))) return;
  const person = (await readPerson(ports.store, notice.person))?.value;
  if (person !== undefined) await sendMail(ports, person, { value: taken, version: item.version + 1 });
}

/** No sweep meets it any more, until an operator lets it go. The notice itself stays where its person reads it. */
async function park(
  ports: Ports,
  { pk, sk }: Key,
  { parked, error }: { readonly parked: Write; readonly error: string },
): Promise<void> {
  if (await isStored(ports.store, parked)) ports.alarm('MailParked', { notice: `${pk}/${sk}`, error });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
