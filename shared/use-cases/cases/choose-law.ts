import { chooseLaw } from '../../domain/case-acts/choosing-law.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import { Refusal } from '../../domain/refusal.ts';
import { judgeCase } from '../rules/judge-case.ts';
import { subjectOfCase, type CaseScene, type Decided } from './case-scene.ts';

/**
 * The more favourable of two laws is chosen for a file that was received under the older (R34).
 * @throws Refusal LawNotLighter where the law of today is in nothing more favourable to this case
 */
export async function decideChooseLaw(scene: CaseScene, command: CaseCommand<'chooseLaw'>): Promise<Decided> {
  const { ports, meta, content } = scene;
  if (command.law === 'received') return { change: chooseLaw(meta.value, command, undefined, '') };
  const own = (await subjectOfCase(scene))?.value;
  const asked = { subject: meta.value, content: content.value, own };
  const { results, facts } = await judgeCase(ports, asked, 'appraise');
  const offered = results.find(({ rule, verdict }) => rule === 'R34' && verdict === 'fails');
  if (offered === undefined)
    throw new Refusal('LawNotLighter', { receivedOn: facts.days?.receivedOn ?? '', today: facts.today });
  const lighter = offered.facts.find(({ key }) => key === 'lighter');
  return { change: chooseLaw(meta.value, command, facts.today, String(lighter?.value ?? '')) };
}
