import { z } from 'zod';
import { line, text } from '../case-command.ts';
import { organisationIdSchema } from '../id.ts';
import { settingValueSchema } from './setting.ts';
import { civilDateSchema } from '../time.ts';

/** What an administrator proposes; its value as the figure's kind has it, days and months as `YYYY-MM-DD` and `MM-DD`. */
export const proposeSettingSchema = z.object({
  organisation: organisationIdSchema,
  key: z.string(),
  value: settingValueSchema,
  validFrom: civilDateSchema,
  validTo: civilDateSchema.optional(),
  /** Number, date and kind of the paper that sets it. */
  source: line(),
});
export type ProposeSetting = z.infer<typeof proposeSettingSchema>;

export const refuseSettingSchema = z.object({ reason: text() });
