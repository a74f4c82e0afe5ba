import { isEnded, type Case } from '../../domain/case.ts';
import type { Entry } from '../../domain/history.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { notify } from './notify.ts';
import { holdersOf, submitters } from './recipients.ts';

/** Whether this entry is the one that ended the case. */
export const endsIt = ({ status }: Case, { act, facts }: Entry): boolean =>
  isEnded(status) && (ends.includes(act) || (act === 'CouncilConcluded' && facts['outcome'] === 'notAgreed'));

const ends: readonly string[] = [
  'Awarded',
  'Discarded',
  'Withdrawn',
  'ReturnedIneligible',
  'Refused',
  'NotAwardedOutside',
];

/** Who has the other of two linked nominations is told what became of this one: it stays without an award, or goes on. */
export async function tellLinked(ports: Ports, subject: Case, entry: Entry): Promise<void> {
  if (subject.linkedTo === undefined) return;
  const [item] = await ports.store.get([keys.caseMeta(subject.linkedTo)]);
  const other = loadCase(item)?.value;
  if (other === undefined || isEnded(other.status)) return;
  const record = recordId('CASE', other.id);
  const people = [...(await submitters(ports, other)), ...(await holdersOf(ports, other))];
  await notify(ports, [...new Set(people)], entry, {
    kind: entry.act === 'Awarded' ? 'LinkedAwarded' : 'LinkedEnded',
    record,
    event: `linked/${record}/${entry.record}`,
  });
}
