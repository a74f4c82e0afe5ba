import { z } from 'zod';
import { datedSchema } from './dated.ts';

/** `block`: not before it is mended · `warn`: with a reason · `hold`: waits for a document · `inform`: told, no more. */
export const severities = ['block', 'warn', 'hold', 'inform'] as const;
export type Severity = (typeof severities)[number];

/** Where a rule stands in the law, from day to day, and how grave it is. On days without a row there is no such rule. */
export const ruleGroundSchema = z.object({
  /** `R01`. */
  code: z.string().regex(/^R\d\d$/),
  rows: z.array(datedSchema.extend({ severity: z.enum(severities) })).min(1),
});
export type RuleGround = z.infer<typeof ruleGroundSchema>;

/** Figure by which an office says how grave a rule is. */
export const severityKey = (rule: string): string => `severity.${rule}`;
