import { z } from 'zod';
import { levels } from './directory.ts';
import { organisationIdSchema, pastDecisionIdSchema, subjectIdSchema } from './id.ts';
import { subjectKinds } from './round.ts';
import { civilDateSchema, instantSchema } from './time.ts';

/** Đột xuất, chuyên đề, công trạng, quá trình cống hiến: Law 2022, Art. 8. */
export const commendationTypes = ['thematic', 'unexpected', 'merit', 'service'] as const;

/**
 * A decision of before (quyết định đã ban hành), brought in from outside with its rows: what award history consists of.
 * ENTERING until its last rows stand: nobody is shown half a decision. WITHDRAWN: was brought in by mistake, counts no more,
 * and stays on record.
 */
export const pastDecisionSchema = z.object({
  id: pastDecisionIdSchema,
  /** Whose people brought it in and keep it. */
  organisation: organisationIdSchema,
  /** Who decided, in full words, as the decision says it. */
  authority: z.string(),
  level: z.enum(levels),
  number: z.string(),
  date: civilDateSchema,
  type: z.enum(commendationTypes),
  state: z.enum(['ENTERING', 'STANDS', 'WITHDRAWN']),
  /** Rows that it has, and how many of them stand already. */
  rows: z.int(),
  entered: z.int(),
  /** SHA-256 of what was confirmed, hex: the very same goes on where it was cut off, nothing else does. */
  hash: z.string(),
  importedOn: civilDateSchema,
  /** From this day on all past decisions of the level are here, as the office has said with it. */
  completeSince: civilDateSchema.optional(),
  entries: z.int(),
  head: z.string(),
  updatedAt: instantSchema,
});
export type PastDecision = z.infer<typeof pastDecisionSchema>;

/** One award of a past decision. */
export const pastRowSchema = z.object({
  /** From 1, as it stood in what was pasted. */
  line: z.int(),
  subject: subjectIdSchema,
  kind: z.enum(subjectKinds),
  name: z.string(),
  birthYear: z.int().optional(),
  unit: z.string(),
  residentialGroup: z.string().optional(),
  form: z.string(),
  achievementFrom: civilDateSchema.optional(),
  achievementTo: civilDateSchema.optional(),
  citation: z.string().optional(),
  /** For the security of the fatherland, as the medal asks (R16); unsaid: nobody has looked. */
  forSecurity: z.boolean().optional(),
  /** The row was brought in by mistake: it counts no more. */
  withdrawn: z.boolean().optional(),
});
export type PastRow = z.infer<typeof pastRowSchema>;

/** Rows that count: of a decision that stands whole. */
export const countsIn = (decision: Pick<PastDecision, 'state'>, row: Pick<PastRow, 'withdrawn'>): boolean =>
  decision.state === 'STANDS' && row.withdrawn !== true;
