import type { CeremonyChange } from '../../domain/ceremony-acts.ts';
import type { Ceremony } from '../../domain/ceremony.ts';
import { ceremonyWrites } from '../../records/ceremony-record.ts';
import type { Loaded } from '../../records/item.ts';
import { recordId } from '../../records/keys.ts';
import type { Work } from '../acting/work.ts';

/** Enters what was decided into a unit of work. */
export function changeCeremony(
  work: Work,
  before: Loaded<Ceremony> | undefined,
  { ceremony, entry }: CeremonyChange,
): void {
  const record = recordId('CEREMONY', ceremony.id);
  const writes = (after: Ceremony) => ceremonyWrites(before, after);
  work.change({ record, before, after: ceremony, entry, writes });
}
