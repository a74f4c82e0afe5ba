import { z } from 'zod';
import type { Fact } from './computation.ts';
import type { Refusal } from '../refusal.ts';
import type { RuleResult } from '../rules/rule.ts';
import { civilDateSchema, type CivilDate } from '../time.ts';
import type { FixedKind, LastSafe, Plan } from './back-schedule.ts';
import type { ClockReading } from './clock.ts';
import { confidences, weakest, type Dated } from './dated.ts';
import type { Found, Law } from './law.ts';
import { openYears } from './open-years.ts';
import { severities } from './rule-ground.ts';

/**
 * What is explained: what a rule found, a sum, the due day of the law, that of a step, that of an answer, a last safe day, a
 * day that is missed, what of the law a refusal rests on.
 */
const explainedKinds = [
  ...(['rule', 'sum', 'dueDay', 'stepDue', 'answerBy', 'lastSafeDay', 'missedDay'] as const),
  'refusal',
] as const;

/**
 * Why? One shape for every refusal, date and sum, alike on page, API and letter; its words are in
 * shared/messages/rules/explanation.ts.
 */
export const explanationSchema = z.object({
  of: z.enum(explainedKinds),
  /** The rule (`R01`), figure (`limit.appraise`), kind of day or step that it follows from. */
  follows: z.string(),
  verdict: z.enum(['passes', 'fails', 'unknown']).optional(),
  severity: z.enum(severities).optional(),
  /** Which of several things it says. */
  because: z.string().optional(),
  /** What was read; days as `YYYY-MM-DD`, money in đồng. */
  facts: z.array(z.object({ key: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
  /** Fields of the nomination that would mend it. */
  fields: z.array(z.string()).optional(),
  eligibleOn: civilDateSchema.optional(),
  computation: z.array(
    z.object({ key: z.string(), expression: z.string(), value: z.union([z.number(), z.string()]) }),
  ),
  /** As a letter cites it. */
  citation: z.string(),
  /** Of the least sure of all that it rests on. */
  confidence: z.enum(confidences),
  /** What is lawful where a day is missed. */
  instead: z
    .array(z.object({ way: z.string(), citation: z.string(), confidence: z.enum(confidences) }))
    .optional(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** What a refusal explains: of rules that forbid or ask for a reason, one for each; else what it rests on. */
export function explanationsIn({ details }: Pick<Refusal, 'details'>): Explanation[] {
  return z.array(explanationSchema).safeParse(details['explanations']).data ?? [];
}

export function explainedRule(result: RuleResult): Explanation {
  const { rule, verdict, severity, because, facts, fields, eligibleOn, computation, citation, confidence } =
    result;
  return {
    of: 'rule',
    follows: rule,
    verdict,
    severity,
    ...(because !== undefined && { because }),
    facts: [...facts],
    ...(fields && { fields: [...fields] }),
    ...(eligibleOn && { eligibleOn }),
    computation: [...(computation ?? [])],
    citation,
    confidence,
  };
}

/** `limit` is the figure that the clock was read with; where the clock stands, no day is said. */
export function explainedDueDay(law: Law, limit: Found<number>, reading: ClockReading): Explanation {
  const facts: Fact[] = [
    { key: 'startedOn', value: reading.startedOn },
    { key: 'limit', value: reading.limit },
    { key: 'ran', value: reading.ran },
    { key: 'stood', value: reading.stood },
    { key: 'left', value: reading.left },
    ...(reading.dueOn === undefined ? [] : [{ key: 'dueOn', value: reading.dueOn }]),
  ];
  return {
    of: 'dueDay',
    follows: limit.key,
    ...(reading.dueOn === undefined && { because: 'standing' }),
    computation: [...reading.computation],
    ...resting(law, facts, [limit.row], [reading.startedOn, reading.dueOn ?? reading.startedOn]),
    // No day is said that could move.
    ...(reading.dueOn === undefined && { facts }),
  };
}

/** Undefined where no fixed day binds the step. `row`: where the days that its steps take stand, if the law sets them. */
export function explainedLastSafeDay(
  law: Law,
  { step, on, reaches, soonerThan, computation }: LastSafe,
  rows: readonly Dated[] = [],
): Explanation | undefined {
  if (on === undefined || reaches === undefined) return undefined;
  const facts: Fact[] = [
    { key: 'step', value: step },
    ...fixedFacts(reaches),
    { key: 'lastSafe', value: on },
    ...(soonerThan === undefined ? [] : [{ key: 'ownDay', value: soonerThan.on }]),
  ];
  return {
    of: 'lastSafeDay',
    follows: reaches.kind,
    ...(soonerThan !== undefined && { because: 'sooner' }),
    computation: [...computation],
    ...resting(law, facts, rows, [on, reaches.on]),
  };
}

export function explainedMiss(
  law: Law,
  { missed, lastSafe, by, instead }: Extract<Plan, { state: 'tooLate' }>,
): Explanation {
  const facts = [...fixedFacts(missed), { key: 'lastSafe', value: lastSafe }, { key: 'lateBy', value: by }];
  return {
    of: 'missedDay',
    follows: missed.kind,
    computation: [],
    ...resting(law, facts, [], [lastSafe, missed.on]),
    instead: instead.map(({ way, cites, confidence }) => ({
      way,
      citation: law.cited({ sources: [...cites] }, lastSafe),
      confidence,
    })),
  };
}

const fixedFacts = ({ kind, on }: { kind: FixedKind; on: CivilDate }): Fact[] => [
  { key: 'fixedKind', value: kind },
  { key: 'fixedDay', value: on },
];

/** Whether the day may still move: a year that it was counted through awaits its notice of rest days. */
export const isProvisional = ({ facts }: Pick<Explanation, 'facts'>): boolean =>
  facts.some(({ key }) => key === 'openYears');

/** A day that was counted rests on the lists of rest days of the years that it was counted through. */
export function resting(
  law: Law,
  facts: readonly Fact[],
  rows: readonly Dated[],
  days: readonly CivilDate[],
): Pick<Explanation, 'facts' | 'citation' | 'confidence'> {
  const ofYears = days.map((day) => law.restDaysOf(day));
  const known = [...rows, ...ofYears.filter((row) => row !== undefined)];
  const citations = new Set(known.map((row) => law.cited(row, days[0])));
  const open = openYears(law, days).join(', ');
  return {
    facts: [...facts, ...(open === '' ? [] : [{ key: 'openYears', value: open }])],
    citation: [...citations].join('; '),
    confidence: weakest(
      ...known.map(({ confidence }) => confidence),
      ...(ofYears.includes(undefined) ? (['memory'] as const) : []),
    ),
  };
}
