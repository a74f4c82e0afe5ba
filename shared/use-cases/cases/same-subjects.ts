import { eldestOf, subjectGuardSchema, told, type Subject, type SubjectGuard } from '../../domain/subject.ts';
import type { CaseId } from '../../domain/id.ts';
import type { Ports, Store, Write } from '../../ports.ts';
import { loaded, replace } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import {
  readNamings,
  readSubjects,
  subjectWrite,
  type LoadedSubject,
  type Naming,
} from '../../records/subject-record.ts';

type Answers = Subject['answers'];

/** What is said about a subject, and what was read of those whom it concerns. */
interface Said {
  readonly before: LoadedSubject;
  /** It may bear other changes of the same commit. */
  readonly own: Subject;
  readonly said: Answers;
  readonly known: readonly LoadedSubject[];
  /** Of all whom it concerns, where they were read. */
  readonly namings?: readonly Naming[] | undefined;
}

/**
 * What answers about a subject change: its own record, those of everybody told to be the same with it or no longer,
 * and the guards, one for all that are the same.
 */
export async function withAnswers(
  { store }: Ports,
  { before, own, said, known, namings }: Said,
): Promise<Write[]> {
  const near = await readSubjects(store, [...own.sameAs, ...said.map((answer) => answer.subject)], known);
  const kin = await readSubjects(
    store,
    near.flatMap((other) => other.value.sameAs).filter((id) => near.every((other) => other.value.id !== id)),
    known,
  );
  // Nobody learns from an open subject that a sealed one is the same.
  const others = [...near, ...kin].filter(({ value }) => value.id !== own.id && value.sealed === own.sealed);
  const read = [before, ...others];
  const after = told([heard(own, said), ...others.map(({ value }) => unsaid(value, own, said))]);
  return [
    ...read.flatMap((one, index) => {
      const next = after[index];
      const changed = index === 0 || JSON.stringify(one.value) !== JSON.stringify(next);
      return next === undefined || !changed ? [] : [subjectWrite(one, next)];
    }),
    ...(await guardsOf(
      store,
      read.map(({ value }) => value),
      { after, namings },
    )),
  ];
}

/** What is known of a subject once this is said: of two the last word stands. */
export const heard = (own: Subject, said: Answers): Subject => ({
  ...own,
  answers: [...own.answers.filter((old) => !said.some((answer) => answer.subject === old.subject)), ...said],
});

/** Of two of whom one thing was said the last word stands, from whichever side it came. */
function unsaid(other: Subject, own: Subject, said: Answers): Subject {
  const word = said.find((answer) => answer.subject === other.id)?.answer;
  if (word === undefined) return other;
  const kept = other.answers.filter((old) => old.subject !== own.id || old.answer === word);
  return { ...other, answers: kept };
}

/** Each open nomination stands in the guard of those that its subject is the same with now. */
async function guardsOf(
  store: Store,
  before: readonly Subject[],
  { after, namings }: { after: readonly Subject[]; namings: readonly Naming[] | undefined },
): Promise<Write[]> {
  const eldest = new Map(after.map((subject) => [subject.id, eldestOf(subject)]));
  if (before.every((subject) => eldest.get(subject.id) === eldestOf(subject))) return [];
  const named =
    namings ??
    (await readNamings(
      store,
      after.map(({ id }) => id),
    ));
  const placeOf = (id: CaseId) => {
    const naming = named.find((one) => one.case === id);
    return naming === undefined ? undefined : eldest.get(naming.subject);
  };
  const rounds = [...new Set(named.map(({ round }) => round))];
  const places = [...new Set([...before.map(eldestOf), ...eldest.values()])];
  const items = await getAll(
    store,
    rounds.flatMap((round) => places.map((place) => keys.guard(round, place))),
  );
  return rounds.flatMap((round, at) => {
    const guards = places.map((_, index) => loaded(subjectGuardSchema, items[at * places.length + index]));
    const all = guards.flatMap((guard, index) =>
      (guard?.value.nominations ?? []).map((entry) => ({
        entry,
        place: placeOf(entry.case) ?? places[index],
      })),
    );
    return places.flatMap((place, index): Write[] => {
      const guard = guards[index];
      const next: SubjectGuard = {
        nominations: all.filter((one) => one.place === place).map(({ entry }) => entry),
      };
      const same = JSON.stringify(guard?.value.nominations ?? []) === JSON.stringify(next.nominations);
      return same ? [] : [replace(keys.guard(round, place), next, guard)];
    });
  });
}
