import { actingPost } from '../../domain/actor.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import type { Round } from '../../domain/round.ts';
import { lastClosingDay, slipSchema, slipStates, type SlipState } from '../../domain/slip.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { listRounds } from '../../records/directory-record.ts';
import { decode } from '../../records/item.ts';
import { indexes } from '../../records/keys.ts';
import { readSlipsOpen, type SlipsOpen } from '../../records/slip-record.ts';
import { readNames, readReader, type OrganisationName } from '../views/reader.ts';
import { slipLikenesses, withContents, type OwnSlip, type SlipLikeness } from './slip-views.ts';

/** Slips of one state that a page shows at once. */
const shown = 50;

export interface DeskSlip extends OwnSlip {
  /** While it waits. */
  readonly likenesses: readonly SlipLikeness[];
}

export interface DeskRound {
  readonly round: Pick<Round, 'id' | 'name' | 'year'>;
  readonly until: CivilDate;
  /** Since when slips come in by a link. */
  readonly openSince?: CivilDate;
  /** Those that wait come first, the oldest of them first. */
  readonly slips: readonly DeskSlip[];
}

export interface SlipDesk {
  readonly organisation: OrganisationName;
  /** Rounds that take slips in or could, and those that have any. */
  readonly rounds: readonly DeskRound[];
  /** More wait than are shown. */
  readonly more: boolean;
}

/** All slips of an office, by round. @throws Refusal ActNotYours */
export async function readSlipDesk(
  ports: Ports,
  person: PersonId,
  organisation: OrganisationId,
): Promise<SlipDesk> {
  const { actor } = await readReader(ports, person);
  actingPost(actor, ports.clock.today(), { organisation, roles: officeRules.readSlips.roles });
  const [rounds, opened, names, found] = await Promise.all([
    listRounds(ports.store),
    readSlipsOpen(ports.store, organisation),
    readNames(ports, [organisation], []),
    Promise.all(slipStates.map((state) => slipsIn(ports, organisation, state))),
  ]);
  const slips = found.flatMap((page) => page.slips);
  const today = ports.clock.today();
  return {
    organisation: names.organisation(organisation),
    more: found.some(({ state, more }) => state === 'RECEIVED' && more),
    rounds: rounds.flatMap((round) => {
      const own = slips.filter(({ slip }) => slip.round === round.id);
      const until = lastClosingDay(round);
      if (until === undefined || (until < today && own.length === 0)) return [];
      const { id, name, year } = round;
      return [{ round: { id, name, year }, until, slips: own, ...openSince(opened, { id, until, today }) }];
    }),
  };
}

function openSince(
  opened: readonly SlipsOpen[],
  { id, until, today }: { readonly id: string; readonly until: CivilDate; readonly today: CivilDate },
): Pick<DeskRound, 'openSince'> {
  const link = opened.find(({ round, hash }) => round === id && hash !== undefined);
  return link === undefined || until < today ? {} : { openSince: link.openedOn };
}

async function slipsIn(ports: Ports, organisation: OrganisationId, state: SlipState) {
  const waits = state === 'RECEIVED';
  const { items, cursor } = await ports.store.query({
    index: 'g1',
    pk: indexes.slipsOfOrganisation(organisation).pk,
    prefix: `${state}#`,
    limit: shown,
    ...(waits ? {} : { descending: true }),
  });
  const read = await withContents(
    ports,
    items.map((item) => decode(slipSchema, item).id),
  );
  const slips: DeskSlip[] = await Promise.all(
    read.map(async (one) => ({
      ...one,
      likenesses:
        one.slip.state === 'RECEIVED' ? await slipLikenesses(ports, organisation, one.slip, one.content) : [],
    })),
  );
  return { state, slips, more: cursor !== undefined };
}
