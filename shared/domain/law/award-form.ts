import { z } from 'zod';
import { levels, organisationFunctions, organisationKinds } from '../directory.ts';
import { subjectKinds } from '../round.ts';
import { civilDateSchema, type CivilDate } from '../time.ts';
import { datedSchema } from './dated.ts';

const textSchema = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/**
 * `commendation`: hình thức khen thưởng · `title`: danh hiệu thi đua · `flag`: cờ thi đua · `recognition`: công nhận đạt
 * chuẩn, mô hình, điển hình · `gift`: quà, which is no award at all.
 */
const formGroups = ['commendation', 'title', 'flag', 'recognition', 'gift'] as const;

/** For whom and by whom it is granted, and what goes with it, while this row applies. */
export const formTermsSchema = datedSchema.extend({
  subjectKinds: z.array(z.enum(subjectKinds)).min(1),
  /** Who decides, in full words, as a decision says it. */
  authority: textSchema,
  /** The office whose head that is; absent where it never is one of those that this system knows. */
  decidedAt: z
    .object({
      kind: z.enum(organisationKinds),
      level: z.enum(levels),
      function: z.enum(organisationFunctions).optional(),
    })
    .optional(),
});
export type FormTerms = z.infer<typeof formTermsSchema>;

/** An award form (hình thức khen thưởng, danh hiệu, …): what it is never changes, its terms do. */
export const awardFormSchema = z.object({
  code: z.string().regex(/^[A-Z0-9_]+$/),
  group: z.enum(formGroups),
  name: textSchema,
  /** The kind of paper, and the words after "Tặng" on the decision: never mix Giấy khen and Bằng khen. */
  artefact: textSchema,
  /** What it was called up to a day, the oldest first. */
  formerNames: z.array(z.object({ name: textSchema, validTo: civilDateSchema })).optional(),
  /** Other names under which it stands in old papers and in the press. */
  aliases: z.array(z.string()),
  /** From the lowest; a stage calls up from the highest. */
  rank: z.int(),
  terms: z.array(formTermsSchema).min(1),
});
export type AwardForm = z.infer<typeof awardFormSchema>;

/** As it was called on the day. */
export function namedOn<Form extends AwardForm | undefined>(form: Form, day: CivilDate): Form {
  const former = form?.formerNames?.find(({ validTo }) => day <= validTo);
  return former === undefined ? form : { ...form, name: former.name };
}
