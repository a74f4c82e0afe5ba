import { eldestOf, likenessKey, subjectSchema, type Subject } from '../../domain/subject.ts';
import type { SubjectId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { decode } from '../../records/item.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { readSubjects } from '../../records/subject-record.ts';

/** What a look-alike shows of itself to any office: never more. */
export type Likeness = Pick<Subject, 'id' | 'name' | 'birthYear' | 'unit' | 'residentialGroup'>;

type Wanted = Pick<Subject, 'name' | 'birthYear' | 'kind'>;

/**
 * Subjects of equal folded name and birth year; of those told to be the same, one. Suggestions only: the index may lag, and
 * not name yet who has just been entered.
 */
export async function likenessesOf(ports: Ports, wanted: Wanted): Promise<Subject[]> {
  return oneOfEach(await alike(ports, wanted));
}

/** The index says only whom to read: what is answered about them, and whether they still are alike, their records say. */
async function alike(
  { store }: Ports,
  wanted: Wanted,
  selves: readonly SubjectId[] = [],
): Promise<Subject[]> {
  const key = likenessKey(wanted);
  const items = await queryAll(store, { index: 'g1', pk: indexes.likeness(key).pk });
  const others = items.map((item) => decode(subjectSchema, item).id).filter((id) => !selves.includes(id));
  const found = await readSubjects(store, others);
  return found.flatMap(({ value, suggested }) => (suggested && likenessKey(value) === key ? [value] : []));
}

const oneOfEach = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(
    (subject, index) => subjects.findIndex((other) => eldestOf(other) === eldestOf(subject)) === index,
  );

/** Look-alikes of a subject about which nobody has answered yet, in either direction; none of a sealed one. */
export async function openLikenesses(ports: Ports, own: Subject): Promise<Likeness[]> {
  if (own.sealed) return [];
  const [kin, others] = await Promise.all([
    readSubjects(ports.store, own.sameAs),
    alike(ports, own, [own.id, ...own.sameAs]),
  ]);
  const selves = [own, ...kin.map(({ value }) => value)];
  const about = (one: Subject, ids: readonly string[]): boolean =>
    one.answers.some((answer) => ids.includes(answer.subject));
  const answered = others.filter(
    (other) =>
      selves.some((self) => about(self, [other.id, ...other.sameAs])) ||
      about(
        other,
        selves.map(({ id }) => id),
      ),
  );
  const settled = new Set(answered.map(eldestOf));
  return oneOfEach(others.filter((other) => !settled.has(eldestOf(other)))).map(toLikeness);
}

export function toLikeness(subject: Subject): Likeness {
  const { id, name, birthYear, unit, residentialGroup } = subject;
  return { id, name, birthYear, unit, residentialGroup };
}
