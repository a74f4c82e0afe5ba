import { holdsOn, type Person } from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Invitation, Ports } from '../../ports.ts';
import type { ActAnswer, ActRequest } from '../acting/request.ts';
import { keepDirectory } from './keep-directory.ts';
import { requirePerson } from './people.ts';

/**
 * A one-time link for somebody to begin, or to begin anew: what opened their account before opens nothing any more. The
 * register says who sent it, and whoever had an account is told of the reset. A retry makes no link and resets nothing: the account may have been opened since.
 * @throws Refusal AccountsElsewhere where the issuer isn't the home's own, OwnAccess for oneself, LinkShown for a retry
 */
export async function invitePerson(
  ports: Ports,
  request: ActRequest,
  id: PersonId,
): Promise<ActAnswer & { readonly invitation: Invitation }> {
  const { value: person } = await requirePerson(ports, id);
  const { accounts } = ports;
  const reset = (await accounts?.standings([id]))?.get(id) === 'active';
  const answer = await keepDirectory(ports, request, {
    act: 'invite',
    organisations: workplacesOf(ports, person),
    again: 'LinkShown',
    make: async () => {
      if (accounts === undefined) throw new Refusal('AccountsElsewhere');
      if (id === request.person) throw new Refusal('OwnAccess');
      return {
        id,
        writes: [],
        entry: {
          act: reset ? 'AccessReset' : 'Invited',
          facts: { person: id },
          payload: { name: person.name, username: person.username },
        },
      };
    },
  });
  if (accounts === undefined) throw new Refusal('AccountsElsewhere');
  const invitation = await accounts.invite(person);
  return { ...answer, invitation };
}

/** Whoever opens an account may use all of its rights: so only an administrator of all its organisations gives it out. */
function workplacesOf(ports: Ports, { posts }: Person): OrganisationId[] {
  const today = ports.clock.today();
  const held = posts.filter((post) => holdsOn(post, today) || post.from > today);
  return [...new Set((held.length > 0 ? held : posts).map(({ organisation }) => organisation))];
}
