import type { Post } from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { handsAsked, handsOnCase, handsOnList } from '../../domain/sealed-hands.ts';
import { addDays } from '../../domain/time.ts';
import type { Item, Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { parseInboxRow, type InboxRow } from '../../records/inbox-record.ts';
import { inboxOfRole, inboxOfSealed, keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import { readStretch, type Place, type Stretch } from '../../records/stretch.ts';
import { postsToday } from '../acting/sealed-hands.ts';
import { readReader } from './reader.ts';

export type { Place };

export interface InboxQuery extends Place {
  /** Only rows that fit, looked for among the next few hundred of each inbox. */
  readonly fits?: ((row: InboxRow) => boolean) | undefined;
}

/** Rows, the days they are due in order. Where to go on is told by keys of rows. */
export type InboxPage = Omit<Stretch, 'items'> & { readonly rows: readonly InboxRow[] };

const rowsAPage = 50;
const lookedAtToSift = 500;

/**
 * What waits for a person under all posts of today, soonest first; one consistent query a post, whatever waits there.
 * @throws Refusal SignInNeeded
 */
export async function readInbox(ports: Ports, person: PersonId, asked: InboxQuery = {}): Promise<InboxPage> {
  const { posts } = await readReader(ports, person);
  const { fits, after, before } = asked;
  const { items, ...beside } = await readStretch(ports.store, {
    partitions: inboxesOf(posts),
    after,
    before,
    size: rowsAPage,
    ...(fits === undefined ? {} : { looked: lookedAtToSift }),
    keep: (read) =>
      withoutOthers(
        ports,
        posts,
        fits === undefined ? read : read.filter((item) => fits(parseInboxRow(item))),
      ),
  });
  return { rows: items.map(parseInboxRow), ...beside };
}

/** More than a reminder ever has to count. */
const countedInAnInbox = 1_000;

/** How much waits for a person that is overdue or due within so many days. @throws Refusal SignInNeeded */
export async function countDue(ports: Ports, person: PersonId, withinDays: number): Promise<number> {
  const { posts } = await readReader(ports, person);
  const to = `${addDays(ports.clock.today(), withinDays)}~`;
  const pages = await Promise.all(
    inboxesOf(posts).map((pk) => ports.store.query({ pk, to, limit: countedInAnInbox })),
  );
  return (
    await withoutOthers(
      ports,
      posts,
      pages.flatMap(({ items }) => items),
    )
  ).length;
}

const partitionOf = (holder: string): string => keys.inbox(holder, '', '').pk;

/** Of each role at each organisation, and where the person may handle what is sealed. */
function inboxesOf(posts: readonly Post[]): string[] {
  const open = posts.map((post) => inboxOfRole(post.organisation, post.role));
  const sealed = posts.filter(mayHandleSealed).map((post) => inboxOfSealed(post.organisation));
  return [...new Set([...open, ...sealed])].map(partitionOf);
}

/** Only named posts and leaders ever do. */
const mayHandleSealed = (post: Post): boolean => post.sealed || post.role === 'leader';

/** What is sealed waits for whoever handles it today. */
async function withoutOthers(
  ports: Ports,
  posts: readonly Post[],
  items: readonly Item[],
): Promise<readonly Item[]> {
  const able = posts.filter(mayHandleSealed);
  const places = new Map(
    able.map(({ organisation }) => [partitionOf(inboxOfSealed(organisation)), organisation]),
  );
  const handled = await Promise.all(
    [...places].map(async ([partition, organisation]) => {
      const sealed = items.filter((item) => item.pk === partition);
      return sealed.length === 0 ? [] : handledBy(ports, { organisation, posts: able }, sealed);
    }),
  );
  const own = new Set(handled.flat());
  return items.filter((item) => !places.has(item.pk) || own.has(item));
}

async function handledBy(
  ports: Ports,
  { organisation, posts }: { readonly organisation: OrganisationId; readonly posts: readonly Post[] },
  items: readonly Item[],
): Promise<Item[]> {
  const rows = items.map(parseInboxRow);
  const [colleagues, records] = await Promise.all([
    postsToday(ports, organisation),
    getAll(
      ports.store,
      rows.map((row) => (row.of === 'case' ? keys.caseMeta(row.id) : keys.listMeta(row.id))),
    ),
  ]);
  const own = new Set(posts.map((post) => post.id));
  return rows.flatMap((row, index) =>
    keepersOf(row, records[index], organisation, colleagues).some((post) => own.has(post.id))
      ? (items[index] ?? [])
      : [],
  );
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
        : list.organisation === organisation
          ? handsOnList(list, posts)
          : handsAsked(posts)
      : handsOnCase(subject, organisation, posts);
  return hands
    .filter(({ post, roles }) => post.id === row.assignee || roles.some((role) => role === row.keeper))
    .map(({ post }) => post);
}
