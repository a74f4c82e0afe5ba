import { postsOn, type Actor } from '../../domain/actor.ts';
import type { Case } from '../../domain/case.ts';
import type { Post, Role } from '../../domain/directory.ts';
import type { OrganisationId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import { handsOnCase, handsOnList, type Hand } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { readPosts } from '../../records/directory-record.ts';

/** Who handles what is sealed, read from the directory as it stands now: nothing keeps a copy of whom it once named. */

/** As what a person handles a case; nothing for whoever may not know of it. Undefined for a case that isn't sealed. */
export async function ownHands(
  ports: Ports,
  actor: Actor,
  subject: Case,
): Promise<readonly Hand[] | undefined> {
  if (subject.sealed === undefined) return undefined;
  const places = placesOf(ports, actor).filter((organisation) => subject.readers.includes(organisation));
  const found = await Promise.all(
    places.map(async (organisation) =>
      handsOnCase(subject, organisation, await postsToday(ports, organisation)),
    ),
  );
  return found.flat().filter((hand) => hand.post.person === actor.person);
}

/** The same for a list, or one that is about to be started. */
export async function ownHandsOnList(
  ports: Ports,
  actor: Actor,
  list: Pick<List, 'organisation' | 'stepKind' | 'signer' | 'sealed'>,
): Promise<readonly Hand[] | undefined> {
  if (list.sealed === undefined) return undefined;
  if (!placesOf(ports, actor).includes(list.organisation)) return [];
  const hands = handsOnList(list, await postsToday(ports, list.organisation));
  return hands.filter((hand) => hand.post.person === actor.person);
}

/** Everybody who handles a sealed case at an organisation in this role. */
export async function handlersOf(
  ports: Ports,
  subject: Case,
  organisation: OrganisationId,
  role: Role,
): Promise<Post[]> {
  return inRole(handsOnCase(subject, organisation, await postsToday(ports, organisation)), role);
}

export const inRole = (hands: readonly Hand[], role: Role): Post[] =>
  hands.filter((hand) => hand.roles.includes(role)).map((hand) => hand.post);

export function postsToday(ports: Ports, organisation: OrganisationId): Promise<Post[]> {
  return readPosts(ports.store, organisation, ports.clock.today());
}

function placesOf(ports: Ports, actor: Actor): OrganisationId[] {
  return [...new Set(postsOn(actor, ports.clock.today()).map((post) => post.organisation))];
}
