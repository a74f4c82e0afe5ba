import type { List, ListRow } from '../../domain/list.ts';
import { councilRules } from '../../domain/rules/council.ts';
import { requireLawful, type Judged, type Reasons } from '../../domain/rules/judgement.ts';
import { judged, type RuleResult } from '../../domain/rules/rule.ts';
import { sessionFacts, type Concluding } from '../../domain/rules/session-facts.ts';
import type { Ports } from '../../ports.ts';

/** What the rules of councils find about a session as it stands: what they say of each of its rows alike, once. */
export async function judgeSession(
  ports: Pick<Ports, 'law' | 'clock'>,
  { presence, heldOn }: List,
  rows: readonly ListRow[],
  said: Concluding,
): Promise<RuleResult[]> {
  if (presence === undefined) return [];
  const law = await ports.law.current();
  const sitting = { today: ports.clock.today(), presence, heldOn };
  const found = rows.flatMap((row) => judged(councilRules, sessionFacts(sitting, row, said), law, 'council'));
  return [...new Map(found.map((result) => [JSON.stringify(result), result])).values()];
}

/** The rules of councils are kept when a session ends. @throws Refusal RuleForbids, RuleNeedsReason */
export async function keepCouncilRules(
  ports: Pick<Ports, 'law' | 'clock'>,
  list: List,
  rows: readonly ListRow[],
  { reasons = {}, ...said }: Concluding & { readonly reasons?: Reasons | undefined },
): Promise<Judged> {
  const results = await judgeSession(ports, list, rows, said);
  return requireLawful(results, reasons, list.heldOn ?? ports.clock.today());
}
