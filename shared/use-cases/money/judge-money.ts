import { decisionMoney, judgeFund, judgeTogether, type DecisionMoney } from '../../domain/decision-money.ts';
import type { CaseId } from '../../domain/id.ts';
import { explainedRule, type Explanation } from '../../domain/law/explanation.ts';
import { sideOf } from '../../domain/rules/case-facts.ts';
import type { AwardTogether } from '../../domain/law/money.ts';
import type { List, NumberedRow } from '../../domain/list.ts';
import type { RuleResult } from '../../domain/rules/rule.ts';
import { yearOf, type CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { fundWithout, readFund } from '../../records/fund-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';

/** What a decision costs, and what the rules of money find about it. */
export interface JudgedMoney {
  readonly money: DecisionMoney;
  /** R24: whether the fund of its year has it. */
  readonly fund: RuleResult | undefined;
  /** R23: of each subject that stands in several of its rows. */
  readonly together: readonly { readonly cases: readonly CaseId[]; readonly result: RuleResult }[];
}

/** Undefined for what costs the office nothing: another list, or a decision from outside. */
export async function judgeMoney(
  ports: Pick<Ports, 'store' | 'law'>,
  list: List,
  rows: readonly NumberedRow[],
  on: CivilDate,
): Promise<JudgedMoney | undefined> {
  const law = await ports.law.current();
  const money = decisionMoney(law, list, rows, on);
  if (money === undefined) return undefined;
  const several = severalOf(rows);
  const [known, awards] = await Promise.all([
    readFund(ports.store, list.organisation, yearOf(on)),
    readAwards(ports, several.flat()),
  ]);
  const together = several.flatMap((ofOne) => {
    const result = judgeTogether(
      law,
      ofOne.flatMap(({ case: id }) => awards.get(id) ?? []),
      on,
    );
    return result === undefined ? [] : [{ cases: ofOne.map((row) => row.case), result }];
  });
  return { money, fund: judgeFund(law, money, fundWithout(known, list.id)), together };
}

/** Rows of each subject that stands in more than one. */
function severalOf(rows: readonly NumberedRow[]): NumberedRow[][] {
  const known = rows.filter(({ subject }) => subject !== undefined);
  const groups = Object.values(Object.groupBy(known, ({ subject }) => subject ?? ''));
  return groups.flatMap((group) => (group === undefined || group.length < 2 ? [] : [group]));
}

async function readAwards(
  { store }: Pick<Ports, 'store'>,
  rows: readonly NumberedRow[],
): Promise<Map<CaseId, AwardTogether>> {
  const items = await getAll(
    store,
    rows.flatMap((row) => [keys.caseMeta(row.case), keys.caseContent(row.case)]),
  );
  return new Map(
    rows.flatMap(({ case: id, form, subjectKind }, place) => {
      const [subject, content] = [loadCase(items[2 * place]), loadContent(items[2 * place + 1])];
      if (form === undefined || subjectKind === undefined) return [];
      const { achievementFrom, achievementTo } = content?.value ?? {};
      const side = subject && sideOf(subject.value);
      return [[id, { form, subjectKind, achievementFrom, achievementTo, side }]];
    }),
  );
}

/** What a decision costs, and why, as pages and the API tell it. */
export interface DecisionMoneyView extends DecisionMoney {
  readonly fund?: Explanation;
  readonly together: readonly { readonly cases: readonly CaseId[]; readonly why: Explanation }[];
}

export const moneyView = ({ money, fund, together }: JudgedMoney): DecisionMoneyView => ({
  ...money,
  ...(fund === undefined ? {} : { fund: explainedRule(fund) }),
  together: together.map(({ cases, result }) => ({ cases, why: explainedRule(result) })),
});
