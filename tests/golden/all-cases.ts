import type { GoldenCase } from './golden-case.ts';
import { conductCases } from './conduct.ts';
import { medalCases } from './medal.ts';
import { achievementCases } from './one-achievement.ts';
import { basisCases } from './basis.ts';
import { paperCases } from './papers.ts';
import { publicationCases } from './publication.ts';
import { quotaCases } from './quota.ts';

export const goldenCases: readonly GoldenCase[] = [
  ...medalCases,
  ...achievementCases,
  ...basisCases,
  ...conductCases,
  ...quotaCases,
  ...paperCases,
  ...publicationCases,
];
