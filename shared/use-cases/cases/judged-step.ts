import { judgedBy, type CaseChange } from '../../domain/case-acts/change.ts';
import type { Reasons } from '../../domain/rules/judgement.ts';
import type { RuleStage } from '../../domain/rules/rule.ts';
import { keepRules } from '../rules/judge-case.ts';
import { subjectOfCase, type CaseScene, type Decided } from './case-scene.ts';

/** A step that is left only by the rules of its stage. @throws Refusal RuleForbids, RuleNeedsReason */
export async function decideJudged(
  scene: CaseScene,
  change: CaseChange,
  how: { readonly stage: RuleStage; readonly reasons: Reasons | undefined },
): Promise<Decided> {
  const { ports, meta, content } = scene;
  const own = (await subjectOfCase(scene))?.value;
  const judged = await keepRules(ports, { subject: meta.value, content: content.value, own }, how);
  return { change: judgedBy(judged, change) };
}
