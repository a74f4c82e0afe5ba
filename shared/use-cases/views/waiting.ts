import { postsOn } from '../../domain/actor.ts';
import type { Post } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import { addDays } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { readPerson } from '../../records/directory-record.ts';
import { parseInboxRow, type InboxRow } from '../../records/inbox-record.ts';
import { inboxOfPost, inboxOfRole, keys } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';

/** Everything that waits for a person under all posts of today, soonest first; one consistent query a post. */
export async function waitingFor(
  ports: Ports,
  person: PersonId,
  only: { dueWithinDays?: number } = {},
): Promise<InboxRow[]> {
  const known = await readPerson(ports.store, person);
  if (known === undefined) return [];
  const today = ports.clock.today();
  const posts = postsOn({ person, name: known.value.name, posts: known.value.posts }, today);
  return waitingForPosts(
    ports,
    posts,
    only.dueWithinDays === undefined ? undefined : addDays(today, only.dueWithinDays),
  );
}

async function waitingForPosts(ports: Ports, posts: readonly Post[], until?: string): Promise<InboxRow[]> {
  const holders = new Set(
    posts.flatMap((post) => [inboxOfRole(post.organisation, post.role), inboxOfPost(post.id)]),
  );
  const found = await Promise.all(
    [...holders].map((holder) =>
      queryAll(ports.store, {
        pk: keys.inbox(holder, '', '').pk,
        ...(until === undefined ? {} : { from: '0', to: `${until}~` }),
      }),
    ),
  );
  const rows = found.flat().map(parseInboxRow);
  const soonest = (row: InboxRow): string => row.dueOn ?? '9999';
  return rows.sort((one, other) =>
    soonest(one) === soonest(other) ? (one.id < other.id ? -1 : 1) : soonest(one) < soonest(other) ? -1 : 1,
  );
}
