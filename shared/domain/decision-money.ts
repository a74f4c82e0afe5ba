import { explainedAmount, explainedTotal } from './law/explained-money.ts';
import type { Explanation } from './law/explanation.ts';
import type { Law } from './law/law.ts';
import { awardAmount, type AwardTogether, type Fund } from './law/money.ts';
import type { List, NumberedRow } from './list.ts';
import type { MoneyFacts } from './rules/facts.ts';
import { moneyRules } from './rules/money.ts';
import { judged, type RuleResult } from './rules/rule.ts';
import type { CivilDate } from './time.ts';

/** Money of one row: its sum with the formula, or undefined where no coefficient is known for it on the day. */
export interface RowMoney {
  readonly case: NumberedRow['case'];
  readonly dong: number;
  readonly why: Explanation;
}

/** What an award decision costs the office that makes it, by the law of its day. */
export interface DecisionMoney {
  /** Of the decision; before it is dated, today. */
  readonly on: CivilDate;
  /** Đồng, of all rows whose sum is known. */
  readonly total: number;
  /** How the total came about; absent where no row has a sum. */
  readonly why?: Explanation;
  readonly rows: readonly RowMoney[];
  /** Rows for which no sum is known: sealed ones, and forms without a coefficient on the day. */
  readonly unknown: number;
}

/** Money that goes with the rows of a decision of the office's own; of one from outside, whoever decided pays. */
export function decisionMoney(
  law: Law,
  { kind, origin }: Pick<List, 'kind' | 'origin'>,
  rows: readonly NumberedRow[],
  on: CivilDate,
): DecisionMoney | undefined {
  if (kind !== 'decision' || origin === 'outside') return undefined;
  const known = rows.flatMap((row): RowMoney[] => {
    const { form, subjectKind } = row;
    if (form === undefined || subjectKind === undefined) return [];
    const amount = awardAmount(law, { form, subjectKind }, on);
    if (amount === undefined) return [];
    const why = explainedAmount(law, amount, { form, subjectKind, decidedOn: on });
    return [{ case: row.case, dong: amount.dong, why }];
  });
  const unknown = rows.length - known.length;
  const why = explainedTotal(known, { unknown, decidedOn: on });
  const total = known.reduce((sum, { dong }) => sum + dong, 0);
  return { on, total, rows: known, unknown, ...(why && { why }) };
}

/** Whether the fund has what the decision needs (R24), with the formula. `fund`: without the decision itself. */
export function judgeFund(
  law: Law,
  { total, on, unknown }: Pick<DecisionMoney, 'total' | 'on' | 'unknown'>,
  fund: Fund | undefined,
): RuleResult | undefined {
  return judgedMoney('R24', law, on, { ofDecision: total, unknownRows: unknown, fund });
}

/** What one subject is given for several awards of the decision (R23), with the formula. */
export function judgeTogether(
  law: Law,
  awards: readonly AwardTogether[],
  on: CivilDate,
): RuleResult | undefined {
  return judgedMoney('R23', law, on, { together: awards });
}

function judgedMoney(id: string, law: Law, on: CivilDate, money: MoneyFacts): RuleResult | undefined {
  const facts = { today: on, days: { decidedOn: on }, money };
  return judged(moneyRules, facts, law, 'decide').find(({ rule }) => rule === id);
}
