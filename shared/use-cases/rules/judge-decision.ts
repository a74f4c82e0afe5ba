import type { Organisation } from '../../domain/directory.ts';
import type { List, ListRow } from '../../domain/list.ts';
import { allRules } from '../../domain/rules/all-rules.ts';
import { decisionFacts } from '../../domain/rules/decision-facts.ts';
import { requireLawful, type Judged } from '../../domain/rules/judgement.ts';
import { judged, type RuleResult } from '../../domain/rules/rule.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';

/** Of a decision on awards: one that an authority outside made is only recorded here. */
const decidesHere = ({ kind, origin }: List): boolean => kind === 'decision' && origin === 'here';

/** Who decides, and what is no award. */
const asked = allRules.filter(({ id }) => id === 'R08' || id === 'R32');

/** What the rules find about a decision that would be made on that day, each finding once however many rows it is about. */
export async function judgeDecision(
  ports: Pick<Ports, 'law'>,
  list: List,
  office: Organisation | undefined,
  { rows, on }: { readonly rows: readonly ListRow[]; readonly on: CivilDate },
): Promise<RuleResult[]> {
  if (!decidesHere(list) || office === undefined) return [];
  const law = await ports.law.current();
  const found = rows.flatMap((row) => judged(asked, decisionFacts(office, row, on), law, 'decide'));
  return [...new Map(found.map((result) => [JSON.stringify(result), result])).values()];
}

/** A decision is closed, and so laid before its signer, only where it may be made. @throws Refusal RuleForbids */
export async function keepDecisionRules(
  ports: Pick<Ports, 'law'>,
  list: List,
  office: Organisation | undefined,
  decided: { readonly rows: readonly ListRow[]; readonly on: CivilDate },
): Promise<Judged> {
  return requireLawful(await judgeDecision(ports, list, office, decided), {}, decided.on);
}
