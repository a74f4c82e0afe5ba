import type { Case, CaseContent } from '../../domain/case.ts';
import type { CaseId } from '../../domain/id.ts';
import { Refusal, type FieldFault } from '../../domain/refusal.ts';
import {
  eldestOf,
  overlapping,
  overlaps,
  subjectGuardSchema,
  withoutCase,
  type GuardEntry,
  type SubjectGuard,
} from '../../domain/subject.ts';
import type { Key, Ports, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loaded, replace, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { readSubject, subjectWrite, type LoadedSubject } from '../../records/subject-record.ts';
import type { CaseScene } from './case-scene.ts';
import { mayReadCase } from '../acting/who-reads.ts';

/** One achievement – one award: the open nominations in a round of a subject and of all that are the same. */

interface Guarded {
  readonly own: LoadedSubject;
  readonly key: Key;
  readonly before: Loaded<SubjectGuard> | undefined;
}

async function readGuard(ports: Ports, { round, subject }: Case): Promise<Guarded | undefined> {
  if (round === undefined || subject === undefined) return undefined;
  const own = await readSubject(ports.store, subject);
  const key = keys.guard(round, eldestOf(own.value));
  const [item] = await ports.store.get([key]);
  return { own, key, before: loaded(subjectGuardSchema, item) };
}

/**
 * Takes the achievement for this case. Its subject is written along, so that an answer which moves the guard at the same
 * time, and this, can't both go through.
 * @throws Refusal AchievementAlreadyNominated unless it is declared another one
 */
export async function claimGuard(scene: CaseScene, declaredOther: boolean): Promise<Write[]> {
  const { ports, meta, content } = scene;
  const found = await readGuard(ports, meta.value);
  if (found === undefined) return [];
  const guard = found.before?.value ?? { nominations: [] };
  const from = content.value.achievementFrom ?? ports.clock.today();
  const entry: GuardEntry = {
    case: meta.value.id,
    form: meta.value.form ?? '',
    from,
    to: content.value.achievementTo ?? from,
    declaredOther,
  };
  const clash = overlapping(guard, entry);
  if (clash !== undefined && !declaredOther) throw await alreadyNominated(scene, clash);
  return [
    replace(found.key, { nominations: [...withoutCase(guard, entry.case).nominations, entry] }, found.before),
    subjectWrite(found.own, found.own.value),
  ];
}

/**
 * What an act makes of form and achievement stands in the guard at once.
 * @throws Refusal AchievementAlreadyNominated where it comes to overlap another one that it did not overlap before
 */
export async function followGuard(
  scene: CaseScene,
  after: { readonly subject: Case; readonly content?: CaseContent },
): Promise<Write[]> {
  const { meta, content } = scene;
  const found = await readGuard(scene.ports, meta.value);
  const old = found?.before?.value.nominations.find((entry) => entry.case === meta.value.id);
  if (found?.before === undefined || old === undefined) return [];
  const { achievementFrom, achievementTo } = after.content ?? content.value;
  const entry: GuardEntry = {
    ...old,
    form: after.subject.form ?? old.form,
    from: achievementFrom ?? old.from,
    to: achievementTo ?? old.to,
  };
  const { nominations } = found.before.value;
  const clash = nominations.find(
    (other) => other.case !== entry.case && overlaps(other, entry) && !overlaps(other, old),
  );
  if (clash !== undefined && !entry.declaredOther) {
    const { code, details } = await alreadyNominated(scene, clash);
    throw new Refusal(code, details, movedDates(old, entry));
  }
  if (JSON.stringify(entry) === JSON.stringify(old)) return [];
  const next = nominations.map((other) => (other === old ? entry : other));
  return [replace(found.key, { nominations: next }, found.before)];
}

/** Takes the case out of its subject's guard: its achievement may be nominated again. */
export async function freeGuard({ ports, meta }: Pick<CaseScene, 'ports' | 'meta'>): Promise<Write[]> {
  const found = await readGuard(ports, meta.value);
  if (found?.before === undefined) return [];
  return [replace(found.key, withoutCase(found.before.value, meta.value.id), found.before)];
}

function movedDates(old: GuardEntry, entry: GuardEntry): FieldFault[] {
  const moved = [
    ...(old.from === entry.from ? [] : ['content.achievementFrom']),
    ...(old.to === entry.to ? [] : ['content.achievementTo']),
  ];
  return moved.map((field) => ({ field, code: 'overlaps' }));
}

async function alreadyNominated(scene: CaseScene, clash: GuardEntry): Promise<Refusal> {
  const { form, from, to } = clash;
  return new Refusal('AchievementAlreadyNominated', {
    form,
    from,
    to,
    ...(await ifReadable(scene, clash.case)),
  });
}

/** The other nomination is named to whoever may read it; of others no more is said than that there is one. */
async function ifReadable({ ports, context }: CaseScene, id: CaseId): Promise<{ case?: CaseId }> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const other = loadCase(item)?.value;
  return other !== undefined && (await mayReadCase(ports, context.actor, other)) ? { case: id } : {};
}
