import { actingPost } from '../../domain/actor.ts';
import { validOn } from '../../domain/directory.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Round } from '../../domain/round.ts';
import { lastClosingDay, slipSecretFrom, type OpenSlips } from '../../domain/slip.ts';
import type { Ports, Write } from '../../ports.ts';
import { loadOrganisation, loadRound } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import {
  hashOfSecret,
  loadSlipsOpen,
  slipLinkWrite,
  slipsOpenWrite,
  type SlipsOpen,
} from '../../records/slip-record.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { enterRegister } from '../directory/keep-directory.ts';

/** A new link by which slips come in; its secret is given once and stored nowhere. */
export interface OpenedLink extends ActAnswer {
  readonly secret: string;
}

/**
 * Opens a round for slips, or renews its link: the earlier one opens nothing any more. The register says who did so.
 * @throws Refusal ActNotYours, OrganisationUnknown, RoundNotFound, ClosingDayPassed, SlipLinkShown for a retry: the link was
 *   shown in the first answer
 */
export async function openSlips(ports: Ports, request: ActRequest, asked: OpenSlips): Promise<OpenedLink> {
  const secret = slipSecretFrom(ports.random.bytes(10));
  const hash = hashOfSecret(secret);
  const answer = await keepLink(ports, request, { asked, act: 'openSlips' }, ({ round, before, by }) => {
    const until = lastClosingDay(round);
    const today = ports.clock.today();
    if (until === undefined || today > until)
      throw new Refusal('ClosingDayPassed', { closingDay: until ?? round.opensOn });
    return {
      after: { round: round.id, hash, openedOn: today, openedBy: by },
      writes: [slipLinkWrite(hash, asked)],
      renewed: before?.value.hash !== undefined,
    };
  });
  return { ...answer, secret };
}

/** No slip comes in any more; those that came stay. @throws Refusal SlipLinkNotFound where none is open */
export const closeSlips = (ports: Ports, request: ActRequest, asked: OpenSlips): Promise<ActAnswer> =>
  keepLink(ports, request, { asked, act: 'closeSlips' }, ({ before }) => {
    if (before?.value.hash === undefined) throw new Refusal('SlipLinkNotFound').at('round');
    const { hash: _closed, ...after } = before.value;
    return { after, writes: [], renewed: false };
  });

interface Keeping {
  readonly asked: OpenSlips;
  readonly act: 'openSlips' | 'closeSlips';
}

interface LinkScene {
  readonly round: Round;
  readonly before: Loaded<SlipsOpen> | undefined;
  readonly by: SlipsOpen['openedBy'];
}

interface KeptLink {
  readonly after: SlipsOpen;
  readonly writes: readonly Write[];
  readonly renewed: boolean;
}

const entryActs = { openSlips: 'SlipsOpened', closeSlips: 'SlipsClosed' } as const;

async function keepLink(
  ports: Ports,
  request: ActRequest,
  { asked: { organisation, round: roundId }, act }: Keeping,
  decide: (scene: LinkScene) => KeptLink,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem, organisationItem, roundItem, openItem] = await readRequest(
      ports,
      request,
      [keys.organisation(organisation), keys.round(roundId), keys.slipsOpen(organisation, roundId)],
    );
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened && act === 'openSlips') throw new Refusal('SlipLinkShown');
    if ('answer' in opened) return opened.answer;
    const today = ports.clock.today();
    const office = loadOrganisation(organisationItem);
    if (office === undefined || !validOn(office, today))
      throw new Refusal('OrganisationUnknown', { organisation });
    const post = actingPost(opened.context.actor, today, {
      organisation,
      roles: officeRules.keepSlips.roles,
    });
    const round = loadRound(roundItem)?.value;
    if (round === undefined) throw new Refusal('RoundNotFound', { round: roundId });
    const before = loadSlipsOpen(openItem);
    const { after, writes, renewed } = decide({ round, before, by: post.person });
    const gone = before?.value.hash;
    const answer: ActAnswer = { id: roundId, version: (before?.version ?? 0) + 1, act };
    const work = new Work(ports, post);
    await enterRegister(ports, work, organisation, {
      act: entryActs[act],
      facts: { round: roundId, ...(renewed ? { renewed } : {}) },
    });
    work.add(
      slipsOpenWrite(organisation, before, after),
      ...(gone === undefined ? [] : [{ delete: keys.slipLink(gone) }]),
      ...writes,
      ...requestWrites(ports, opened.context, answer),
    );
    await work.commit();
    return answer;
  });
}
