import type { CaseFacts, Trouble } from './facts.ts';
import type { Fact } from '../law/computation.ts';
import type { Outcome, Rule } from './rule.ts';

const isOpen = ({ cleared, endedOn }: Trouble, { today }: CaseFacts): boolean =>
  cleared !== true && (endedOn === undefined || endedOn > today);

/** Waits while something is open, and until the paper that ends it is there. */
function nothingOpen(facts: CaseFacts): Outcome | undefined {
  const { troubles } = facts;
  if (troubles === undefined) return undefined;
  // That nobody has told of any is no evidence that there is none.
  if (troubles.length === 0) return { verdict: 'unknown', because: 'nothingTold', facts: [] };
  const open = troubles.find((trouble) => isOpen(trouble, facts));
  const bare = troubles.find(({ document = '' }) => document.trim() === '');
  const trouble = open ?? bare;
  if (trouble === undefined)
    return { verdict: 'passes', facts: [{ key: 'troubles', value: troubles.length }] };
  const read: Fact[] = [
    { key: 'kind', value: trouble.kind },
    { key: 'since', value: trouble.from },
  ];
  if (open !== undefined) return { verdict: 'fails', because: open.kind, facts: read };
  return { verdict: 'fails', because: 'noDocument', facts: read };
}

/** After discipline, achievements count from its end. */
function sinceDiscipline(facts: CaseFacts): Outcome | undefined {
  const { nomination, troubles } = facts;
  if (nomination === undefined || troubles === undefined) return undefined;
  const punished = troubles.filter(({ kind, cleared }) => kind === 'discipline' && cleared !== true);
  // What is still open is held by R04.
  if (punished.some((trouble) => isOpen(trouble, facts))) return undefined;
  const [endedOn] = punished.flatMap((one) => one.endedOn ?? []).toSorted((a, b) => (a < b ? 1 : -1));
  const from = nomination.achievementFrom;
  if (endedOn === undefined) return undefined;
  const ended: Fact[] = [{ key: 'endedOn', value: endedOn }];
  const fields = ['content.achievementFrom'];
  if (from === undefined) return { verdict: 'unknown', because: 'noPeriod', facts: ended, fields };
  const read: Fact[] = [{ key: 'achievementFrom', value: from }, ...ended];
  if (from >= endedOn) return { verdict: 'passes', facts: read };
  return { verdict: 'fails', because: 'tooEarly', facts: read, fields };
}

/** Maternity leave is no gap; any other is told. */
function gapless({ nomination }: CaseFacts): Outcome | undefined {
  const gaps = nomination?.gaps;
  if (gaps === undefined) return undefined;
  const gap = gaps.find(({ maternity }) => !maternity);
  const leaves = gaps.filter((one) => one.maternity).length;
  const maternity: Fact = { key: 'maternity', value: leaves };
  if (gap === undefined)
    return { verdict: 'passes', facts: [maternity], ...(leaves > 0 && { because: 'maternity' }) };
  return {
    verdict: 'fails',
    because: 'gap',
    facts: [maternity, { key: 'gapFrom', value: gap.from }, { key: 'gapTo', value: gap.to }],
    fields: ['content.report'],
  };
}

const fromSubmission = ['submit', 'receive', 'appraise', 'council', 'decide'] as const;

/** What somebody did wrong or is said to have done, and what interrupted the achievement. */
export const conductRules: readonly Rule[] = [
  { id: 'R04', stages: fromSubmission, judge: nothingOpen },
  { id: 'R05', stages: ['typing', ...fromSubmission], judge: sinceDiscipline },
  { id: 'R06', stages: ['typing', 'submit', 'appraise'], judge: gapless },
];
