import { actorOf } from '../../domain/actor.ts';
import type { CaseContent } from '../../domain/case.ts';
import type { NewNomination } from '../../domain/case-command.ts';
import { validOn } from '../../domain/directory.ts';
import { caseIdSchema, type PersonId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadOrganisation, loadPerson } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { likenessKey, type Subject } from '../../domain/subject.ts';
import { readSubjects } from '../../records/subject-record.ts';
import { contentOf, enteringPost, freshDraft, proposerOf } from '../cases/new-case.ts';
import { judgeCase } from './judge-case.ts';
import { viewOf, type RulesView } from './rules-view.ts';
import { sideOfTyped } from './sides.ts';

/**
 * What the rules say of a nomination that is being typed; nothing of it is kept. Its papers are not looked at: it has none.
 * @throws Refusal OrganisationUnknown, OrganisationForeign, ActNotYours
 */
export async function checkNomination(
  ports: Ports,
  person: PersonId,
  command: NewNomination,
): Promise<RulesView> {
  const today = ports.clock.today();
  const [personItem, organisationItem] = await ports.store.get([
    keys.person(person),
    keys.organisation(command.organisation),
  ]);
  const known = loadPerson(personItem)?.value;
  const organisation = loadOrganisation(organisationItem);
  if (known === undefined) throw new Refusal('SignInNeeded');
  if (organisation === undefined || !validOn(organisation, today))
    throw new Refusal('OrganisationUnknown', { organisation: command.organisation });
  const post = enteringPost(actorOf(known), organisation, today, 'nominate');
  const content = contentOf(command.content, command.sealed);
  const [own] = command.subject === undefined ? [] : await readSubjects(ports.store, [command.subject]);
  if (command.sealed !== undefined && !post.sealed)
    throw new Refusal('ActNotYours', { roles: officeRules.nominate.roles, sealed: true });
  const subject = {
    ...freshDraft(ports, caseIdSchema.parse(ports.random.ulid()), organisation, post),
    kind: 'nomination' as const,
    round: command.round,
    form: command.form,
    subjectKind: command.subjectKind,
    proposer: proposerOf(command),
    label: { name: '', unit: '', namesake: false },
    ...(command.sealed === undefined ? {} : { sealed: { number: 0 } }),
  };
  const alike = own !== undefined && isAlike(own.value, content) ? own.value : undefined;
  const asked = { subject, content, own: alike, unsaved: true, idNumber: command.idNumber };
  return viewOf({ stage: 'typing', ...(await judgeCase(ports, asked, 'typing')) }, sideOfTyped);
}

/**
 * Nothing is kept of what is typed, so nobody could tell afterwards who asked for whom: history is told only of a subject
 * whose name was typed. Whoever nominates under another spelling reads it on the draft, which says who they are.
 */
function isAlike(
  { kind, name, birthYear }: Subject,
  typed: Pick<CaseContent, 'printedName' | 'birthYear'>,
): boolean {
  const sameYear = birthYear === undefined || typed.birthYear === undefined || birthYear === typed.birthYear;
  const keyOf = (one: string): string => likenessKey({ kind, name: one });
  return sameYear && keyOf(name) === keyOf(typed.printedName);
}
