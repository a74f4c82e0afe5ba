import { z } from 'zod';
import type { Case, CaseContent } from '../domain/case.ts';
import { caseIdSchema, type CaseId, type OrganisationId, type RoundId } from '../domain/id.ts';
import { fingerprintOf } from '../domain/rules/fingerprint.ts';
import type { Key, Store, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys, prefixes } from './keys.ts';

/**
 * Marks of the achievement reports of a round, and of all that an office has entered: they find a stretch that two share, and
 * tell nothing that one could read.
 */

const marksSchema = z.object({ case: caseIdSchema, marks: z.string() });

/**
 * As many of the newest reports of a round, and of an office, are compared; all of one page of at most 1 MB. An office enters some
 * dozens a year.
 */
const mostCompared = { round: 1_000, office: 300 } as const;

/** Of what is sealed nothing is kept outside its own record. */
export function marksWrites(subject: Case, { report }: CaseContent): Write[] {
  if (subject.sealed !== undefined || report.trim() === '') return [];
  const body = { case: subject.id, marks: fingerprintOf(report) };
  return placesOf(subject).map((key) => ({ put: encode(key, body, 1) }));
}

export const marksErasure = (subject: Case): Write[] => placesOf(subject).map((key) => ({ delete: key }));

const placesOf = ({ id, round, enteredBy }: Case): Key[] =>
  round === undefined ? [] : [keys.reportMarks(round, id), keys.officeMarks(enteredBy, id)];

export interface ReportMarks {
  readonly case: CaseId;
  readonly marks: string;
}

/** Of the newest cases that were sent in a round. */
export const readMarks = (store: Store, round: RoundId): Promise<ReportMarks[]> =>
  marksIn(store, keys.round(round).pk, mostCompared.round);

/** Of the newest cases that an office has sent, in whatever round. */
export const readOfficeMarks = (store: Store, organisation: OrganisationId): Promise<ReportMarks[]> =>
  marksIn(store, keys.organisation(organisation).pk, mostCompared.office);

async function marksIn(store: Store, pk: string, limit: number): Promise<ReportMarks[]> {
  const { items } = await store.query({
    pk,
    prefix: prefixes.reportMarks,
    descending: true,
    limit,
  });
  return items.map((item) => decode(marksSchema, item));
}
