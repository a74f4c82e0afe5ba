import { postsOn, type Actor } from '../../domain/actor.ts';
import { namesOn, type Organisation, type Person, type Post } from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { readOrganisations, readPeople, readPerson } from '../../records/directory-record.ts';

/** Who reads: the person, with the posts that hold today. */
export interface Reader {
  readonly person: Person;
  readonly actor: Actor;
  readonly posts: readonly Post[];
}

export async function readReader(ports: Ports, id: PersonId): Promise<Reader> {
  const known = await readPerson(ports.store, id);
  if (known === undefined) throw new Refusal('SignInNeeded');
  const actor: Actor = { person: known.value.id, name: known.value.name, posts: known.value.posts };
  return { person: known.value, actor, posts: postsOn(actor, ports.clock.today()) };
}

export interface OrganisationName {
  readonly id: OrganisationId;
  readonly name: string;
  readonly shortName: string;
}

/** Names looked up once a view. */
export class Names {
  readonly #organisations: ReadonlyMap<string, Organisation>;
  readonly #people: ReadonlyMap<string, Person>;

  constructor(organisations: ReadonlyMap<string, Organisation>, people: ReadonlyMap<string, Person>) {
    this.#organisations = organisations;
    this.#people = people;
  }

  /** @param on as it was called on that day; today if left out */
  organisation(id: OrganisationId, on?: CivilDate): OrganisationName {
    const found = this.#organisations.get(id);
    const called = found === undefined || on === undefined ? found : namesOn(found, on);
    return { id, name: called?.name ?? '', shortName: called?.shortName ?? '' };
  }

  /** `UBND`: what numbers of its documents end in. */
  numberSuffix(id: OrganisationId): string {
    return this.#organisations.get(id)?.numberSuffix ?? '';
  }

  person(id: PersonId): string {
    return this.#people.get(id)?.name ?? '';
  }

  post(person: PersonId, post: string | undefined): string {
    return this.#people.get(person)?.posts.find((candidate) => candidate.id === post)?.title ?? '';
  }
}

export async function readNames(
  ports: Ports,
  organisations: readonly OrganisationId[],
  people: readonly PersonId[],
): Promise<Names> {
  const [found, persons] = await Promise.all([
    readOrganisations(ports.store, organisations),
    readPeople(ports.store, people),
  ]);
  return new Names(found, persons);
}

export interface MeView {
  readonly id: PersonId;
  readonly name: string;
  readonly username: string;
  readonly language: Person['language'];
  readonly posts: readonly (Post & { readonly organisationName: OrganisationName })[];
}

export async function readMe(ports: Ports, id: PersonId): Promise<MeView> {
  const { person, posts } = await readReader(ports, id);
  const names = await readNames(
    ports,
    posts.map((post) => post.organisation),
    [],
  );
  return {
    id: person.id,
    name: person.name,
    username: person.username,
    language: person.language,
    posts: posts.map((post) => ({ ...post, organisationName: names.organisation(post.organisation) })),
  };
}
