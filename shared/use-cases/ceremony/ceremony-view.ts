import { actingPost } from '../../domain/actor.ts';
import {
  leftToDeliver,
  type Ceremony,
  type CeremonyAward,
  type PresentationGroup,
} from '../../domain/ceremony.ts';
import type { CeremonyId, PersonId } from '../../domain/id.ts';
import { ceremonyRules, type CeremonyAct } from '../../domain/permission.ts';
import { isRefusal, Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCeremony, parseCeremony, readAwards } from '../../records/ceremony-record.ts';
import { indexes, keys } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { law } from '../../regimes/shipped.ts';
import { readNames, readReader, type OrganisationName, type Reader } from '../views/reader.ts';
import { mayReadCeremony } from './ceremony-scene.ts';

export interface GroupView extends Pick<PresentationGroup, 'authority' | 'presenters'> {
  readonly form: { readonly code: string; readonly name: { readonly vi: string; readonly en: string } };
  /** Left to right, named as on their decisions. */
  readonly awards: readonly CeremonyAward[];
}

export interface CeremonyView {
  readonly ceremony: Ceremony;
  readonly version: number;
  readonly host: OrganisationName;
  readonly groups: readonly GroupView[];
  /** Awards that nobody holds in hand yet. */
  readonly left: number;
  readonly allowed: readonly CeremonyAct[];
}

export async function readCeremonyView(
  ports: Ports,
  person: PersonId,
  id: CeremonyId,
): Promise<CeremonyView> {
  const reader = await readReader(ports, person);
  const today = ports.clock.today();
  const [item] = await ports.store.get([keys.ceremonyMeta(id)]);
  const loaded = loadCeremony(item);
  if (loaded === undefined || !mayReadCeremony(reader.actor, loaded.value, today)) {
    throw new Refusal('CeremonyNotFound', { ceremony: id });
  }
  const ceremony = loaded.value;
  const [awards, names] = await Promise.all([
    readAwards(ports.store, id),
    readNames(ports, [ceremony.host], []),
  ]);
  const shown = new Map(awards.map((award) => [award.case, shownTo(reader, ceremony, award)]));
  return {
    ceremony,
    version: loaded.version,
    host: names.organisation(ceremony.host),
    groups: ceremony.groups.map((group) => groupView(group, shown, ceremony.day)),
    left: leftToDeliver(ceremony.counts),
    allowed: allowedCeremonyActs(reader, ceremony, today),
  };
}

/** Who signed for an award is told to the host's people, not to its council's members, and to whoever entered it. */
export function shownTo(
  reader: Pick<Reader, 'posts'>,
  ceremony: Ceremony,
  award: CeremonyAward,
): CeremonyAward {
  const told = [ceremony.host, award.enteredBy];
  if (reader.posts.some((post) => post.role !== 'member' && told.includes(post.organisation))) return award;
  const { receivedBy: _private, ...rest } = award;
  return rest;
}

function groupView(
  group: PresentationGroup,
  awards: ReadonlyMap<string, CeremonyAward>,
  day: CivilDate,
): GroupView {
  const { form: code, authority, presenters } = group;
  const name = law.formOn(code, day)?.name ?? { vi: code, en: code };
  return {
    form: { code, name },
    authority,
    presenters,
    awards: group.cases.flatMap((id) => awards.get(id) ?? []),
  };
}

const acts = Object.keys(ceremonyRules).filter((act): act is CeremonyAct => act in ceremonyRules);

/** Acts the reader may do on the ceremony now: the same table that the acts themselves ask. */
function allowedCeremonyActs(
  reader: Pick<Reader, 'actor'>,
  ceremony: Pick<Ceremony, 'host' | 'phase'>,
  today: CivilDate,
): CeremonyAct[] {
  return acts.filter((act) => {
    const {
      roles,
      phases,
    }: { roles: (typeof ceremonyRules)[CeremonyAct]['roles']; phases: readonly string[] } =
      ceremonyRules[act];
    if (!phases.includes(ceremony.phase)) return false;
    try {
      actingPost(reader.actor, today, { organisation: ceremony.host, roles });
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  });
}

export interface CeremonyQuery {
  /** Days of the ceremonies, both included. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** Ceremonies that the reader may read, soonest first. */
export async function readCeremonies(
  ports: Ports,
  person: PersonId,
  query: CeremonyQuery = {},
): Promise<Ceremony[]> {
  const reader = await readReader(ports, person);
  const today = ports.clock.today();
  const { from = '', to = '9999-12-31' } = query;
  const { pk } = indexes.ceremonies();
  const items = await queryAll(ports.store, { index: 'g1', pk, from, to: `${to}~` });
  return items.map(parseCeremony).filter((ceremony) => mayReadCeremony(reader.actor, ceremony, today));
}
