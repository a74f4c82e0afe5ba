import { organisationIdSchema, type OrganisationId } from '../../domain/id.ts';
import { compareNames } from '../../domain/text.ts';
import type { Ports } from '../../ports.ts';
import { parseHonour, type Honour } from '../../records/honour-record.ts';

import { keys } from '../../records/keys.ts';
import { queryAll } from '../../records/query.ts';
import { readNames, type OrganisationName } from '../views/reader.ts';

/** Organisations that have anybody on the roll of a year, by name. Read by anybody. */
export async function readHonouring(ports: Ports, year: number): Promise<readonly OrganisationName[]> {
  const items = await queryAll(ports.store, { pk: keys.honouring(year, '').pk });
  const ids = items.map(({ sk }) => organisationIdSchema.parse(sk));
  const names = await readNames(ports, ids, []);
  return ids
    .map((id) => names.organisation(id))
    .sort((one, other) => one.shortName.localeCompare(other.shortName, 'vi'));
}

export type { Honour };

export interface Honours {
  readonly organisation: OrganisationName;
  /** Collectives, households, then people by given name, as official lists sort. */
  readonly honours: readonly Honour[];
}

const kinds: readonly Honour['subjectKind'][] = ['collective', 'household', 'individual'];

function inListOrder(one: Honour, other: Honour): number {
  const apart = kinds.indexOf(one.subjectKind) - kinds.indexOf(other.subjectKind);
  if (apart !== 0) return apart;
  return one.subjectKind === 'individual'
    ? compareNames(one.name, other.name)
    : one.name.localeCompare(other.name, 'vi');
}

/** Who was honoured in a year, of those whom one organisation nominated. Read by anybody. */
export async function readHonours(
  ports: Ports,
  year: number,
  organisation: OrganisationId,
): Promise<Honours> {
  const items = await queryAll(ports.store, { pk: keys.honour(year, organisation, '').pk });
  const names = await readNames(ports, [organisation], []);
  return {
    organisation: names.organisation(organisation),
    honours: items.map(parseHonour).sort(inListOrder),
  };
}
