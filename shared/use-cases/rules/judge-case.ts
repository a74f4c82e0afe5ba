import type { Law } from '../../domain/law/law.ts';
import { allRules } from '../../domain/rules/all-rules.ts';
import type { CaseFacts } from '../../domain/rules/facts.ts';
import { requireLawful, type Judged, type Reasons } from '../../domain/rules/judgement.ts';
import { judged, lawDayOf, type RuleResult, type RuleStage } from '../../domain/rules/rule.ts';
import type { Ports } from '../../ports.ts';
import { gatherFacts, type AskedCase } from './gather-facts.ts';

/** What every rule of a stage finds about a case as it stands now, and what was looked at. */
export async function judgeCase(
  ports: Pick<Ports, 'store' | 'clock' | 'law' | 'vault'>,
  asked: AskedCase,
  stage: RuleStage,
): Promise<{ readonly results: readonly RuleResult[]; readonly facts: CaseFacts; readonly law: Law }> {
  const [facts, law] = await Promise.all([gatherFacts(ports, asked), ports.law.current()]);
  return { results: judged(allRules, facts, law, stage), facts, law };
}

/**
 * The rules of the act's stage are kept.
 * @throws Refusal RuleForbids, RuleNeedsReason
 */
export async function keepRules(
  ports: Pick<Ports, 'store' | 'clock' | 'law' | 'vault'>,
  asked: AskedCase,
  { stage, reasons = {} }: { readonly stage: RuleStage; readonly reasons?: Reasons | undefined },
): Promise<Judged> {
  const { results, facts } = await judgeCase(ports, asked, stage);
  return requireLawful(results, reasons, lawDayOf(facts));
}
