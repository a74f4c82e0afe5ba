import { seenBy, type Stop } from '../stop.ts';

/** Where cases stand while many are under way. */
export const figuresMeanwhile: readonly Stop[] = [
  ...seenBy(
    'quan.canbo',
    { page: 'figures-meanwhile', go: '/figures' },
    { page: 'figures-rows', find: { to: '/figures/cases' } },
  ),
  ...seenBy('sodau.canbo', { page: 'figures-of-a-ward', go: '/figures' }),
];

/** What came of a year. */
export const figuresAfterwards: readonly Stop[] = [
  ...seenBy(
    'congan.thamdinh',
    { page: 'figures', go: '/figures', open: true },
    { page: 'figures-paces', find: { to: '/figures/paces' } },
    { page: 'figures-awards', go: '/figures', find: { to: '/figures/awards' } },
    { page: 'figures-none', go: '/figures?year=2019' },
  ),
  { as: 'quan.canbo', page: 'figures', go: '/figures', language: 'en' },
];
