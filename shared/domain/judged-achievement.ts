import { z } from 'zod';
import { personIdSchema } from './id.ts';
import { civilDateSchema, type CivilDate } from './time.ts';

/** Two different achievements, or one and the same. */
export const achievementAnswers = ['other', 'same'] as const;
export type AchievementAnswer = (typeof achievementAnswers)[number];

/** A case, or an award that was brought in: its decision with the line of its row. */
export const otherAchievementSchema = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}(\/\d+)?$/, { error: 'notAnId' });

/** What whoever had the case concluded about its achievement and another one; of each other the last word stands. */
export const judgedAchievementSchema = z.object({
  other: otherAchievementSchema,
  answer: z.enum(achievementAnswers),
  by: personIdSchema,
  on: civilDateSchema,
});

/** One of two achievements that look alike, with what was said with it. */
export interface Comparable {
  readonly id?: string | undefined;
  /** Since when others could be compared with it: of a case the day on which it was sent. */
  readonly knownOn?: CivilDate | undefined;
  readonly judged?: readonly { readonly other: string; readonly answer: AchievementAnswer }[] | undefined;
  /** Whoever sent it on that day said that it is another achievement than all that was known then. */
  readonly declaredOn?: CivilDate | undefined;
}

/**
 * Whether a person has said that two achievements are one: on the case itself first, then on the other. What was declared
 * with the sending says nothing of what came in later.
 */
export function judgementOf(own: Comparable, other: Comparable): AchievementAnswer | undefined {
  const word = (one: Comparable, of: Comparable): AchievementAnswer | undefined =>
    one.judged?.find((said) => said.other === of.id)?.answer;
  const declared = (one: Comparable, of: Comparable): boolean =>
    one.declaredOn !== undefined && of.knownOn !== undefined && of.knownOn <= one.declaredOn;
  const said = word(own, other) ?? word(other, own);
  return said ?? (declared(own, other) || declared(other, own) ? 'other' : undefined);
}
