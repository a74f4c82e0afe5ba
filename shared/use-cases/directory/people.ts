import { z } from 'zod';
import type { endPostSchema, NewPerson, NewPost } from '../../domain/directory-command.ts';
import { holdsOn, type Person, type Post } from '../../domain/directory.ts';
import { personIdSchema, postIdSchema, type OrganisationId, type PersonId } from '../../domain/id.ts';
import { isRefusal, Refusal, refusalCodeSchema, type RefusalCode } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { personWrites, readHolders, readOrganisations, readPerson } from '../../records/directory-record.ts';
import { decode, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { actInParts, type ActAnswer, type ActRequest, type PartsAnswer } from '../acting/request.ts';
import { keepDirectory, type Kept } from './keep-directory.ts';
import { requireEndable, requireGivable } from './post-days.ts';

/** What becomes of one of several people: made, given further posts, or there already with all of them. */
const outcomes = ['added', 'furtherPosts', 'unchanged'] as const;
const personResultSchema = z.object({
  username: z.string(),
  outcome: z.enum(outcomes).optional(),
  person: personIdSchema.optional(),
  refusal: refusalCodeSchema.optional(),
});
export type PersonResult = z.infer<typeof personResultSchema>;

/** What is wrong with the asker is wrong for everybody: then nobody was added, and it is refused whole. */
const ofTheWhole: readonly RefusalCode[] = ['SignInNeeded'];

/**
 * People with their posts, each in a commit of its own. Who is there already, by username and name, gets what is missing:
 * the same people sent twice are there once.
 */
export async function addPeople(
  ports: Ports,
  request: ActRequest,
  { people }: { readonly people: readonly NewPerson[] },
): Promise<PartsAnswer<PersonResult>> {
  return actInParts(ports, request, personResultSchema, async () => {
    const results: PersonResult[] = [];
    for (const [place, person] of people.entries()) {
      const own = { ...request, key: `${request.key}/${place}` };
      try {
        results.push(await addPerson(ports, own, person));
      } catch (error) {
        if (!isRefusal(error) || ofTheWhole.includes(error.code)) throw error;
        if (people.length === 1) throw error;
        results.push({ username: person.username, refusal: error.code });
      }
    }
    const done = results.filter(({ refusal }) => refusal === undefined).length;
    return { answer: { id: request.person, version: done, act: 'addPeople' }, results };
  });
}

async function addPerson(ports: Ports, request: ActRequest, given: NewPerson): Promise<PersonResult> {
  const plan = await planPerson(ports, given);
  await keepDirectory(ports, request, {
    act: 'addPerson',
    organisations: given.posts.map(({ organisation }) => organisation),
    make: async () => {
      const now = await planPerson(ports, given);
      requireGivable(ports, request.person, now);
      return changeOf(ports, given, now);
    },
  });
  const [known] = await ports.store.get([keys.username(given.username)]);
  const person = known === undefined ? undefined : decode(z.object({ person: personIdSchema }), known).person;
  return { username: given.username, outcome: plan.outcome, ...(person === undefined ? {} : { person }) };
}

interface PersonPlan {
  readonly outcome: (typeof outcomes)[number];
  readonly before: Loaded<Person> | undefined;
  readonly posts: readonly NewPost[];
}

/**
 * What adding this person would do now; changes nothing.
 * @throws Refusal UsernameTaken by somebody of another name, OrganisationUnknown, OrganisationForeign for one outside
 */
export async function planPerson(ports: Ports, given: NewPerson): Promise<PersonPlan> {
  const [item] = await ports.store.get([keys.username(given.username)]);
  await requireInside(
    ports,
    given.posts.map(({ organisation }) => organisation),
  );
  if (item === undefined) return { outcome: 'added', before: undefined, posts: given.posts };
  const { person } = decode(z.object({ person: personIdSchema }), item);
  const before = await readPerson(ports.store, person);
  if (before?.value.name !== given.name) throw new Refusal('UsernameTaken', { username: given.username });
  const posts = given.posts.filter((post) => !before.value.posts.some((held) => isHeld(held, post)));
  return { outcome: posts.length === 0 ? 'unchanged' : 'furtherPosts', before, posts };
}

/** The same work at the same organisation, that has not ended before the new one would begin. */
const isHeld = (held: Post, post: NewPost): boolean =>
  held.organisation === post.organisation &&
  held.role === post.role &&
  (held.to === undefined || held.to >= post.from);

async function requireInside(ports: Ports, ids: readonly OrganisationId[]): Promise<void> {
  const organisations = await readOrganisations(ports.store, ids);
  for (const [place, id] of ids.entries()) {
    const organisation = organisations.get(id);
    if (organisation === undefined) throw new Refusal('OrganisationUnknown', { organisation: id });
    if (organisation.outside === true)
      throw new Refusal('OrganisationForeign', {}, [
        { field: `posts.${place}.organisation`, code: 'worksOutside' },
      ]);
  }
}

function changeOf(ports: Ports, given: NewPerson, { before, posts }: PersonPlan): Kept | undefined {
  if (posts.length === 0) return undefined;
  const id = before?.value.id ?? personIdSchema.parse(ports.random.ulid());
  const fresh = posts.map((post) => newPost(ports, id, post));
  const { name, username, email } = given;
  const after: Person =
    before === undefined
      ? { id, username, name, email, language: 'vi', posts: fresh }
      : { ...before.value, posts: [...before.value.posts, ...fresh] };
  return {
    id,
    version: (before?.version ?? 0) + 1,
    writes: personWrites(before, after),
    entry: {
      act: before === undefined ? 'PersonAdded' : 'PostGiven',
      facts: { person: id, posts: fresh.map((post) => post.id), roles: fresh.map(({ role }) => role) },
      payload: { name, username, titles: fresh.map(({ title }) => title) },
    },
  };
}

const newPost = (ports: Ports, person: PersonId, post: NewPost): Post => ({
  ...post,
  id: postIdSchema.parse(ports.random.ulid()),
  person,
});

/**
 * One more post for somebody who is there.
 * @throws Refusal OwnAccess for a post of one's own that isn't an administrator's, InputInvalid for one long begun
 */
export async function givePost(
  ports: Ports,
  request: ActRequest,
  id: PersonId,
  post: NewPost,
): Promise<ActAnswer> {
  return keepDirectory(ports, request, {
    act: 'givePost',
    organisations: [post.organisation],
    make: async () => {
      await requireInside(ports, [post.organisation]);
      const before = await requirePerson(ports, id);
      requireGivable(ports, request.person, { before, posts: [post] });
      const { name, username, email } = before.value;
      return changeOf(
        ports,
        { name, username, email, posts: [post] },
        { outcome: 'furtherPosts', before, posts: [post] },
      );
    },
  });
}

/**
 * The post's last day; one that has not begun yet never holds.
 * @throws Refusal InputInvalid for a day after its end: it goes on by a new one only; LastAdministrator
 */
export async function endPost(
  ports: Ports,
  request: ActRequest,
  id: PersonId,
  { post: postId, to, reason }: z.infer<typeof endPostSchema>,
): Promise<ActAnswer> {
  const { value } = await requirePerson(ports, id);
  const organisation = requirePost(value, postId).organisation;
  return keepDirectory(ports, request, {
    act: 'endPost',
    organisations: [organisation],
    make: async () => {
      const before = await requirePerson(ports, id);
      const post = requirePost(before.value, postId);
      if (to === post.to) return undefined;
      requireEndable(ports, post, to);
      if (post.role === 'administrator') await requireAnotherAdministrator(ports, post);
      const posts = before.value.posts.map((held) => (held.id === postId ? { ...held, to } : held));
      return {
        id,
        version: before.version + 1,
        writes: personWrites(before, { ...before.value, posts }),
        entry: {
          act: 'PostEnded',
          facts: { person: id, post: postId, role: post.role, to },
          payload: { name: before.value.name, title: post.title, reason },
        },
      };
    },
  });
}

export async function requirePerson(ports: Ports, id: PersonId): Promise<Loaded<Person>> {
  const person = await readPerson(ports.store, id);
  if (person === undefined) throw new Refusal('PersonNotFound', { person: id });
  return person;
}

function requirePost(person: Person, id: Post['id']): Post {
  const post = person.posts.find((held) => held.id === id);
  if (post === undefined) throw new Refusal('InputInvalid', {}, [{ field: 'post', code: 'unknown' }]);
  return post;
}

/** An organisation whose directory nobody keeps could only be helped at the machine itself. */
async function requireAnotherAdministrator(ports: Ports, ending: Post): Promise<void> {
  const today = ports.clock.today();
  const organisation = (await readOrganisations(ports.store, [ending.organisation])).get(ending.organisation);
  const keepers = [ending.organisation, ...(organisation?.keptBy === undefined ? [] : [organisation.keptBy])];
  const held = await Promise.all(
    keepers.map((keeper) => readHolders(ports.store, keeper, 'administrator', today)),
  );
  const others = held.flat().filter((post) => post.id !== ending.id && post.to === undefined);
  if (others.length === 0 && holdsOn(ending, today)) throw new Refusal('LastAdministrator');
}
