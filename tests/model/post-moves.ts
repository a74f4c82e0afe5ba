import { newPostSchema } from '#shared/domain/directory-command.ts';
import type { Post, Role } from '#shared/domain/directory.ts';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { addDays } from '#shared/domain/time.ts';
import { organisationWrites } from '#shared/records/directory-record.ts';
import { endPost, givePost } from '#shared/use-cases/directory/people.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { postAt } from './hands.ts';
import type { Move } from './move.ts';
import type { World } from './world.ts';

const { administrator, organiser: successor } = people;

/** The district's administrator keeps the directories of all offices here. */
export async function keptByOne({ store }: World): Promise<void> {
  const keptBy = organisations.districtCommittee.id;
  for (const one of Object.values(organisations))
    if (one.id !== keptBy) await store.commit(organisationWrites({ ...one, keptBy }));
}

/** Of each role for which something waits, the post that acts ends, and somebody else gets the like. */
export function postMoves(world: World): Move[] {
  const waiting = world.store.items().filter(({ pk }) => pk.startsWith('INBOX#'));
  return [...new Set(waiting.map(({ pk }) => pk))].flatMap((inbox) => {
    const [, office, named] = inbox.split('#');
    const organisation = organisationIdSchema.parse(office);
    const post = postAt(world, organisation, named as Role);
    return post === undefined || post.person === successor.id ? [] : [succession(world, post)];
  });
}

const succession = (world: World, post: Post): Move => ({
  ...{ kind: 'act', name: `${post.role} is succeeded`, record: `ORG#${post.organisation}`, detour: true },
  by: administrator,
  async run() {
    const { ports, clock } = world;
    const today = clock.today();
    await endPost(ports, asks(administrator), post.person, {
      ...{ post: post.id, to: addDays(today, -1), reason: 'Chuyển công tác' },
    });
    const { organisation, role, capacity, title, sealed } = post;
    const like = { organisation, role, capacity, title, sealed, from: today, instrument: 'QĐ 1' };
    await givePost(ports, asks(administrator), successor.id, newPostSchema.parse(like));
  },
});
