import { holdsOn, type Person, type Post, type Role } from '#shared/domain/directory.ts';
import type { OrganisationId } from '#shared/domain/id.ts';
import type { CivilDate } from '#shared/domain/time.ts';
import { keys } from '#shared/records/keys.ts';
import { city } from '#tests/support/city-offices.ts';
import { people } from '#tests/support/small-directory.ts';
import type { World } from './world.ts';

const offices = Object.values(city).flatMap(({ officer, leader, clerk }) => [officer, leader, clerk]);

const accounts = [...Object.values(people), ...offices].map(({ id }) => keys.person(id));

/** Everybody who has an account, with the posts that they have by now. */
const everybody = ({ store }: World): Person[] => {
  const stored = store.save();
  return accounts.map(({ pk, sk }) => stored.get(pk)!.get(sk)!.body as unknown as Person);
};

const holds = (person: Person, organisation: OrganisationId, role: Role, day: CivilDate): Post | undefined =>
  person.posts.find((post) => post.organisation === organisation && post.role === role && holdsOn(post, day));

/** One person in each role at an office: whoever else holds the same role may do the same. */
export function handAt(world: World, organisation: OrganisationId, role: Role): Person | undefined {
  const today = world.clock.today();
  return everybody(world).find((person) => holds(person, organisation, role, today) !== undefined);
}

/** The same for each of these roles; whoever keeps it comes first. */
export function handsAt(
  world: World,
  organisation: OrganisationId,
  roles: readonly Role[],
  keeper: Role | undefined,
): Person[] {
  const sorted = roles.toSorted((one, other) => Number(other === keeper) - Number(one === keeper));
  return sorted.flatMap((role) => handAt(world, organisation, role) ?? []);
}

export function postAt(world: World, organisation: OrganisationId, role: Role): Post | undefined {
  const person = handAt(world, organisation, role);
  return person === undefined ? undefined : holds(person, organisation, role, world.clock.today());
}

export const inPost = (person: Person, organisation: OrganisationId, role: Role, day: CivilDate): boolean =>
  holds(person, organisation, role, day) !== undefined;

/** Whether somebody still holds this very post. */
export const isHeld = (world: World, id: Post['id']): boolean =>
  everybody(world).some(({ posts }) =>
    posts.some((post) => post.id === id && holdsOn(post, world.clock.today())),
  );
