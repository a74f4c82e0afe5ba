import { z } from 'zod';
import { civilDateSchema, type CivilDate } from '../time.ts';
import { appliesOn, confidences, type Citation } from './dated.ts';

const instrumentKinds = ['law', 'decree', 'circular', 'decision', 'guidance', 'local', 'practice'] as const;

/** A text that rows of law are taken from: a law, a decree, a province's own regulation, or a practice that was seen. */
export const instrumentSchema = z.object({
  /** `ND-152-2025`. */
  code: z.string().regex(/^[A-Z0-9-]+$/),
  kind: z.enum(instrumentKinds),
  /** As documents cite it: `Nghị định số 152/2025/NĐ-CP`. */
  name: z.string().min(1),
  validFrom: civilDateSchema,
  /** Last day on which it is in force. */
  validTo: civilDateSchema.optional(),
  /** Of its days and its being in force; how sure a row is says the row. */
  confidence: z.enum(confidences),
  note: z.object({ vi: z.string(), en: z.string() }).optional(),
});
export type Instrument = z.infer<typeof instrumentSchema>;

/**
 * `Nghị định số 152/2025/NĐ-CP, Điều 50; Luật …`: as a letter cites it, in the order of the row. A row may outlive a text that
 * it cites, or be older: with a day only those in force on it are named, unless there is none.
 */
export function citationText(
  instruments: ReadonlyMap<string, Instrument>,
  sources: readonly Citation[],
  day?: CivilDate,
): string {
  const inForce = ({ of }: Citation): boolean => {
    const instrument = instruments.get(of);
    return instrument === undefined || day === undefined || appliesOn(instrument, day);
  };
  const named = sources.some(inForce) ? sources.filter(inForce) : sources;
  const cited = named.map(({ of, at }) =>
    [instruments.get(of)?.name ?? of, at].filter((part) => part !== undefined).join(', '),
  );
  return [...new Set(cited)].join('; ');
}
