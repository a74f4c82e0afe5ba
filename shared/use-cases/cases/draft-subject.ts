import { ended, type CaseChange } from '../../domain/case-acts/change.ts';
import { edit } from '../../domain/case-acts/entering.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import type { CaseCommand } from '../../domain/case-command.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Ports } from '../../ports.ts';
import {
  casesOfSubject,
  readSubject,
  subjectWrite,
  unsuggested,
  type LoadedSubject,
} from '../../records/subject-record.ts';
import type { CaseScene, Decided } from './case-scene.ts';

/** A draft and the subject that came with it: what is typed over is typed over in both, what is thrown away in both. */

/** @throws Refusal IfMatchMissing: two officers at one draft must not write over each other */
export async function editDraft(scene: CaseScene, command: CaseCommand<'edit'>): Promise<Decided> {
  const { ports, context, meta, content } = scene;
  if (context.request.ifVersion === undefined) throw new Refusal('IfMatchMissing');
  const change = edit(meta.value, content.value, command);
  const own = await subjectOfDraft(ports, meta.value);
  const typed = own === undefined ? undefined : asTyped(own.value, change.content ?? content.value);
  return { change, writes: own === undefined || typed === undefined ? [] : [subjectWrite(own, typed)] };
}

/** Nobody is asked about somebody whom only a discarded draft named: the subject leaves the index of look-alikes. */
export async function discardDraft({ ports, meta, setting }: CaseScene): Promise<Decided> {
  const change: CaseChange = {
    subject: ended(meta.value, setting.today, 'WITHDRAWN'),
    entry: { act: 'Discarded', facts: {} },
  };
  const own = await subjectOfDraft(ports, meta.value);
  return { change, writes: own === undefined ? [] : [unsuggested(own, own.value)] };
}

/** The subject that no other case names; a sealed one says nothing that could be typed over. */
async function subjectOfDraft(ports: Ports, subject: Case): Promise<LoadedSubject | undefined> {
  if (subject.subject === undefined || subject.sealed !== undefined) return undefined;
  const [own, cases] = await Promise.all([
    readSubject(ports.store, subject.subject),
    casesOfSubject(ports.store, subject.subject),
  ]);
  return cases.every((id) => id === subject.id) ? own : undefined;
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
