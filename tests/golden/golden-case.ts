import type { CaseFacts } from '#shared/domain/rules/facts.ts';
import type { Severity } from '#shared/domain/law/rule-ground.ts';
import type { Rule, RuleResult, RuleStage } from '#shared/domain/rules/rule.ts';
import { judged } from '#shared/domain/rules/rule.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { sayRule } from '#shared/messages/rules/rules.ts';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';

export const day = (text: string): CivilDate => civilDateSchema.parse(text);
export const law = createLaw(shippedLaw);

/** What a rule must say of a case. What isn't named is not compared. */
export interface GoldenResult {
  readonly rule: string;
  readonly verdict: 'passes' | 'fails' | 'unknown';
  readonly severity?: Severity;
  readonly because?: string;
  readonly eligibleOn?: string;
  /** Words of the citation, the Vietnamese saying or its mend, and figures of the computation. */
  readonly cites?: string;
  readonly says?: string;
  readonly mend?: string;
  readonly computes?: string;
}

/** Facts in, results out. */
export interface GoldenCase {
  readonly title: string;
  readonly stage?: RuleStage;
  readonly facts: CaseFacts;
  /** Every rule that isn't silent must be named, but for those that pass. */
  readonly results: readonly GoldenResult[];
  /** The facts after exactly what the message of that rule asks for was done: then it passes. */
  readonly mended?: { readonly rule: string; readonly facts: CaseFacts };
}

interface Compared {
  readonly wanted: unknown;
  readonly found: unknown;
}

/** Side by side what was wanted and what the rules say; equal where the case holds. */
export function compared(rules: readonly Rule[], { facts, stage, results }: GoldenCase): Compared {
  const found = judged(rules, facts, law, stage);
  const named = new Set(results.map(({ rule }) => rule));
  const unnamed = found.filter(({ rule, verdict }) => verdict !== 'passes' && !named.has(rule));
  return {
    wanted: results,
    found: [
      ...results.map((wanted) => {
        const result = found.find(({ rule }) => rule === wanted.rule);
        return result === undefined ? { rule: wanted.rule, verdict: 'silent' } : asWanted(wanted, result);
      }),
      ...unnamed.map(({ rule, verdict, because }) => ({ rule, verdict, because })),
    ],
  };
}

/** Only what was wanted, so that the two can be compared; words that hold what was wanted count as that. */
function asWanted(wanted: GoldenResult, result: RuleResult): GoldenResult {
  const { says, mend = '' } = sayRule(result, 'vi');
  const computed = (result.computation ?? []).map(
    ({ expression, value }) => `${expression} = ${String(value)}`,
  );
  const texts = { cites: result.citation, says, mend, computes: computed.join('; ') };
  const entries = Object.entries(wanted).map(([key, value]): [string, unknown] => {
    const text = texts[key as keyof typeof texts] as string | undefined;
    if (text === undefined) return [key, result[key as keyof RuleResult]];
    return [key, text.includes(String(value)) ? value : text];
  });
  return Object.fromEntries(entries) as unknown as GoldenResult;
}
