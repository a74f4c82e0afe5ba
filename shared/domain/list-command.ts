import { z } from 'zod';
import { line, text } from './case-command.ts';
import {
  caseIdSchema,
  councilIdSchema,
  organisationIdSchema,
  personIdSchema,
  postIdSchema,
  roundIdSchema,
} from './id.ts';
import { itemOutcomes } from './list.ts';
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
  }),
  reopen: z.object({ reason: text() }),
  strike: z.object({ case: caseIdSchema, reason: text() }),
  presence: z.object({
    chair: personIdSchema,
    absent: z.array(z.object({ person: personIdSchema, reason: line() })).default([]),
  }),
  result: z.object({
    case: caseIdSchema,
    outcome: z.enum(itemOutcomes),
    agreed: z.int().min(0),
    recused: z.array(personIdSchema).default([]),
    otherForm: z.string().optional(),
    note: remark,
  }),
  conclude: z.object({}),
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
} as const;

export type ListCommandName = keyof typeof listCommands;
export type ListCommand<Name extends ListCommandName> = z.infer<(typeof listCommands)[Name]>;
