import type { NewPost } from '../../domain/directory-command.ts';
import { postDaysBack, type Person, type Post } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { addDays, type CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import type { Loaded } from '../../records/item.ts';

/** @throws Refusal OwnAccess for a post of one's own that isn't an administrator's, InputInvalid for one long begun */
export function requireGivable(
  ports: Ports,
  giver: PersonId,
  { before, posts }: { readonly before: Loaded<Person> | undefined; readonly posts: readonly NewPost[] },
): void {
  if (before?.value.id === giver && posts.some(({ role, sealed }) => role !== 'administrator' || sealed))
    throw new Refusal('OwnAccess');
  const earliest = earliestDay(ports);
  if (posts.some(({ from }) => from < earliest))
    throw new Refusal('InputInvalid', {}, [{ field: 'from', code: 'longBegun', limit: postDaysBack }]);
}

/**
 * A post is only ever shortened: whoever could lengthen it would give it, past what giving asks.
 * @throws Refusal InputInvalid for a last day after the one that stands, long ago, or earlier than the day before it begins
 */
export function requireEndable(ports: Ports, post: Post, to: CivilDate): void {
  if (post.to !== undefined && to > post.to)
    throw new Refusal('InputInvalid', {}, [{ field: 'to', code: 'afterEnd' }]);
  if (to < addDays(post.from, -1))
    throw new Refusal('InputInvalid', {}, [{ field: 'to', code: 'beforeStart' }]);
  if (to < earliestDay(ports))
    throw new Refusal('InputInvalid', {}, [{ field: 'to', code: 'longEnded', limit: postDaysBack }]);
}

const earliestDay = ({ clock }: Ports): CivilDate => addDays(clock.today(), -postDaysBack);
