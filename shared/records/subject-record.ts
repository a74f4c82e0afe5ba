import { caseIdSchema, type CaseId, type SubjectId } from '../domain/id.ts';
import { Refusal } from '../domain/refusal.ts';
import { likenessKey, subjectSchema, type Subject } from '../domain/subject.ts';
import type { Item, Store, Write } from '../ports.ts';
import { loaded, replace, type Loaded } from './item.ts';
import { indexes, keys, prefixes } from './keys.ts';
import { getAll, queryAll } from './query.ts';

/** A subject as it was read, and whether it stands in the index of look-alikes. */
export interface LoadedSubject extends Loaded<Subject> {
  readonly suggested: boolean;
}

export function loadSubject(item: Item | undefined): LoadedSubject | undefined {
  const found = loaded(subjectSchema, item);
  return found === undefined ? undefined : { ...found, suggested: item?.g1 !== undefined };
}

/** @throws Refusal SubjectNotFound, said of the field that named it */
export async function readSubject(store: Store, id: SubjectId, field = 'subject'): Promise<LoadedSubject> {
  const [item] = await store.get([keys.subject(id)]);
  const found = loadSubject(item);
  if (found === undefined) throw new Refusal('SubjectNotFound', { subject: id }).at(field);
  return found;
}

/** Those of them that there are. */
export async function readSubjects(store: Store, ids: readonly SubjectId[]): Promise<LoadedSubject[]> {
  const items = await getAll(
    store,
    [...new Set(ids)].map((id) => keys.subject(id)),
  );
  return items.flatMap((item) => loadSubject(item) ?? []);
}

/** A sealed one is in no index, and what left the index doesn't come back. */
export function subjectWrite(before: LoadedSubject | undefined, after: Subject): Write {
  const suggested = !after.sealed && (before?.suggested ?? true);
  return replace(
    keys.subject(after.id),
    after,
    before,
    suggested ? { g1: indexes.likeness(likenessKey(after), after.id) } : {},
  );
}

/** Out of the index of look-alikes: no case names it any more. */
export const unsuggested = (before: LoadedSubject, after: Subject): Write =>
  replace(keys.subject(after.id), after, before);

/** Cases that ever named it, across years. */
export async function casesOfSubject(store: Store, id: SubjectId): Promise<CaseId[]> {
  const items = await queryAll(store, { pk: keys.subject(id).pk, prefix: prefixes.subjectCases });
  return items.map((item) => caseIdSchema.parse(item.sk.slice(prefixes.subjectCases.length)));
}
