import { z } from 'zod';
import { attachmentKinds } from '../case.ts';
import { subjectKinds } from '../round.ts';
import { datedSchema } from './dated.ts';

const textSchema = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/** The steps at which papers are looked for, in their order: what one asks for, those after it ask for too. */
export const paperStages = ['submit', 'receive', 'decide'] as const;
export type PaperStage = (typeof paperStages)[number];

/** A paper that a nomination must bring (thành phần hồ sơ), for which forms and subjects, and from which step on. */
export const requiredPaperSchema = z.object({
  /** `MINUTES_GK`. */
  code: z.string().regex(/^[A-Z0-9_]+$/),
  title: textSchema,
  forms: z.array(z.string()).min(1),
  subjectKinds: z.array(z.enum(subjectKinds)).min(1),
  stage: z.enum(paperStages),
  /** Only of medals: of leaders, or of members of the force. */
  track: z.enum(['leader', 'force']).optional(),
  /** Any one of these satisfies it: a file of such a kind, or the report written in the nomination itself. */
  satisfiedBy: z
    .object({ attachments: z.array(z.enum(attachmentKinds)), report: z.boolean() })
    .refine(({ attachments, report }) => report || attachments.length > 0, { error: 'empty' }),
  rows: z.array(datedSchema).min(1),
});
export type RequiredPaper = z.infer<typeof requiredPaperSchema>;

/** Figure by which an office says whether a paper is asked for. */
export const paperKey = (code: string): string => `paper.${code}`;
export const paperAsked = ['asked', 'notAsked'] as const;
