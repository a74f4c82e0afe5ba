import type { CivilDate } from '../time.ts';
import type { Fact } from './computation.ts';
import { weakest } from './dated.ts';
import type { Explanation } from './explanation.ts';
import type { Law } from './law.ts';
import type { Amount, AwardAmount, AwardAsked, Fund } from './money.ts';

/** Why a sum of money is what it is. Sums in đồng. */

export function explainedAmount(
  law: Law,
  amount: AwardAmount,
  { form, subjectKind, decidedOn }: AwardAsked & { readonly decidedOn: CivilDate },
): Explanation {
  const facts: Fact[] = [
    { key: 'form', value: form },
    { key: 'subjectKind', value: subjectKind },
    { key: 'decidedOn', value: decidedOn },
    { key: 'baseSalary', value: amount.baseSalary },
    { key: 'coefficient', value: amount.coefficient },
    { key: 'amount', value: amount.dong },
  ];
  return {
    of: 'sum',
    follows: `coefficient.${form}.${subjectKind}`,
    ...(amount.atMost && { because: 'atMost' }),
    facts,
    computation: [...amount.computation],
    citation: law.cited({ sources: [...amount.cites] }, decidedOn),
    confidence: amount.confidence,
  };
}

/**
 * What a decision costs in all. `rows`: one explanation of each row whose sum is known; `unknown`: rows whose sum isn't.
 * @returns undefined where no row has a sum
 */
export function explainedTotal(
  rows: readonly { readonly dong: number; readonly why: Explanation }[],
  { unknown, decidedOn }: { readonly unknown: number; readonly decidedOn: CivilDate },
): Explanation | undefined {
  if (rows.length === 0) return undefined;
  const amount = rows.reduce((sum, { dong }) => sum + dong, 0);
  const alike = [...Map.groupBy(rows, ({ dong }) => dong)].toSorted(([one], [other]) => other - one);
  const expression = alike.map(([dong, those]) => `${those.length} × ${dong}`).join(' + ');
  const citations = new Set(rows.map(({ why }) => why.citation));
  return {
    of: 'sum',
    follows: 'decision.total',
    because: unknown === 0 ? 'decision' : 'decisionInPart',
    facts: [
      { key: 'decidedOn', value: decidedOn },
      { key: 'rows', value: rows.length },
      { key: 'unknown', value: unknown },
      { key: 'amount', value: amount },
    ],
    computation: [{ key: 'sum', expression, value: amount }],
    citation: [...citations].join('; '),
    confidence: weakest(...rows.map(({ why }) => why.confidence)),
  };
}

/** What remains of a fund for awards on a day. */
export function explainedRemaining(law: Law, fund: Fund, remaining: Amount, day: CivilDate): Explanation {
  return {
    of: 'sum',
    follows: 'fund.remaining',
    because: remaining.dong < 0 ? 'fundOverdrawn' : 'fund',
    facts: [
      { key: 'fund', value: fund.total },
      { key: 'promised', value: fund.promised },
      { key: 'amount', value: Math.abs(remaining.dong) },
    ],
    computation: [...remaining.computation],
    citation: law.cited({ sources: [...remaining.cites] }, day),
    confidence: remaining.confidence,
  };
}
