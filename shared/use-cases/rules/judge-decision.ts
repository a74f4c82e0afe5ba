import type { Organisation } from '../../domain/directory.ts';
import type { List, NumberedRow } from '../../domain/list.ts';
import { allRules } from '../../domain/rules/all-rules.ts';
import { decisionFacts } from '../../domain/rules/decision-facts.ts';
import { requireLawful, type Judged, type Reasons } from '../../domain/rules/judgement.ts';
import { judged, type RuleResult } from '../../domain/rules/rule.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { judgeMoney, type JudgedMoney } from '../money/judge-money.ts';

interface Deciding {
  readonly rows: readonly NumberedRow[];
  readonly on: CivilDate;
  readonly money: JudgedMoney | undefined;
}

/** Of a decision on awards: one that an authority outside made is only recorded here. */
const decidesHere = ({ kind, origin }: List): boolean => kind === 'decision' && origin === 'here';

/** Who decides, and what is no award: of each row. */
const ofRows = allRules.filter(({ id }) => id === 'R08' || id === 'R32');

/** What the rules find about a decision that would be made on that day, each finding once however many rows it is about. */
export async function judgeDecision(
  ports: Pick<Ports, 'law'>,
  list: List,
  office: Organisation | undefined,
  { rows, on, money }: Deciding,
): Promise<RuleResult[]> {
  if (!decidesHere(list) || office === undefined) return [];
  const law = await ports.law.current();
  const found = rows.flatMap((row) => judged(ofRows, decisionFacts(office, row, on), law, 'decide'));
  const together = money?.together.map(({ result }) => result) ?? [];
  const fund = money?.fund === undefined ? [] : [money.fund];
  return [...new Map([...found, ...together, ...fund].map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * A decision is closed, and so laid before its signer, only where it may be made.
 * @throws Refusal RuleForbids, RuleNeedsReason
 */
export async function keepDecisionRules(
  ports: Pick<Ports, 'law' | 'store'>,
  list: List,
  office: Organisation | undefined,
  { reasons = {}, ...deciding }: Omit<Deciding, 'money'> & { readonly reasons?: Reasons | undefined },
): Promise<Judged> {
  const { rows, on } = deciding;
  const money = decidesHere(list) ? await judgeMoney(ports, list, rows, on) : undefined;
  return requireLawful(await judgeDecision(ports, list, office, { ...deciding, money }), reasons, on);
}
