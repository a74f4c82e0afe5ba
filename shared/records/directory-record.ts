import { z } from 'zod';
import {
  areaSchema,
  councilSchema,
  holdsOn,
  organisationSchema,
  personSchema,
  postSchema,
  type Area,
  type Council,
  type Organisation,
  type Person,
  type Post,
  type Role,
} from '../domain/directory.ts';
import { personIdSchema, type AreaId, type OrganisationId, type PersonId } from '../domain/id.ts';
import { roundSchema, type Round } from '../domain/round.ts';
import type { Territory } from '../domain/route.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { indexes, keys, prefixes } from './keys.ts';
import { getAll, queryAll } from './query.ts';

/** Areas, organisations, people, posts, councils, rounds: what changes rarely and is read by all. */

export const loadPerson = (item: Item | undefined): Loaded<Person> | undefined => loaded(personSchema, item);
export const loadOrganisation = (item: Item | undefined): Organisation | undefined =>
  item === undefined ? undefined : decode(organisationSchema, item);
export const loadRound = (item: Item | undefined): Loaded<Round> | undefined => loaded(roundSchema, item);

export function areaWrites(area: Area): Write[] {
  return [{ put: encode(keys.area(area.id), area, 1) }];
}

export function organisationWrites(organisation: Organisation): Write[] {
  return [
    {
      put: encode(keys.organisation(organisation.id), organisation, 1, {
        g1: indexes.organisations(organisation.name, organisation.id),
      }),
    },
    { put: encode(keys.serves(organisation.area, organisation.id), organisation, 1) },
  ];
}

/** A person's posts stand in one item; a copy of each stands with its organisation to find holders of a role. */
export function personWrites(before: Loaded<Person> | undefined, after: Person): Write[] {
  const place = (post: Post): string =>
    keys.holder(post.organisation, post.role, post.id).sk + post.organisation;
  const kept = new Set(after.posts.map(place));
  const moved = (before?.value.posts ?? []).filter((post) => !kept.has(place(post)));
  return [
    replace(keys.person(after.id), after, before, { g1: indexes.people(after.username) }),
    ...(before === undefined
      ? [
          {
            put: encode(keys.username(after.username), { person: after.id }, 1),
            if: { absent: true },
          } as const,
        ]
      : []),
    ...moved.map((post): Write => ({ delete: keys.holder(post.organisation, post.role, post.id) })),
    ...after.posts.map((post): Write => ({
      put: encode(keys.holder(post.organisation, post.role, post.id), post, 1),
    })),
  ];
}

export function councilWrites(council: Council): Write[] {
  return [{ put: encode(keys.council(council.organisation, council.id), council, 1) }];
}

export const councilWrite = (before: Loaded<Council> | undefined, after: Council): Write =>
  replace(keys.council(after.organisation, after.id), after, before);

export function roundWrite(before: Loaded<Round> | undefined, after: Round): Write {
  return replace(keys.round(after.id), after, before, { g1: indexes.rounds(String(after.year), after.id) });
}

const usernameSchema = z.object({ person: personIdSchema });

/** By id or user name. */
export async function findPerson(store: Store, name: string): Promise<Person | undefined> {
  const [byId, byName] = await store.get([keys.person(name), keys.username(name)]);
  if (byName === undefined) return loadPerson(byId)?.value;
  return (await readPerson(store, decode(usernameSchema, byName).person))?.value;
}

export async function readPerson(store: Store, id: PersonId): Promise<Loaded<Person> | undefined> {
  const [item] = await store.get([keys.person(id)]);
  return loadPerson(item);
}

export async function readOrganisations(
  store: Store,
  ids: readonly OrganisationId[],
): Promise<Map<string, Organisation>> {
  const items = await getAll(
    store,
    [...new Set(ids)].map((id) => keys.organisation(id)),
  );
  return new Map(
    items.flatMap((item) =>
      item === undefined ? [] : [[item.pk.slice(4), decode(organisationSchema, item)]],
    ),
  );
}

export async function readPeople(store: Store, ids: readonly PersonId[]): Promise<Map<string, Person>> {
  const items = await getAll(
    store,
    [...new Set(ids)].map((id) => keys.person(id)),
  );
  return new Map(
    items.flatMap((item) => (item === undefined ? [] : [[item.pk.slice(7), decode(personSchema, item)]])),
  );
}

export async function listOrganisations(store: Store): Promise<Organisation[]> {
  const items = await queryAll(store, { index: 'g1', pk: indexes.organisations().pk });
  return items.map((item) => decode(organisationSchema, item));
}

export async function listPeople(store: Store): Promise<Person[]> {
  const items = await queryAll(store, { index: 'g1', pk: indexes.people().pk });
  return items.map((item) => decode(personSchema, item));
}

export async function listRounds(store: Store): Promise<Round[]> {
  const items = await queryAll(store, { index: 'g1', pk: indexes.rounds().pk, descending: true });
  return items.map((item) => decode(roundSchema, item));
}

/** The area and everything above it, with all organisations that serve one of them. Two queries in a row. */
export async function readTerritory(store: Store, start: AreaId): Promise<Territory> {
  const own = await readServed(store, start);
  const above = own.areas.flatMap((area) => area.above);
  const all = [own, ...(await Promise.all(above.map((id) => readServed(store, id))))];
  return {
    areas: all.flatMap(({ areas }) => areas),
    organisations: all.flatMap(({ organisations }) => organisations),
  };
}

/** An area and who serves it lie in one partition. */
async function readServed(store: Store, id: AreaId): Promise<Territory> {
  const { pk, sk } = keys.area(id);
  const items = await queryAll(store, { pk });
  return {
    areas: items.filter((item) => item.sk === sk).map((item) => decode(areaSchema, item)),
    organisations: items
      .filter((item) => item.sk.startsWith(prefixes.serves))
      .map((item) => decode(organisationSchema, item)),
  };
}

/** Posts of a role at an organisation that hold on the day. */
export async function readHolders(
  store: Store,
  organisation: OrganisationId,
  role: Role,
  day: CivilDate,
): Promise<Post[]> {
  return (await readPostsOfRole(store, organisation, role)).filter((post) => holdsOn(post, day));
}

/** All posts of a role at an organisation on record, also those that have ended or not begun. */
export async function readPostsOfRole(
  store: Store,
  organisation: OrganisationId,
  role: Role,
): Promise<Post[]> {
  const items = await queryAll(store, {
    pk: keys.organisation(organisation).pk,
    prefix: prefixes.holders(role),
  });
  return items.map((item) => decode(postSchema, item));
}

export async function readPosts(store: Store, organisation: OrganisationId, day: CivilDate): Promise<Post[]> {
  const items = await queryAll(store, { pk: keys.organisation(organisation).pk, prefix: 'POST#' });
  return items.map((item) => decode(postSchema, item)).filter((post) => holdsOn(post, day));
}

export async function readCouncil(
  store: Store,
  organisation: OrganisationId,
  id: Council['id'],
): Promise<Council | undefined> {
  const [item] = await store.get([keys.council(organisation, id)]);
  return item === undefined ? undefined : decode(councilSchema, item);
}

export async function readCouncils(store: Store, organisation: OrganisationId): Promise<Council[]> {
  const items = await queryAll(store, { pk: keys.organisation(organisation).pk, prefix: prefixes.councils });
  return items.map((item) => decode(councilSchema, item));
}
