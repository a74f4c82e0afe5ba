import { explainedRule } from '../law/explanation.ts';
import type { EntryFacts } from '../history.ts';
import { Refusal, type FieldFault } from '../refusal.ts';
import type { CivilDate } from '../time.ts';
import type { RuleResult } from './rule.ts';

/** Why somebody goes on though a rule warns, by the rule's id. */
export type Reasons = Readonly<Record<string, string>>;

/** What an act keeps of the rules that it asked: codes in its entry, reasons in its payload. */
export interface Judged {
  readonly facts: EntryFacts;
  readonly payload: { readonly reasons?: Reasons };
}

const failing = (results: readonly RuleResult[], ...severities: RuleResult['severity'][]): RuleResult[] =>
  results.filter(({ verdict, severity }) => verdict === 'fails' && severities.includes(severity));

/**
 * Lets an act pass by the rules of its stage. What is only told, and what can't be known, stops nobody.
 * @param on the day whose law was asked, unless a rule has a day of its own
 * @throws Refusal RuleForbids for what blocks or holds, RuleNeedsReason for a warning without a reason
 */
export function requireLawful(results: readonly RuleResult[], reasons: Reasons, on: CivilDate): Judged {
  const forbidding = failing(results, 'block', 'hold');
  if (forbidding.length > 0)
    throw new Refusal('RuleForbids', explained(forbidding), forbidding.flatMap(faultsOfRule));
  const warning = failing(results, 'warn').filter(({ rule }) => (reasons[rule] ?? '') === '');
  if (warning.length > 0)
    throw new Refusal(
      'RuleNeedsReason',
      explained(warning),
      warning.map(({ rule }) => ({ field: `reasons.${rule}`, code: 'needsReason', limit: rule })),
    );
  const asked = failing(results, 'warn').map(({ rule }) => rule);
  const given = Object.entries(reasons).filter(([rule]) => asked.includes(rule));
  return {
    facts: results.length === 0 ? {} : { rules: codesOf(results), lawOf: on },
    payload: given.length === 0 ? {} : { reasons: Object.fromEntries(given) },
  };
}

const explained = (results: readonly RuleResult[]) => ({ explanations: results.map(explainedRule) });

function faultsOfRule({ rule, fields = [] }: RuleResult): FieldFault[] {
  const named = fields.length === 0 ? [`rules.${rule}`] : fields;
  return named.map((field) => ({ field, code: 'ruleForbids', limit: rule }));
}

/** `R09:fails:block:missing`: rule, verdict, severity and ground of each, without anything that was read. */
export const codesOf = (results: readonly RuleResult[]): string[] =>
  results.map(({ rule, verdict, severity, because }) =>
    [rule, verdict, severity, ...(because === undefined ? [] : [because])].join(':'),
  );
