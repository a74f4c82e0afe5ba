import type { CaseContent } from '../../domain/case.ts';
import type { Organisation } from '../../domain/directory.ts';
import type { NewNomination } from '../../domain/case-command.ts';
import { subjectIdSchema, type CaseId, type PersonId, type SubjectId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Ports, Write } from '../../ports.ts';
import { encode } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { readSubject, readSubjects, subjectWrite } from '../../records/subject-record.ts';
import { heard, withAnswers } from './same-subjects.ts';
import type { RequestContext } from '../acting/request.ts';

export interface NominatedSubject {
  readonly subject: SubjectId | undefined;
  readonly namesake: boolean;
  /** Accounts of the subject known so far and said now: four eyes heed them all. */
  readonly accounts: readonly PersonId[];
  readonly writes: (id: CaseId) => Write[];
}

/** The subject the officer chose, or a new one made from what was typed; a sealed placeholder has none. */
export async function nominatedSubject(
  ports: Ports,
  scene: { organisation: Organisation; context: RequestContext },
  command: NewNomination,
  content: CaseContent,
): Promise<NominatedSubject> {
  if (command.sealed?.placeholder === true) {
    return { subject: undefined, namesake: false, accounts: command.accounts, writes: () => [] };
  }
  const { subject: same, field } = knownSubject(command);
  // A sealed case has a subject of its own, so that nobody learns from a known one whom it is about.
  if (same !== undefined && command.sealed !== undefined) {
    throw new Refusal('SealedApart', {}, [{ field, code: 'sealedSubject' }]);
  }
  if (same !== undefined) {
    const known = await readSubject(ports.store, same, field);
    if (known.value.sealed) throw new Refusal('SubjectNotFound', { subject: same }).at(field);
    const said = answersOf(command.answers, scene.context, ports).filter((answer) => answer.subject !== same);
    const accounts = [...new Set([...known.value.accounts, ...command.accounts])];
    const changed = said.length > 0 || accounts.length > known.value.accounts.length;
    const kin = await readSubjects(ports.store, known.value.sameAs);
    const writes = changed ? await withAnswers(ports, known, { ...known.value, accounts }, said) : [];
    return {
      accounts: [...new Set([...accounts, ...kin.flatMap(({ value }) => value.accounts)])],
      subject: known.value.id,
      namesake: heard(known.value, said).answers.some((answer) => answer.answer === 'namesake'),
      writes: (id) => [mention(known.value.id, id), ...writes],
    };
  }
  const fresh = await freshSubject(ports, scene, command, content);
  return {
    subject: fresh.id,
    namesake: fresh.answers.length > 0,
    accounts: fresh.accounts,
    writes: (id) => [subjectWrite(undefined, fresh), mention(fresh.id, id)],
  };
}

/** An answer "same" goes before the subject that was chosen. */
function knownSubject({ answers, subject }: NewNomination) {
  const place = answers.findIndex(({ answer }) => answer === 'same');
  const answered = answers[place];
  return answered === undefined
    ? { subject, field: 'subject' }
    : { subject: answered.subject, field: `answers.${place}.subject` };
}

function answersOf(
  answers: NewNomination['answers'],
  { actor }: RequestContext,
  ports: Ports,
): Subject['answers'] {
  return answers.map((answer) => ({ ...answer, by: actor.person, on: ports.clock.today() }));
}

const mention = (subject: SubjectId, id: CaseId): Write => ({
  put: encode(keys.subjectCase(subject, id), { case: id }, 1),
});

async function freshSubject(
  ports: Ports,
  { organisation, context }: { organisation: Organisation; context: RequestContext },
  command: NewNomination,
  content: CaseContent,
): Promise<Subject> {
  // Of a sealed subject nothing is written beside the case's own content, which is revealed with a reason only.
  const sealed = command.sealed !== undefined;
  const { birthYear, residentialGroup, representative, legalPerson }: Partial<CaseContent> = sealed
    ? {}
    : content;
  return {
    id: subjectIdSchema.parse(ports.random.ulid()),
    kind: command.subjectKind,
    name: sealed ? '' : content.printedName,
    unit: sealed ? '' : content.unit,
    area: organisation.area,
    enteredBy: organisation.id,
    sealed,
    accounts: command.accounts,
    answers: answersOf(command.answers, context, ports),
    sameAs: [],
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(residentialGroup === undefined ? {} : { residentialGroup }),
    ...(representative === undefined ? {} : { representative }),
    ...(legalPerson === undefined ? {} : { legalPerson }),
    ...(command.idNumber === undefined ? {} : { idNumber: await kept(ports, command.idNumber) }),
  };
}

async function kept(ports: Ports, idNumber: string): Promise<NonNullable<Subject['idNumber']>> {
  const [sealed, fingerprint] = await Promise.all([
    ports.vault.seal(idNumber),
    ports.vault.fingerprint(idNumber),
  ]);
  return { sealed, fingerprint, lastFour: idNumber.slice(-4) };
}
