import type { Person } from '../../domain/directory.ts';
import { Refusal } from '../../domain/refusal.ts';
import { CommitConflict, type Store } from '../../ports.ts';
import { listOrganisations, listPeople, personWrites, readPerson } from '../../records/directory-record.ts';
import { foundingWrite } from '../../records/register-record.ts';
import { readFounding } from './found-office.ts';

/**
 * The first person of an empty home, who may set it up and nothing else: by a command, at the machine or at the table.
 * @throws Refusal OfficeFounded where somebody was there before
 */
export async function admitFounder(
  store: Store,
  founder: Pick<Person, 'id' | 'username' | 'name' | 'email'>,
): Promise<void> {
  if ((await readFounder(store)) !== undefined) throw new Refusal('OfficeFounded');
  try {
    await store.commit([
      ...personWrites(undefined, { ...founder, language: 'vi', posts: [] }),
      foundingWrite(undefined, { administrator: founder.id }),
    ]);
  } catch (error) {
    throw error instanceof CommitConflict ? new Refusal('OfficeFounded') : error;
  }
}

/**
 * Who was admitted and has set nothing up yet; undefined in an empty home.
 * @throws Refusal OfficeFounded where an office stands
 */
export async function readFounder(store: Store): Promise<Person | undefined> {
  const [founding, people, organisations] = await Promise.all([
    readFounding(store),
    listPeople(store),
    listOrganisations(store),
  ]);
  if (founding === undefined && people.length + organisations.length === 0) return undefined;
  if (founding === undefined || founding.value.organisation !== undefined) throw new Refusal('OfficeFounded');
  return (await readPerson(store, founding.value.administrator))?.value;
}
