import { medalRules } from './medal.ts';
import type { Rule } from './rule.ts';

/** Every rule that is looked at, in the order of their numbers. */
export const allRules: readonly Rule[] = [...medalRules].toSorted((one, other) =>
  one.id < other.id ? -1 : 1,
);
