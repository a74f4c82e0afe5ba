import { awardRules } from './award.ts';
import { clockRules } from './clock.ts';
import { conductRules } from './conduct.ts';
import { councilRules } from './council.ts';
import { handRules } from './hands.ts';
import { medalRules } from './medal.ts';
import { moneyRules } from './money.ts';
import { achievementRules } from './one-achievement.ts';
import { paperRules } from './papers.ts';
import { publicationRules } from './publication.ts';
import { quotaRules } from './quota.ts';
import { regimeRules } from './regime.ts';
import type { Rule } from './rule.ts';
import { standardRules } from './standard.ts';

/** Those that look at a case as it is, whatever other law might say of it. */
const plainRules: readonly Rule[] = [
  ...achievementRules,
  ...conductRules,
  ...quotaRules,
  ...paperRules,
  ...publicationRules,
  ...medalRules,
  ...councilRules,
  ...clockRules,
  ...handRules,
  ...awardRules,
  ...standardRules,
  ...moneyRules,
];

/** Every rule that is looked at, in the order of their numbers. */
export const allRules: readonly Rule[] = [...plainRules, ...regimeRules(plainRules)].toSorted((one, other) =>
  one.id < other.id ? -1 : 1,
);
