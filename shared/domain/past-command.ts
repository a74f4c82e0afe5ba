import { createHash } from 'node:crypto';
import { z } from 'zod';
import { limits, line, text } from './case-command.ts';
import { levels } from './directory.ts';
import { organisationIdSchema, subjectIdSchema } from './id.ts';
import { commendationTypes } from './past-decision.ts';
import { subjectKinds } from './round.ts';
import { likenessKey } from './subject.ts';
import { civilDateSchema } from './time.ts';

/** Rows of one decision that may be brought in at a time. */
export const mostPastRows = 300;

const birthYear = z
  .int({ error: 'notAYear' })
  .min(1900, { error: 'notAYear' })
  .max(2100, { error: 'notAYear' });

/** "Cùng một người" with a known subject or with a row above, or "trùng tên" with all who are alike. */
const pastAnswerSchema = z.union([
  z.strictObject({ answer: z.literal('same'), subject: subjectIdSchema }),
  z.strictObject({ answer: z.literal('same'), line: z.int().min(1) }),
  z.strictObject({ answer: z.literal('namesake') }),
]);
export type PastAnswer = z.infer<typeof pastAnswerSchema>;

const dated = { achievementFrom: civilDateSchema, achievementTo: civilDateSchema };
const inOrder = (span: { achievementFrom?: string | undefined; achievementTo?: string | undefined }) =>
  span.achievementFrom === undefined ||
  span.achievementTo === undefined ||
  span.achievementFrom <= span.achievementTo;
const order = { error: 'beforeStart', path: ['achievementTo'] };

export const newPastRowSchema = z
  .strictObject({
    name: line(limits.name),
    birthYear: birthYear.optional(),
    kind: z.enum(subjectKinds),
    unit: line(),
    residentialGroup: line().optional(),
    form: z.string(),
    achievementFrom: dated.achievementFrom.optional(),
    achievementTo: dated.achievementTo.optional(),
    citation: line(limits.citation).optional(),
    forSecurity: z.boolean().optional(),
    answer: pastAnswerSchema.optional(),
  })
  .refine(inOrder, order);
export type NewPastRow = z.infer<typeof newPastRowSchema>;

export const importPastSchema = z.strictObject({
  organisation: organisationIdSchema,
  authority: line(),
  level: z.enum(levels),
  number: line(40),
  date: civilDateSchema,
  type: z.enum(commendationTypes).default('thematic'),
  completeSince: civilDateSchema.optional(),
  rows: z.array(newPastRowSchema).min(1).max(mostPastRows),
});
export type ImportPast = z.infer<typeof importPastSchema>;

/** SHA-256 of all that was confirmed, hex. */
export const hashOfImport = (command: ImportPast): string =>
  createHash('sha256').update(JSON.stringify(command)).digest('hex');

/** Mends a row that was typed wrongly; null takes away. Whom it is about is not mended: that row is withdrawn. */
export const correctPastSchema = z
  .strictObject({
    line: z.int().min(1),
    unit: line().optional(),
    birthYear: birthYear.nullable().optional(),
    form: z.string().optional(),
    achievementFrom: dated.achievementFrom.nullable().optional(),
    achievementTo: dated.achievementTo.nullable().optional(),
    citation: line(limits.citation).nullable().optional(),
    forSecurity: z.boolean().nullable().optional(),
    withdrawn: z.literal(true).optional(),
    reason: text(),
  })
  .refine(
    ({ achievementFrom, achievementTo }) =>
      inOrder({ achievementFrom: achievementFrom ?? undefined, achievementTo: achievementTo ?? undefined }),
    order,
  );
export type CorrectPast = z.infer<typeof correctPastSchema>;

export const withdrawPastSchema = z.strictObject({ reason: text() });

/** Lines above of like name, birth year and kind, nearest first. @param line from 1 */
export function twinsAbove(rows: readonly Pick<NewPastRow, 'name' | 'birthYear' | 'kind'>[], line: number) {
  const own = rows[line - 1];
  if (own === undefined) return [];
  const key = likenessKey(own);
  return rows
    .slice(0, line - 1)
    .flatMap((row, index) => (likenessKey(row) === key ? [index + 1] : []))
    .reverse();
}
