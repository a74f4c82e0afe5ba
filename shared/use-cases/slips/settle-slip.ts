import { actingPost } from '../../domain/actor.ts';
import { newNominationSchema, type NewNomination } from '../../domain/case-command.ts';
import type { Post } from '../../domain/directory.ts';
import type { EntryDraft } from '../../domain/history.ts';
import type { SlipId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Slip, SlipAct, SlipCommand, SlipContent } from '../../domain/slip.ts';
import type { Key, Ports, Write } from '../../ports.ts';
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
  settleSlip(ports, request, { id, act: 'merge' }, async (slip) => {
    const place =
      'case' in into ? await intoDraft(ports, slip, into.case) : await intoSlip(ports, slip, into.slip);
    return {
      after: { ...slip, state: 'MERGED', ...('case' in into ? { case: into.case } : { into: into.slip }) },
      entry: { act: 'SlipMerged', facts: 'case' in into ? { case: into.case } : { slip: into.slip } },
      checks: [{ check: place.key, if: { version: place.version } }],
    };
  });

interface Place {
  readonly key: Key;
  readonly version: number;
}

async function intoDraft(ports: Ports, slip: Slip, id: string): Promise<Place> {
  const key = keys.caseMeta(id);
  const [item] = await ports.store.get([key]);
  const known = loadCase(item);
  // Of a sealed one nobody learns that it is there.
  const fits =
    known?.value.status === 'DRAFT' &&
    known.value.kind === 'nomination' &&
    known.value.sealed === undefined &&
    known.value.enteredBy === slip.organisation;
  if (!fits) throw new Refusal('SlipNotMergeable');
  return { key, version: known.version };
}

async function intoSlip(ports: Ports, slip: Slip, id: SlipId): Promise<Place> {
  const key = keys.slipMeta(id);
  const [item] = await ports.store.get([key]);
  const known = loadSlip(item);
  // What waits points nowhere: so no slip comes round to itself.
  const fits =
    known?.value.state === 'RECEIVED' &&
    known.value.erasedOn === undefined &&
    known.value.organisation === slip.organisation &&
    known.value.id !== slip.id;
  if (!fits) throw new Refusal('SlipNotMergeable');
  return { key, version: known.version };
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
    checks: [],
  }));

interface Settled {
  readonly after: Slip;
  readonly entry: Omit<EntryDraft, 'by'>;
  readonly checks: readonly Write[];
}

const answered = { merge: 'mergeSlip', refuse: 'refuseSlip' } as const;

async function settleSlip(
  ports: Ports,
  request: ActRequest,
  { id, act }: { readonly id: SlipId; readonly act: Exclude<SlipAct, 'accept'> },
  decide: (slip: Slip) => Settled | Promise<Settled>,
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
    const { after, entry, checks } = await decide(before.value);
    const work = new Work(ports, post);
    settle(work, before, { ...after, settledOn: ports.clock.today() }, entry);
    const answer: ActAnswer = { id, version: before.version + 1, act: answered[act] };
    work.add(...checks, ...requestWrites(ports, opened.context, answer));
    await work.commit();
    return answer;
  });
}
