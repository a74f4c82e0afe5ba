import { postsOn } from '../../domain/actor.ts';
import type { Post } from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { handsOnCase, handsOnList } from '../../domain/sealed-hands.ts';
import { addDays } from '../../domain/time.ts';
import type { Item, Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { readPerson } from '../../records/directory-record.ts';
import { parseInboxRow, type InboxRow } from '../../records/inbox-record.ts';
import { inboxOfRole, inboxOfSealed, keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { getAll, queryAll } from '../../records/query.ts';
import { postsToday } from '../acting/sealed-hands.ts';

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
  const until = only.dueWithinDays === undefined ? undefined : addDays(today, only.dueWithinDays);
  const [open, sealed] = await Promise.all([
    waitingIn(ports, [...new Set(posts.map((post) => inboxOfRole(post.organisation, post.role)))], until),
    sealedFor(ports, posts, until),
  ]);
  return [...open, ...sealed].sort(soonestFirst);
}

async function waitingIn(ports: Ports, holders: readonly string[], until?: string): Promise<InboxRow[]> {
  const found = await Promise.all(
    holders.map((holder) =>
      queryAll(ports.store, {
        pk: keys.inbox(holder, '', '').pk,
        ...(until === undefined ? {} : { from: '0', to: `${until}~` }),
      }),
    ),
  );
  return found.flat().map(parseInboxRow);
}

/** What is sealed waits for whoever handles it today; only named posts and leaders ever do. */
async function sealedFor(ports: Ports, posts: readonly Post[], until?: string): Promise<InboxRow[]> {
  const able = posts.filter((post) => post.sealed || post.role === 'leader');
  const places = [...new Set(able.map((post) => post.organisation))];
  const found = await Promise.all(
    places.map(async (organisation) => {
      const rows = await waitingIn(ports, [inboxOfSealed(organisation)], until);
      if (rows.length === 0) return [];
      const colleagues = await postsToday(ports, organisation);
      const own = new Set(able.map((post) => post.id));
      const records = await getAll(
        ports.store,
        rows.map((row) => (row.of === 'case' ? keys.caseMeta(row.id) : keys.listMeta(row.id))),
      );
      return rows.filter((row, index) =>
        keepersOf(row, records[index], organisation, colleagues).some((post) => own.has(post.id)),
      );
    }),
  );
  return found.flat();
}

/** In whose inbox the row stands: of those who handle it in the role that it waits for, and of whom it was given to. */
function keepersOf(
  row: InboxRow,
  record: Item | undefined,
  organisation: OrganisationId,
  posts: readonly Post[],
): Post[] {
  const subject = row.of === 'case' ? loadCase(record)?.value : undefined;
  const list = row.of === 'list' ? loadList(record)?.value : undefined;
  const hands =
    subject === undefined
      ? list === undefined
        ? []
        : handsOnList(list, posts)
      : handsOnCase(subject, organisation, posts);
  return hands
    .filter(({ post, roles }) => post.id === row.assignee || roles.some((role) => role === row.keeper))
    .map(({ post }) => post);
}

const dayOf = (row: InboxRow): string => row.dueOn ?? '9999';

function soonestFirst(one: InboxRow, other: InboxRow): number {
  const [day, next] = [dayOf(one), dayOf(other)];
  return day === next ? (one.id < other.id ? -1 : 1) : day < next ? -1 : 1;
}
