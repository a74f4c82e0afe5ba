import { z } from 'zod';
import { limits, line, text } from './case-command.ts';
import { characters } from './crockford.ts';
import { caseIdSchema, organisationIdSchema, roundIdSchema, slipIdSchema, subjectIdSchema } from './id.ts';
import { subjectKinds, type Round } from './round.ts';
import { civilDateSchema, instantSchema, type CivilDate } from './time.ts';

/** ACCEPTED and MERGED: it stands for a nomination, or for another slip. */
export const slipStates = ['RECEIVED', 'ACCEPTED', 'MERGED', 'REFUSED'] as const;
export type SlipState = (typeof slipStates)[number];

/** Why no nomination comes of a slip, in words that whoever bears its code may read: they say nothing of anybody. */
export const slipRefusals = [
  'incomplete',
  'notConfirmed',
  'notForAward',
  'otherWay',
  'notThisRound',
] as const;
export type SlipRefusal = (typeof slipRefusals)[number];

/** Slips that one link takes in on one day. */
export const slipsADay = 100;

/**
 * A proposal slip (phiếu đề xuất): what somebody without an account says of somebody who should be honoured. It is no
 * nomination; an officer makes one of it, or doesn't. What it says lies beside it, in its content.
 */
export const slipSchema = z.object({
  id: slipIdSchema,
  /** Whose link it came by, and whose officers settle it. */
  organisation: organisationIdSchema,
  round: roundIdSchema,
  publicCode: z.string(),
  subjectKind: z.enum(subjectKinds),
  state: z.enum(slipStates),
  receivedOn: civilDateSchema,
  /** Last day of its round: from here the days are counted after which it is erased. */
  roundEnd: civilDateSchema,
  settledOn: civilDateSchema.optional(),
  /** The nomination that was made of it, or into which it was merged. */
  case: caseIdSchema.optional(),
  /** The other slip into which it was merged. */
  into: slipIdSchema.optional(),
  refusal: z.enum(slipRefusals).optional(),
  /** Since when nothing is left of what it said. */
  erasedOn: civilDateSchema.optional(),
  entries: z.int(),
  head: z.string(),
  updatedAt: instantSchema,
});
export type Slip = z.infer<typeof slipSchema>;

/** What was written on it: all of it words and personal data. */
export const slipContentSchema = z.object({
  name: z.string(),
  birthYear: z.int().optional(),
  /** Residential group or unit. */
  unit: z.string(),
  deed: z.string(),
  when: z.string(),
  where: z.string(),
  /** Who confirms it, and how they are reached. */
  witness: z.string(),
  witnessReach: z.string(),
  proposer: z.string().optional(),
  proposerPhone: z.string().optional(),
});
export type SlipContent = z.infer<typeof slipContentSchema>;

export const emptySlip: SlipContent = {
  name: '',
  unit: '',
  deed: '',
  when: '',
  where: '',
  witness: '',
  witnessReach: '',
};

const phone = line(40).pipe(z.string().regex(/^\+?\d[\d .()-]{7,}$/, { error: 'notAPhone' }));

/** What a stranger fills in. Longest texts in characters after tidying. */
export const newSlipSchema = z.strictObject({
  subjectKind: z.enum(subjectKinds),
  name: line(limits.name),
  birthYear: z
    .int({ error: 'notAYear' })
    .min(1900, { error: 'notAYear' })
    .max(2100, { error: 'notAYear' })
    .optional(),
  unit: line(),
  deed: text(),
  when: line(),
  where: line(),
  witness: line(limits.name),
  witnessReach: line(),
  proposer: line(limits.name).optional(),
  proposerPhone: phone.optional(),
});
export type NewSlip = z.infer<typeof newSlipSchema>;

export const openSlipsSchema = z.strictObject({ organisation: organisationIdSchema, round: roundIdSchema });
export type OpenSlips = z.infer<typeof openSlipsSchema>;

/** What each act of the officer says. */
export const slipCommands = {
  /** Makes a draft; `proposer` where the slip names none. */
  accept: z.strictObject({
    form: z.string().min(1, { error: 'empty' }),
    proposer: line(limits.name),
    answers: z
      .array(z.strictObject({ subject: subjectIdSchema, answer: z.enum(['same', 'namesake']) }))
      .max(50, { error: 'tooMany' })
      .default([]),
  }),
  merge: z.strictObject({
    into: z.union([z.strictObject({ case: caseIdSchema }), z.strictObject({ slip: slipIdSchema })]),
  }),
  refuse: z.strictObject({ reason: z.enum(slipRefusals), note: text().optional() }),
} as const;
export type SlipAct = keyof typeof slipCommands;
export type SlipCommand<Act extends SlipAct> = z.infer<(typeof slipCommands)[Act]>;

/** 80 bits, in 16 characters that nobody mistakes when they are copied by hand. @param random ten random bytes */
export function slipSecretFrom(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.slice(0, 10)) bits = (bits << 8n) | BigInt(byte);
  return characters(bits, 16);
}

/** Slips are taken in up to the last closing day of the round's forms. */
export const lastClosingDay = ({ forms }: Pick<Round, 'forms'>): CivilDate | undefined =>
  forms
    .map(({ closingDay }) => closingDay)
    .toSorted()
    .at(-1);

/** The last day of which the round speaks: closing, council, conference. */
export function endOfRound({
  forms,
  conferenceOn,
  opensOn,
}: Pick<Round, 'forms' | 'conferenceOn' | 'opensOn'>): CivilDate {
  const days = forms.flatMap(({ closingDay, councilDay }) => [closingDay, councilDay]);
  return (
    [opensOn, ...days, ...(conferenceOn === undefined ? [] : [conferenceOn])].toSorted().at(-1) ?? opensOn
  );
}

/** What whoever bears its code may know. */
export type SlipStanding = 'received' | 'taken' | 'notTaken';

/**
 * What was erased was left behind by its round.
 * @param last the slip itself, or the one into which it was merged in the end
 */
export function slipStanding(last: Pick<Slip, 'state' | 'case' | 'erasedOn'>): SlipStanding {
  if (last.case !== undefined) return 'taken';
  return last.state === 'REFUSED' || last.erasedOn !== undefined ? 'notTaken' : 'received';
}
