import {
  organisationSchema,
  postSchema,
  validOn,
  type Area,
  type Council,
  type Organisation,
  type Person,
  type Post,
} from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { compareNames } from '../../domain/text.ts';
import type { AccountStanding, Ports } from '../../ports.ts';
import {
  listOrganisations,
  readCouncils,
  readOrganisations,
  readPeople,
  readTerritory,
} from '../../records/directory-record.ts';
import { readHistory } from '../../records/history-record.ts';
import { decode } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { readNames, readReader } from '../views/reader.ts';
import { readFounding } from './found-office.ts';
import { keeperPost } from './keep-directory.ts';

/** Somebody of an organisation, with the posts held there, past ones too. */
export interface StaffMember extends Pick<Person, 'id' | 'name' | 'username' | 'email'> {
  /** Absent where accounts are kept elsewhere. */
  readonly account?: AccountStanding;
  readonly posts: readonly Post[];
}

export interface DirectoryView {
  readonly organisation: Organisation;
  /** The area it serves, and those above it. */
  readonly areas: readonly Area[];
  /** Others whose directory its administrators keep. */
  readonly kept: readonly Organisation[];
  readonly people: readonly StaffMember[];
  readonly councils: readonly Council[];
}

/** What administrators of an organisation keep. @throws Refusal ActNotYours, OrganisationUnknown */
export async function readDirectory(
  ports: Ports,
  person: PersonId,
  id: OrganisationId,
): Promise<DirectoryView> {
  const organisation = await requireKept(ports, person, id);
  const [territory, kept, people, councils] = await Promise.all([
    readTerritory(ports.store, organisation.area),
    keptBy(ports, id),
    staffOf(ports, id),
    readCouncils(ports.store, id),
  ]);
  return { organisation, areas: territory.areas, kept, people, councils };
}

async function requireKept(ports: Ports, person: PersonId, id: OrganisationId): Promise<Organisation> {
  const { actor } = await readReader(ports, person);
  await keeperPost(ports, actor, [id]);
  const item = (await readOrganisations(ports.store, [id])).get(id);
  return organisationSchema.parse(item);
}

async function keptBy(ports: Ports, id: OrganisationId): Promise<Organisation[]> {
  const all = await listOrganisations(ports.store);
  return all.filter((one) => one.keptBy === id && validOn(one, ports.clock.today()));
}

async function staffOf(ports: Ports, organisation: OrganisationId): Promise<StaffMember[]> {
  const items = await queryAll(ports.store, { pk: keys.organisation(organisation).pk, prefix: 'POST#' });
  const posts = items.map((item) => decode(postSchema, item));
  const ids = [...new Set(posts.map(({ person }) => person))];
  const [people, standings] = await Promise.all([
    readPeople(ports.store, ids),
    ports.accounts?.standings(ids),
  ]);
  return [...people.values()]
    .map(({ id, name, username, email }) => ({
      id,
      name,
      username,
      email,
      ...(standings === undefined ? {} : { account: standings.get(id) ?? ('none' as const) }),
      posts: posts.filter((post) => post.person === id),
    }))
    .sort((one, other) => compareNames(one.name, other.name));
}

export interface RegisterEntry {
  readonly seq: number;
  readonly at: string;
  readonly act: string;
  /** Name of the administrator. */
  readonly by: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Names and reasons, unless they were erased. */
  readonly words?: Readonly<Record<string, unknown>>;
}

/** What was done to the directory, newest first. @throws Refusal ActNotYours, OrganisationUnknown */
export async function readRegister(
  ports: Ports,
  person: PersonId,
  id: OrganisationId,
): Promise<RegisterEntry[]> {
  await requireKept(ports, person, id);
  const history = await readHistory(ports.store, recordId('REGISTER', id));
  const names = await readNames(
    ports,
    [],
    history.flatMap(({ entry }) => entry.by?.person ?? []),
  );
  return history.reverse().map(({ entry: { seq, at, act, by, facts }, payload }) => ({
    seq,
    at,
    act,
    by: by === undefined ? '' : names.person(by.person),
    facts,
    ...(payload === undefined ? {} : { words: payload }),
  }));
}

/** Whether this is the person for whom the empty home was made, and nothing was set up yet. */
export async function mayFound(ports: Ports, person: PersonId): Promise<boolean> {
  const founding = await readFounding(ports.store);
  return founding?.value.administrator === person && founding.value.organisation === undefined;
}
