import { keepsAchievement, type Case, type CaseContent } from '../../domain/case.ts';
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
import type { Item, Key, Ports, Store, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loaded, replace, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { requireSubject, subjectWrite, type LoadedSubject } from '../../records/subject-record.ts';
import { subjectOfCase, type CaseScene } from './case-scene.ts';
import { withRetries } from '../acting/request.ts';
import { mayReadCase } from '../acting/who-reads.ts';

/** One achievement – one award: the open nominations in a round of a subject and of all that are the same. */

interface Guarded {
  readonly own: LoadedSubject;
  readonly key: Key;
  readonly before: Loaded<SubjectGuard> | undefined;
}

export const guardKey = ({ round }: Case, own: LoadedSubject | undefined): Key | undefined =>
  round === undefined || own === undefined ? undefined : keys.guard(round, eldestOf(own.value));

export function loadGuard(
  subject: Case,
  own: LoadedSubject | undefined,
  item: Item | undefined,
): Guarded | undefined {
  const key = guardKey(subject, own);
  if (own === undefined || key === undefined) return undefined;
  return { own, key, before: loaded(subjectGuardSchema, item) };
}

export async function readGuard(scene: CaseScene): Promise<Guarded | undefined> {
  return readGuardOf(scene.ports.store, scene.meta.value, await subjectOfCase(scene));
}

async function readGuardOf(
  store: Store,
  subject: Case,
  own: LoadedSubject | undefined,
): Promise<Guarded | undefined> {
  const [item] = await getAll(store, [guardKey(subject, own)]);
  return loadGuard(subject, own, item);
}

/**
 * Takes the achievement for this case. Its subject is written along, so that an answer which moves the guard at the same
 * time, and this, can't both go through.
 * @throws Refusal AchievementAlreadyNominated unless it is declared another one
 */
export async function claimGuard(
  scene: CaseScene,
  found: Guarded | undefined,
  declaredOther: boolean,
): Promise<Write[]> {
  const { ports, meta, content } = scene;
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
  const refused = declaredOther ? undefined : await alreadyNominated(scene, overlapping(guard, entry));
  if (refused !== undefined) throw refused;
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
  found: Guarded | undefined,
  after: { readonly subject: Case; readonly content?: CaseContent },
): Promise<Write[]> {
  const { meta, content } = scene;
  if (found === undefined) return [];
  const old = found.before?.value.nominations.find((entry) => entry.case === meta.value.id);
  if (found.before === undefined || old === undefined) return [sameGuard(found.own)];
  const { achievementFrom, achievementTo } = after.content ?? content.value;
  const entry: GuardEntry = {
    ...old,
    form: after.subject.form ?? old.form,
    from: achievementFrom ?? old.from,
    to: achievementTo ?? old.to,
  };
  const newly = overlapping(found.before.value, entry).filter((other) => !overlaps(other, old));
  const refused = entry.declaredOther ? undefined : await alreadyNominated(scene, newly);
  if (refused !== undefined) throw new Refusal(refused.code, refused.details, movedDates(old, entry));
  const next = found.before.value.nominations.map((other) => (other === old ? entry : other));
  return [replace(found.key, { nominations: next }, found.before)];
}

/** Told meanwhile to be the same as somebody else, or no longer, a subject has another guard: then it is read once more. */
const sameGuard = ({ value, version }: LoadedSubject): Write => ({
  check: keys.subject(value.id),
  if: { version },
});

/** Whether the guard has dates to follow. */
export const movesAchievement = (before: CaseContent, after: CaseContent = before): boolean =>
  before.achievementFrom !== after.achievementFrom || before.achievementTo !== after.achievementTo;

/**
 * Takes a case that has ended out of its subject's guard: its achievement may be nominated again. An end is for ever, so
 * this is right whenever it is done, and however often.
 */
export async function freeGuard({ store }: Ports, subject: Case): Promise<void> {
  const { id, subject: named } = subject;
  if (named === undefined) return;
  await withRetries(async () => {
    const [item] = await store.get([keys.subject(named)]);
    const own = requireSubject(item, named);
    const found = await readGuardOf(store, subject, own);
    const stands = found?.before?.value.nominations.some((entry) => entry.case === id) ?? false;
    await store.commit([
      sameGuard(own),
      ...(found?.before !== undefined && stands
        ? [replace(found.key, withoutCase(found.before.value, id), found.before)]
        : []),
    ]);
  });
}

function movedDates(old: GuardEntry, entry: GuardEntry): FieldFault[] {
  const moved = [
    ...(old.from === entry.from ? [] : ['content.achievementFrom']),
    ...(old.to === entry.to ? [] : ['content.achievementTo']),
  ];
  return moved.map((field) => ({ field, code: 'overlaps' }));
}

/**
 * The first of them that stands in the way, never the one that it is linked to: what has ended keeps nothing, also while its effects have yet to free the
 * guard. It is named to whoever may read it; of others no more is said than that there is one.
 */
async function alreadyNominated(
  { ports, context, meta }: CaseScene,
  all: readonly GuardEntry[],
): Promise<Refusal | undefined> {
  const overlaps = all.filter((entry) => entry.case !== meta.value.linkedTo);
  const items = await getAll(
    ports.store,
    overlaps.map((entry) => keys.caseMeta(entry.case)),
  );
  const others = items.map((item) => loadCase(item)?.value);
  const place = others.findIndex((other) => other === undefined || keepsAchievement(other.status));
  const [clash, other] = [overlaps[place], others[place]];
  if (clash === undefined) return undefined;
  const readable = other !== undefined && (await mayReadCase(ports, context.actor, other));
  const { form, from, to } = clash;
  return new Refusal('AchievementAlreadyNominated', {
    form,
    from,
    to,
    ...(readable ? { case: clash.case } : {}),
  });
}
