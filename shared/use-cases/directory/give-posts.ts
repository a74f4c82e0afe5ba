import type { NewPost } from '../../domain/directory-command.ts';
import type { Person } from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { addDays } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { readHolders } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import type { ActAnswer, ActRequest } from '../acting/request.ts';
import { keepDirectory, type Kept } from './keep-directory.ts';
import { tellOfKeeping } from './tell-of-keeping.ts';

/** A decision reaches the administrator within weeks; a post from before would reach back into what others did. */
const daysBack = 30;

/** @throws Refusal OwnAccess for a post of one's own that isn't an administrator's, InputInvalid for one long begun */
export function requireGivable(
  ports: Ports,
  giver: PersonId,
  { before, posts }: { readonly before: Loaded<Person> | undefined; readonly posts: readonly NewPost[] },
): void {
  if (before?.value.id === giver && posts.some(({ role, sealed }) => role !== 'administrator' || sealed))
    throw new Refusal('OwnAccess');
  const earliest = addDays(ports.clock.today(), -daysBack);
  if (posts.some(({ from }) => from < earliest))
    throw new Refusal('InputInvalid', {}, [{ field: 'from', code: 'longBegun', limit: daysBack }]);
}

interface Giving {
  readonly act: string;
  readonly posts: readonly NewPost[];
  readonly make: () => Promise<Kept | undefined>;
}

/** Keeps the directory; leaders and auditors who are there are told of a new signer, and of who may see sealed cases. */
export async function keepPosts(
  ports: Ports,
  request: ActRequest,
  { act, posts, make }: Giving,
): Promise<ActAnswer> {
  let given: { keeper: OrganisationId; watchers: PersonId[] } | undefined;
  const answer = await keepDirectory(ports, request, {
    act,
    organisations: posts.map(({ organisation }) => organisation),
    make: async ({ post }) => {
      const kept = await make();
      const watchers = kept === undefined ? [] : await watchersOf(ports, posts);
      given = { keeper: post.organisation, watchers };
      return kept;
    },
  });
  if (given !== undefined && given.watchers.length > 0)
    await tellOfKeeping(ports, given.keeper, given.watchers, 'PostGiven');
  return answer;
}

async function watchersOf(ports: Ports, posts: readonly NewPost[]): Promise<PersonId[]> {
  const weighty = posts.filter(({ role, sealed }) => role === 'leader' || sealed);
  const places = [...new Set(weighty.map(({ organisation }) => organisation))];
  const today = ports.clock.today();
  const held = await Promise.all(
    places.flatMap((place) =>
      (['leader', 'auditor'] as const).map((role) => readHolders(ports.store, place, role, today)),
    ),
  );
  return held.flat().map(({ person }) => person);
}
