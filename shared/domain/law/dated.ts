import { z } from 'zod';
import { addDays, civilDateSchema, type CivilDate } from '../time.ts';

/**
 * How sure we are of a row: read in the text itself, read in a text about it, inferred from what was read, or only
 * remembered. All but the first are shown as unconfirmed, and an office may put its own row in their place.
 */
export const confidences = ['confirmed', 'secondary', 'inferred', 'memory'] as const;
export type Confidence = (typeof confidences)[number];

/** A thing that rests on several rows is as sure as the least sure of them; on none, it is sure. */
export const weakest = (...all: readonly Confidence[]): Confidence =>
  confidences.findLast((confidence) => all.includes(confidence)) ?? 'confirmed';

/** A place in an instrument: `{ of: 'ND-152-2025', at: 'Điều 50' }`. */
export const citationSchema = z.object({ of: z.string().min(1), at: z.string().min(1).optional() });
export type Citation = z.infer<typeof citationSchema>;

/** What every row of law bears: the days on which it applies, both included, and where it stands. */
export const datedSchema = z.object({
  validFrom: civilDateSchema,
  validTo: civilDateSchema.optional(),
  sources: z.array(citationSchema).min(1),
  confidence: z.enum(confidences),
});
export type Dated = z.infer<typeof datedSchema>;
type Validity = Pick<Dated, 'validFrom' | 'validTo'>;

export const appliesOn = ({ validFrom, validTo }: Validity, day: CivilDate): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo);

/** The row that applies on the day. Of rows that were checked there is one at most. */
export const inForceOn = <Row extends Validity>(rows: readonly Row[], day: CivilDate): Row | undefined =>
  rows.find((row) => appliesOn(row, day));

export interface TimelineFault {
  readonly fault: 'backwards' | 'overlap' | 'gap';
  /** The first day that is wrong. */
  readonly day: CivilDate;
}

/** What is wrong with rows of which one, and one only, should apply on every day from the first of them on. */
export function timelineFaults(rows: readonly Validity[]): TimelineFault[] {
  const faults: TimelineFault[] = [];
  const inOrder = rows.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  for (const [index, row] of inOrder.entries()) {
    const { validFrom, validTo } = row;
    if (validTo !== undefined && validTo < validFrom) faults.push({ fault: 'backwards', day: validFrom });
    const next = inOrder[index + 1];
    if (next === undefined) continue;
    if (validTo === undefined || validTo >= next.validFrom)
      faults.push({ fault: 'overlap', day: next.validFrom });
    else if (addDays(validTo, 1) < next.validFrom) faults.push({ fault: 'gap', day: addDays(validTo, 1) });
  }
  return faults;
}
