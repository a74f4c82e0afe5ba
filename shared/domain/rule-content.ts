import { z } from 'zod';
import { commendationTypes } from './past-decision.ts';
import { civilDateSchema } from './time.ts';

/** `leader`: in a leading post · `force`: in the force that keeps security at the grassroots. */
export const serviceTracks = ['leader', 'force'] as const;

/** One time in a post or in the force; without an end it goes on. */
const stretchSchema = z.object({
  from: civilDateSchema,
  to: civilDateSchema.optional(),
  /** Specially difficult, border or island area. */
  hardship: z.boolean(),
});
const gapSchema = z.object({ from: civilDateSchema, to: civilDateSchema, maternity: z.boolean() });
const basisSchema = z.object({ number: z.string(), type: z.enum(commendationTypes).optional() });
type Stretch = z.infer<typeof stretchSchema>;

/**
 * What is written about a nomination for the rules alone, as its content keeps it. Records of before have none of it: what
 * nobody has said, no rule takes for said.
 */
export const ruleContentShape = {
  /** Where it isn't said, `typeOf` of the case's form. */
  commendationType: z.enum(commendationTypes).optional(),
  /** Earlier commendations given as a ground; without its type it is looked for among past decisions (R03). */
  basis: z.array(basisSchema).optional(),
  /** Names of initiatives (sáng kiến) on which it rests (R25). */
  initiatives: z.array(z.string()).optional(),
  /** Times within the achievement in which it stood still (R06). */
  gaps: z.array(gapSchema).optional(),
  /** An enterprise or another unit that pays taxes, or its head (R31). */
  headOfTaxpayer: z.boolean().optional(),
  /** Women among the members, of a hundred (R07). */
  womenShare: z.int().optional(),
  /** For the medal alone, like those that follow (R09, R15 to R17). */
  serviceTrack: z.enum(serviceTracks).optional(),
  serviceStretches: z.array(stretchSchema).optional(),
  /** No hot spot and no serious case in the area of a leader. */
  quietArea: z.boolean().optional(),
  /** Lost the title of the force, prosecuted, in compulsory education, dropped as collaborator. */
  medalBarred: z.boolean().optional(),
  /** State orders and medals that the person holds, by name. */
  stateMedals: z.array(z.string()).optional(),
};

const share = z.int({ error: 'notAWholeNumber' }).min(0, { error: 'tooFew' }).max(100, { error: 'tooMany' });

const mostRows = 30;
const oneLine = z.string().trim().min(1, { error: 'empty' }).max(300, { error: 'tooLong' });
const names = z.array(oneLine).max(mostRows, { error: 'tooMany' });

const endsLater = ({ from, to }: { readonly from: string; readonly to?: string | undefined }): boolean =>
  to === undefined || from <= to;
const atItsEnd = { path: ['to'], error: 'beforeStart' };

/** No month counts twice, whatever order they are written in. */
function overlapping(stretches: readonly Stretch[]): boolean {
  const sorted = stretches.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.some(({ to }, place) => {
    const next = sorted[place + 1];
    return next !== undefined && (to === undefined || to >= next.from);
  });
}

/** The same as somebody says it; null takes it away. Field messages: `beforeStart`, `countedTwice`, `tooMany`. */
export const ruleContentPatch = {
  commendationType: z.enum(commendationTypes).nullable(),
  basis: z
    .array(basisSchema.extend({ number: oneLine.regex(/^\S+$/, { error: 'notANumber' }) }))
    .max(mostRows, { error: 'tooMany' })
    .nullable(),
  initiatives: names.nullable(),
  gaps: z
    .array(gapSchema.extend({ maternity: z.boolean().default(false) }).refine(endsLater, atItsEnd))
    .max(mostRows, { error: 'tooMany' })
    .nullable(),
  headOfTaxpayer: z.boolean().nullable(),
  womenShare: share.nullable(),
  serviceTrack: z.enum(serviceTracks).nullable(),
  serviceStretches: z
    .array(stretchSchema.extend({ hardship: z.boolean().default(false) }).refine(endsLater, atItsEnd))
    .max(mostRows, { error: 'tooMany' })
    .refine((stretches) => !overlapping(stretches), { error: 'countedTwice' })
    .nullable(),
  quietArea: z.boolean().nullable(),
  medalBarred: z.boolean().nullable(),
  stateMedals: names.nullable(),
};
