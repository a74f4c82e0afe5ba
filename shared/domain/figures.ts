import { z } from 'zod';
import {
  caseStatuses,
  isDiscarded,
  openStep,
  standingOf,
  standings,
  type Case,
  type CaseContent,
} from './case.ts';
import { isMedal } from './content-field.ts';
import {
  caseIdSchema,
  listIdSchema,
  organisationIdSchema,
  roundIdSchema,
  type OrganisationId,
} from './id.ts';
import { subjectKinds, type Round } from './round.ts';

/** One nomination as figures look at it: where it stands, and who may count it. No names. */
export const figureLineSchema = z.object({
  case: caseIdSchema,
  round: roundIdSchema,
  enteredBy: organisationIdSchema,
  /** Who counts it: the organisation that entered it, and each whose step has opened. */
  readers: z.array(organisationIdSchema),
  status: z.enum(caseStatuses),
  standing: z.enum(standings),
  /** Of the open step: its code, and whose it is; of a draft whose it is. */
  step: z.string().optional(),
  holder: organisationIdSchema.optional(),
  form: z.string().optional(),
  kind: z.enum(subjectKinds).optional(),
  /** Of an awarded one. */
  decision: listIdSchema.optional(),
});
export type FigureLine = z.infer<typeof figureLineSchema>;

/** Undefined for what no figure counts: a model, which is of no round, and a draft that was given up. */
export function figureLineOf(subject: Case): FigureLine | undefined {
  const { id, round, enteredBy, readers, status, form, subjectKind: kind, settledBy } = subject;
  if (round === undefined || isDiscarded(subject)) return undefined;
  const step = openStep(subject);
  const holder = status === 'DRAFT' ? enteredBy : step?.organisation;
  const decision = status === 'AWARDED' ? settledBy.at(-1) : undefined;
  return {
    case: id,
    round,
    enteredBy,
    readers,
    status,
    standing: standingOf(subject),
    ...(step === undefined ? {} : { step: step.code }),
    ...(holder === undefined ? {} : { holder }),
    ...(form === undefined ? {} : { form }),
    ...(kind === undefined ? {} : { kind }),
    ...(decision === undefined ? {} : { decision }),
  };
}

const standingCellSchema = figureLineSchema
  .pick({ status: true, standing: true, step: true, holder: true })
  .extend({ count: z.int().min(1) });
export type StandingCell = z.infer<typeof standingCellSchema>;

export const sexes = ['female', 'male', 'unknown'] as const;
/** Whether somebody works directly: not in a leading post. */
export const directness = ['direct', 'leading', 'unknown'] as const;

/** What is asked of an award beside its line; of a collective and a household neither. */
export const awardFactsSchema = z.object({
  sex: z.enum(sexes).optional(),
  work: z.enum(directness).optional(),
});
export type AwardFacts = z.infer<typeof awardFactsSchema>;

const awardCellSchema = awardFactsSchema.extend({
  form: z.string(),
  kind: z.enum(subjectKinds),
  count: z.int().min(1),
});
export type AwardCell = z.infer<typeof awardCellSchema>;

/**
 * What the record says of a person. That somebody leads or works directly is written for the medal alone: of all others it
 * isn't known.
 */
export function awardFactsOf(
  { kind, form }: Pick<FigureLine, 'kind' | 'form'>,
  content: Pick<CaseContent, 'gender' | 'serviceTrack'> | undefined,
): AwardFacts {
  if (kind !== 'individual') return {};
  const track = isMedal(form) ? content?.serviceTrack : undefined;
  const work = track === undefined ? 'unknown' : track === 'leader' ? 'leading' : 'direct';
  return { sex: content?.gender ?? 'unknown', work };
}

/** Cells of those who may count the same cases. */
const groupOf = <Cell extends z.ZodType>(cell: Cell) =>
  z.object({ readers: z.array(organisationIdSchema), cells: z.array(cell) });

/** Where the nominations stand that one organisation entered in one round. */
export const roundFiguresSchema = z.object({
  organisation: organisationIdSchema,
  groups: z.array(groupOf(standingCellSchema)),
});
export type RoundFigures = z.infer<typeof roundFiguresSchema>;

/** Awards of one year of those nominations, by the day of the decision. */
export const awardFiguresSchema = z.object({
  organisation: organisationIdSchema,
  round: roundIdSchema,
  groups: z.array(groupOf(awardCellSchema)),
});
export type AwardFigures = z.infer<typeof awardFiguresSchema>;

interface Group<Cell> {
  readonly readers: readonly OrganisationId[];
  readonly cells: readonly Cell[];
}

/** Counts lines that say the same, apart by who may count them; in one order whatever the order of the lines. */
function grouped<Cell extends { readonly count: number }>(
  lines: readonly { readonly readers: readonly OrganisationId[]; readonly cell: Omit<Cell, 'count'> }[],
  withCount: (cell: Omit<Cell, 'count'>, count: number) => Cell,
): { readers: OrganisationId[]; cells: Cell[] }[] {
  const byReaders = Map.groupBy(lines, ({ readers }) => readers.toSorted().join(' '));
  return [...byReaders].toSorted(byKey).map(([, same]) => ({
    readers: (same[0]?.readers ?? []).toSorted(),
    cells: [...Map.groupBy(same, ({ cell }) => JSON.stringify(cell))]
      .toSorted(byKey)
      .flatMap(([, alike]) => (alike[0] === undefined ? [] : [withCount(alike[0].cell, alike.length)])),
  }));
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

export const standingGroups = (lines: readonly FigureLine[]): RoundFigures['groups'] =>
  grouped<StandingCell>(
    lines.map(({ readers, status, standing, step, holder }) => ({
      readers,
      cell: {
        status,
        standing,
        ...(step === undefined ? {} : { step }),
        ...(holder === undefined ? {} : { holder }),
      },
    })),
    (cell, count) => ({ ...cell, count }),
  );

/** @param awarded lines of awards with what else is asked of them */
export const awardGroups = (
  awarded: readonly { readonly line: FigureLine; readonly facts: AwardFacts }[],
): AwardFigures['groups'] =>
  grouped<AwardCell>(
    awarded.flatMap(({ line: { readers, form, kind }, facts }) =>
      form === undefined || kind === undefined ? [] : [{ readers, cell: { form, kind, ...facts } }],
    ),
    (cell, count) => ({ ...cell, count }),
  );

/** What one reading organisation counts. */
export const countedBy = <Cell>(groups: readonly Group<Cell>[], office: OrganisationId): readonly Cell[] =>
  groups.filter(({ readers }) => readers.includes(office)).flatMap(({ cells }) => cells);

export const sumOf = (cells: readonly { readonly count: number }[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

/** The round of the same owner before this one: with one of its themes, where it has any. */
export function roundBefore(round: Round, rounds: readonly Round[]): Round | undefined {
  const ofThemes = (other: Round): boolean =>
    round.themes.length === 0
      ? other.themes.length === 0
      : other.themes.some((theme) => round.themes.includes(theme));
  return rounds
    .filter((other) => other.owner === round.owner && other.lane === round.lane && ofThemes(other))
    .filter((other) => other.opensOn < round.opensOn && other.id !== round.id)
    .toSorted((one, other) => (one.opensOn < other.opensOn ? 1 : -1))[0];
}

/** The least number that so many of a hundred don't exceed; undefined of none. */
export function rankOf(numbers: readonly number[], share: number): number | undefined {
  const inOrder = numbers.toSorted((one, other) => one - other);
  return inOrder[Math.max(0, Math.ceil((share * inOrder.length) / 100) - 1)];
}

/** Of which cells or lines a figure is: those that say the same in all that is named here. */
export const standingFilterSchema = figureLineSchema
  .pick({ status: true, standing: true, step: true, holder: true, enteredBy: true })
  .partial();
export type StandingFilter = z.infer<typeof standingFilterSchema>;

export const awardFilterSchema = awardCellSchema
  .pick({ form: true, kind: true, sex: true, work: true })
  .extend({ enteredBy: organisationIdSchema })
  .partial();
export type AwardFilter = z.infer<typeof awardFilterSchema>;

/** Whether what is counted says what is asked; what isn't asked may be anything. */
export const fits = (said: Readonly<Record<string, unknown>>, asked: StandingFilter | AwardFilter): boolean =>
  Object.entries(asked).every(([name, value]) => value === undefined || said[name] === value);
