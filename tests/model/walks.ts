import type { Setting } from './small-worlds.ts';
import { byCouncil, byLetter, byOpinions, byThreeSteps, byTwoLists, everyWay, ofModel } from './ways.ts';

const lost = ['executions', 'calls', 'effects'] as const;

interface Named extends Setting {
  readonly title: string;
}

/** What `npm test` walks: one of anything that may come between, on any way, at any moment. */
export const shortWalks: readonly Named[] = [
  {
    title: `one case by ${byLetter.name}, with mishaps and passing days`,
    ...{ way: byLetter, cases: 1, budget: 1, detours: 'counted', daysPass: true, twins: true },
    mishaps: [...lost, 'tokens'],
  },
  ...[byCouncil, ofModel, byOpinions].map((way): Named => ({
    title: `one case by ${way.name}, with races`,
    ...{ way, cases: 1, budget: 1, detours: 'counted', races: true },
  })),
  {
    title: `two cases by ${byTwoLists.name}, straight`,
    ...{ way: byTwoLists, cases: 2, budget: 0, detours: 'none' },
  },
];

/** What `npm run model` walks, as far as minutes go. */
export const longWalks: readonly Named[] = [
  ...everyWay.map((way): Named => ({
    title: `one case by ${way.name}: as many detours as anybody likes`,
    ...{ way, cases: 1, budget: 0, detours: 'free', races: true, twins: true },
  })),
  ...everyWay.map((way): Named => ({
    title: `one case by ${way.name}: one of anything, also in the middle of what goes on by itself`,
    ...{ way, cases: 1, budget: 1, detours: 'counted', interleaved: true },
    ...{ daysPass: true, mishaps: lost },
  })),
  {
    title: `one case by ${byLetter.name}: two of anything, tokens lost`,
    ...{ way: byLetter, cases: 1, budget: 2, detours: 'counted', daysPass: true },
    mishaps: [...lost, 'tokens'],
  },
  ...everyWay.map((way): Named => ({
    title: `two cases by ${way.name}, straight`,
    ...{ way, cases: 2, budget: 0, detours: 'none', races: true, twins: true },
  })),
  {
    title: `two cases by ${byTwoLists.name}: one detour`,
    ...{ way: byTwoLists, cases: 2, budget: 1, detours: 'counted' },
  },
  {
    title: `two cases by ${byTwoLists.name}: one mishap or day`,
    ...{ way: byTwoLists, cases: 2, budget: 1, detours: 'none', daysPass: true, mishaps: lost },
  },
  ...[byLetter, byCouncil].map((way): Named => ({
    title: `one case by ${way.name}: one detour or change of posts`,
    ...{ way, cases: 1, budget: 1, detours: 'counted', posts: true },
  })),
  {
    title: `one case by ${byThreeSteps.name}: anything, in turn`,
    ...{ way: byThreeSteps, cases: 1, budget: 0, detours: 'free', inTurn: true },
  },
  {
    title: `two cases by ${byThreeSteps.name}: one detour, mishap or day, in turn`,
    ...{ way: byThreeSteps, cases: 2, budget: 1, detours: 'counted', daysPass: true, inTurn: true },
    mishaps: [...lost, 'tokens'],
  },
  {
    title: `two cases by ${byThreeSteps.name}: one change of posts, in turn`,
    ...{ way: byThreeSteps, cases: 2, budget: 1, detours: 'none', posts: true, inTurn: true },
  },
];
