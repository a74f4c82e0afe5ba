import { z } from 'zod';
import { organisationIdSchema, roundIdSchema } from './id.ts';
import { lanes } from './route-template.ts';
import { civilDateSchema } from './time.ts';

export const subjectKinds = ['individual', 'collective', 'household'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A round (đợt xét khen thưởng) of its owner; a ceremony is another thing. */
export const roundSchema = z.object({
  id: roundIdSchema,
  owner: organisationIdSchema,
  name: z.string(),
  year: z.int(),
  lane: z.enum(lanes),
  themes: z.array(z.string()),
  opensOn: civilDateSchema,
  /** Of the conference (hội nghị tổng kết) at which its awards are handed over; files arrive so many days before (R14). */
  conferenceOn: civilDateSchema.optional(),
  forms: z.array(
    z.object({
      form: z.string(),
      /** Last day on which a letter to the owner, or where there is none a nomination, is taken in. */
      closingDay: civilDateSchema,
      councilDay: civilDateSchema,
      quotas: z.array(
        z.object({
          organisation: organisationIdSchema.optional(),
          kind: z.enum(subjectKinds),
          count: z.int().min(0).max(10_000),
        }),
      ),
    }),
  ),
});
export type Round = z.infer<typeof roundSchema>;
