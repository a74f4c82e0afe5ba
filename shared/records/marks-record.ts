import { z } from 'zod';
import type { Case, CaseContent } from '../domain/case.ts';
import { caseIdSchema, type CaseId, type OrganisationId, type RoundId } from '../domain/id.ts';
import { fingerprintOf } from '../domain/rules/fingerprint.ts';
import type { Key, Store, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys, prefixes } from './keys.ts';

/**
 * Marks of the achievement reports of a round, of all that an office has entered, and of all that it has received: they find a stretch that two share, and
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

function placesOf(subject: Case): Key[] {
  const { id, round, enteredBy } = subject;
  if (round === undefined) return [];
  const offices = new Set([enteredBy, ...receiversOf(subject)]);
  return [keys.reportMarks(round, id), ...[...offices].map((office) => keys.officeMarks(office, id))];
}

/** Offices that have received it. */
const receiversOf = ({ route }: Case): OrganisationId[] =>
  (route?.steps ?? []).flatMap((step) =>
    step.kind === 'receive' && step.settledOn !== undefined ? [step.organisation] : [],
  );

/** The last office that the file has come to, until then the one that enters it: with whose reports it is compared. */
export const comparedAt = ({ route, enteredBy }: Pick<Case, 'route' | 'enteredBy'>): OrganisationId =>
  route?.steps.findLast(({ kind, openedOn }) => kind === 'receive' && openedOn !== undefined)?.organisation ??
  enteredBy;

/** What the receipt of a file adds: from here on the office finds its report in those of other rounds and offices. */
export function receivedMarksWrites(subject: Case, { report }: CaseContent): Write[] {
  const office = receiversOf(subject).at(-1);
  if (office === undefined || office === subject.enteredBy) return [];
  if (subject.sealed !== undefined || subject.round === undefined || report.trim() === '') return [];
  const body = { case: subject.id, marks: fingerprintOf(report) };
  return [{ put: encode(keys.officeMarks(office, subject.id), body, 1) }];
}

export interface ReportMarks {
  readonly case: CaseId;
  readonly marks: string;
}

/** Of the newest cases that were sent in a round. */
export const readMarks = (store: Store, round: RoundId): Promise<ReportMarks[]> =>
  marksIn(store, keys.round(round).pk, mostCompared.round);

/** Of the newest cases that an office has sent or received, in whatever round. */
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
