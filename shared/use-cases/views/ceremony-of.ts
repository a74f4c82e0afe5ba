import type { Case } from '../../domain/case.ts';
import type { Ceremony, CeremonyAward } from '../../domain/ceremony.ts';
import type { CeremonyId } from '../../domain/id.ts';
import type { Item, Ports } from '../../ports.ts';
import { drawnBy, loadAward, loadCeremony } from '../../records/ceremony-record.ts';
import { keys } from '../../records/keys.ts';
import { mayReadCeremony } from '../ceremony/ceremony-scene.ts';
import { shownTo } from '../ceremony/ceremony-view.ts';
import type { Reader } from './reader.ts';

interface Drawn {
  readonly ceremony: Ceremony;
  readonly award: CeremonyAward;
}

/** Where and when the award of a case is handed over, and what became of it there. */
export interface CeremonyOf
  extends
    Pick<Ceremony, 'title' | 'day' | 'place' | 'phase'>,
    Pick<CeremonyAward, 'handover' | 'receivedOn' | 'receivedBy'> {
  /** For whoever may read the ceremony itself. */
  readonly id?: CeremonyId;
}

/** The same for everybody: neither title nor name, and of an award that was handed over apart that it was delivered. */
export interface PublicCeremony extends Pick<Ceremony, 'day' | 'place' | 'phase'> {
  readonly handover: Exclude<CeremonyAward['handover'], 'PRIVATE'>;
}

export async function ceremonyOf(
  ports: Ports,
  reader: Reader,
  drawn: Drawing,
): Promise<CeremonyOf | undefined> {
  const found = await readDrawn(ports, drawn);
  if (found === undefined) return undefined;
  const { ceremony } = found;
  const { id, title, day, place, phase } = ceremony;
  const { handover, receivedOn, receivedBy } = shownTo(reader, ceremony, found.award);
  return {
    ...(mayReadCeremony(reader.actor, ceremony, ports.clock.today()) ? { id } : {}),
    title,
    day,
    place,
    phase,
    handover,
    ...(receivedOn === undefined ? {} : { receivedOn }),
    ...(receivedBy === undefined ? {} : { receivedBy }),
  };
}

export async function publicCeremonyOf(ports: Ports, drawn: Drawing): Promise<PublicCeremony | undefined> {
  const found = await readDrawn(ports, drawn);
  if (found === undefined) return undefined;
  const { day, place, phase } = found.ceremony;
  const { handover } = found.award;
  return { day, place, phase, handover: handover === 'PRIVATE' ? 'DELIVERED' : handover };
}

/** A case, and the guard of its award that was read with it. */
export interface Drawing {
  readonly subject: Case;
  readonly guard: Item | undefined;
}

/** Cancelled, a ceremony frees its awards a moment later; taken out, an award leaves nothing behind. */
async function readDrawn(ports: Ports, { subject, guard }: Drawing): Promise<Drawn | undefined> {
  const id = drawnBy(guard);
  if (id === undefined || subject.sealed !== undefined) return undefined;
  const [ceremonyItem, awardItem] = await ports.store.get([
    keys.ceremonyMeta(id),
    keys.ceremonyAward(id, subject.id),
  ]);
  const ceremony = loadCeremony(ceremonyItem)?.value;
  const award = loadAward(awardItem)?.value;
  if (ceremony === undefined || ceremony.phase === 'CANCELLED' || award === undefined) return undefined;
  return { ceremony, award };
}
