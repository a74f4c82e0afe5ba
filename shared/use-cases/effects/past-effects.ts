import type { Entry } from '../../domain/history.ts';
import { countsIn, type PastDecision } from '../../domain/past-decision.ts';
import type { Ports } from '../../ports.ts';
import { readPastOf, readPastRows } from '../../records/past-record.ts';
import { readNamings, readSubjects, unsuggested } from '../../records/subject-record.ts';
import { isStored } from './is-stored.ts';

/** Whom an import brought in and nobody else names is suggested no more once it is taken back. */
export async function pastEffects(ports: Ports, decision: PastDecision, entry: Entry): Promise<void> {
  if (entry.act !== 'PastWithdrawn' && entry.act !== 'PastRowWithdrawn') return;
  const rows = await readPastRows(ports.store, decision.id);
  const gone = rows.filter((row) => entry.act === 'PastWithdrawn' || row.line === entry.facts['line']);
  const subjects = await readSubjects(
    ports.store,
    gone.map(({ subject }) => subject),
  );
  for (const subject of subjects) {
    const { id, namedAgain } = subject.value;
    if (!subject.suggested || namedAgain) continue;
    const [namings, awards] = await Promise.all([
      readNamings(ports.store, [id]),
      readPastOf(ports.store, [id]),
    ]);
    if (namings.length > 0 || awards.some((award) => countsIn(award.decision, award.row))) continue;
    await isStored(ports.store, unsuggested(subject, subject.value));
  }
}
