import { holdsOn, type Person, type Role } from '../../domain/directory.ts';
import type { PersonId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { findPerson, loadPerson } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { signOutWrite } from '../../records/sign-out-record.ts';
import {
  openRequest,
  requestKeys,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';

/**
 * Signs somebody out of every browser at once, for a cookie or a telephone that was stolen: by an administrator of an
 * office that the person has or had a post at. Bearer tokens live on, an hour at most.
 * @throws Refusal ActNotYours, also for a person whom nobody knows; PostEnded
 */
export async function endSignIns(ports: Ports, request: ActRequest, person: PersonId): Promise<ActAnswer> {
  const answer = await withRetries(() => commitEnd(ports, request, person));
  await ports.endIssuerSessions?.(person);
  return answer;
}

async function commitEnd(ports: Ports, request: ActRequest, id: PersonId): Promise<ActAnswer> {
  const [asker, kept, item] = await ports.store.get([...requestKeys(request), keys.person(id)]);
  const opened = openRequest(request, asker, kept);
  if ('answer' in opened) return opened.answer;
  const { context } = opened;
  requireAdministrator(ports, context, loadPerson(item)?.value);
  const answer: ActAnswer = { id, version: 1, act: 'endSignIns' };
  const end = signOutWrite(id, { before: ports.clock.machine(), by: request.person });
  await ports.store.commit([end, ...requestWrites(ports, context, answer)]);
  return answer;
}

function requireAdministrator(ports: Ports, { actor }: RequestContext, person: Person | undefined): void {
  const roles: readonly Role[] = officeRules.endSignIns.roles;
  const offices = new Set(person?.posts.map((post) => post.organisation));
  const fits = actor.posts.filter((post) => offices.has(post.organisation) && roles.includes(post.role));
  if (fits.some((post) => holdsOn(post, ports.clock.today()))) return;
  throw new Refusal(fits.length > 0 ? 'PostEnded' : 'ActNotYours', { roles });
}

/**
 * The same for an operator at a terminal, who needs no post.
 * @param name id or user name
 * @returns undefined where nobody has it
 */
export async function endSignInsOf(
  ports: Pick<Ports, 'store' | 'clock' | 'endIssuerSessions'>,
  name: string,
): Promise<Person | undefined> {
  const person = await findPerson(ports.store, name);
  if (person === undefined) return undefined;
  await ports.store.commit([signOutWrite(person.id, { before: ports.clock.machine() })]);
  await ports.endIssuerSessions?.(person.id);
  return person;
}
