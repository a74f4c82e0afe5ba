import { holdsOn, type Person, type Post, type Role } from './directory.ts';
import type { OrganisationId, PersonId, PostId } from './id.ts';
import { Refusal } from './refusal.ts';
import type { Hand } from './sealed-hands.ts';
import type { CivilDate } from './time.ts';

/** Who acts: a person with all posts on record, whether they hold today or not. */
export interface Actor {
  readonly person: PersonId;
  readonly name: string;
  readonly posts: readonly Post[];
}

export const actorOf = ({ id, name, posts }: Person): Actor => ({ person: id, name, posts });

export function postsOn(actor: Actor, day: CivilDate): Post[] {
  return actor.posts.filter((post) => holdsOn(post, day));
}

/**
 * The post under which the actor may do this today.
 * @throws Refusal PostEnded when a fitting post has ended or not begun, else ActNotYours
 */
export function actingPost(
  actor: Actor,
  day: CivilDate,
  need: {
    organisation: OrganisationId;
    roles: readonly Role[];
    among?: readonly PostId[] | undefined;
    /** Of what is sealed: who handles it, and as what. */
    hands?: readonly Hand[] | undefined;
  },
): Post {
  const { hands } = need;
  const rolesOf = (post: Post): readonly Role[] =>
    hands === undefined ? [post.role] : (hands.find((hand) => hand.post.id === post.id)?.roles ?? []);
  const fits = actor.posts.filter(
    (post) =>
      post.organisation === need.organisation &&
      rolesOf(post).some((role) => need.roles.includes(role)) &&
      (need.among === undefined || need.among.includes(post.id)),
  );
  const today = fits.find((post) => holdsOn(post, day));
  if (today !== undefined) return today;
  throw new Refusal(fits.length > 0 ? 'PostEnded' : 'ActNotYours', { roles: need.roles });
}

export function worksAt(actor: Actor, day: CivilDate, organisation: OrganisationId): boolean {
  return actor.posts.some((post) => post.organisation === organisation && holdsOn(post, day));
}
