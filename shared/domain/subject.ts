import { z } from 'zod';
import {
  areaIdSchema,
  caseIdSchema,
  organisationIdSchema,
  personIdSchema,
  subjectIdSchema,
  type CaseId,
  type SubjectId,
} from './id.ts';
import { subjectKinds } from './round.ts';
import { folded } from './text.ts';
import { civilDateSchema } from './time.ts';

/** Who is honoured; lives across years. Whether two are the same is a person's recorded answer, never a key. */
export const subjectSchema = z.object({
  id: subjectIdSchema,
  kind: z.enum(subjectKinds),
  name: z.string(),
  birthYear: z.int().optional(),
  unit: z.string(),
  residentialGroup: z.string().optional(),
  area: areaIdSchema,
  enteredBy: organisationIdSchema,
  representative: z.string().optional(),
  legalPerson: z.boolean().optional(),
  /** Sealed subjects are in no index and no suggestion. */
  sealed: z.boolean(),
  /** Sealed text and keyed fingerprint; the number itself is stored nowhere. */
  idNumber: z.object({ sealed: z.string(), fingerprint: z.string(), lastFour: z.string() }).optional(),
  /** People with an account who are this subject or of this household: recorded answers. */
  accounts: z.array(personIdSchema),
  /** Answers given about others of like name and birth year. */
  answers: z.array(
    z.object({
      subject: subjectIdSchema,
      answer: z.enum(['same', 'namesake']),
      by: personIdSchema,
      on: civilDateSchema,
    }),
  ),
  /** Everybody told to be the same, by an answer about either or by way of a third. */
  sameAs: z.array(subjectIdSchema).default([]),
  /** Another case than the one that it came with, and whose id it bears, has named it since. */
  namedAgain: z.boolean().default(false),
});
export type Subject = z.infer<typeof subjectSchema>;

/** Who is the same with whom by the answers of these. Open and sealed ones stay apart. */
export function told(subjects: readonly Subject[]): Subject[] {
  const groups = new Map(subjects.map(({ id }) => [id, new Set([id])]));
  for (const subject of subjects) {
    for (const { subject: id, answer } of subject.answers) {
      const other = subjects.find((one) => one.id === id);
      if (answer !== 'same' || other?.sealed !== subject.sealed) continue;
      const all = new Set([...(groups.get(subject.id) ?? []), ...(groups.get(id) ?? [])]);
      for (const one of all) groups.set(one, all);
    }
  }
  return subjects.map((subject) => ({
    ...subject,
    sameAs: [...(groups.get(subject.id) ?? [])].filter((id) => id !== subject.id).sort(),
  }));
}

/** Of those that are the same the one that was there first: the guard of them all bears its name. */
export function eldestOf({ id, sameAs }: Pick<Subject, 'id' | 'sameAs'>): SubjectId {
  return sameAs.reduce((eldest, other) => (other < eldest ? other : eldest), id);
}

/** Suggestions share this key: folded name, and birth year where one is known. */
export function likenessKey(subject: Pick<Subject, 'name' | 'birthYear' | 'kind'>): string {
  return [subject.kind, folded(subject.name), subject.birthYear ?? ''].join('#');
}

/** Open nominations in one round of a subject and of all that are the same: overlap is refused unless declared another achievement. */
export const subjectGuardSchema = z.object({
  nominations: z.array(
    z.object({
      case: caseIdSchema,
      form: z.string(),
      from: civilDateSchema,
      to: civilDateSchema,
      declaredOther: z.boolean(),
    }),
  ),
});
export type SubjectGuard = z.infer<typeof subjectGuardSchema>;
export type GuardEntry = SubjectGuard['nominations'][number];

type Span = Pick<GuardEntry, 'from' | 'to'>;

/** Both ends count. */
export const overlaps = (one: Span, other: Span): boolean => one.from <= other.to && other.from <= one.to;

/** Other nominations whose achievement overlaps in time with this one. */
export function overlapping(guard: SubjectGuard, entry: Omit<GuardEntry, 'declaredOther'>): GuardEntry[] {
  return guard.nominations.filter((other) => other.case !== entry.case && overlaps(other, entry));
}

export function withoutCase(guard: SubjectGuard, id: CaseId): SubjectGuard {
  return { nominations: guard.nominations.filter((entry) => entry.case !== id) };
}
