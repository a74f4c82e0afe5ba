import type { PersonId } from '../../domain/id.ts';
import { nextDigest } from '../../domain/mail-choices.ts';
import { epochMs, instantOf } from '../../domain/time.ts';
import { StoreUnavailable, type Item, type Ports, type Query } from '../../ports.ts';
import { readPerson } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import { indexes, keys } from '../../records/keys.ts';
import {
  loadMailChoices,
  mailChoicesWrite,
  usualKeptChoices,
  type KeptMailChoices,
} from '../../records/mail-choices-record.ts';
import {
  noticeAgain,
  outOfUnsent,
  parseNotice,
  readableNotice,
  type Notice,
} from '../../records/notice-record.ts';
import { getAll, queryAll } from '../../records/query.ts';
import { isStored } from './is-stored.ts';
import { sendMail } from './send-mails.ts';

/** What is held waits a day at most; what is to wait longer was held under a clock that was put right since. */
const longestHeldMs = 25 * 3_600_000;
/** Whatever is beyond that comes on the next day. */
const gatheredAtMost = 1000;
const writtenTogether = 50;

type Held = Loaded<Notice>;

/** The mails of the day that are due: of each person's held notices one mail. Repeatable; of two sweeps at once one makes it. */
export async function gatherDigests(ports: Ports): Promise<void> {
  if (ports.mailer === undefined) return;
  const now = epochMs(ports.clock.office());
  const found = [
    // Whatever is held until this very moment, too.
    ...(await heldIn(ports, { to: `${instantOf(now)}~` })),
    ...(await heldIn(ports, { from: instantOf(now + longestHeldMs) })),
  ];
  const due = await readHeld(ports, found);
  for (const [person, held] of Map.groupBy(due, ({ value }) => value.person)) {
    try {
      await gatherOf(ports, person, held);
    } catch (error) {
      // An outage is no fault of these notices; any other error must not hold up those of others.
      if (error instanceof StoreUnavailable) throw error;
      ports.alarm('MailFailed', { event: `${person}/digest`, error: nameOf(error) });
    }
  }
}

const heldIn = (ports: Ports, range: Pick<Query, 'from' | 'to'>): Promise<Item[]> =>
  queryAll(ports.store, { index: 'g1', pk: indexes.heldMails().pk, ...range });

/** The index may lag: they are read again where they lie. What can't be read is parked. */
async function readHeld(ports: Ports, found: readonly Item[]): Promise<Held[]> {
  const items = await getAll(
    ports.store,
    found.map(({ pk, sk }) => ({ pk, sk })),
  );
  const held: Held[] = [];
  for (const item of items) {
    if (item === undefined) continue;
    const value = readableNotice(item);
    if (value === undefined) await park(ports, item);
    if (value?.mail === 'held') held.push({ value, version: item.version });
  }
  return held.sort((one, other) => (one.value.at < other.value.at ? -1 : 1));
}

async function park(ports: Ports, item: Item): Promise<void> {
  if (await isStored(ports.store, outOfUnsent(item)))
    ports.alarm('MailParked', { notice: `${item.pk}/${item.sk}`, error: 'Unreadable' });
}

async function gatherOf(ports: Ports, person: PersonId, held: readonly Held[]): Promise<void> {
  const [item] = await ports.store.get([keys.mailChoices(person)]);
  const choices = loadMailChoices(item);
  const told = await toldBefore(ports, person, choices?.value);
  // A run ended between the mail and the marks on its notices.
  await markGathered(
    ports,
    held.filter(({ value }) => told.has(refOf(value))),
  );
  const rest = held.filter(({ value }) => !told.has(refOf(value)));
  if (choices?.value.digested?.on === ports.clock.today()) return postpone(ports, choices.value, rest);
  await makeDigest(ports, choices, rest.slice(0, gatheredAtMost));
}

/** What stood in the last mail of a day. */
async function toldBefore(
  ports: Ports,
  person: PersonId,
  choices: KeptMailChoices | undefined,
): Promise<ReadonlySet<string>> {
  if (choices?.digested === undefined) return new Set();
  const { on, event } = choices.digested.lead;
  const [item] = await ports.store.get([keys.notice(person, on, event)]);
  return new Set(item === undefined ? [] : parseNotice(item).digest?.of.map(refOf));
}

/** One notice's mail becomes that of all, in the commit that says that this day has its mail. */
async function makeDigest(
  ports: Ports,
  choices: Loaded<KeptMailChoices> | undefined,
  held: readonly Held[],
): Promise<void> {
  const [lead, ...others] = held;
  if (lead === undefined) return;
  const on = ports.clock.today();
  const of = held.map(({ value }) => ({ on: value.on, event: value.event }));
  const mail: Notice = {
    ...unheld(lead.value),
    mail: 'pending',
    machineAt: ports.clock.machine(),
    digest: { on, of },
  };
  const { person, event } = lead.value;
  const after: KeptMailChoices = {
    ...(choices?.value ?? usualKeptChoices(person)),
    digested: { on, lead: { on: lead.value.on, event } },
  };
  const made = [mailChoicesWrite(choices, after), noticeAgain(mail, lead.version)];
  if (!(await isStored(ports.store, ...made))) return;
  await markGathered(ports, others);
  const known = (await readPerson(ports.store, person))?.value;
  if (known !== undefined) await sendMail(ports, known, { value: mail, version: lead.version + 1 });
}

/** It came when the day had had its mail: the hour was chosen anew, or it was written late. */
async function postpone(ports: Ports, choices: KeptMailChoices, held: readonly Held[]): Promise<void> {
  const heldUntil = nextDigest(ports.clock.office(), choices.hour);
  for (const { value, version } of held)
    await isStored(ports.store, noticeAgain({ ...value, heldUntil }, version));
}

/** Those that their person read at this moment are marked by the next sweep. */
async function markGathered(ports: Ports, held: readonly Held[]): Promise<void> {
  for (let start = 0; start < held.length; start += writtenTogether) {
    const chunk = held.slice(start, start + writtenTogether);
    await isStored(
      ports.store,
      ...chunk.map(({ value, version }) => noticeAgain({ ...unheld(value), mail: 'gathered' }, version)),
    );
  }
}

function unheld({ heldUntil: _over, ...notice }: Notice): Notice {
  return notice;
}

const refOf = ({ on, event }: Pick<Notice, 'on' | 'event'>): string => `${on}#${event}`;
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
