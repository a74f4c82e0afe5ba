import { z } from 'zod';
import {
  areaIdSchema,
  caseIdSchema,
  organisationIdSchema,
  personIdSchema,
  subjectIdSchema,
  type CaseId,
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
});
export type Subject = z.infer<typeof subjectSchema>;

/** Suggestions share this key: folded name, and birth year where one is known. */
export function likenessKey(subject: Pick<Subject, 'name' | 'birthYear' | 'kind'>): string {
  return [subject.kind, folded(subject.name), subject.birthYear ?? ''].join('#');
}

/** Open nominations of one subject in one round: overlap is refused unless declared another achievement. */
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

/** The open nomination whose achievement overlaps in time with this one, if any. */
export function overlapping(
  guard: SubjectGuard,
  entry: Omit<GuardEntry, 'declaredOther'>,
): GuardEntry | undefined {
  return guard.nominations.find(
    (other) => other.case !== entry.case && other.from <= entry.to && entry.from <= other.to,
  );
}

export function withoutCase(guard: SubjectGuard, id: CaseId): SubjectGuard {
  return { nominations: guard.nominations.filter((entry) => entry.case !== id) };
}
