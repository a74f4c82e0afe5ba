import { postsOn, type Actor } from '../../domain/actor.ts';
import type { Case } from '../../domain/case.ts';
import { membersOn } from '../../domain/directory.ts';
import type { List } from '../../domain/list.ts';
import type { Hand } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { readCouncils } from '../../records/directory-record.ts';
import { loadList } from '../../records/list-record.ts';
import { keys } from '../../records/keys.ts';
import { answeringOf, ownHands, ownHandsOnList, placesAsked } from './sealed-hands.ts';

/**
 * Who reads a case: the organisation that entered it, each organisation once its step has opened, one that is asked for
 * its opinion as long as any answer is awaited,
 * council members while it is on their agenda, auditors in scope; nobody else, not even a superior.
 * A sealed case: of these, whoever handles it there today.
 * @param known as what the actor handles it, where that was asked already
 */
export async function mayReadCase(
  ports: Ports,
  actor: Actor,
  subject: Case,
  known?: readonly Hand[],
): Promise<boolean> {
  const posts = postsOn(actor, ports.clock.today());
  const hands = known ?? (await ownHands(ports, actor, subject));
  if (hands !== undefined) return hands.length > 0;
  if (posts.some((post) => post.role !== 'member' && subject.readers.includes(post.organisation)))
    return true;
  const asked = await placesAsked(ports, actor, subject);
  if (posts.some((post) => post.role !== 'member' && asked.includes(post.organisation))) return true;
  if (subject.list === undefined) return false;
  const [item] = await ports.store.get([keys.listMeta(subject.list)]);
  const list = loadList(item)?.value;
  return list?.kind === 'session' && (await isCouncilMember(ports, actor, list));
}

/**
 * Who reads a list: the organisation that writes it, its addressee once issued, council members of a session; a request
 * for opinions whoever is asked, as long as any answer is awaited.
 */
export async function mayReadList(ports: Ports, actor: Actor, list: List): Promise<boolean> {
  const posts = postsOn(actor, ports.clock.today());
  const hands = await ownHandsOnList(ports, actor, list);
  if (hands !== undefined) return hands.length > 0;
  if (posts.some((post) => post.role !== 'member' && post.organisation === list.organisation)) return true;
  if (
    list.state === 'ISSUED' &&
    posts.some((post) => post.role !== 'member' && post.organisation === list.addressee)
  )
    return true;
  const asked = answeringOf(list);
  if (posts.some((post) => post.role !== 'member' && asked.includes(post.organisation))) return true;
  return list.kind === 'session' && list.state !== 'SIGNED' && (await isCouncilMember(ports, actor, list));
}

async function isCouncilMember(ports: Ports, actor: Actor, list: List): Promise<boolean> {
  const councils = await readCouncils(ports.store, list.organisation);
  const council = councils.find((candidate) => candidate.id === list.council);
  if (council === undefined) return false;
  return membersOn(council, list.heldOn ?? ports.clock.today()).some(
    (member) => member.person === actor.person,
  );
}
