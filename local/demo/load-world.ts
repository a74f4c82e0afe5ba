import type { Ports, Write } from '#shared/ports.ts';
import {
  areaWrites,
  councilWrites,
  organisationWrites,
  personWrites,
  readPerson,
} from '#shared/records/directory-record.ts';
import type { Person } from '#shared/domain/directory.ts';
import type { World } from './world.ts';

/** Below the hundred writes of one transaction, with room to spare. */
const writesACommit = 90;

/** Writes the directory of a demo. People who are there already keep what has become of them since. */
export async function loadWorld(ports: Pick<Ports, 'store'>, world: World): Promise<void> {
  const people = await newcomers(ports, world.people);
  const together = [
    ...world.areas.map(areaWrites),
    ...world.organisations.map(organisationWrites),
    ...people.map((person) => personWrites(undefined, person)),
    ...world.councils.map(councilWrites),
  ];
  for (const writes of inCommits(together)) await ports.store.commit(writes);
}

async function newcomers(ports: Pick<Ports, 'store'>, people: readonly Person[]): Promise<Person[]> {
  const known = await Promise.all(people.map((person) => readPerson(ports.store, person.id)));
  return people.filter((_, index) => known[index] === undefined);
}

/** What belongs together is never split over two commits. */
function inCommits(together: readonly (readonly Write[])[]): Write[][] {
  const commits: Write[][] = [];
  let open: Write[] = [];
  for (const writes of together) {
    if (open.length + writes.length > writesACommit) {
      commits.push(open);
      open = [];
    }
    open.push(...writes);
  }
  return open.length === 0 ? commits : [...commits, open];
}
