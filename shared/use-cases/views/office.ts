import { validOn, type Council, type Organisation, type Post, type Role } from '../../domain/directory.ts';
import type { CaseId, OrganisationId, PersonId, RoundId } from '../../domain/id.ts';
import { organisationIdSchema } from '../../domain/id.ts';
import { listKindFor, listSchema } from '../../domain/list.ts';
import type { Round } from '../../domain/round.ts';
import { handsOnList } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { listOrganisations, listRounds, readCouncils, readPosts } from '../../records/directory-record.ts';
import { keys, prefixes } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { readSubjects } from '../../records/subject-record.ts';
import { openLikenesses, type Likeness } from '../cases/likeness.ts';
import { readNames } from './reader.ts';

/** What forms offer for choice: rounds, offices, posts, councils. */

/** Newest first. */
export function readRounds(ports: Ports): Promise<Round[]> {
  return listRounds(ports.store);
}

/** Organisations let in after the closing day of a round. */
export async function readAdmitted(ports: Ports, id: RoundId): Promise<OrganisationId[]> {
  const items = await queryAll(ports.store, { pk: keys.round(id).pk, prefix: prefixes.admissions });
  return items.map((item) => organisationIdSchema.parse(item.sk.slice(prefixes.admissions.length)));
}

/** Those that work today, by name. */
export async function readOffices(ports: Ports): Promise<Organisation[]> {
  const today = ports.clock.today();
  const found = await listOrganisations(ports.store);
  return found.filter((organisation) => validOn(organisation, today));
}

export type Colleague = Post & { readonly name: string };

export async function readColleagues(ports: Ports, organisation: OrganisationId): Promise<Colleague[]> {
  const posts = await readPosts(ports.store, organisation, ports.clock.today());
  const names = await readNames(
    ports,
    [],
    posts.map((post) => post.person),
  );
  return posts.map((post) => ({ ...post, name: names.person(post.person) }));
}

/** As what the reader may start lists of sealed cases at the office. */
export async function readSealedRoles(
  ports: Ports,
  person: PersonId,
  organisation: OrganisationId,
): Promise<Role[]> {
  const posts = await readPosts(ports.store, organisation, ports.clock.today());
  const hands = listSteps.flatMap((stepKind) => {
    const kind = stepKind === 'appraise' ? 'opinionRequest' : listKindFor(stepKind, 'nomination');
    return kind === undefined ? [] : handsOnList({ kind, stepKind, signer: undefined }, posts);
  });
  return [...new Set(hands.flatMap(({ post, roles }) => (post.person === person ? roles : [])))];
}

const listSteps = listSchema.shape.stepKind.options;

export function readOwnCouncils(ports: Ports, organisation: OrganisationId): Promise<Council[]> {
  return readCouncils(ports.store, organisation);
}

/** Look-alikes of the case's subject about which nobody has answered yet. */
export async function readOpenQuestions(ports: Ports, id: CaseId): Promise<Likeness[]> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const subject = loadCase(item)?.value;
  if (subject?.subject === undefined) return [];
  const [own] = await readSubjects(ports.store, [subject.subject]);
  return own === undefined ? [] : openLikenesses(ports, own.value);
}
