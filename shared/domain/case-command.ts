import { z } from 'zod';
import { troubleKinds } from './case.ts';
import { contentFieldNames } from './content-field.ts';
import {
  caseIdSchema,
  organisationIdSchema,
  personIdSchema,
  postIdSchema,
  roundIdSchema,
  subjectIdSchema,
} from './id.ts';
import { achievementAnswers, otherAchievementSchema } from './judged-achievement.ts';
import { subjectKinds } from './round.ts';
import { ruleContentPatch } from './rule-content.ts';
import { tidyLine, tidyText } from './text.ts';
import { civilDateSchema } from './time.ts';

/** Longest texts, in characters after tidying. */
export const limits = { name: 200, line: 300, citation: 600, reason: 2_000, report: 9_000 } as const;

/** One line of text, tidied to NFC. Field messages: `empty`, `tooLong`. */
export const line = (max: number = limits.line) =>
  z
    .string()
    .transform(tidyLine)
    .pipe(z.string().min(1, { error: 'empty' }).max(max, { error: 'tooLong' }));
const optionalLine = (max: number = limits.line) =>
  z
    .string()
    .transform(tidyLine)
    .pipe(z.string().max(max, { error: 'tooLong' }));
export const text = (max: number = limits.reason) =>
  z
    .string()
    .transform(tidyText)
    .pipe(z.string().min(1, { error: 'empty' }).max(max, { error: 'tooLong' }));
const optionalText = (max: number) =>
  z
    .string()
    .transform(tidyText)
    .pipe(z.string().max(max, { error: 'tooLong' }));

const birthYear = z
  .int({ error: 'notAYear' })
  .min(1900, { error: 'notAYear' })
  .max(2100, { error: 'notAYear' });

const count = z
  .int({ error: 'notAWholeNumber' })
  .min(0, { error: 'tooFew' })
  .max(10_000, { error: 'tooMany' });

/** Nine digits (old CMND) or twelve (số định danh); a warning, never a block, when the structure is odd. */
const idNumber = z.string().regex(/^(\d{9}|\d{12})$/, { error: 'notAnIdNumber' });

/**
 * What may be written about a case. Every field may be left out while it is a draft; what is left out stays as it was,
 * null takes it away again. The name and the unit, and how far it is made public, are never nothing.
 */
export const contentPatchSchema = z
  .object({
    printedName: line(limits.name),
    title: optionalLine().nullable(),
    unit: line(),
    birthYear: birthYear.nullable(),
    gender: z.enum(['female', 'male']).nullable(),
    residentialGroup: optionalLine().nullable(),
    representative: optionalLine(limits.name).nullable(),
    legalPerson: z.boolean().nullable(),
    achievementFrom: civilDateSchema.nullable(),
    achievementTo: civilDateSchema.nullable(),
    citation: optionalLine(limits.citation).nullable(),
    report: optionalText(limits.report).nullable(),
    publication: z.enum(['public', 'internal']),
    publicationBasis: optionalLine().nullable(),
    ...ruleContentPatch,
    model: z
      .object({
        place: optionalLine().nullable(),
        partners: optionalLine().nullable(),
        sites: count.nullable(),
        teams: count.nullable(),
        plannedLaunch: civilDateSchema.nullable(),
      })
      .partial()
      .nullable(),
  })
  .partial();
export type ContentPatch = z.infer<typeof contentPatchSchema>;

/** Under whose law a file is judged that was received before the law changed. */
export const lawChoices = ['today', 'received'] as const;

/** A supplement may ask for any field of the content, or for papers. */
const supplementFields = [...contentFieldNames, 'attachments'] as const;

export const newNominationSchema = z.object({
  organisation: organisationIdSchema,
  round: roundIdSchema,
  form: z.string().min(1, { error: 'empty' }),
  subjectKind: z.enum(subjectKinds),
  /** An earlier subject that the officer chose; else a new one is made from the content. */
  subject: subjectIdSchema.optional(),
  /** Khen cao: a case of the same subject, for the same achievement, that is put to another level. */
  linkedTo: caseIdSchema.optional(),
  proposer: z.object({ name: line(limits.name), person: personIdSchema.optional() }),
  idNumber: idNumber.optional(),
  /** People with an account who are this subject or of this household. */
  accounts: z.array(personIdSchema).max(20).default([]),
  /** Answers about earlier subjects of like name and birth year. */
  answers: z
    .array(z.object({ subject: subjectIdSchema, answer: z.enum(['same', 'namesake']) }))
    .max(50, { error: 'tooMany' })
    .default([]),
  content: contentPatchSchema.extend({ printedName: line(limits.name), unit: line() }),
  /** A sealed case keeps what it says from everybody but those who handle it; as a placeholder it says nothing at all. */
  sealed: z.object({ basis: line(), placeholder: z.boolean() }).optional(),
});
export type NewNomination = z.infer<typeof newNominationSchema>;

export const newModelProposalSchema = z.object({
  organisation: organisationIdSchema,
  proposer: z.object({ name: line(limits.name), person: personIdSchema.optional() }),
  content: contentPatchSchema.extend({ printedName: line(limits.name), unit: line() }),
});
export type NewModelProposal = z.infer<typeof newModelProposalSchema>;

/** Why an act goes on though a rule warns, by the rule’s id. */
export const reasons = z.record(z.string().regex(/^R\d{2}$/, { error: 'notAnId' }), text()).optional();

/** Rules on whose findings a return, a supplement or a refusal rests. */
const restsOn = z
  .array(z.string().regex(/^R\d{2}$/, { error: 'notAnId' }))
  .max(35, { error: 'tooMany' })
  .optional();

/** What each act on a case says. */
export const caseCommands = {
  edit: z.object({
    content: contentPatchSchema,
    /** Of the subject that came with the draft; null takes it away. */
    idNumber: idNumber.nullable().optional(),
  }),
  discard: z.object({}),
  submit: z.object({
    /** The same subject for another achievement whose time overlaps: said so, with a reason. */
    otherAchievement: text().optional(),
    /** Whoever sends it has made sure that nothing in it is a state secret. */
    noSecrets: z.boolean().optional(),
    reasons,
  }),
  answerSupplement: z.object({ content: contentPatchSchema, note: optionalText(limits.reason).optional() }),
  withdraw: z.object({ reason: text() }),
  receive: z.object({ reasons }),
  recommend: z.object({ remark: optionalText(limits.reason).optional(), reasons }),
  notRecommend: z.object({ reason: text(), restsOn }),
  askSupplement: z.object({
    fields: z.array(z.enum(supplementFields)).min(1, { error: 'empty' }),
    note: text(),
    workingDays: z.int().min(1).max(60).default(10),
    restsOn,
  }),
  returnIneligible: z.object({ reason: text(), article: line(), restsOn }),
  changeForm: z.object({ form: z.string().min(1, { error: 'empty' }), reason: text() }),
  /** `received`: the law of the day of receipt, as it stands without a choice. */
  chooseLaw: z.object({ law: z.enum(lawChoices), reason: text() }),
  /** Of a case, or an award brought in, that R01 finds like this one: `other`, two different achievements. */
  judgeAchievement: z.object({
    other: otherAchievementSchema,
    answer: z.enum(achievementAnswers),
    reason: text(),
  }),
  /** What will stand on the certificate; what is left out stays as it is. */
  mendWording: z.object({
    printedName: line(limits.name).optional(),
    citation: line(limits.citation).optional(),
    note: line().optional(),
  }),
  /** To whoever entered the case, or had it before. */
  askQuestion: z.object({ to: organisationIdSchema, question: text() }),
  answerQuestion: z.object({ answer: text() }),
  /** Nothing of it is public any more, whatever has become of it. */
  withdrawConsent: z.object({ reason: text() }),
  hold: z.object({ reason: text(), document: line(), kind: z.enum(troubleKinds).optional() }),
  release: z.object({
    reason: text(),
    document: line(),
    /** What was found about that for which it was held; `endsOn`: the day on which the discipline ends. */
    finding: z
      .discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('cleared') }),
        z.object({ outcome: z.literal('disciplined'), endsOn: civilDateSchema }),
      ])
      .optional(),
  }),
  reassign: z.object({ post: postIdSchema.nullable(), reason: text() }),
  refuse: z.object({ reason: text() }),
  recordNotAwarded: z.object({
    reason: text(),
    /** The paper by which the authority said so, where there is one; its scan lies among the papers of the case. */
    document: z.object({ number: line(40), date: civilDateSchema }).optional(),
  }),
  judgeIdentity: z.object({ other: subjectIdSchema, answer: z.enum(['same', 'namesake']), reason: text() }),
} as const;

export type CaseCommandName = keyof typeof caseCommands;
export type CaseCommand<Name extends CaseCommandName> = z.infer<(typeof caseCommands)[Name]>;
