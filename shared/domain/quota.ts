import { z } from 'zod';
import { isEnded, type Case } from './case.ts';
import { organisationIdSchema, roundIdSchema } from './id.ts';
import { subjectKinds } from './round.ts';

/** One place of a round's quotas: an award of this form, for this kind of subject, to the organisation that entered it. */
export const quotaPlaceSchema = z.object({
  round: roundIdSchema,
  organisation: organisationIdSchema,
  form: z.string(),
  kind: z.enum(subjectKinds),
});
export type QuotaPlace = z.infer<typeof quotaPlaceSchema>;

/** The place that a nomination takes, from being sent to an end that is no award. Shown, never enforced. */
export function quotaPlaceOf(subject: Case): QuotaPlace | undefined {
  const { round, enteredBy, form, subjectKind, submittedOn, status } = subject;
  if (submittedOn === undefined || (isEnded(status) && status !== 'AWARDED')) return undefined;
  if (round === undefined || form === undefined || subjectKind === undefined) return undefined;
  return { round, organisation: enteredBy, form, kind: subjectKind };
}
