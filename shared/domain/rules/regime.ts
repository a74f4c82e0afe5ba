import type { CaseFacts } from './facts.ts';
import { judgedAsOf, lawDayOf, type Outcome, type Rule, type RuleResult, type Setting } from './rule.ts';

/** Whether the award's form has this decider, and is for this subject, on the decision's day. */
function lawfulDecider({ nomination, decision }: CaseFacts, { law, day }: Setting): Outcome | undefined {
  if (nomination === undefined || decision === undefined) return undefined;
  const form = law.form(nomination.form);
  const facts = [
    { key: 'form', value: form?.name.vi ?? nomination.form },
    { key: 'day', value: day },
  ];
  if (form === undefined) return { verdict: 'unknown', because: 'noForm', facts, fields: ['form'] };
  const terms = law.termsOn(nomination.form, day);
  if (terms === undefined) return { verdict: 'fails', because: 'notThen', facts, fields: ['form'] };
  const told = { facts: [...facts, { key: 'authority', value: terms.authority.vi }], cites: terms.sources };
  if (!terms.subjectKinds.includes(nomination.subjectKind))
    return { ...told, verdict: 'fails', because: 'subjectKind', fields: ['form'] };
  const { decidedAt } = terms;
  if (decidedAt === undefined) return { ...told, verdict: 'unknown', because: 'outside' };
  const { kind, level, function: office } = decision.authority;
  const same =
    kind === decidedAt.kind &&
    level === decidedAt.level &&
    (office === undefined || decidedAt.function === undefined || office === decidedAt.function);
  return same ? { ...told, verdict: 'passes' } : { ...told, verdict: 'fails', because: 'otherDecider' };
}

/** What can't be known stops nobody, whatever the rule would do if it failed. */
const weights = { inform: 2, warn: 3, hold: 4, block: 5 } as const;

/** Graver first: what blocks weighs more than what asks for a reason, and that more than what is only told. */
function weight(result: RuleResult | undefined): number {
  if (result === undefined || result.verdict === 'passes') return 0;
  return result.verdict === 'unknown' ? 1 : weights[result.severity];
}

/**
 * A file received before the law changed stays under the law of its day, unless the new text is more favourable: the other
 * rules are judged under both, and those that differ are named.
 */
const moreFavourable =
  (others: readonly Rule[]) =>
  (facts: CaseFacts, { law, day }: Setting): Outcome | undefined => {
    const received = facts.days?.receivedOn;
    const lawOf = lawDayOf(facts);
    const since = law.groundOn('R34', day)?.validFrom;
    if (received === undefined || since === undefined || lawOf >= since) return undefined;
    const [before, now] = [
      judgedAsOf(lawOf, others, { facts, law }),
      judgedAsOf(day, others, { facts, law }),
    ];
    const differing = others.flatMap(({ id }) => {
      const [one, other] = [before, now].map((results) => weight(results.find(({ rule }) => rule === id)));
      return one === other ? [] : [{ id, lighter: (other ?? 0) < (one ?? 0) }];
    });
    const named = (lighter: boolean): string =>
      differing
        .filter((one) => one.lighter === lighter)
        .map(({ id }) => id)
        .join(', ') || '–';
    const read = [
      { key: 'receivedOn', value: received },
      { key: 'oldRegime', value: law.regimeOn(lawOf).name.vi },
      { key: 'newRegime', value: law.regimeOn(day).name.vi },
      { key: 'lighter', value: named(true) },
      { key: 'stricter', value: named(false) },
    ];
    if (!differing.some(({ lighter }) => lighter)) return { verdict: 'passes', facts: read };
    return { verdict: 'fails', because: 'lighter', facts: read };
  };

/** @param others every rule but these, to be judged under both laws */
export const regimeRules = (others: readonly Rule[]): readonly Rule[] => [
  {
    id: 'R08',
    stages: ['decide'],
    on: ({ days, today }) => days?.decidedOn ?? today,
    judge: lawfulDecider,
  },
  {
    id: 'R34',
    stages: ['receive', 'appraise', 'council', 'decide'],
    // Law of today, beside which that of the file's day is laid; a decided case is closed.
    on: ({ days, today }) => days?.decidedOn ?? today,
    judge: moreFavourable(others),
  },
];
