import { z } from 'zod';
import { line, reasons, text } from './case-command.ts';
import {
  caseIdSchema,
  councilIdSchema,
  organisationIdSchema,
  personIdSchema,
  postIdSchema,
  roundIdSchema,
} from './id.ts';
import { itemOutcomes } from './list.ts';
import { opinionWords } from './opinion.ts';
import { civilDateSchema } from './time.ts';

const remark = z.string().max(2_000).default('');

export const newLetterSchema = z.object({
  organisation: organisationIdSchema,
  title: line(),
  round: roundIdSchema.optional(),
  caseKind: z.enum(['nomination', 'modelProposal']).default('nomination'),
  sealed: z.boolean().default(false),
});

export const newSessionSchema = z.object({
  organisation: organisationIdSchema,
  title: line(),
  council: councilIdSchema,
  heldOn: civilDateSchema,
  round: roundIdSchema.optional(),
  sealed: z.boolean().default(false),
});

export const newDecisionSchema = z.object({
  organisation: organisationIdSchema,
  title: line(),
  round: roundIdSchema.optional(),
  caseKind: z.enum(['nomination', 'modelProposal']).default('nomination'),
  sealed: z.boolean().default(false),
  /** Decided outside (minister, an office that isn't in the system): recorded with its rows by the records clerk. */
  origin: z.enum(['here', 'outside']).default('here'),
});

export const newOpinionRequestSchema = z.object({
  organisation: organisationIdSchema,
  title: line(),
  round: roundIdSchema.optional(),
  caseKind: z.enum(['nomination', 'modelProposal']).default('nomination'),
  sealed: z.boolean().default(false),
  /** For cases at a step that asks for opinions, or for those that one appraises. */
  stepKind: z.enum(['opinion', 'appraise']).default('opinion'),
  /** Besides those whom the way of its cases asks. */
  asked: z.array(organisationIdSchema).max(20, { error: 'tooMany' }).default([]),
  /** By when answers are asked for; the law's day where it isn't said. */
  answerBy: civilDateSchema.optional(),
});

/** Agreeing needs no reason, every other answer does. */
const answerSchema = z
  .object({ case: caseIdSchema, opinion: z.enum(opinionWords), reason: z.string().max(1_000).default('') })
  .refine(({ opinion, reason }) => opinion === 'agrees' || reason.trim() !== '', {
    error: 'empty',
    path: ['reason'],
  });

export const listCommands = {
  gather: z.object({
    cases: z
      .array(z.object({ case: caseIdSchema, recommended: z.boolean().default(true), remark }))
      .min(1, { error: 'empty' })
      .max(200, { error: 'tooMany' }),
  }),
  ungather: z.object({ case: caseIdSchema }),
  order: z.object({ cases: z.array(caseIdSchema).max(2_000) }),
  close: z.object({
    /** Post that will sign; absent for a decision from outside and for a session. */
    signer: postIdSchema.optional(),
    reasons,
  }),
  reopen: z.object({ reason: text() }),
  strike: z.object({ case: caseIdSchema, reason: text() }),
  presence: z.object({
    chair: personIdSchema,
    /** `wrote`: gave a written vote (ý kiến bằng văn bản), which counts like that of somebody present. */
    absent: z
      .array(z.object({ person: personIdSchema, reason: line(), wrote: z.boolean().default(false) }))
      .default([]),
  }),
  result: z.object({
    case: caseIdSchema,
    outcome: z.enum(itemOutcomes),
    agreed: z.int().min(0),
    recused: z.array(personIdSchema).default([]),
    otherForm: z.string().optional(),
    note: remark,
  }),
  conclude: z.object({
    /** What the minutes say of who came; not compared where nobody says it. */
    minutes: z.object({ present: z.int().min(0), total: z.int().min(0) }).optional(),
    /** Voted by ballot (bỏ phiếu kín), not by a show of hands. */
    byBallot: z.boolean().default(false),
    reasons,
  }),
  sign: z.object({
    /** The hash the signer saw; refused when the rows changed since. */
    hash: z.string().length(64, { error: 'notAHash' }),
  }),
  issue: z.object({ number: line(40), date: civilDateSchema }),
  issueSignedOutside: z.object({
    number: line(40),
    date: civilDateSchema,
    signer: z.object({
      post: postIdSchema.optional(),
      name: line(200),
      capacity: z.enum(['head', 'deputy']),
    }),
    signedOn: civilDateSchema,
    hash: z.string().length(64, { error: 'notAHash' }),
  }),
  answer: z.object({
    /** Who answers: one that is asked. */
    organisation: organisationIdSchema,
    answers: z.array(answerSchema).min(1, { error: 'empty' }).max(20, { error: 'tooMany' }),
    /** The paper of the answer; an office outside always answers by one. */
    paper: z.object({ number: line(40), date: civilDateSchema }).optional(),
  }),
  /** What an organisation answered on one row was wrong: what stands in its place. */
  correctAnswer: z.object({
    organisation: organisationIdSchema,
    answer: answerSchema,
    paper: z.object({ number: line(40), date: civilDateSchema }).optional(),
  }),
  goOn: z.object({
    cases: z.array(caseIdSchema).min(1, { error: 'empty' }).max(20, { error: 'tooMany' }),
    reason: text(),
  }),
} as const;

export type ListCommandName = keyof typeof listCommands;
export type ListCommand<Name extends ListCommandName> = z.infer<(typeof listCommands)[Name]>;
