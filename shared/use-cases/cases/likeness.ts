import { eldestOf, likenessKey, subjectSchema, type Subject } from '../../domain/subject.ts';
import type { Ports } from '../../ports.ts';
import { decode } from '../../records/item.ts';
import { indexes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { readSubjects } from '../../records/subject-record.ts';

/** What a look-alike shows of itself to any office: never more. */
export type Likeness = Pick<Subject, 'id' | 'name' | 'birthYear' | 'unit' | 'residentialGroup'>;

type Wanted = Pick<Subject, 'name' | 'birthYear' | 'kind'>;

/** Subjects of equal folded name and birth year; of those told to be the same, one. Suggestions only: the index may lag. */
export async function likenessesOf(ports: Ports, wanted: Wanted): Promise<Subject[]> {
  return oneOfEach(await alike(ports, wanted));
}

async function alike(ports: Ports, wanted: Wanted): Promise<Subject[]> {
  const items = await queryAll(ports.store, { index: 'g1', pk: indexes.likeness(likenessKey(wanted)).pk });
  return items.map((item) => decode(subjectSchema, item));
}

const oneOfEach = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(
    (subject, index) => subjects.findIndex((other) => eldestOf(other) === eldestOf(subject)) === index,
  );

/** Look-alikes of a subject about which nobody has answered yet, in either direction; none of a sealed one. */
export async function openLikenesses(ports: Ports, own: Subject): Promise<Likeness[]> {
  if (own.sealed) return [];
  const [kin, found] = await Promise.all([readSubjects(ports.store, own.sameAs), alike(ports, own)]);
  const selves = [own, ...kin.map(({ value }) => value)];
  const others = found.filter((other) => selves.every(({ id }) => id !== other.id));
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
