import type { Case } from '../../domain/case.ts';
import { likenessKey, subjectSchema, type Subject } from '../../domain/subject.ts';
import type { Ports } from '../../ports.ts';
import { decode, loaded } from '../../records/item.ts';
import { indexes, keys } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';

/** What a look-alike shows of itself to any office: never more. */
export type Likeness = Pick<Subject, 'id' | 'name' | 'birthYear' | 'unit' | 'residentialGroup'>;

/** Subjects of equal folded name and birth year. Suggestions only: the index may lag. */
export async function likenessesOf(
  ports: Ports,
  wanted: Pick<Subject, 'name' | 'birthYear' | 'kind'>,
): Promise<Subject[]> {
  const items = await queryAll(ports.store, { index: 'g1', pk: indexes.likeness(likenessKey(wanted)).pk });
  return items.map((item) => decode(subjectSchema, item));
}

/** Look-alikes of the case's subject about which nobody has answered yet, in either direction. */
export async function openLikenesses(ports: Ports, subject: Case): Promise<Likeness[]> {
  if (subject.subject === undefined || subject.sealed !== undefined) return [];
  const [item] = await ports.store.get([keys.subject(subject.subject)]);
  const own = loaded(subjectSchema, item)?.value;
  if (own === undefined) return [];
  const others = await likenessesOf(ports, own);
  const answered = new Set(own.answers.map((answer) => answer.subject));
  return others
    .filter(
      (other) =>
        other.id !== own.id &&
        !answered.has(other.id) &&
        !other.answers.some((answer) => answer.subject === own.id),
    )
    .map(toLikeness);
}

export function toLikeness(subject: Subject): Likeness {
  const { id, name, birthYear, unit, residentialGroup } = subject;
  return { id, name, birthYear, unit, residentialGroup };
}
