import { z } from 'zod';
import { postDaysBack, type Post } from '../../domain/directory.ts';
import type { Entry } from '../../domain/history.ts';
import { personIdSchema, postIdSchema, type PersonId } from '../../domain/id.ts';
import { addDays, dayOf, type CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { readPerson, readPostsOfRole } from '../../records/directory-record.ts';
import type { NoticeKind } from '../../records/notice-record.ts';
import type { Register } from '../../records/register-record.ts';
import { notify } from './notify.ts';

const personSchema = z.object({ person: personIdSchema });
const givenSchema = personSchema.extend({ posts: z.array(postIdSchema) });
const endedSchema = personSchema.extend({ post: postIdSchema });

/** What follows from an act of administrators: whom it concerns is told. */
export async function registerEffects(ports: Ports, _register: Register, entry: Entry): Promise<void> {
  switch (entry.act) {
    case 'PersonAdded':
    case 'PostGiven':
      return tell(ports, await watchersOfGiven(ports, entry), entry, 'PostGiven');
    case 'PostEnded':
      return tell(ports, await watchersOfEnded(ports, entry), entry, 'PostEnded');
    case 'AccessReset':
      return tell(ports, [personSchema.parse(entry.facts).person], entry, 'AccessReset');
    default:
      return;
  }
}

const tell = (ports: Ports, people: readonly PersonId[], entry: Entry, kind: NoticeKind): Promise<void> =>
  notify(ports, people, entry, { kind, event: `${entry.record}/${entry.seq}` });

/** A new signer, or who may see sealed cases, is made known to those who were there before. */
async function watchersOfGiven(ports: Ports, entry: Entry): Promise<PersonId[]> {
  const { person, posts: given } = givenSchema.parse(entry.facts);
  const posts = (await postsOf(ports, person)).filter(({ id }) => given.includes(id));
  const weighty = posts.filter(({ role, sealed }) => role === 'leader' || sealed);
  const watching = await watchersAt(ports, weighty, dayOf(entry.at));
  return watching.filter(({ id }) => !given.includes(id)).map((post) => post.person);
}

/** Also to whoever held it. */
async function watchersOfEnded(ports: Ports, entry: Entry): Promise<PersonId[]> {
  const { person, post: ended } = endedSchema.parse(entry.facts);
  const weighty = (await postsOf(ports, person)).filter(
    ({ id, role, sealed }) => id === ended && (role === 'leader' || role === 'auditor' || sealed),
  );
  return (await watchersAt(ports, weighty, dayOf(entry.at))).map((post) => post.person);
}

/**
 * Leaders and auditors of the last weeks, up to the day of the act: nobody is kept from being told by having their own post
 * ended first, however far back that may be, even before it began.
 */
async function watchersAt(ports: Ports, weighty: readonly Post[], day: CivilDate): Promise<Post[]> {
  const places = [...new Set(weighty.map(({ organisation }) => organisation))];
  const posts = await Promise.all(
    places.flatMap((place) => [
      readPostsOfRole(ports.store, place, 'leader'),
      readPostsOfRole(ports.store, place, 'auditor'),
    ]),
  );
  const since = addDays(day, -postDaysBack);
  return posts.flat().filter(({ from, to }) => from <= day && (to === undefined || to >= since));
}

const postsOf = async ({ store }: Ports, person: PersonId): Promise<readonly Post[]> =>
  (await readPerson(store, person))?.value.posts ?? [];
