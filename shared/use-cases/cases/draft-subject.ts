import { ended, type CaseChange } from '../../domain/case-acts/change.ts';
import { edit } from '../../domain/case-acts/entering.ts';
import type { CaseContent } from '../../domain/case.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Subject } from '../../domain/subject.ts';
import { loadSubject, subjectWrite, unsuggested, type LoadedSubject } from '../../records/subject-record.ts';
import type { Ports } from '../../ports.ts';
import { keptNumber } from './nominated-subject.ts';
import type { CaseScene, Decided } from './case-scene.ts';

/** A draft and the subject that came with it: what is typed over is typed over in both, what is thrown away in both. */

/** @throws Refusal IfMatchMissing: two officers at one draft must not write over each other */
export async function editDraft(scene: CaseScene, command: CaseCommand<'edit'>): Promise<Decided> {
  const { context, meta, content, ports } = scene;
  if (context.request.ifVersion === undefined) throw new Refusal('IfMatchMissing');
  const change = edit(meta.value, content.value, command);
  const own = subjectOfDraft(scene);
  const typed = change.content ?? content.value;
  // Whoever chose an earlier subject can't say another number of them.
  if (own === undefined && command.idNumber !== undefined)
    throw new Refusal('InputInvalid', {}, [{ field: 'idNumber', code: 'ofEarlierSubject' }]);
  if (own === undefined) return { change };
  const numbered = await withNumber(ports, own.value, command.idNumber);
  return { change, writes: [subjectWrite(own, asTyped(numbered, typed))] };
}

async function withNumber(
  ports: Pick<Ports, 'vault'>,
  subject: Subject,
  idNumber: CaseCommand<'edit'>['idNumber'],
): Promise<Subject> {
  if (idNumber === undefined) return subject;
  const { idNumber: _before, ...rest } = subject;
  return idNumber === null ? rest : { ...rest, idNumber: await keptNumber(ports, idNumber) };
}

/** Nobody is asked about somebody whom only a discarded draft named: the subject leaves the index of look-alikes. */
export function discardDraft(scene: CaseScene): Decided {
  const { meta, setting } = scene;
  const change: CaseChange = {
    subject: ended(meta.value, setting.today, 'WITHDRAWN'),
    entry: { act: 'Discarded', facts: {} },
  };
  const own = subjectOfDraft(scene);
  return { change, writes: own === undefined ? [] : [unsuggested(own, own.value)] };
}

/** The subject that came with it and that no other case names; a sealed one says nothing that could be typed over. */
function subjectOfDraft({ items: [item] }: CaseScene): LoadedSubject | undefined {
  const own = loadSubject(item);
  return own === undefined || own.value.sealed || own.value.namedAgain ? undefined : own;
}

function asTyped(subject: Subject, content: CaseContent): Subject {
  const {
    birthYear: _year,
    residentialGroup: _group,
    representative: _speaker,
    legalPerson: _legal,
    ...rest
  } = subject;
  const { birthYear, residentialGroup, representative, legalPerson } = content;
  return {
    ...rest,
    name: content.printedName,
    unit: content.unit,
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(residentialGroup === undefined ? {} : { residentialGroup }),
    ...(representative === undefined ? {} : { representative }),
    ...(legalPerson === undefined ? {} : { legalPerson }),
  };
}
