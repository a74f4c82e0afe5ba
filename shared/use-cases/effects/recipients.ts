import { openStep, standingOf, type Case } from '../../domain/case.ts';
import { membersOn, type Council, type Post, type Role } from '../../domain/directory.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import { handsOnCase, handsOnList } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { keeperOf } from '../../records/case-record.ts';
import { readHolders } from '../../records/directory-record.ts';
import { listKeeper } from '../../records/list-record.ts';
import { handlersOf, inRole, postsToday } from '../acting/sealed-hands.ts';

/** Who is told. Sealed things are told to those only who handle them today. */

export async function holdersOfRole(
  ports: Ports,
  organisation: OrganisationId,
  role: Role,
): Promise<PersonId[]> {
  return peopleOf(await readHolders(ports.store, organisation, role, ports.clock.today()));
}

/** Whose turn it is: the holder, or during a supplement whoever entered the case. */
export async function holdersOf(ports: Ports, subject: Case): Promise<PersonId[]> {
  const step = openStep(subject);
  if (step === undefined) return [];
  if (standingOf(subject) === 'supplement') return submitters(ports, subject);
  const role = keeperOf(step.kind);
  if (subject.sealed === undefined) return holdersOfRole(ports, step.organisation, role);
  return peopleOf(await handlersOf(ports, subject, step.organisation, role));
}

const peopleOf = (posts: readonly Post[]): PersonId[] => [...new Set(posts.map((post) => post.person))];

/** The typist, who is an officer of the entering organisation; after they left, whoever is officer there now. */
export async function submitters(ports: Ports, subject: Case): Promise<PersonId[]> {
  const people =
    subject.sealed === undefined
      ? await holdersOfRole(ports, subject.enteredBy, 'officer')
      : peopleOf(await handlersOf(ports, subject, subject.enteredBy, 'officer'));
  return people.includes(subject.typist) ? [subject.typist] : people;
}

/** Officers of whoever was asked about it; nobody, once it was answered. */
export async function askedOf(ports: Ports, { question }: Case): Promise<PersonId[]> {
  return question === undefined ? [] : holdersOfRole(ports, question.to, 'officer');
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
  const posts = await postsToday(ports, organisation);
  const own =
    subject.sealed === undefined ? posts : handsOnCase(subject, organisation, posts).map(({ post }) => post);
  const leaders = own.filter((post) => post.role === 'leader');
  const heads = leaders.filter((post) => post.capacity === 'head');
  return peopleOf(heads.length > 0 ? heads : leaders);
}

/** Whose turn it is with a list: whoever is named to sign it while it waits for that, else who keeps it in its state. */
export async function holdersOfList(ports: Ports, list: List): Promise<PersonId[]> {
  const role = listKeeper(list);
  if (role === undefined) return [];
  const keepers = await keepersOfList(ports, list, role);
  const signer = role === 'leader' ? list.signer?.person : undefined;
  return signer !== undefined && keepers.includes(signer) ? [signer] : keepers;
}

/** Members of the council on the day of its session; of a sealed one those among them who handle it. */
export async function membersOfSession(ports: Ports, list: List, council: Council): Promise<PersonId[]> {
  const members = membersOn(council, list.heldOn ?? ports.clock.today()).map((member) => member.person);
  if (list.sealed === undefined) return members;
  const hands = peopleOf(
    handsOnList(list, await postsToday(ports, list.organisation)).map(({ post }) => post),
  );
  return members.filter((person) => hands.includes(person));
}

export async function keepersOfList(ports: Ports, list: List, role: Role): Promise<PersonId[]> {
  if (list.sealed === undefined) return holdersOfRole(ports, list.organisation, role);
  return peopleOf(inRole(handsOnList(list, await postsToday(ports, list.organisation)), role));
}
