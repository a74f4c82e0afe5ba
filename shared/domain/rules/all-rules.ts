import { conductRules } from './conduct.ts';
import { medalRules } from './medal.ts';
import { achievementRules } from './one-achievement.ts';
import { paperRules } from './papers.ts';
import { publicationRules } from './publication.ts';
import { quotaRules } from './quota.ts';
import type { Rule } from './rule.ts';

/** Every rule that is looked at, in the order of their numbers. */
export const allRules: readonly Rule[] = [
  ...medalRules,
  ...achievementRules,
  ...conductRules,
  ...quotaRules,
  ...paperRules,
  ...publicationRules,
].toSorted((one, other) => (one.id < other.id ? -1 : 1));
