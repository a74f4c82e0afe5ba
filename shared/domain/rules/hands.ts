import { barredFrom } from '../four-eyes.ts';
import type { Rule } from './rule.ts';

export const handRules: readonly Rule[] = [
  {
    id: 'R33',
    stages: ['appraise', 'council', 'decide'],
    judge: ({ hands }) => {
      if (hands === undefined) return undefined;
      const { actor, proposer, appraisers, subjects } = hands;
      const bar = barredFrom(actor.as, actor.id, { proposer, appraisers, subjectAccounts: subjects });
      if (bar === undefined) return { verdict: 'passes', facts: [] };
      return {
        verdict: 'fails',
        because: bar === 'ownCase' && actor.as === 'sign' ? 'ownList' : bar,
        facts: [],
      };
    },
  },
];
