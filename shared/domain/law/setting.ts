import { z } from 'zod';
import { organisationIdSchema, personIdSchema, settingIdSchema } from '../id.ts';
import { addDays, civilDateSchema, type CivilDate } from '../time.ts';
import { figureSchema, type Figure, type FigureRow, type OwnRow } from './figure.ts';

const namedDaysSchema = z.array(z.object({ day: civilDateSchema, name: z.string().min(1) }));

/** As figures of every kind have it. */
const settingValueSchema = z.union([
  z.number(),
  z.string(),
  z.array(z.string()),
  z.object({ rest: namedDaysSchema, work: namedDaysSchema }),
]);

export const settingStates = ['PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN'] as const;

/** A value that an office sets itself for a figure (quy định riêng): proposed by one person, confirmed by another. */
export const settingSchema = z.object({
  id: settingIdSchema,
  /** Whose administrator proposed it. */
  organisation: organisationIdSchema,
  key: z.string(),
  /** As the figure's kind has it. */
  value: settingValueSchema,
  validFrom: civilDateSchema,
  validTo: civilDateSchema.optional(),
  /** The paper that sets it, as a letter cites it: `Quyết định số 86/2025/QĐ-UBND ngày …`. */
  source: z.string(),
  state: z.enum(settingStates),
  proposedBy: personIdSchema,
  proposedOn: civilDateSchema,
  /** Who confirmed, refused or withdrew it. */
  settledBy: personIdSchema.optional(),
  settledOn: civilDateSchema.optional(),
  /** Why it was refused. */
  reason: z.string().optional(),
});
export type Setting = z.infer<typeof settingSchema>;

/** Still to be confirmed, or confirmed. */
const isLive = ({ state }: Pick<Setting, 'state'>): boolean => state === 'PROPOSED' || state === 'CONFIRMED';

/** Confirmed, and its first day has come: it is never changed any more, only followed by another. */
export const hasApplied = (setting: Pick<Setting, 'state' | 'validFrom'>, today: CivilDate): boolean =>
  setting.state === 'CONFIRMED' && setting.validFrom <= today;

/** The figure's rows with this value alone; undefined where the figure doesn't take the value. */
export function rowOf(
  figure: Figure,
  { value, validFrom, validTo, source }: SettingRow,
): FigureRow | undefined {
  if (!isOfFigure(figure, value)) return undefined;
  const row = {
    value,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    sources: [{ of: source }],
    confidence: 'confirmed',
  };
  return figureSchema.safeParse({ ...figure, rows: [row] }).data?.rows[0];
}

/** What its kind can't say: of its choices; rest days of its own year. */
function isOfFigure({ key, kind, choices }: Figure, value: Setting['value']): boolean {
  if (choices !== undefined) {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
    return chosen.every((one) => choices.some((choice) => choice === one));
  }
  if (kind !== 'restDays') return true;
  if (typeof value !== 'object' || !('rest' in value) || value.rest.length === 0) return false;
  const days = [...value.rest, ...value.work].map(({ day }) => day);
  if (new Set(days).size < days.length) return false;
  const year = key.slice('restDays.'.length);
  return days.every((day) => day.startsWith(`${year}-`));
}

/**
 * The live setting that leaves no room for another one of its figure: it begins on the same day, or the other one begins
 * before it and doesn't end before it begins. One that begins later follows, and ends what went before.
 */
export const inTheWayOf = (
  { id, key, validFrom, validTo }: Pick<Setting, 'id' | 'key' | 'validFrom' | 'validTo'>,
  settings: readonly Setting[],
): Setting | undefined =>
  settings.find(
    (other) =>
      other.id !== id &&
      other.key === key &&
      isLive(other) &&
      (other.validFrom === validFrom ||
        (validFrom < other.validFrom && (validTo === undefined || validTo >= other.validFrom))),
  );

type SettingRow = Pick<Setting, 'value' | 'validFrom' | 'validTo' | 'source'>;

/**
 * Rows that stand over the law: of each figure in the order of their days, each up to the day before the next one begins.
 * What a figure of this program doesn't take any more is left out: the law's own row applies then.
 */
export function ownRowsOf(figures: readonly Figure[], settings: readonly Setting[]): OwnRow[] {
  const known = new Map(figures.map((figure) => [figure.key, figure]));
  const inOrder = settings
    .filter(({ state }) => state === 'CONFIRMED')
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return inOrder.flatMap((setting, place) => {
    const figure = known.get(setting.key);
    const row = figure && rowOf(figure, setting);
    if (row === undefined) return [];
    const next = inOrder.slice(place + 1).find(({ key }) => key === setting.key);
    return [{ key: setting.key, ...row, ...(next && endingBefore(row, next.validFrom)) }];
  });
}

function endingBefore({ validTo }: FigureRow, next: CivilDate): { readonly validTo: CivilDate } {
  const before = addDays(next, -1);
  return { validTo: validTo === undefined || before < validTo ? before : validTo };
}
