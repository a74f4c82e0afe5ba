import { postsOn, type Actor } from '../../domain/actor.ts';
import type { Case } from '../../domain/case.ts';
import type { Post, Role } from '../../domain/directory.ts';
import type { OrganisationId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import { missingOn, awaited } from '../../domain/opinion.ts';
import { askedNeeds } from '../../domain/step-needs.ts';
import { handsAsked, handsOnCase, handsOnList, type Hand } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { loadRow } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import { readPosts } from '../../records/directory-record.ts';

/** Who handles what is sealed, read from the directory as it stands now: nothing keeps a copy of whom it once named. */

/** As what a person handles a case; nothing for whoever may not know of it. Undefined for a case that isn't sealed. */
export async function ownHands(
  ports: Ports,
  actor: Actor,
  subject: Case,
): Promise<readonly Hand[] | undefined> {
  if (subject.sealed === undefined) return undefined;
  const asked = await placesAsked(ports, actor, subject);
  const places = placesOf(ports, actor).filter(
    (organisation) => subject.readers.includes(organisation) || asked.includes(organisation),
  );
  const found = await Promise.all(
    places.map(async (organisation) => {
      const needs = asked.includes(organisation) ? askedNeeds : [];
      return handsOnCase(subject, organisation, await postsToday(ports, organisation), needs);
    }),
  );
  return found.flat().filter((hand) => hand.post.person === actor.person);
}

/** The same for a list, or one that is about to be started. */
export async function ownHandsOnList(
  ports: Ports,
  actor: Actor,
  list: Pick<List, 'kind' | 'organisation' | 'stepKind' | 'signer' | 'sealed'> & Partial<AskingList>,
): Promise<readonly Hand[] | undefined> {
  if (list.sealed === undefined) return undefined;
  const asked = answeringOf(list);
  const places = placesOf(ports, actor).filter(
    (place) => place === list.organisation || asked.includes(place),
  );
  const found = await Promise.all(
    places.map(async (place) => {
      const posts = await postsToday(ports, place);
      return place === list.organisation ? handsOnList(list, posts) : handsAsked(posts);
    }),
  );
  return found.flat().filter((hand) => hand.post.person === actor.person);
}

type AskingList = Pick<List, 'state' | 'asked'>;

/** Organisations inside that still have to answer a request, once it is issued. */
export const askedOf = ({ state, asked = [] }: Partial<AskingList>): OrganisationId[] =>
  asked.flatMap(({ organisation, outside, left }) =>
    state !== 'ISSUED' || outside === true || left === 0 ? [] : [organisation],
  );

/** Those inside that may answer, or correct what they answered as long as another's answer is awaited. */
export const answeringOf = (list: Partial<AskingList>): OrganisationId[] => {
  const { state, asked = [] } = list;
  if (state !== 'ISSUED' || asked.every(({ left }) => left === 0)) return [];
  return asked.flatMap(({ organisation, outside }) => (outside === true ? [] : [organisation]));
};

/** Where the actor works and is asked about the case: while any answer on it is awaited, its papers are read there. */
export async function placesAsked(ports: Ports, actor: Actor, subject: Case): Promise<OrganisationId[]> {
  const own = placesOf(ports, actor);
  const requests = awaited(subject).filter(({ asked }) => asked.some((place) => own.includes(place)));
  if (requests.length === 0) return [];
  const rows = await getAll(
    ports.store,
    requests.map(({ list }) => keys.listRow(list, subject.id)),
  );
  return requests.flatMap(({ asked }, place) => {
    const row = loadRow(rows[place])?.value;
    const named = asked.map((organisation) => ({ organisation }));
    const waits = row !== undefined && missingOn({ asked: named }, row).length > 0;
    return waits ? asked.filter((one) => own.includes(one)) : [];
  });
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
