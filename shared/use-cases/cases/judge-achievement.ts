import { judgeAchievement } from '../../domain/case-acts/judging-achievement.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import { Refusal } from '../../domain/refusal.ts';
import { judgeableIn } from '../../domain/rules/one-achievement.ts';
import { judgeCase } from '../rules/judge-case.ts';
import { subjectOfCase, type CaseScene, type Decided } from './case-scene.ts';

/**
 * "Hai thành tích khác nhau" or "cùng một thành tích", of a case or an award that R01 finds like this one.
 * @throws Refusal InputInvalid where R01 finds nothing to judge about that other one
 */
export async function decideJudgeAchievement(
  scene: CaseScene,
  command: CaseCommand<'judgeAchievement'>,
): Promise<Decided> {
  const { ports, meta, content, setting } = scene;
  const own = (await subjectOfCase(scene))?.value;
  const asked = { subject: meta.value, content: content.value, own };
  const { results } = await judgeCase(ports, asked, 'appraise');
  if (!judgeableIn(results).includes(command.other))
    throw new Refusal('InputInvalid', {}, [{ field: 'other', code: 'findsNothing', limit: 'R01' }]);
  return { change: judgeAchievement(meta.value, command, setting) };
}
