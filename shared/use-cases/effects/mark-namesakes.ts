import { isEnded, type Case } from '../../domain/case.ts';
import type { CaseId, SubjectId } from '../../domain/id.ts';
import { subjectSchema } from '../../domain/subject.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { readNamings } from '../../records/subject-record.ts';
import { withRetries } from '../acting/request.ts';
import { Work } from '../acting/work.ts';

/** "Trùng tên" concerns both: the other's open cases, too, are told apart by birth year and residential group. */
export async function markNamesakes(ports: Ports, subject: Case): Promise<void> {
  if (subject.subject === undefined) return;
  const [item] = await ports.store.get([keys.subject(subject.subject)]);
  const answers = loaded(subjectSchema, item)?.value.answers ?? [];
  for (const { subject: other, answer } of answers) {
    if (answer === 'namesake') await markCasesOf(ports, other);
  }
}

async function markCasesOf(ports: Ports, other: SubjectId): Promise<void> {
  for (const naming of await readNamings(ports.store, [other])) await markCase(ports, naming.case);
}

async function markCase(ports: Ports, id: CaseId): Promise<void> {
  await withRetries(async () => {
    const [item] = await ports.store.get([keys.caseMeta(id)]);
    const meta = loadCase(item);
    if (meta === undefined || meta.value.label.namesake || isEnded(meta.value.status)) return;
    if (meta.value.sealed !== undefined) return;
    const work = new Work(ports, undefined);
    const label = { ...meta.value.label, namesake: true };
    work.changeCase(meta, { subject: { ...meta.value, label }, entry: { act: 'NamesakeMarked', facts: {} } });
    await work.commit();
  });
}
