import { basisCases } from './basis.ts';
import { conductCases } from './conduct.ts';
import type { GoldenCase } from './golden-case.ts';
import { medalCases } from './medal.ts';
import { moneyCases } from './money.ts';
import { achievementCases } from './one-achievement.ts';
import { paperCases } from './papers.ts';
import { awardCases, clockCases, councilCases, handCases } from './procedure.ts';
import { publicationCases } from './publication.ts';
import { quotaCases } from './quota.ts';
import { sampleCases } from './samples.ts';
import { medalHistoryCases, standardCases } from './standard.ts';

export const goldenCases: readonly GoldenCase[] = [
  ...achievementCases,
  ...basisCases,
  ...conductCases,
  ...quotaCases,
  ...paperCases,
  ...publicationCases,
  ...medalCases,
  ...medalHistoryCases,
  ...councilCases,
  ...clockCases,
  ...handCases,
  ...awardCases,
  ...standardCases,
  ...moneyCases,
  ...sampleCases,
];
