import { z } from 'zod';
import { personIdSchema } from '../domain/id.ts';
import type { NoticeGroup } from '../domain/mail-choices.ts';
import { dueRuleSchema } from '../domain/route-template.ts';
import { civilDateSchema, instantSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { indexes, keys } from './keys.ts';

export const noticeKinds = [
  'StepOpened',
  'Rerouted',
  'ListArrived',
  'SupplementAsked',
  'SupplementAnswered',
  'Received',
  'Held',
  'Released',
  'ReturnedIneligible',
  'Refused',
  'Withdrawn',
  'FormChanged',
  'QuestionAsked',
  'QuestionAnswered',
  'Reassigned',
  'Struck',
  'LinkedAwarded',
  'LinkedEnded',
  'AgendaClosed',
  'OpinionAsked',
  'OpinionGiven',
  'OpinionCorrected',
  'OpinionNotAwaited',
  'ListToSign',
  'ListToNumber',
  'ResultsIssued',
  'SessionConcluded',
  'Reminder',
  'Escalated',
  'CeremonyFrozen',
  'CeremonyToday',
  'ToDeliver',
  'AccessReset',
  'PostGiven',
  'PostEnded',
  'DaysClosed',
  'SettingProposed',
  'SettingConfirmed',
  'SettingRefused',
  'SettingWithdrawn',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Those of no group protect the office itself, and whoever is told: their mail always goes at once. */
export const groupOf: Readonly<Record<NoticeKind, NoticeGroup | undefined>> = {
  StepOpened: 'waits',
  ListArrived: 'waits',
  SupplementAsked: 'waits',
  SupplementAnswered: 'waits',
  QuestionAsked: 'waits',
  QuestionAnswered: 'waits',
  Reassigned: 'waits',
  Struck: 'waits',
  AgendaClosed: 'waits',
  OpinionAsked: 'waits',
  ListToSign: 'waits',
  ListToNumber: 'waits',
  ToDeliver: 'waits',
  SettingProposed: 'waits',
  Received: 'moved',
  Rerouted: 'moved',
  Held: 'moved',
  Released: 'moved',
  ReturnedIneligible: 'moved',
  Refused: 'moved',
  Withdrawn: 'moved',
  FormChanged: 'moved',
  LinkedAwarded: 'moved',
  LinkedEnded: 'moved',
  OpinionGiven: 'moved',
  OpinionCorrected: 'moved',
  Reminder: 'reminders',
  Escalated: 'reminders',
  ResultsIssued: 'results',
  SessionConcluded: 'results',
  OpinionNotAwaited: 'news',
  CeremonyFrozen: 'news',
  CeremonyToday: 'news',
  SettingConfirmed: 'news',
  SettingRefused: 'news',
  SettingWithdrawn: 'news',
  AccessReset: undefined,
  PostGiven: undefined,
  PostEnded: undefined,
  DaysClosed: undefined,
};

/** The mail of a day: which notices of the person it tells of, its own among them. */
const digestSchema = z.object({
  on: civilDateSchema,
  of: z.array(z.object({ on: civilDateSchema, event: z.string() })),
});
export type Digest = z.infer<typeof digestSchema>;

/**
 * One message to one person: ids, counts, codes, days, the council that meets; nobody's name, which is looked up when
 * the record is shown, by whoever may see it. Its key (recipient, day, event) is put if absent: shown exactly once, however often effects run.
 */
const noticeSchema = z.object({
  person: personIdSchema,
  event: z.string(),
  /** The entry whose effect put it, `CASE#…/12`. */
  origin: z.string(),
  kind: z.enum(noticeKinds),
  on: civilDateSchema,
  at: instantSchema,
  /** Machine time at which it was put, or its mail last taken by the sweep: who took it has it for a while (notify.ts). */
  machineAt: instantSchema,
  /** `CASE#…`, `LIST#…`, `CEREMONY#…`, `ROOT#…`, `LAW#OWN`; absent: the inbox. */
  record: z.string().optional(),
  count: z.int(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The step that it tells of, as far as it takes to say why it is due on its day. */
  step: z
    .object({
      template: z.string(),
      frozenOn: civilDateSchema.optional(),
      code: z.string(),
      due: dueRuleSchema,
      openedOn: civilDateSchema,
      dueOn: civilDateSchema,
    })
    .optional(),
  /** Parked: tried in vain for days; a person must look. Held for the mail of a day, then gathered into it. */
  mail: z.enum(['pending', 'held', 'gathered', 'sent', 'parked', 'none']),
  /** Office time at which the mail that it is held for goes. */
  heldUntil: instantSchema.optional(),
  /** Its mail is the one of a day, and tells of all of these. */
  digest: digestSchema.optional(),
  /** How often the sweep took its mail. */
  tries: z.int().optional(),
  read: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const noticeKey = (notice: Notice) => keys.notice(notice.person, notice.on, notice.event);

function indexesOf(notice: Notice): Pick<Item, 'g1' | 'g2' | 'g3'> {
  const { person, mail, read, kind, heldUntil } = notice;
  const { sk } = noticeKey(notice);
  return {
    ...(mail === 'pending' ? { g1: indexes.unsentMails(`${person}#${sk}`) } : {}),
    ...(mail === 'held' ? { g1: indexes.heldMails(heldUntil, `${person}#${sk}`) } : {}),
    ...(read ? {} : { g2: indexes.unreadNotices(person, sk) }),
    ...(kind === 'AgendaClosed' ? { g3: indexes.agendasTold(person, sk) } : {}),
  };
}

export const noticeIfAbsent = (notice: Notice): Write => ({
  put: encode(noticeKey(notice), notice, 1, indexesOf(notice)),
  if: { absent: true },
});
export const noticeAgain = (notice: Notice, version: number): Write => ({
  put: encode(noticeKey(notice), notice, version + 1, indexesOf(notice)),
  if: { version },
});
/** A notice that can't be read is parked as it is: no sweep is shown it. */
export const outOfUnsent = ({ g1: _unsent, ...item }: Item): Write => ({
  put: { ...item, version: item.version + 1 },
  if: { version: item.version },
});
/** As if the parked mail had never been tried, or held; undefined where it isn't parked. */
export function unsentAgain(item: Item): Write | undefined {
  const { tries: _inVain, ...notice } = parseNotice(item);
  const waits = notice.mail === 'pending' || notice.mail === 'held';
  const parked = notice.mail === 'parked' || (waits && item.g1 === undefined);
  return parked ? noticeAgain({ ...notice, mail: 'pending' }, item.version) : undefined;
}
export const readableNotice = (item: Item): Notice | undefined => noticeSchema.safeParse(item.body).data;
export const parseNotice = (item: Item): Notice => decode(noticeSchema, item);
