import { z } from 'zod';
import {
  areaIdSchema,
  caseIdSchema,
  listIdSchema,
  organisationIdSchema,
  personIdSchema,
  postIdSchema,
  roundIdSchema,
  subjectIdSchema,
  type OrganisationId,
} from './id.ts';
import { judgedAchievementSchema } from './judged-achievement.ts';
import { askedOrganisationSchema, caseOpinionSchema } from './opinion.ts';
import { dueRuleSchema, stepKinds } from './route-template.ts';
import { ruleContentShape } from './rule-content.ts';
import { subjectKinds } from './round.ts';
import { civilDateSchema, instantSchema } from './time.ts';

export const caseStatuses = [
  'DRAFT',
  'AT_STEP',
  'AWARDED',
  'APPROVED',
  'INELIGIBLE',
  'NOT_AWARDED',
  'NOT_APPROVED',
  'WITHDRAWN',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const endStatuses = [
  'AWARDED',
  'APPROVED',
  'INELIGIBLE',
  'NOT_AWARDED',
  'NOT_APPROVED',
  'WITHDRAWN',
] as const satisfies readonly CaseStatus[];
export type EndStatus = (typeof endStatuses)[number];

/** How a step was left. */
export const stepOutcomes = [
  'recommended',
  'notRecommended',
  'agreed',
  'answered',
  'awarded',
  'ended',
  'formChanged',
] as const;

/** One step of a case's own route: resolved, with the days that bind it. */
export const routeStepSchema = z.object({
  code: z.string(),
  kind: z.enum(stepKinds),
  organisation: organisationIdSchema,
  /** The office outside to which the paper before this step goes; its decision is recorded here. */
  sentTo: organisationIdSchema.optional(),
  /** Whom a step asks for an opinion: those of the template's that are there. */
  asks: z.array(askedOrganisationSchema).optional(),
  due: dueRuleSchema,
  freezes: z.boolean(),
  state: z.enum(['ahead', 'open', 'settled']),
  /** Expected while ahead, binding once open. */
  dueOn: civilDateSchema,
  openedOn: civilDateSchema.optional(),
  settledOn: civilDateSchema.optional(),
  outcome: z.enum(stepOutcomes).optional(),
  /** The day up to which the holder was told: a reminder is one a day. */
  remindedOn: civilDateSchema.optional(),
  escalatedOn: civilDateSchema.optional(),
});
export type RouteStep = z.infer<typeof routeStepSchema>;

export const routeSchema = z.object({
  template: z.string(),
  /** The day of RECEIVE: regime and route don't change after it but by a change of form. */
  frozenOn: civilDateSchema.optional(),
  /** Working days of the appraisal by the law as it stood on that day: what is set for the past later moves nobody's clock. */
  appraisalLimit: z.int().optional(),
  /** Codes of opinion steps that were left out, since nobody of whom they ask is in the directory. */
  unasked: z.array(z.string()).optional(),
  steps: z.array(routeStepSchema),
});
export type Route = z.infer<typeof routeSchema>;

const askedSchema = z.object({
  by: personIdSchema,
  on: civilDateSchema,
  /** Working days that were left when the clock stopped; none for a fixed day, which does not move. */
  daysLeft: z.int().optional(),
});

/** Why a case was held: what is said against the subject (R04), and what came of it (R05). */
export const troubleKinds = ['discipline', 'investigation', 'inspection', 'complaint', 'press'] as const;

const troubleSchema = z.object({
  kind: z.enum(troubleKinds),
  from: civilDateSchema,
  /** Of discipline the day on which it ends, else of the release. */
  endedOn: civilDateSchema.optional(),
  document: z.string().optional(),
  cleared: z.boolean().optional(),
});

/**
 * The life of a case: what every act reads and conditions its commit on. What was written (names, report)
 * stands beside it in `CaseContent`; only the label that lists and inboxes need is repeated here.
 */
export const caseSchema = z.object({
  id: caseIdSchema,
  kind: z.enum(['nomination', 'modelProposal']),
  publicCode: z.string(),
  status: z.enum(caseStatuses),
  enteredBy: organisationIdSchema,
  area: areaIdSchema,
  createdOn: civilDateSchema,
  submittedOn: civilDateSchema.optional(),
  endedOn: civilDateSchema.optional(),
  /** Four facts: who proposed, typed, appraised; who signed stands on the lists. */
  proposer: z.object({ name: z.string(), person: personIdSchema.optional() }),
  typist: personIdSchema,
  appraisers: z.array(personIdSchema),
  round: roundIdSchema.optional(),
  form: z.string().optional(),
  subject: subjectIdSchema.optional(),
  subjectKind: z.enum(subjectKinds).optional(),
  label: z.object({
    name: z.string(),
    unit: z.string(),
    birthYear: z.int().optional(),
    residentialGroup: z.string().optional(),
    /** Told apart by birth year and residential group on every list. */
    namesake: z.boolean(),
  }),
  /** For those only who handle it today (sealed-hands.ts); everybody else reads the number. */
  sealed: z.object({ number: z.int() }).optional(),
  /** People with an account who are the subject or of its household (recorded answers; four eyes). */
  subjectAccounts: z.array(personIdSchema),
  otherAchievement: z.boolean(),
  /** Attested when it was sent; of cases of before nobody asked. */
  noSecrets: z.boolean().optional(),
  /** Day of the newer, more favourable law that was chosen; without it the law of the day of receipt is asked. */
  lawOf: civilDateSchema.optional(),
  /** Of its round, as it stood when the case was drafted: rounds don't change. */
  conferenceOn: civilDateSchema.optional(),
  admittedLate: z.boolean(),
  /** Khen cao: the same achievement put to another level. At most one of the two ends in an award. */
  linkedTo: caseIdSchema.optional(),
  /** Another case of the same subject found by an answered question; a person judges. */
  sameSubjectAs: z.array(caseIdSchema),
  /** What was concluded about this achievement and others that look like it (R01). */
  judgedAchievements: z.array(judgedAchievementSchema).optional(),
  route: routeSchema.optional(),
  /** Index of the open step in the route; absent before submission, between two steps and after the end. */
  position: z.int().optional(),
  /** A person to whom the holder gave the case; absent: whoever holds the role. */
  assignee: postIdSchema.optional(),
  supplement: askedSchema.extend({ fields: z.array(z.string()).min(1), dueOn: civilDateSchema }).optional(),
  hold: askedSchema.extend({ document: z.string() }).optional(),
  /** Told with a hold and its release; of cases of before nobody asked. */
  troubles: z.array(troubleSchema).optional(),
  /** What its holder asked whoever entered it or had it before, and nobody has answered yet; its words stand in the history. */
  question: z.object({ to: organisationIdSchema, by: personIdSchema, on: civilDateSchema }).optional(),
  /** The open list the case stands in. */
  list: listIdSchema.optional(),
  /** Lists that settled a step of this case: settling is idempotent by (list, case). */
  settledBy: z.array(listIdSchema),
  /** Opinion requests that were issued about it. */
  opinions: z.array(caseOpinionSchema).optional(),
  /** Số sổ vàng, once awarded: as rows and order of its decision give it, which don't change any more. */
  goldenBookNumber: z.int().optional(),
  /** Struck from this list; shown until its officer acts. */
  struckFrom: listIdSchema.optional(),
  /** Organisations whose step has opened, and the one that entered it. */
  readers: z.array(organisationIdSchema),
  /** Rises with each settlement and each change of holder or date: a raised turn makes the flow look again. */
  turn: z.int(),
  /** Last entry of the history, and the head of its chain. */
  entries: z.int(),
  head: z.string(),
  updatedAt: instantSchema,
});
export type Case = z.infer<typeof caseSchema>;

/** What was written about the case. Personal data; erasable; not in entries. */
export const caseContentSchema = z.object({
  printedName: z.string(),
  title: z.string().optional(),
  unit: z.string(),
  birthYear: z.int().optional(),
  gender: z.enum(['female', 'male']).optional(),
  residentialGroup: z.string().optional(),
  representative: z.string().optional(),
  legalPerson: z.boolean().optional(),
  achievementFrom: civilDateSchema.optional(),
  achievementTo: civilDateSchema.optional(),
  citation: z.string(),
  report: z.string(),
  publication: z.enum(['public', 'internal', 'sealed']),
  publicationBasis: z.string(),
  ...ruleContentShape,
  /** For a model proposal: where it runs, and with how many sites and teams. */
  model: z
    .object({
      place: z.string(),
      partners: z.string(),
      sites: z.int(),
      teams: z.int(),
      plannedLaunch: civilDateSchema,
    })
    .partial()
    .optional(),
});
export type CaseContent = z.infer<typeof caseContentSchema>;

export const attachmentKinds = ['minutes', 'report', 'letter', 'decision', 'scan', 'photo', 'other'] as const;

export function isEnded(status: CaseStatus): status is EndStatus {
  const ends: readonly CaseStatus[] = endStatuses;
  return ends.includes(status);
}

/** Under way or awarded, a nomination keeps its achievement; every other end gives it free. */
export function keepsAchievement(status: CaseStatus): boolean {
  return status === 'AWARDED' || !isEnded(status);
}

/** A draft that was given up: nobody but its own office ever had it, so it is no case that was withdrawn. */
export function isDiscarded({
  status,
  submittedOn,
}: {
  readonly status: CaseStatus;
  readonly submittedOn?: string | undefined;
}): boolean {
  return status === 'WITHDRAWN' && submittedOn === undefined;
}

export function openStep(subject: Case): RouteStep | undefined {
  return subject.position === undefined ? undefined : subject.route?.steps[subject.position];
}

/** Who has the case in hand: the organisation that writes the draft, then the one whose step is open. */
export function holderOf(subject: Case): OrganisationId | undefined {
  return subject.status === 'DRAFT' ? subject.enteredBy : openStep(subject)?.organisation;
}

/** First step that nobody has settled: where the flow opens next. */
export function nextStepIndex(subject: Case): number | undefined {
  const index = subject.route?.steps.findIndex((step) => step.state !== 'settled') ?? -1;
  return index < 0 ? undefined : index;
}

/** Where the case stands, in one word: hold is shown before supplement, both beside the step. */
export const standings = ['draft', 'moving', 'hold', 'supplement', 'inList', 'free', 'ended'] as const;
export type Standing = (typeof standings)[number];

export function standingOf(subject: Case): Standing {
  if (subject.status === 'DRAFT') return 'draft';
  if (isEnded(subject.status)) return 'ended';
  if (subject.position === undefined) return 'moving';
  if (subject.hold !== undefined) return 'hold';
  if (subject.supplement !== undefined) return 'supplement';
  return subject.list === undefined ? 'free' : 'inList';
}
