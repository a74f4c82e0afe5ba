import type { Person, Post } from '#shared/domain/directory.ts';
import type { Ports } from '#shared/ports.ts';
import { personWrites, readPerson } from '#shared/records/directory-record.ts';

/** What an organisation decides about somebody's first post: named for sealed cases or no more, ended, given anew. */
export async function changePost(
  { store }: Pick<Ports, 'store'>,
  person: Pick<Person, 'id'>,
  change: Partial<Post>,
): Promise<void> {
  const before = (await readPerson(store, person.id))!;
  const [first, ...others] = before.value.posts;
  await store.commit(personWrites(before, { ...before.value, posts: [{ ...first!, ...change }, ...others] }));
}

export async function nameNobody(ports: Pick<Ports, 'store'>, people: readonly Person[]): Promise<void> {
  for (const person of people) await changePost(ports, person, { sealed: false });
}
