import type { KeepCouncil } from '../../domain/directory-command.ts';
import { councilSchema, holdsOn, type Council, type Person } from '../../domain/directory.ts';
import { councilIdSchema, type OrganisationId } from '../../domain/id.ts';
import { Refusal, type FieldFault } from '../../domain/refusal.ts';
import { addDays } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { councilWrite, readPeople } from '../../records/directory-record.ts';
import { loaded, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import type { ActAnswer, ActRequest } from '../acting/request.ts';
import { keepDirectory } from './keep-directory.ts';

/**
 * Forms a council, or forms it anew from a day on: who sits there still goes on, who is left out sat to the day before.
 * @throws Refusal InputInvalid where it has no one chair, or no secretary who may keep its sessions, or would begin
 *   before its members of record sat
 */
export async function keepCouncil(
  ports: Ports,
  request: ActRequest,
  organisation: OrganisationId,
  command: KeepCouncil,
): Promise<ActAnswer> {
  return keepDirectory(ports, request, {
    act: 'keepCouncil',
    organisations: [organisation],
    make: async () => {
      const before = await readCouncil(ports, organisation, command.council);
      const people = await readPeople(
        ports.store,
        command.members.map(({ person }) => person),
      );
      requireSeats(organisation, command, people);
      requireLater(before?.value.members ?? [], command);
      const council: Council = {
        id: before?.value.id ?? councilIdSchema.parse(ports.random.ulid()),
        organisation,
        name: command.name,
        standing: command.standing,
        foundingDecision: command.foundingDecision,
        members: seated(before?.value.members ?? [], command),
      };
      return {
        id: council.id,
        version: (before?.version ?? 0) + 1,
        writes: [councilWrite(before, council)],
        entry: {
          act: before === undefined ? 'CouncilFormed' : 'CouncilChanged',
          facts: {
            council: council.id,
            members: command.members.map(({ person }) => person),
            from: command.from,
          },
          payload: { name: council.name, foundingDecision: council.foundingDecision },
        },
      };
    },
  });
}

async function readCouncil(
  ports: Ports,
  organisation: OrganisationId,
  id: Council['id'] | undefined,
): Promise<Loaded<Council> | undefined> {
  if (id === undefined) return undefined;
  const [item] = await ports.store.get([keys.council(organisation, id)]);
  const council = loaded(councilSchema, item);
  if (council === undefined) throw new Refusal('InputInvalid', {}, [{ field: 'council', code: 'unknown' }]);
  return council;
}

function requireSeats(
  organisation: OrganisationId,
  { members, from }: KeepCouncil,
  people: ReadonlyMap<string, Person>,
): void {
  const faults: FieldFault[] = [];
  const seated = (seat: string) => members.filter((member) => member.seat === seat);
  if (members.some(({ person }) => !people.has(person))) faults.push({ field: 'members', code: 'unknown' });
  if (new Set(members.map(({ person }) => person)).size < members.length)
    faults.push({ field: 'members', code: 'seatedTwice' });
  if (seated('chair').length !== 1) faults.push({ field: 'members', code: 'notOneChair' });
  const keepsSessions = ({ posts }: Person): boolean =>
    posts.some(
      (post) => post.organisation === organisation && post.role === 'secretary' && holdsOn(post, from),
    );
  const secretaries = seated('secretary').flatMap(({ person }) => people.get(person) ?? []);
  if (!secretaries.some(keepsSessions)) faults.push({ field: 'members', code: 'noSecretary' });
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

/** From an earlier day it would unseat members on days on which they sat, and leave no trace of them. */
function requireLater(before: Council['members'], { from }: KeepCouncil): void {
  if (before.some((member) => from < member.from || (member.to !== undefined && from <= member.to)))
    throw new Refusal('InputInvalid', {}, [{ field: 'from', code: 'beforeMembers' }]);
}

function seated(before: Council['members'], { members, from }: KeepCouncil): Council['members'] {
  const stays = ({ person, seat, to }: Council['members'][number]): boolean =>
    to === undefined && members.some((member) => member.person === person && member.seat === seat);
  const past = before.map((member) =>
    member.to === undefined && !stays(member) ? { ...member, to: addDays(from, -1) } : member,
  );
  const sits = (person: string): boolean => past.some((member) => member.person === person && stays(member));
  // Who never sat a day leaves no trace in the council; the register says it.
  return [
    ...past.filter(({ from: since, to }) => to === undefined || since <= to),
    ...members.filter(({ person }) => !sits(person)).map((member) => ({ ...member, from })),
  ];
}
