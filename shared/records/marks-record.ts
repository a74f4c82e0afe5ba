import { z } from 'zod';
import type { Case, CaseContent } from '../domain/case.ts';
import { caseIdSchema, type CaseId, type RoundId } from '../domain/id.ts';
import { fingerprintOf } from '../domain/rules/fingerprint.ts';
import type { Store, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys, prefixes } from './keys.ts';

/** Marks of the achievement reports of a round: they find a stretch that two share, and tell nothing that one could read. */

const marksSchema = z.object({ case: caseIdSchema, marks: z.string() });

/** As many of the newest reports of a round are compared; all of one page of at most 1 MB. */
const mostCompared = 1_000;

/** Of what is sealed nothing is kept outside its own record. */
export function marksWrites({ id, round, sealed }: Case, { report }: CaseContent): Write[] {
  if (round === undefined || sealed !== undefined || report.trim() === '') return [];
  return [{ put: encode(keys.reportMarks(round, id), { case: id, marks: fingerprintOf(report) }, 1) }];
}

export const marksErasure = (round: RoundId, id: CaseId): Write => ({ delete: keys.reportMarks(round, id) });

export interface ReportMarks {
  readonly case: CaseId;
  readonly marks: string;
}

/** Of the newest cases of a round that were sent. */
export async function readMarks(store: Store, round: RoundId): Promise<ReportMarks[]> {
  const { items } = await store.query({
    pk: keys.round(round).pk,
    prefix: prefixes.reportMarks,
    descending: true,
    limit: mostCompared,
  });
  return items.map((item) => decode(marksSchema, item));
}
