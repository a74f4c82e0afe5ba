import { z } from 'zod';
import { limits, line, text } from './case-command.ts';
import { caseIdSchema, ceremonyIdSchema, listIdSchema, organisationIdSchema, personIdSchema } from './id.ts';
import { ceremonyPhases } from './permission.ts';
import { subjectKinds } from './round.ts';
import { civilDateSchema, instantSchema } from './time.ts';

/** How an award came into its holder's hands. Presenting is not the award: that is the row of the decision. */
export const handovers = ['NONE', 'PRESENTED', 'TO_DELIVER', 'DELIVERED', 'PRIVATE'] as const;
export type Handover = (typeof handovers)[number];

/** Đợt lên nhận: recipients of one form and authority, left to right, with those who present to them. */
export const presentationGroupSchema = z.object({
  form: z.string(),
  authority: z.string(),
  presenters: z.array(z.object({ name: z.string(), title: z.string() })),
  cases: z.array(caseIdSchema),
});
export type PresentationGroup = z.infer<typeof presentationGroupSchema>;

/** Awards drawn, and how many of them stand in each handover; the rest has none yet. */
const countsSchema = z.object({
  drawn: z.int(),
  presented: z.int(),
  toDeliver: z.int(),
  delivered: z.int(),
  private: z.int(),
});
export type CeremonyCounts = z.infer<typeof countsSchema>;

/** A ceremony's own record. It belongs to its host and draws awards of issued decisions of any authority. */
export const ceremonySchema = z.object({
  id: ceremonyIdSchema,
  host: organisationIdSchema,
  title: z.string(),
  day: civilDateSchema,
  place: z.string(),
  /** From 08:00 of this day on nothing is drawn or arranged. */
  freezeOn: civilDateSchema,
  phase: z.enum(ceremonyPhases),
  groups: z.array(presentationGroupSchema),
  counts: countsSchema,
  /** The host, and every organisation that entered a drawn case. */
  readers: z.array(organisationIdSchema),
  /** Last day on which the host was told what remains to be delivered. */
  dueDeliveryRemindedOn: civilDateSchema.optional(),
  createdBy: personIdSchema,
  createdOn: civilDateSchema,
  turn: z.int(),
  entries: z.int(),
  head: z.string(),
  updatedAt: instantSchema,
});
export type Ceremony = z.infer<typeof ceremonySchema>;

/** One award of a ceremony, as its decision prints it. Sealed awards are never among them. */
export const ceremonyAwardSchema = z.object({
  case: caseIdSchema,
  decision: listIdSchema,
  number: z.string(),
  date: civilDateSchema,
  form: z.string(),
  authority: z.string(),
  goldenBookNumber: z.int(),
  annexOrdinal: z.int(),
  subjectKind: z.enum(subjectKinds),
  name: z.string(),
  unit: z.string(),
  namesake: z.boolean(),
  /** Told only to keep two people of one name apart. */
  birthYear: z.int().optional(),
  residentialGroup: z.string().optional(),
  enteredBy: organisationIdSchema,
  handover: z.enum(handovers),
  receivedBy: z.string().optional(),
  receivedOn: civilDateSchema.optional(),
});
export type CeremonyAward = z.infer<typeof ceremonyAwardSchema>;

export const newCeremonySchema = z.object({
  host: organisationIdSchema,
  title: line(),
  day: civilDateSchema,
  place: line(),
  /** Two working days before the day when absent. */
  freezeOn: civilDateSchema.optional(),
});
export type NewCeremony = z.infer<typeof newCeremonySchema>;

const cases = z.array(caseIdSchema).max(2_000, { error: 'tooMany' });

/** What each act on a ceremony says. */
export const ceremonyCommands = {
  draw: z.object({
    decision: listIdSchema,
    /** When absent: every award of the decision that no ceremony has drawn yet. Sealed ones never. */
    cases: cases.min(1, { error: 'empty' }).optional(),
  }),
  arrange: z.object({
    groups: z
      .array(
        z.object({
          /** Those of its awards; said only to be checked. */
          form: z.string().optional(),
          authority: z.string().optional(),
          presenters: z
            .array(z.object({ name: line(limits.name), title: line() }))
            .max(20, { error: 'tooMany' })
            .default([]),
          cases: cases.min(1, { error: 'empty' }),
        }),
      )
      .max(400, { error: 'tooMany' }),
  }),
  /** So many as one transaction takes. */
  takeOut: z.object({
    cases: z.array(caseIdSchema).min(1, { error: 'empty' }).max(40, { error: 'tooMany' }),
  }),
  regroup: z.object({
    cases: cases.min(1, { error: 'empty' }),
    /** To the group where this one stands; to a new group when absent. */
    with: caseIdSchema.optional(),
  }),
  cancel: z.object({ reason: text() }),
  handOver: z.object({
    case: caseIdSchema,
    state: z.enum(handovers).exclude(['NONE']),
    /** Who signed for it; DELIVERED needs it. */
    receivedBy: line(limits.name).optional(),
  }),
} as const;
export type CeremonyCommandName = keyof typeof ceremonyCommands;
export type CeremonyCommand<Name extends CeremonyCommandName> = z.infer<(typeof ceremonyCommands)[Name]>;

/** Awards that nobody holds in hand yet. */
export function leftToDeliver({ drawn, presented, delivered, private: privately }: CeremonyCounts): number {
  return drawn - presented - delivered - privately;
}
