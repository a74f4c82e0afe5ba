import { isEnded, type Case } from '../../domain/case.ts';
import type { Entry } from '../../domain/history.ts';
import { caseIdSchema, type CaseId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { withRetries } from '../acting/request.ts';
import { Work } from '../acting/work.ts';

/** "Cùng một người" concerns both: the other's open cases bear the mark too, and whoever holds them sees it. */
export async function markTwins(ports: Ports, subject: Case, entry: Entry): Promise<void> {
  const { answer, cases } = entry.facts;
  if (answer !== 'same' || !Array.isArray(cases) || subject.sealed !== undefined) return;
  for (const id of cases) await markTwin(ports, caseIdSchema.parse(id), subject.id);
}

async function markTwin(ports: Ports, id: CaseId, twin: CaseId): Promise<void> {
  await withRetries(async () => {
    const [item] = await ports.store.get([keys.caseMeta(id)]);
    const meta = loadCase(item);
    if (meta === undefined || id === twin || isEnded(meta.value.status)) return;
    if (meta.value.sealed !== undefined || meta.value.sameSubjectAs.includes(twin)) return;
    const work = new Work(ports, undefined);
    const sameSubjectAs = [...meta.value.sameSubjectAs, twin];
    const entry = { act: 'SameSubjectMarked', facts: { case: twin } };
    work.changeCase(meta, { subject: { ...meta.value, sameSubjectAs }, entry });
    await work.commit();
  });
}
