import { z } from 'zod';
import { personIdSchema } from '../domain/id.ts';
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
  /** Parked: tried in vain for days; a person must look. */
  mail: z.enum(['pending', 'sent', 'parked', 'none']),
  /** How often the sweep took its mail. */
  tries: z.int().optional(),
  read: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const noticeKey = (notice: Notice) => keys.notice(notice.person, notice.on, notice.event);

function indexesOf(notice: Notice): Pick<Item, 'g1' | 'g2' | 'g3'> {
  const { person, mail, read, kind } = notice;
  const { sk } = noticeKey(notice);
  return {
    ...(mail === 'pending' ? { g1: indexes.unsentMails(`${person}#${sk}`) } : {}),
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
/** As if the parked mail had never been tried; undefined where it isn't parked. */
export function unsentAgain(item: Item): Write | undefined {
  const { tries: _inVain, ...notice } = parseNotice(item);
  const parked = notice.mail === 'parked' || (notice.mail === 'pending' && item.g1 === undefined);
  return parked ? noticeAgain({ ...notice, mail: 'pending' }, item.version) : undefined;
}
export const readableNotice = (item: Item): Notice | undefined => noticeSchema.safeParse(item.body).data;
export const parseNotice = (item: Item): Notice => decode(noticeSchema, item);
