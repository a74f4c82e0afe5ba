import { z } from 'zod';
import { civilDateSchema } from '../time.ts';
import { datedSchema } from './dated.ts';

const textSchema = z.object({ vi: z.string().min(1), en: z.string().min(1) });
const daysSchema = z.array(z.object({ day: civilDateSchema, name: z.string().min(1) }));

function kindOf<Kind extends string, Value extends z.ZodType>(kind: Kind, value: Value) {
  return z.object({
    /** `limit.return`, `coefficient.GK_XA.individual`. */
    key: z.string().regex(/^[a-z][A-Za-z]*(\.[A-Za-z0-9_-]+)+$/),
    kind: z.literal(kind),
    title: textSchema,
    /** What a choice is one of, and texts are some of; other texts are free. */
    choices: z.array(z.string()).min(2).optional(),
    /** Every value that it ever had. */
    rows: z.array(datedSchema.extend({ value })).min(1),
  });
}

/** One thing that the law or an office sets, and what it is measured in. */
export const figureSchema = z.discriminatedUnion('kind', [
  kindOf('workingDays', z.int().min(0).max(250)),
  /** Days of the calendar. */
  kindOf('days', z.int().min(0).max(3_660)),
  kindOf('months', z.int().min(0).max(1_200)),
  /** Of a hundred. */
  kindOf('percent', z.number().min(0).max(100)),
  /** Times something: the base salary, an individual's amount, a time of service. */
  kindOf('factor', z.number().min(0).max(1_000)),
  kindOf('dong', z.int().min(0)),
  kindOf('count', z.int().min(0)),
  /** `05-30`, of every year; never 29 February. */
  kindOf(
    'monthDay',
    z.string().refine((text) => civilDateSchema.safeParse(`2001-${text}`).success, { error: 'notADay' }),
  ),
  kindOf('choice', z.string().min(1)),
  kindOf('texts', z.array(z.string().min(1)).min(1)),
  /** Of one year: days on which offices rest, and weekend days made up for; open while the year's notice isn't in it. */
  kindOf('restDays', z.object({ rest: daysSchema, work: daysSchema, open: z.literal(true).optional() })),
]);
export type Figure = z.infer<typeof figureSchema>;
export type FigureRow = Figure['rows'][number];

/** A row that an office has set itself, for a figure that is there. */
export const ownRowSchema = datedSchema.extend({ key: z.string(), value: z.unknown() });
export type OwnRow = z.infer<typeof ownRowSchema>;

/**
 * How grave a rule is, whether a paper is asked for, whether a route or a step of it is used: an office's choice only where no
 * text that was read settles it.
 */
export const isLocalChoice = ({ key }: Pick<Figure, 'key'>): boolean =>
  /^(severity|paper|way|step)\./.test(key);
