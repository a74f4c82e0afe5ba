import type { ComputationStep, Fact } from '../law/computation.ts';
import { weakest, type Citation, type Confidence } from '../law/dated.ts';
import type { Law } from '../law/law.ts';
import type { Severity } from '../law/rule-ground.ts';
import type { CivilDate } from '../time.ts';
import type { CaseFacts } from './facts.ts';

/** When a rule is looked at. */
export const ruleStages = [
  'typing',
  'submit',
  'receive',
  'appraise',
  'council',
  'decide',
  'print',
  'publish',
] as const;
export type RuleStage = (typeof ruleStages)[number];

/** What a rule has found, before it is told in words. */
export interface Outcome {
  /** `unknown`: what would be needed isn't in the system, and that is said instead of passing. */
  readonly verdict: 'passes' | 'fails' | 'unknown';
  readonly facts: readonly Fact[];
  /** Which of the rule's messages says it; without one the rule has only one to tell. */
  readonly because?: string;
  /** Fields of the nomination that would mend it, as forms name them. */
  readonly fields?: readonly string[];
  /** From this day on it would pass. */
  readonly eligibleOn?: CivilDate;
  readonly computation?: readonly ComputationStep[];
  /** Weaker or stronger than the rule says in general. */
  readonly severity?: Severity;
  /** Where the law's own figures that it used stand. */
  readonly cites?: readonly Citation[];
  /** Of those figures, where they are less sure than the rule itself. */
  readonly confidence?: Confidence;
}

/** The law of the day that counts, and that day. */
export interface Setting {
  readonly law: Law;
  readonly day: CivilDate;
  /** The step that is being taken; undefined: the case is looked at as a whole. */
  readonly stage?: RuleStage | undefined;
}

/** What it is taken from, since when and how grave it is, says its ground in the law's data. */
export interface Rule {
  /** `R01` to `R35`: the key of its ground, and of its words in shared/messages/rules. */
  readonly id: string;
  readonly stages: readonly RuleStage[];
  /** Another day than that of the complete file: of the decision, of the printing. */
  readonly on?: (facts: CaseFacts) => CivilDate | undefined;
  /** Silent where the facts that it needs were not looked at, or where it doesn't apply. */
  readonly judge: (facts: CaseFacts, setting: Setting) => Outcome | undefined;
}

/** One explanation, alike on page, API and letter. */
export interface RuleResult extends Outcome {
  readonly rule: string;
  readonly severity: Severity;
  /** In words, as a letter cites it. */
  readonly citation: string;
  /** Of the least sure of all that it rests on. */
  readonly confidence: Confidence;
}

/** Whose law is asked: that of the day of the complete file unless a newer one was chosen; before it that of today. */
export const lawDayOf = ({ days, today }: CaseFacts): CivilDate => days?.lawOf ?? days?.receivedOn ?? today;

/** Every rule that has a ground on its day and isn't silent. */
export function judged(rules: readonly Rule[], facts: CaseFacts, law: Law, stage?: RuleStage): RuleResult[] {
  return judgedAsOf(lawDayOf(facts), rules, { facts, law, stage });
}

interface Asked {
  readonly facts: CaseFacts;
  readonly law: Law;
  readonly stage?: RuleStage | undefined;
}

/** As if the complete file had been received on that day; rules with a day of their own keep it. */
export function judgedAsOf(asOf: CivilDate, rules: readonly Rule[], asked: Asked): RuleResult[] {
  return rules
    .filter(({ stages }) => asked.stage === undefined || stages.includes(asked.stage))
    .flatMap((rule) => resultOf(rule, rule.on?.(asked.facts) ?? asOf, asked) ?? []);
}

function resultOf({ id, judge }: Rule, day: CivilDate, { facts, law, stage }: Asked): RuleResult | undefined {
  const ground = law.groundOn(id, day);
  const outcome = ground && judge(facts, { law, day, stage });
  if (ground === undefined || outcome === undefined) return undefined;
  const { severity, sources } = ground;
  const confidence = weakest(ground.confidence, ...(outcome.confidence ? [outcome.confidence] : []));
  const citation = law.cited({ sources: [...sources, ...(outcome.cites ?? [])] }, day);
  return { severity, ...outcome, rule: id, citation, confidence };
}
