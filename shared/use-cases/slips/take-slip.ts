import type { Organisation } from '../../domain/directory.ts';
import { slipIdSchema } from '../../domain/id.ts';
import { publicCodeFrom } from '../../domain/public-code.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Round } from '../../domain/round.ts';
import { endOfRound, lastClosingDay, slipsADay, type NewSlip, type Slip } from '../../domain/slip.ts';
import { epochMs, type CivilDate } from '../../domain/time.ts';
import type { Ports, Write } from '../../ports.ts';
import { loadOrganisation, loadRound } from '../../records/directory-record.ts';
import { encode } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import {
  countSlipsOfDay,
  hashOfSecret,
  loadSentSlip,
  loadSlipLink,
  slipCodeWrite,
  slipContentWrite,
  slipWrite,
  type SlipLink,
} from '../../records/slip-record.ts';
import { withRetries } from '../acting/request.ts';
import { freshTip, Work } from '../acting/work.ts';
import { slipsKeptDays } from './erase-slips.ts';

/** What whoever opens a link is told before they write anything. */
export interface SlipInvitation {
  readonly organisation: Pick<Organisation, 'name' | 'shortName'>;
  readonly round: Pick<Round, 'name' | 'year'>;
  /** Last day on which a slip is taken in. */
  readonly until: CivilDate;
  /** How long its words are kept after the round, where no nomination comes of it. */
  readonly keptDays?: number;
}

/** @throws Refusal SlipLinkNotFound for a link that is closed or never was, SlipsClosed after the closing day */
export async function readSlipInvitation(ports: Ports, secret: string): Promise<SlipInvitation> {
  const [item] = await ports.store.get([keys.slipLink(hashOfSecret(secret))]);
  const { organisation, round, until } = await readOpen(ports, loadSlipLink(item));
  const { name, shortName } = organisation;
  const keptDays = await slipsKeptDays(ports);
  return {
    organisation: { name, shortName },
    round: { name: round.name, year: round.year },
    until,
    ...(keptDays === undefined ? {} : { keptDays }),
  };
}

interface Open {
  readonly organisation: Organisation;
  readonly round: Round;
  readonly until: CivilDate;
}

async function readOpen(ports: Ports, link: SlipLink | undefined): Promise<Open> {
  if (link === undefined) throw new Refusal('SlipLinkNotFound');
  const items = await ports.store.get([keys.organisation(link.organisation), keys.round(link.round)]);
  const [organisation, round] = [loadOrganisation(items[0]), loadRound(items[1])?.value];
  const until = round && lastClosingDay(round);
  if (organisation === undefined || round === undefined || until === undefined)
    throw new Refusal('SlipLinkNotFound');
  if (ports.clock.today() > until) throw new Refusal('SlipsClosed', { day: until });
  return { organisation, round, until };
}

/** A form as it came, from nobody in particular. */
export interface SentForm {
  /** In the link. */
  readonly secret: string;
  /** The form's one-time key. */
  readonly key: string;
  /** SHA-256 of what was filled in, hex. */
  readonly bodyHash: string;
}

/** What was answered to a form is remembered for two days of machine time. */
const rememberedSeconds = 2 * 86_400;

/**
 * Takes one slip in. The same form sent again gives the same slip.
 * @returns its public code
 * @throws Refusal SlipLinkNotFound, SlipsClosed, SlipsFull once the link took in what it may on a day, IdempotencyKeyReused
 */
export async function takeSlip(ports: Ports, sent: SentForm, said: NewSlip): Promise<string> {
  const hash = hashOfSecret(sent.secret);
  return withRetries(async () => {
    const today = ports.clock.today();
    const sentKey = keys.slipSent(hash, sent.key);
    const [linkItem, sentItem] = await ports.store.get([keys.slipLink(hash), sentKey]);
    const link = loadSlipLink(linkItem);
    const first = link === undefined ? undefined : loadSentSlip(sentItem);
    if (first !== undefined && first.bodyHash !== sent.bodyHash) throw new Refusal('IdempotencyKeyReused');
    if (first !== undefined) return first.publicCode;
    const { organisation, round } = await readOpen(ports, link);
    // What comes at the same moment isn't counted: the bound is against nonsense, and needn't be exact.
    if ((await countSlipsOfDay(ports.store, hash, { day: today, most: slipsADay })) >= slipsADay)
      throw new Refusal('SlipsFull');
    const slip = freshSlip(ports, { organisation, round }, said);
    const expiresAt = Math.floor(epochMs(ports.clock.machine()) / 1000) + rememberedSeconds;
    const { id, publicCode } = slip;
    const answer = { slip: id, publicCode, bodyHash: sent.bodyHash };
    await commitSlip(ports, { slip, said }, [
      { check: keys.slipLink(hash), if: { present: true } },
      { put: encode(keys.slipOfDay(hash, today, sent.key), {}, 1, { expiresAt }) },
      { put: encode(sentKey, answer, 1, { expiresAt }), if: { absent: true } },
    ]);
    return publicCode;
  });
}

function freshSlip(
  ports: Ports,
  { organisation, round }: Pick<Open, 'organisation' | 'round'>,
  { subjectKind }: NewSlip,
): Slip {
  return {
    id: slipIdSchema.parse(ports.random.ulid()),
    organisation: organisation.id,
    round: round.id,
    publicCode: publicCodeFrom(ports.random.bytes(8)),
    subjectKind,
    state: 'RECEIVED',
    receivedOn: ports.clock.today(),
    roundEnd: endOfRound(round),
    ...freshTip(ports),
  };
}

async function commitSlip(
  ports: Ports,
  { slip, said }: { readonly slip: Slip; readonly said: NewSlip },
  beside: readonly Write[],
): Promise<void> {
  const { subjectKind: _told, ...content } = said;
  // Nobody with an account stands behind it.
  const work = new Work(ports, undefined);
  work.change<Slip>({
    record: recordId('SLIP', slip.id),
    before: undefined,
    after: slip,
    entry: { act: 'SlipReceived', facts: { round: slip.round } },
    writes: (after) => [slipWrite(undefined, after)],
  });
  work.add(slipContentWrite(slip.id, undefined, content), slipCodeWrite(slip), ...beside);
  await work.commit();
}
