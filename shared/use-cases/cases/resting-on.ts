import type { CaseChange } from '../../domain/case-acts/change.ts';
import { openStep } from '../../domain/case.ts';
import { explainedRule } from '../../domain/law/explanation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { codesOf } from '../../domain/rules/judgement.ts';
import { lawDayOf } from '../../domain/rules/rule.ts';
import { judgeCase } from '../rules/judge-case.ts';
import { subjectOfCase, type CaseScene, type Decided } from './case-scene.ts';

/**
 * What is asked for, returned or not recommended rests on what rules find: whoever sent the case reads the same explanation
 * as whoever appraises it.
 * @throws Refusal InputInvalid for a rule that finds nothing against the case
 */
export async function restingOn(
  scene: CaseScene,
  change: CaseChange,
  rules: readonly string[] = [],
): Promise<Decided> {
  if (rules.length === 0) return { change };
  const { ports, meta, content } = scene;
  const own = (await subjectOfCase(scene))?.value;
  const stage = openStep(meta.value)?.kind === 'receive' ? 'receive' : 'appraise';
  const { results, facts } = await judgeCase(
    ports,
    { subject: meta.value, content: content.value, own },
    stage,
  );
  const found = results.filter(({ rule, verdict }) => rules.includes(rule) && verdict !== 'passes');
  const faults = rules.flatMap((rule, place) =>
    found.some((one) => one.rule === rule)
      ? []
      : [{ field: `restsOn.${place}`, code: 'findsNothing', limit: rule }],
  );
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
  const { entry } = change;
  return {
    change: {
      ...change,
      entry: {
        ...entry,
        facts: { ...entry.facts, rules: codesOf(found), lawOf: lawDayOf(facts) },
        payload: { ...entry.payload, explanations: found.map(explainedRule) },
      },
    },
  };
}
