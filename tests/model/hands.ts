import { holdsOn, type Person, type Post, type Role } from '#shared/domain/directory.ts';
import type { OrganisationId } from '#shared/domain/id.ts';
import type { CivilDate } from '#shared/domain/time.ts';
import { city } from '#tests/support/city-offices.ts';
import { people } from '#tests/support/small-directory.ts';

const offices = Object.values(city).flatMap(({ officer, leader, clerk }) => [officer, leader, clerk]);

/** Everybody who has an account. */
const everybody: readonly Person[] = [...Object.values(people), ...offices];

const holds = (person: Person, organisation: OrganisationId, role: Role, day: CivilDate): Post | undefined =>
  person.posts.find((post) => post.organisation === organisation && post.role === role && holdsOn(post, day));

/** One person in each role at an office: whoever else holds the same role may do the same. */
export function handAt(organisation: OrganisationId, role: Role, day: CivilDate): Person | undefined {
  return everybody.find((person) => holds(person, organisation, role, day) !== undefined);
}

/** The same for each of these roles; whoever keeps it comes first. */
export function handsAt(
  organisation: OrganisationId,
  roles: readonly Role[],
  keeper: Role | undefined,
  day: CivilDate,
): Person[] {
  const sorted = roles.toSorted((one, other) => Number(other === keeper) - Number(one === keeper));
  return sorted.flatMap((role) => handAt(organisation, role, day) ?? []);
}

export function postAt(organisation: OrganisationId, role: Role, day: CivilDate): Post | undefined {
  const person = handAt(organisation, role, day);
  return person === undefined ? undefined : holds(person, organisation, role, day);
}

export const inPost = (person: Person, organisation: OrganisationId, role: Role, day: CivilDate): boolean =>
  holds(person, organisation, role, day) !== undefined;
