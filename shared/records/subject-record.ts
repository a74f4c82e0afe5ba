import { z } from 'zod';
import { caseIdSchema, roundIdSchema, type CaseId, type RoundId, type SubjectId } from '../domain/id.ts';
import { Refusal } from '../domain/refusal.ts';
import { likenessKey, subjectSchema, type Subject } from '../domain/subject.ts';
import type { Item, Store, Write } from '../ports.ts';
import { loadCase } from './case-record.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
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
export function requireSubject(item: Item | undefined, id: SubjectId, field = 'subject'): LoadedSubject {
  const found = loadSubject(item);
  if (found === undefined) throw new Refusal('SubjectNotFound', { subject: id }).at(field);
  return found;
}

/** Those of them that there are; what was read already isn't read again. */
export async function readSubjects(
  store: Store,
  ids: readonly SubjectId[],
  known: readonly LoadedSubject[] = [],
): Promise<LoadedSubject[]> {
  const read = known.filter(({ value }) => ids.includes(value.id));
  const items = await getAll(
    store,
    [...new Set(ids)]
      .filter((id) => read.every(({ value }) => value.id !== id))
      .map((id) => keys.subject(id)),
  );
  return [...read, ...items.flatMap((item) => loadSubject(item) ?? [])];
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

/** What was written before the round stood here is completed from the case. */
const namingSchema = z.object({ case: caseIdSchema, round: roundIdSchema.optional() });

/** One case that names a subject. */
export interface Naming {
  readonly subject: SubjectId;
  readonly case: CaseId;
  readonly round: RoundId;
}

export const namingWrite = ({ subject, ...naming }: Naming): Write => ({
  put: encode(keys.subjectCase(subject, naming.case), naming, 1),
});

/** Cases that ever named one of them, across years. */
export async function readNamings(store: Store, subjects: readonly SubjectId[]): Promise<Naming[]> {
  const found = await Promise.all(
    subjects.map(async (subject) => {
      const items = await queryAll(store, { pk: keys.subject(subject).pk, prefix: prefixes.subjectCases });
      return items.map((item) => ({ subject, ...decode(namingSchema, item) }));
    }),
  );
  const namings = found.flat();
  const cases = await getAll(
    store,
    namings.map((one) => (one.round === undefined ? keys.caseMeta(one.case) : undefined)),
  );
  return namings.flatMap((one, index) => {
    const round = one.round ?? loadCase(cases[index])?.value.round;
    return round === undefined ? [] : [{ ...one, round }];
  });
}
