import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  caseIdSchema,
  councilIdSchema,
  listIdSchema,
  organisationIdSchema,
  personIdSchema,
  postIdSchema,
  roundIdSchema,
  subjectIdSchema,
  type CaseId,
} from './id.ts';
import { askedOnListSchema, opinionSchema, overSchema } from './opinion.ts';
import { type StepKind } from './route-template.ts';
import { subjectKinds } from './round.ts';
import { civilDateSchema, instantSchema } from './time.ts';

/** One signature, many cases: a letter, a council session, an award decision, an approval decision, an opinion request. */
export const listKinds = ['letter', 'session', 'decision', 'approval', 'opinionRequest'] as const;
export type ListKind = (typeof listKinds)[number];

export const listStates = ['GATHERING', 'CLOSED', 'SIGNED', 'ISSUED'] as const;
export type ListState = (typeof listStates)[number];

/** Kinds of lists that settle a step of each kind; steps that no list settles are settled by an act on the case. */
export function listKindFor(step: StepKind, caseKind: 'nomination' | 'modelProposal'): ListKind | undefined {
  switch (step) {
    case 'letter':
      return 'letter';
    case 'council':
      return 'session';
    case 'decide':
    case 'outside':
      return caseKind === 'nomination' ? 'decision' : 'approval';
    case 'opinion':
      return 'opinionRequest';
    case 'receive':
    case 'appraise':
      return undefined;
  }
}

/** Whether such a list takes cases that wait at such a step. An appraiser may ask for opinions, too. */
export const takesCasesAt = (
  { kind, stepKind, caseKind }: Pick<List, 'kind' | 'stepKind' | 'caseKind'>,
  step: StepKind,
): boolean =>
  step === stepKind &&
  (listKindFor(step, caseKind) === kind || (kind === 'opinionRequest' && step === 'appraise'));

/**
 * The list has said what becomes of its cases: a letter or decision that is issued, a session that is signed, an opinion
 * request that waits for no answer any more.
 */
export function hasOutcome(list: Pick<List, 'kind' | 'state' | 'asked'>): boolean {
  if (list.kind === 'opinionRequest')
    return list.state === 'ISSUED' && (list.asked ?? []).every(({ left }) => left === 0);
  return list.state === 'ISSUED' || (list.kind === 'session' && list.state === 'SIGNED');
}

const signatureSchema = z.object({
  post: postIdSchema.optional(),
  /** As it stands under the document: name and capacity. */
  name: z.string(),
  capacity: z.enum(['head', 'deputy']),
  on: civilDateSchema,
  /** Signed in the system, or outside with ink or a government certificate and entered by the records clerk. */
  where: z.enum(['here', 'outside']),
  hash: z.string(),
});

export const itemOutcomes = ['agreed', 'notAgreed', 'otherForm', 'postponed'] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** Lists of before kept the posts that were named when they were started. */
const onlyWhetherSealed = z.union([z.literal(true), z.array(z.unknown()).transform((): true => true)]);

/** A list's own record. `hash` covers the rows in their order; a signature names the hash it saw. */
export const listSchema = z.object({
  id: listIdSchema,
  kind: z.enum(listKinds),
  organisation: organisationIdSchema,
  /** The step whose cases it takes: code in the route, kind of step. */
  stepKind: z.enum(['letter', 'council', 'decide', 'outside', 'opinion', 'appraise']),
  caseKind: z.enum(['nomination', 'modelProposal']),
  round: roundIdSchema.optional(),
  addressee: organisationIdSchema.optional(),
  /** A sealed list takes sealed cases only, and only those see it who handle them (sealed-hands.ts). */
  sealed: onlyWhetherSealed.optional(),
  title: z.string(),
  state: z.enum(listStates),
  createdBy: personIdSchema,
  createdOn: civilDateSchema,
  dueOn: civilDateSchema.optional(),
  rows: z.int(),
  hash: z.string().optional(),
  closedOn: civilDateSchema.optional(),
  signer: z
    .object({
      post: postIdSchema,
      person: personIdSchema,
      name: z.string(),
      title: z.string(),
      capacity: z.enum(['head', 'deputy']),
    })
    .optional(),
  signature: signatureSchema.optional(),
  origin: z.enum(['here', 'outside']),
  authority: z.string().optional(),
  number: z.string().optional(),
  date: civilDateSchema.optional(),
  /** Letter, once closed: the earliest day that a round closes for one of its rows. */
  closingDay: z.union([civilDateSchema, z.literal('none')]).optional(),
  admittedLate: z.boolean(),
  /** Latest days of what was attached and kept, which its end asks for. Unknown of lists of before: list-papers.ts. */
  papers: z.object({ signed: civilDateSchema.optional(), minutes: civilDateSchema.optional() }).optional(),
  /** Session: on which council, who came. */
  council: councilIdSchema.optional(),
  heldOn: civilDateSchema.optional(),
  /** Session, once closed: who are members on the day on which it is held. */
  members: z.array(personIdSchema).optional(),
  presence: z
    .object({
      total: z.int(),
      present: z.int(),
      /** Turn of the list at which it was entered: results that were counted on an earlier presence don't stand. */
      turn: z.int(),
      absent: z.array(
        z.object({
          person: personIdSchema,
          reason: z.string(),
          /** Gave a written vote. Unknown of sessions of before. */
          wrote: z.boolean().optional(),
        }),
      ),
      chair: personIdSchema,
    })
    .optional(),
  /** Opinion request: who is asked; by when, as it was named at first and, once issued, as it binds. */
  asked: z.array(askedOnListSchema).optional(),
  answerBy: civilDateSchema.optional(),
  turn: z.int(),
  /** Rises with each change of state and each presence: which step of its life a page showed. */
  stage: z.int().default(0),
  entries: z.int(),
  head: z.string(),
  updatedAt: instantSchema,
});
export type List = z.infer<typeof listSchema>;

/** One case on a list, as it was when it was gathered. Of a sealed case only its number. */
export const listRowSchema = z.object({
  case: caseIdSchema,
  subject: subjectIdSchema.optional(),
  subjectKind: z.enum(subjectKinds).optional(),
  name: z.string(),
  unit: z.string(),
  birthYear: z.int().optional(),
  residentialGroup: z.string().optional(),
  namesake: z.boolean(),
  sealedNumber: z.int().optional(),
  publicCode: z.string(),
  form: z.string().optional(),
  citation: z.string(),
  enteredBy: organisationIdSchema,
  recommended: z.boolean(),
  remark: z.string(),
  /** By when its case's step is due: the list is due with the earliest. */
  dueOn: civilDateSchema.optional(),
  state: z.enum(['on', 'struck', 'held', 'withdrawn', 'notAwarded']),
  /** Session: what the council found. */
  result: z
    .object({
      outcome: z.enum(itemOutcomes),
      agreed: z.int(),
      voting: z.int(),
      recused: z.array(personIdSchema),
      /** Turn of the presence on which it was counted. */
      presence: z.int(),
      otherForm: z.string().optional(),
      note: z.string(),
    })
    .optional(),
  /** Opinion request: what was answered, and why no more is awaited where answers are missing. */
  opinions: z.array(opinionSchema).optional(),
  over: overSchema.optional(),
});
export type ListRow = z.infer<typeof listRowSchema>;

/** The day by which a list must be done: that of the row which is due first; undefined for an empty one. */
export function earliestDue(rows: readonly ListRow[]): List['dueOn'] {
  const days = rows.filter((row) => row.state === 'on').flatMap((row) => row.dueOn ?? []);
  return days.sort()[0];
}

const annexes = ['collective', 'household', 'individual', 'sealed', 'model'] as const;
export type Annex = (typeof annexes)[number];

/** A standing row with its place: on the list, and on a decision in its annex; both count from 1 without gaps. */
export type NumberedRow = ListRow & {
  readonly ordinal: number;
  readonly annex?: Annex;
  readonly annexOrdinal?: number;
  /** Số sổ vàng: the ordinal in the whole decision. */
  readonly goldenBookNumber?: number;
};

/**
 * Numbers the rows that stand (a struck, held before signing, or withdrawn one doesn't), in the order given; rows
 * that the order doesn't name follow by their code. On a decision rows are grouped by annex (collectives,
 * households, individuals; sealed ones apart). Pure, so numbers need no storing: a signed list's rows don't change.
 */
export function numberRows(
  kind: ListKind,
  rows: readonly ListRow[],
  order: readonly CaseId[],
): NumberedRow[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = (row: ListRow): number => place.get(row.case) ?? order.length;
  const standing = rows
    .filter((row) => row.state === 'on')
    .sort((one, other) => placeOf(one) - placeOf(other) || (one.case < other.case ? -1 : 1));
  if (kind === 'letter' || kind === 'session' || kind === 'opinionRequest')
    return standing.map((row, index) => ({ ...row, ordinal: index + 1 }));
  const grouped = annexes.map((annex) => ({ annex, rows: standing.filter((row) => annexOf(row) === annex) }));
  const inAnnexes = grouped.flatMap(({ annex, rows: own }) =>
    own.map((row, index) => ({ row, annex, annexOrdinal: index + 1 })),
  );
  return inAnnexes.map(({ row, annex, annexOrdinal }, index) => ({
    ...row,
    annex,
    annexOrdinal,
    ordinal: index + 1,
    // An approval is no award: models stand in no golden book.
    ...(kind === 'decision' ? { goldenBookNumber: index + 1 } : {}),
  }));
}

function annexOf(row: ListRow): Annex {
  if (row.sealedNumber !== undefined) return 'sealed';
  return row.subjectKind ?? 'model';
}

/** What a signature covers: every standing row in its order, with what the list says of it. SHA-256, hex. */
export function listHash(
  list: Pick<List, 'id' | 'kind' | 'organisation' | 'addressee' | 'asked'>,
  rows: readonly NumberedRow[],
): string {
  const covered = rows.map((row) => [
    row.ordinal,
    row.case,
    row.name,
    row.unit,
    row.birthYear ?? null,
    row.residentialGroup ?? null,
    row.sealedNumber ?? null,
    row.form ?? null,
    row.citation,
    row.recommended,
    row.remark,
    row.annex ?? null,
  ]);
  // Only of an opinion request, so that hashes of before still verify.
  const asked = (list.asked ?? []).map(({ organisation }) => organisation);
  const head = [list.id, list.kind, list.organisation, list.addressee ?? null, covered];
  const text = JSON.stringify(asked.length === 0 ? head : [...head, asked]);
  return createHash('sha256').update(text).digest('hex');
}

/** `125/QĐ-UBND`, `2920/QĐ-UBND`, `0124/KH-UBND`, `86/2025/QĐ-UBND`: kept as text. After NFC. */
const numberPattern = /^\d{1,5}(?:\/\d{4})?\/[A-ZĐ][A-Za-zĐđ0-9]{0,7}(?:-[A-ZĐ][A-Za-zĐđ0-9&]*)*$/u;

export function isDocumentNumber(text: string): boolean {
  return numberPattern.test(text);
}

/** `TTr`, `QĐ`: issuer, type, number and year together are used once. */
export function documentType(number: string): string {
  return number.split('/').at(-1)?.split('-')[0] ?? '';
}
