import { z } from 'zod';
import { limits, line, text } from '../case-command.ts';
import { organisationIdSchema } from '../id.ts';
import { civilDateSchema } from '../time.ts';

const saidDaysSchema = z
  .array(z.object({ day: civilDateSchema, name: line(100) }))
  .max(60, { error: 'tooMany' });
const saidValueSchema = z.union([
  z.number().max(1_000_000_000_000, { error: 'tooMany' }),
  line(),
  z.array(line(limits.reason)).max(40, { error: 'tooMany' }),
  z.object({ rest: saidDaysSchema, work: saidDaysSchema }),
]);

/** What an administrator proposes; its value as the figure's kind has it, days and months as `YYYY-MM-DD` and `MM-DD`. */
export const proposeSettingSchema = z.object({
  organisation: organisationIdSchema,
  key: z.string(),
  value: saidValueSchema,
  validFrom: civilDateSchema,
  validTo: civilDateSchema.optional(),
  /** Number, date and kind of the paper that sets it. */
  source: line(),
});
export type ProposeSetting = z.infer<typeof proposeSettingSchema>;

export const refuseSettingSchema = z.object({ reason: text() });
