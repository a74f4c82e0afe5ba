import type { Moment } from '../moment.ts';
import { ceremonyMoments } from './ceremony.ts';
import { decidingMoments } from './deciding.ts';
import { nominatingMoments } from './nominating.ts';
import { policeMoments } from './police.ts';
import { slipMoments } from './slips.ts';
import { wardMoments } from './ward-papers.ts';

export const moments: readonly Moment[] = [
  ...nominatingMoments,
  ...slipMoments,
  ...wardMoments,
  ...policeMoments,
  ...decidingMoments,
  ...ceremonyMoments,
];
