import type { CeremonyChange } from '../../domain/ceremony-acts.ts';
import type { Ceremony } from '../../domain/ceremony.ts';
import { ceremonyWrites } from '../../records/ceremony-record.ts';
import type { Loaded } from '../../records/item.ts';
import { recordId } from '../../records/keys.ts';
import type { Work } from '../acting/work.ts';

/** Enters what was decided into a unit of work. @returns the ceremony as it will be stored */
export function changeCeremony(
  work: Work,
  before: Loaded<Ceremony> | undefined,
  { ceremony, entry }: CeremonyChange,
): Ceremony {
  const after: Ceremony = { ...ceremony, ...work.enter(recordId('CEREMONY', ceremony.id), ceremony, entry) };
  work.add(...ceremonyWrites(before, after));
  return after;
}
