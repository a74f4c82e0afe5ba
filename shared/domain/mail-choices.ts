import { z } from 'zod';
import { addDays, at, dayOf, epochMs, type Instant } from './time.ts';

/** Groups of what a person is told, for each of which they choose how its mail comes. */
export const noticeGroups = ['waits', 'moved', 'reminders', 'results', 'news'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

/** At once, in the one mail of the day, or not at all. The notice in the app comes at once whatever is chosen. */
export const mailWays = ['now', 'digest', 'none'] as const;

/** Whole hours of the office's clock at which the mail of the day can go. */
export const digestHours = { first: 6, last: 20 } as const;

const waySchema = z.enum(mailWays);
export const mailChoicesSchema = z.strictObject({
  groups: z.strictObject({
    waits: waySchema,
    moved: waySchema,
    reminders: waySchema,
    results: waySchema,
    news: waySchema,
  }),
  hour: z.int().min(digestHours.first).max(digestHours.last),
});
export type MailChoices = z.infer<typeof mailChoicesSchema>;

/** Of whoever never chose: every mail at once. */
export const usualMailChoices: MailChoices = {
  groups: { waits: 'now', moved: 'now', reminders: 'now', results: 'now', news: 'now' },
  hour: 7,
};

/** The next moment, always to come, at which the office's clock shows that hour. */
export function nextDigest(now: Instant, hour: number): Instant {
  const today = at(dayOf(now), hour);
  return epochMs(today) > epochMs(now) ? today : at(addDays(dayOf(now), 1), hour);
}
