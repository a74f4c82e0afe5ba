import { actingPost, type Actor } from '../../domain/actor.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import { labelOf, patched, requireOwnFields } from '../../domain/case-acts/entering.ts';
import type { ContentPatch, NewModelProposal, NewNomination } from '../../domain/case-command.ts';
import type { Organisation, Post } from '../../domain/directory.ts';
import { validOn } from '../../domain/directory.ts';
import type { EntryFacts } from '../../domain/history.ts';
import { caseIdSchema, type OrganisationId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { publicCodeFrom } from '../../domain/public-code.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Item, Key, Ports } from '../../ports.ts';
import { publicCodeWrite } from '../../records/case-record.ts';
import { loadOrganisation, loadRound } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { loadSubject, namingWrite } from '../../records/subject-record.ts';
import { requireEligible } from './eligible-kind.ts';
import { link, readLinkable } from './linked-nomination.ts';
import { nominatedSubject, subjectKeys } from './nominated-subject.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';
import { nextSealedNumber } from '../rounds/rounds.ts';
import { freshTip, Work } from '../acting/work.ts';

/**
 * A nomination begins as a draft: one subject, one award form, one achievement.
 * @param beside adds what else changes in the same commit, and says what the first entry tells of it
 */
export async function nominate(
  ports: Ports,
  request: ActRequest,
  command: NewNomination,
  beside: (scene: NewCaseScene) => Promise<EntryFacts> = async () => ({}),
): Promise<ActAnswer> {
  const { organisation, sealed } = command;
  const named = [
    keys.round(command.round),
    ...(sealed === undefined ? subjectKeys(command) : [keys.sealedCount(command.round)]),
    ...(command.linkedTo === undefined ? [] : [keys.caseMeta(command.linkedTo)]),
  ];
  return begin(ports, request, { act: 'nominate', organisation, named }, async (scene) => {
    const [roundItem, ...others] = scene.items;
    const round = loadRound(roundItem)?.value;
    if (round === undefined) throw new Refusal('RoundNotFound', { round: command.round });
    if (!round.forms.some((open) => open.form === command.form)) {
      const open = round.forms.map((one) => one.form);
      throw new Refusal('AwardNotOpenInRound', { form: command.form, open });
    }
    requireEligible(command.form, command.subjectKind, ports.clock.today());
    requireOwnFields({ kind: 'nomination', ...command }, command.content);
    const content = contentOf(command.content, sealed);
    const known = sealed === undefined ? subjectsIn(others) : [];
    const linked = await readLinkable(ports, command, scene.items.at(-1));
    const found = await nominatedSubject(ports, { ...scene, known }, command, content);
    scene.work.add(...found.writes);
    if (linked !== undefined) await link(ports, scene, linked, found.subject);
    if (found.subject !== undefined)
      scene.work.add(namingWrite({ subject: found.subject, case: scene.id, round: command.round }));
    if (sealed !== undefined && !scene.post.sealed)
      throw new Refusal('ActNotYours', { roles: officeRules.nominate.roles, sealed: true });
    const number = sealed === undefined ? undefined : nextSealedNumber(scene.work, command.round, others[0]);
    const facts = await beside(scene);
    return {
      content,
      facts,
      subject: {
        ...scene.draft,
        kind: 'nomination',
        round: command.round,
        form: command.form,
        subjectKind: command.subjectKind,
        subjectAccounts: [...found.accounts],
        proposer: proposerOf(command),
        label: labelOf(content, number !== undefined, found.namesake),
        ...(found.subject === undefined ? {} : { subject: found.subject }),
        ...(round.conferenceOn === undefined ? {} : { conferenceOn: round.conferenceOn }),
        ...(command.linkedTo === undefined ? {} : { linkedTo: command.linkedTo }),
        ...(number === undefined ? {} : { sealed: { number } }),
      },
    };
  });
}

/** A model proposal: of a ward, a district organisation or a steering committee. */
export async function proposeModel(
  ports: Ports,
  request: ActRequest,
  command: NewModelProposal,
): Promise<ActAnswer> {
  const { organisation } = command;
  return begin(ports, request, { act: 'proposeModel', organisation, named: [] }, (scene) => {
    requireOwnFields({ kind: 'modelProposal' }, command.content);
    const content = contentOf(command.content, undefined);
    return {
      content,
      subject: {
        ...scene.draft,
        kind: 'modelProposal',
        proposer: proposerOf(command),
        label: labelOf(content, false, false),
      },
    };
  });
}

const subjectsIn = (items: readonly (Item | undefined)[]) =>
  items.filter((item) => item?.pk.startsWith('SUBJECT#')).flatMap((item) => loadSubject(item) ?? []);

export interface NewCaseScene {
  readonly id: Case['id'];
  readonly context: RequestContext;
  readonly organisation: Organisation;
  readonly post: Post;
  readonly draft: Omit<Case, 'kind' | 'proposer' | 'label'>;
  readonly work: Work;
  /** What the act named, in its order. */
  readonly items: readonly (Item | undefined)[];
}

type Begun = { subject: Case; content: CaseContent; facts?: EntryFacts };

interface Beginning {
  readonly act: 'nominate' | 'proposeModel';
  readonly organisation: OrganisationId;
  /** What the act names beside its organisation: all of it is read with the request. */
  readonly named: readonly Key[];
}

async function begin(
  ports: Ports,
  request: ActRequest,
  { act, organisation: organisationId, named }: Beginning,
  build: (scene: NewCaseScene) => Begun | Promise<Begun>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem, organisationItem, ...items] = await readRequest(ports, request, [
      keys.organisation(organisationId),
      ...named,
    ]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const { context } = opened;
    const today = ports.clock.today();
    const organisation = loadOrganisation(organisationItem);
    if (organisation === undefined || !validOn(organisation, today)) {
      throw new Refusal('OrganisationUnknown', { organisation: organisationId });
    }
    const post = enteringPost(context.actor, organisation, today, act);
    const id = caseIdSchema.parse(ports.random.ulid());
    const work = new Work(ports, post);
    const draft = freshDraft(ports, id, organisation, post);
    const { subject, content, facts } = await build({ id, context, organisation, post, draft, work, items });
    work.changeCase(undefined, {
      subject,
      content,
      entry: { act: 'Drafted', facts: { kind: subject.kind, ...linkFact(subject), ...facts } },
    });
    work.add(publicCodeWrite(subject));
    const answer: ActAnswer = { id, version: 1, act };
    work.add(...requestWrites(ports, context, answer));
    await work.commit();
    return answer;
  });
}

const linkFact = ({ linkedTo }: Case) => (linkedTo === undefined ? {} : { linkedTo });

/** Someone else's organisation is refused by its own code, so that the form can say which ones are open. */
export function enteringPost(
  actor: Actor,
  organisation: Organisation,
  today: Case['createdOn'],
  act: 'nominate' | 'proposeModel',
): Post {
  if (!actor.posts.some((post) => post.organisation === organisation.id)) {
    throw new Refusal('OrganisationForeign', { organisation: organisation.id });
  }
  return actingPost(actor, today, { organisation: organisation.id, roles: officeRules[act].roles });
}

/** A case as it begins; its kind, its proposer and its label are told by whoever begins it. */
export function freshDraft(
  ports: Ports,
  id: Case['id'],
  organisation: Organisation,
  post: Post,
): NewCaseScene['draft'] {
  return {
    id,
    publicCode: publicCodeFrom(ports.random.bytes(8)),
    status: 'DRAFT',
    enteredBy: organisation.id,
    area: organisation.area,
    createdOn: ports.clock.today(),
    typist: post.person,
    subjectAccounts: [],
    appraisers: [],
    otherAchievement: false,
    admittedLate: false,
    sameSubjectAs: [],
    settledBy: [],
    readers: [organisation.id],
    turn: 0,
    ...freshTip(ports),
  };
}

export function proposerOf(command: Pick<NewNomination, 'proposer'>): Case['proposer'] {
  const { name, person } = command.proposer;
  return { name, ...(person === undefined ? {} : { person }) };
}

const emptyContent: CaseContent = {
  printedName: '',
  unit: '',
  citation: '',
  report: '',
  publication: 'internal',
  publicationBasis: '',
};

/** What is typed first; of a sealed placeholder nothing but why it is one. */
export function contentOf(patch: ContentPatch, sealed: NewNomination['sealed']): CaseContent {
  if (sealed?.placeholder === true)
    return { ...emptyContent, publication: 'sealed', publicationBasis: sealed.basis };
  const content = patched(emptyContent, patch);
  return sealed === undefined
    ? content
    : { ...content, publication: 'sealed', publicationBasis: sealed.basis };
}
