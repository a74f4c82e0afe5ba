import type { PersonId } from '../../domain/id.ts';
import type { Role } from '../../domain/directory.ts';
import type { Ports } from '../../ports.ts';
import { readEntries } from '../../records/history-record.ts';
import { recordId } from '../../records/keys.ts';
import { readLastView, readViews, viewWrite } from '../../records/view-record.ts';
import { readNames, readReader, type Names } from './reader.ts';

/** Which record was seen, as it stood then. */
export interface Seen {
  readonly kind: 'CASE' | 'LIST' | 'SLIP';
  readonly id: string;
  /** Entries of its history. */
  readonly entries: number;
}

export interface Change {
  readonly act: string;
  readonly at: string;
  readonly by: string;
}

/**
 * Notes that somebody sees the personal data of a record, and tells what happened to it since they saw it last.
 * @returns nothing for a first look
 */
export async function lookAt(ports: Ports, person: PersonId, { kind, id, entries }: Seen): Promise<Change[]> {
  const record = recordId(kind, id);
  const before = await readLastView(ports.store, record, person);
  const [day, at] = [ports.clock.today(), ports.clock.machine()];
  if (before?.day !== day || before.entries !== entries)
    await ports.store.commit([viewWrite(record, { person, day, at, entries })]);
  if (before === undefined || before.entries >= entries) return [];
  const changes = await readEntries(ports.store, record, { after: before.entries, through: entries });
  const others = changes.filter(({ by }) => by?.person !== person);
  const names: Names = await readNames(
    ports,
    [],
    others.flatMap(({ by }) => (by === undefined ? [] : [by.person])),
  );
  return others.map(({ act, at: when, by }) => ({
    act,
    at: when,
    by: by === undefined ? '' : names.person(by.person),
  }));
}

export interface Onlooker {
  readonly name: string;
  /** Office day. */
  readonly day: string;
}

/** Who answers for who may see what. */
const mayKnow: readonly Role[] = ['administrator', 'leader', 'auditor'];

/**
 * Who saw a record that the reader may read, by day.
 * @param offices where it was entered and on whose way it lies: theirs answer for it
 * @returns nothing for whoever isn't asked about it
 */
export async function readOnlookers(
  ports: Ports,
  person: PersonId,
  { kind, id, offices }: Pick<Seen, 'kind' | 'id'> & { readonly offices: readonly string[] },
): Promise<readonly Onlooker[] | undefined> {
  const { posts } = await readReader(ports, person);
  const knows = posts.some(
    ({ role, organisation }) => mayKnow.includes(role) && offices.includes(organisation),
  );
  if (!knows) return undefined;
  const views = await readViews(ports.store, recordId(kind, id));
  const names = await readNames(
    ports,
    [],
    views.map((view) => view.person),
  );
  return views.map((view) => ({ name: names.person(view.person), day: view.day }));
}
