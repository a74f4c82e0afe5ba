import type { Role } from '#shared/domain/directory.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import type { OwnVisit } from './visit.ts';

/** Organisations where the reader holds a post today, under one of these roles if any are named; each once. */
export function ownOffices(visit: OwnVisit, roles?: readonly Role[]): OrganisationName[] {
  const posts = visit.signedIn.me.posts.filter((post) => roles === undefined || roles.includes(post.role));
  return [...new Map(posts.map((post) => [post.organisation, post.organisationName])).values()];
}

export function holdsRole(visit: OwnVisit, roles: readonly Role[]): boolean {
  return visit.signedIn.me.posts.some((post) => roles.includes(post.role));
}

/** Whether the reader is named for sealed cases there. */
export function namedForSealed(visit: OwnVisit, organisation: string, role: Role): boolean {
  return visit.signedIn.me.posts.some(
    (post) => post.organisation === organisation && post.role === role && post.sealed,
  );
}
