import { openStep, standingOf, type Case } from '../../domain/case.ts';
import type { Role } from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import type { Ports } from '../../ports.ts';
import { keeperOf, keepersOf } from '../../records/case-record.ts';
import { readHolders, readPosts } from '../../records/directory-record.ts';

/** Who is told. Sealed things are told to named posts only. */

export async function holdersOfRole(
  ports: Ports,
  organisation: OrganisationId,
  role: Role,
): Promise<PersonId[]> {
  const posts = await readHolders(ports.store, organisation, role, ports.clock.today());
  return [...new Set(posts.map((post) => post.person))];
}

/** Whose turn it is: the holder, or during a supplement whoever entered the case. */
export async function holdersOf(ports: Ports, subject: Case): Promise<PersonId[]> {
  const step = openStep(subject);
  if (step === undefined) return [];
  if (standingOf(subject) === 'supplement') return submitters(ports, subject);
  const role = keeperOf(step.kind);
  if (subject.sealed === undefined) return holdersOfRole(ports, step.organisation, role);
  const posts = await readPosts(ports.store, step.organisation, ports.clock.today());
  const named = keepersOf(subject.sealed.holders, role).map((holder) => holder.post);
  return posts.filter((post) => named.includes(post.id)).map((post) => post.person);
}

/** The typist, who is an officer of the entering organisation; after they left, whoever is officer there now. */
export async function submitters(ports: Ports, subject: Case): Promise<PersonId[]> {
  const officers = await readHolders(ports.store, subject.enteredBy, 'officer', ports.clock.today());
  const allowed = officers.filter(
    (post) => subject.sealed === undefined || subject.sealed.readers.includes(post.id),
  );
  const people = [...new Set(allowed.map((post) => post.person))];
  return people.includes(subject.typist) ? [subject.typist] : people;
}

/** Who had the case when it ended. */
export async function lastHolders(ports: Ports, subject: Case): Promise<PersonId[]> {
  const step = subject.route?.steps.findLast((candidate) => candidate.outcome === 'ended');
  if (step === undefined || subject.sealed !== undefined) return [];
  return holdersOfRole(ports, step.organisation, keeperOf(step.kind));
}

export async function leadersOf(ports: Ports, subject: Case): Promise<PersonId[]> {
  const step = openStep(subject);
  if (step === undefined) return [];
  const organisation = standingOf(subject) === 'supplement' ? subject.enteredBy : step.organisation;
  const leaders = await readHolders(ports.store, organisation, 'leader', ports.clock.today());
  const heads = leaders.filter((post) => post.capacity === 'head');
  const told = heads.length > 0 ? heads : leaders;
  return told
    .filter((post) => subject.sealed === undefined || subject.sealed.readers.includes(post.id))
    .map((post) => post.person);
}

export async function keepersOfList(ports: Ports, list: List, role: Role): Promise<PersonId[]> {
  const posts = await readHolders(ports.store, list.organisation, role, ports.clock.today());
  const named = list.sealed?.map((holder) => holder.post);
  return posts.filter((post) => named === undefined || named.includes(post.id)).map((post) => post.person);
}
