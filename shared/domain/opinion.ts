import { z } from 'zod';
import { listIdSchema, organisationIdSchema, personIdSchema, type OrganisationId } from './id.ts';
import { civilDateSchema, type CivilDate } from './time.ts';

/** Opinion requests: whom a list asks, what each of them answered on a row, and what a case knows of being asked about. */

export const opinionWords = ['agrees', 'disagrees', 'none'] as const;
export type OpinionWord = (typeof opinionWords)[number];

/** An organisation that is asked; one that works outside answers by paper, which the asker's records clerk enters. */
export const askedOrganisationSchema = z.object({
  organisation: organisationIdSchema,
  outside: z.literal(true).optional(),
});
export type Asked = z.infer<typeof askedOrganisationSchema>;

/** On the request itself: also how many of its rows still wait for this one's answer, once it is issued. */
export const askedOnListSchema = askedOrganisationSchema.extend({ left: z.int() });
export type AskedOnList = z.infer<typeof askedOnListSchema>;

/** What one organisation answered on one row. */
export const opinionSchema = z.object({
  organisation: organisationIdSchema,
  opinion: z.enum(opinionWords),
  /** Empty only where it agrees. */
  reason: z.string(),
  on: civilDateSchema,
  /** It was corrected on the day `on`: the day of the first one. What was said before stands in the history. */
  firstOn: civilDateSchema.optional(),
  by: personIdSchema,
  /** The paper it came by, where there is one. */
  paper: z.object({ number: z.string(), date: civilDateSchema }).optional(),
});
export type Opinion = z.infer<typeof opinionSchema>;

/** A row that waits for no answer any more though some are missing: its asker went on, or its case left the step. */
export const overSchema = z.object({
  on: civilDateSchema,
  why: z.enum(['wentOn', 'left']),
  reason: z.string(),
});

/** On a case: that it was asked about, at which step, by when, and since when nobody is asked about it any more. */
export const caseOpinionSchema = z.object({
  list: listIdSchema,
  step: z.string(),
  dueOn: civilDateSchema,
  asked: z.array(organisationIdSchema),
  over: civilDateSchema.optional(),
});
export type CaseOpinion = z.infer<typeof caseOpinionSchema>;

interface AskingList {
  readonly asked?: readonly Asked[] | undefined;
}
interface AskedRow {
  readonly state: string;
  readonly opinions?: readonly Opinion[] | undefined;
  readonly over?: z.infer<typeof overSchema> | undefined;
}

/** Who hasn't answered on a row that still waits; nobody, once all have or it is over. */
export function missingOn({ asked = [] }: AskingList, row: AskedRow): OrganisationId[] {
  if (row.state !== 'on' || row.over !== undefined) return [];
  const answered = new Set((row.opinions ?? []).map(({ organisation }) => organisation));
  return asked.map(({ organisation }) => organisation).filter((one) => !answered.has(one));
}

/** Who answered on a row that still waits for another's answer: until that one is in, they may correct theirs. */
export function correctableOn(list: AskingList, row: AskedRow): OrganisationId[] {
  return missingOn(list, row).length === 0
    ? []
    : (row.opinions ?? []).map(({ organisation }) => organisation);
}

/** How many rows wait for each, counted anew. */
export function countLeft(asked: readonly Asked[], rows: readonly AskedRow[]): AskedOnList[] {
  const waiting = rows.flatMap((row) => missingOn({ asked }, row));
  return asked.map((one) => ({
    ...one,
    left: waiting.filter((organisation) => organisation === one.organisation).length,
  }));
}

/** Each organisation once, in the order in which it was named first. */
export function askedTogether<One extends Asked>(first: readonly One[], more: readonly One[]): One[] {
  const known = new Set(first.map(({ organisation }) => organisation));
  const added = more.filter(({ organisation }, place) => {
    const doubled = more.findIndex((one) => one.organisation === organisation) < place;
    return !known.has(organisation) && !doubled;
  });
  return [...first, ...added];
}

interface OpinionsOf {
  readonly opinions?: CaseOpinion[] | undefined;
}

/** Nobody is asked any more about a case that leaves this step. */
export function withoutAsking<Subject extends OpinionsOf>(
  subject: Subject,
  step: string,
  today: CivilDate,
): Subject {
  if (subject.opinions === undefined) return subject;
  const opinions = subject.opinions.map((one) =>
    one.step === step && one.over === undefined ? { ...one, over: today } : one,
  );
  return { ...subject, opinions };
}

/** Requests about a case on which answers are awaited. */
export const awaited = ({ opinions = [] }: OpinionsOf): CaseOpinion[] =>
  opinions.filter(({ over }) => over === undefined);
