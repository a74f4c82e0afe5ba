import { actingPost, type Actor } from '../../domain/actor.ts';
import { holdsOn, type Organisation, type Person, type Post } from '../../domain/directory.ts';
import type { EntryDraft } from '../../domain/history.ts';
import type { OrganisationId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Key, Ports, Write } from '../../ports.ts';
import { readOrganisations } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadRegister, registerWrite, type Register } from '../../records/register-record.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { freshTip, Work } from '../acting/work.ts';

/** What an act on the directory comes to. */
export interface Kept {
  readonly id: string;
  readonly version?: number;
  readonly writes: readonly Write[];
  /** Ids, codes and days; names stand in its payload. */
  readonly entry: Omit<EntryDraft, 'by'>;
}

interface Keeping {
  readonly act: string;
  /** Whose directories are changed: one administrator must keep them all. */
  readonly organisations: readonly OrganisationId[];
  /** How a retry is refused whose first answer can't be given twice. */
  readonly again?: 'LinkShown';
  /** @returns undefined when all stands already as it should */
  readonly make: (keeper: {
    readonly post: Post;
    readonly person: Loaded<Person>;
  }) => Promise<Kept | undefined>;
}

/**
 * An act of an administrator on the directory: right, change, entry of the register and answer in one commit.
 * @throws Refusal ActNotYours, PostEnded, OrganisationUnknown, and whatever `make` says
 */
export async function keepDirectory(
  ports: Ports,
  request: ActRequest,
  { act, organisations, again, make }: Keeping,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem] = await readRequest(ports, request);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) {
      if (again !== undefined) throw new Refusal(again);
      return opened.answer;
    }
    const { context } = opened;
    const post = await keeperPost(ports, context.actor, organisations);
    const kept = await make({ post, person: context.person });
    if (kept === undefined) return { id: post.organisation, version: 0, act };
    const answer: ActAnswer = { id: kept.id, version: kept.version ?? 1, act };
    const work = new Work(ports, post);
    await enterRegister(ports, work, post.organisation, kept.entry);
    work.add(...withoutDoubles([...kept.writes, ...requestWrites(ports, context, answer)]));
    await work.commit();
    return answer;
  });
}

/** The post as administrator under which somebody keeps the directories of all these organisations today. */
export async function keeperPost(ports: Ports, actor: Actor, ids: readonly OrganisationId[]): Promise<Post> {
  const organisations = await readOrganisations(ports.store, ids);
  const posts = ids.map((id) => {
    const organisation = organisations.get(id);
    if (organisation === undefined) throw new Refusal('OrganisationUnknown', { organisation: id });
    return postAt(ports, actor, organisation);
  });
  const [first] = posts;
  if (first === undefined) throw new Refusal('ActNotYours', { roles: officeRules.keepDirectory.roles });
  return first;
}

function postAt(ports: Ports, actor: Actor, { id, keptBy }: Organisation): Post {
  const today = ports.clock.today();
  const { roles } = officeRules.keepDirectory;
  const asKeeper = actor.posts.find(
    (post) =>
      post.organisation === keptBy && roles.some((role) => role === post.role) && holdsOn(post, today),
  );
  return asKeeper ?? actingPost(actor, today, { organisation: id, roles });
}

/** One more entry of an organisation's register; whoever it concerns is told by its effects. */
export async function enterRegister(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  work: Work,
  organisation: OrganisationId,
  entry: Omit<EntryDraft, 'by'>,
): Promise<void> {
  const [item] = await store.get([keys.register(organisation)]);
  const before = loadRegister(item);
  work.change<Register>({
    record: recordId('REGISTER', organisation),
    before,
    after: before?.value ?? { organisation, ...freshTip({ clock }) },
    entry,
    writes: (after) => [registerWrite(before, after)],
  });
}

/** An administrator's own item is checked, or written when they change their own posts: never both. */
export function withoutDoubles(writes: readonly Write[]): Write[] {
  const place = ({ pk, sk }: Key): string => `${pk} ${sk}`;
  const put = new Set(writes.flatMap((write) => ('put' in write ? [place(write.put)] : [])));
  return writes.filter((write) => !('check' in write) || !put.has(place(write.check)));
}
