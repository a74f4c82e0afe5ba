import { changeForm } from '../../domain/case-acts/holding.ts';
import { openStep } from '../../domain/case.ts';
import { withoutAsking } from '../../domain/opinion.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import { groundOf, readAround, rerouteCase } from '../rounds/routing.ts';
import { readBehindCase } from './behind-case.ts';
import { requireEligible } from './eligible-kind.ts';
import { subjectOfCase, type CaseScene, type Decided } from './case-scene.ts';
import { followGuard } from './subject-guard.ts';

/** Another award form: the way from here on is computed anew, and the guard says the new form. */
export async function decideChangeForm(
  scene: CaseScene,
  command: CaseCommand<'changeForm'>,
): Promise<Decided> {
  const { ports, meta } = scene;
  requireEligible(command.form, meta.value.subjectKind, ports.clock.today(), 'form');
  const [{ named, guard }, around] = await Promise.all([
    subjectOfCase(scene).then((own) => readBehindCase(scene, own)),
    readAround(ports, meta.value.area),
  ]);
  const wanted = { form: command.form, day: ports.clock.today() };
  const rerouted = rerouteCase(groundOf(named, around), meta.value, wanted);
  const changed = changeForm(meta.value, command, rerouted);
  const left = changed.subject.position === undefined ? openStep(meta.value) : undefined;
  const change =
    left === undefined
      ? changed
      : { ...changed, subject: withoutAsking(changed.subject, left.code, wanted.day) };
  return { change, writes: await followGuard(scene, guard, change) };
}
