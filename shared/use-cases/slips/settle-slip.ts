import { actingPost } from '../../domain/actor.ts';
import { newNominationSchema, type NewNomination } from '../../domain/case-command.ts';
import type { Post } from '../../domain/directory.ts';
import type { EntryDraft } from '../../domain/history.ts';
import type { CaseId, SlipId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Slip, SlipAct, SlipCommand, SlipContent } from '../../domain/slip.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadSlip, slipWrite } from '../../records/slip-record.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { nominate } from '../cases/new-case.ts';
import { readOwnSlip } from './slip-views.ts';

/**
 * Makes a draft of a slip: nomination and slip in one commit, each pointing to the other.
 * @returns the nomination
 * @throws Refusal SlipNotFound, SlipSettled, and whatever a new nomination may be refused for
 */
export async function acceptSlip(
  ports: Ports,
  request: ActRequest,
  id: SlipId,
  command: SlipCommand<'accept'>,
): Promise<ActAnswer> {
  const { slip, content } = await readOwnSlip(ports, request.person, id);
  if (slip.erasedOn !== undefined) throw new Refusal('SlipSettled');
  return nominate(ports, request, nominationOf(slip, content, command), async ({ work, id: made }) => {
    const [item] = await ports.store.get([keys.slipMeta(id)]);
    const before = requireWaiting(loadSlip(item), id);
    const after: Slip = { ...before.value, state: 'ACCEPTED', settledOn: ports.clock.today(), case: made };
    settle(work, before, after, { act: 'SlipAccepted', facts: { case: made } });
    return { slip: id };
  });
}

/** What is told of it goes into the draft; who confirms it and who proposed it by telephone stays on the slip. */
function nominationOf(
  { organisation, round, subjectKind }: Slip,
  { name, birthYear, unit, deed, when, where }: SlipContent,
  { form, proposer, answers }: SlipCommand<'accept'>,
): NewNomination {
  return newNominationSchema.parse({
    ...{ organisation, round, form, subjectKind, answers },
    proposer: { name: proposer },
    content: {
      printedName: name,
      unit,
      ...(birthYear === undefined || subjectKind !== 'individual' ? {} : { birthYear }),
      report: `${deed}\n\n${when}, ${where}`,
    },
  });
}

/** @throws Refusal SlipSettled for whatever isn't waiting any more */
function requireWaiting(known: Loaded<Slip> | undefined, id: SlipId): Loaded<Slip> {
  if (known === undefined) throw new Refusal('SlipNotFound', { slip: id });
  if (known.value.state !== 'RECEIVED' || known.value.erasedOn !== undefined)
    throw new Refusal('SlipSettled');
  return known;
}

function settle(work: Work, before: Loaded<Slip>, after: Slip, entry: Omit<EntryDraft, 'by'>): void {
  const record = recordId('SLIP', after.id);
  work.change<Slip>({ record, before, after, entry, writes: (next) => [slipWrite(before, next)] });
}

/**
 * It is about the same person and deed as a draft of the same office, or as another slip that waits.
 * @throws Refusal SlipNotMergeable for whatever else it is put into
 */
export const mergeSlip = (
  ports: Ports,
  request: ActRequest,
  id: SlipId,
  { into }: SlipCommand<'merge'>,
): Promise<ActAnswer> =>
  settleSlip(ports, request, { id, act: 'merge' }, async (slip, work) => {
    const facts = 'case' in into ? into : { slip: into.slip };
    const entry = { act: 'SlipMerged', facts };
    if ('case' in into) {
      await mergeIntoDraft(ports, work, slip, into.case);
      return { after: { ...slip, state: 'MERGED', case: into.case }, entry };
    }
    await mergeIntoSlip(ports, work, slip, into.slip);
    return { after: { ...slip, state: 'MERGED', into: into.slip }, entry };
  });

/** The history of the draft says so, too. */
async function mergeIntoDraft({ store }: Ports, work: Work, slip: Slip, id: CaseId): Promise<void> {
  const [item] = await store.get([keys.caseMeta(id)]);
  const known = loadCase(item);
  // Of a sealed one nobody learns that it is there.
  const fits =
    known?.value.status === 'DRAFT' &&
    known.value.kind === 'nomination' &&
    known.value.sealed === undefined &&
    known.value.enteredBy === slip.organisation;
  if (!fits) throw new Refusal('SlipNotMergeable');
  const entry = { act: 'SlipMerged', facts: { slip: slip.id } };
  work.changeCase(known, { subject: known.value, entry });
}

async function mergeIntoSlip({ store }: Ports, work: Work, slip: Slip, id: SlipId): Promise<void> {
  const key = keys.slipMeta(id);
  const [item] = await store.get([key]);
  const known = loadSlip(item);
  // What waits points nowhere: so no slip comes round to itself.
  const fits =
    known?.value.state === 'RECEIVED' &&
    known.value.erasedOn === undefined &&
    known.value.organisation === slip.organisation &&
    known.value.id !== slip.id;
  if (!fits) throw new Refusal('SlipNotMergeable');
  work.add({ check: key, if: { version: known.version } });
}

/** No nomination comes of it. The reason is one of a list, since whoever bears its code reads it; the note stays here. */
export const refuseSlip = (
  ports: Ports,
  request: ActRequest,
  id: SlipId,
  { reason, note }: SlipCommand<'refuse'>,
): Promise<ActAnswer> =>
  settleSlip(ports, request, { id, act: 'refuse' }, (slip) => ({
    after: { ...slip, state: 'REFUSED', refusal: reason },
    entry: {
      act: 'SlipRefused',
      facts: { refusal: reason },
      ...(note === undefined ? {} : { payload: { note } }),
    },
  }));

interface Settled {
  readonly after: Slip;
  readonly entry: Omit<EntryDraft, 'by'>;
}

const answered = { merge: 'mergeSlip', refuse: 'refuseSlip' } as const;

async function settleSlip(
  ports: Ports,
  request: ActRequest,
  { id, act }: { readonly id: SlipId; readonly act: Exclude<SlipAct, 'accept'> },
  decide: (slip: Slip, work: Work) => Settled | Promise<Settled>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem, slipItem] = await readRequest(ports, request, [keys.slipMeta(id)]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const { actor } = opened.context;
    const known = loadSlip(slipItem);
    const ever = actor.posts.some(({ organisation }) => organisation === known?.value.organisation);
    if (known === undefined || !ever) throw new Refusal('SlipNotFound', { slip: id });
    const { roles } = officeRules.keepSlips;
    const { organisation } = known.value;
    const post: Post = actingPost(actor, ports.clock.today(), { organisation, roles });
    const before = requireWaiting(known, id);
    const work = new Work(ports, post);
    const { after, entry } = await decide(before.value, work);
    settle(work, before, { ...after, settledOn: ports.clock.today() }, entry);
    const answer: ActAnswer = { id, version: before.version + 1, act: answered[act] };
    work.add(...requestWrites(ports, opened.context, answer));
    await work.commit();
    return answer;
  });
}
