import type { CaseContent } from '../../domain/case.ts';
import type { Organisation } from '../../domain/directory.ts';
import type { NewNomination } from '../../domain/case-command.ts';
import { subjectIdSchema, type CaseId, type PersonId, type SubjectId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Key, Ports, Write } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { readSubjects, subjectWrite, type LoadedSubject } from '../../records/subject-record.ts';
import { heard, withAnswers } from './same-subjects.ts';
import type { RequestContext } from '../acting/request.ts';

export interface NominatedSubject {
  readonly subject: SubjectId | undefined;
  readonly namesake: boolean;
  /** Accounts of the subject known so far and said now: four eyes heed them all. */
  readonly accounts: readonly PersonId[];
  readonly writes: readonly Write[];
}

/** What is known of a new nomination when its subject is looked at. */
interface Scene {
  readonly id: CaseId;
  readonly organisation: Organisation;
  readonly context: RequestContext;
  /** Of those whom it names. */
  readonly known: readonly LoadedSubject[];
}

/** Of the subjects that an open nomination names, where it is about one of them. */
export function subjectKeys(command: NewNomination): Key[] {
  const { subject } = knownSubject(command);
  if (subject === undefined) return [];
  return [...new Set([subject, ...command.answers.map((answer) => answer.subject)])].map(keys.subject);
}

/** The subject the officer chose, or a new one made from what was typed; a sealed placeholder has none. */
export async function nominatedSubject(
  ports: Ports,
  scene: Scene,
  command: NewNomination,
  content: CaseContent,
): Promise<NominatedSubject> {
  if (command.sealed?.placeholder === true) {
    return { subject: undefined, namesake: false, accounts: command.accounts, writes: [] };
  }
  const { subject: same, field } = knownSubject(command);
  // A sealed case has a subject of its own, so that nobody learns from a known one whom it is about.
  if (same !== undefined && command.sealed !== undefined) {
    throw new Refusal('SealedApart', {}, [{ field, code: 'sealedSubject' }]);
  }
  if (same !== undefined) {
    const before = scene.known.find(({ value }) => value.id === same);
    if (before === undefined || before.value.sealed)
      throw new Refusal('SubjectNotFound', { subject: same }).at(field);
    const said = answersOf(command.answers, scene.context, ports).filter((answer) => answer.subject !== same);
    return chosenSubject(ports, scene, { before, said, accounts: command.accounts });
  }
  const fresh = await freshSubject(ports, scene, command, content);
  return {
    subject: fresh.id,
    namesake: fresh.answers.length > 0,
    accounts: fresh.accounts,
    writes: [subjectWrite(undefined, fresh)],
  };
}

interface Chosen {
  readonly before: LoadedSubject;
  readonly said: Subject['answers'];
  readonly accounts: readonly PersonId[];
}

async function chosenSubject(
  ports: Ports,
  scene: Scene,
  { before, said, accounts }: Chosen,
): Promise<NominatedSubject> {
  const own = {
    ...before.value,
    accounts: [...new Set([...before.value.accounts, ...accounts])],
    namedAgain: true,
  };
  const changed =
    said.length > 0 || own.accounts.length > before.value.accounts.length || !before.value.namedAgain;
  const kin = await readSubjects(ports.store, own.sameAs, scene.known);
  const known = [...scene.known, ...kin];
  return {
    accounts: [...new Set([...own.accounts, ...kin.flatMap(({ value }) => value.accounts)])],
    subject: own.id,
    namesake: heard(own, said).answers.some((answer) => answer.answer === 'namesake'),
    writes: changed ? await withAnswers(ports, { before, own, said, known }) : [],
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

async function freshSubject(
  ports: Ports,
  { id, organisation, context }: Scene,
  command: NewNomination,
  content: CaseContent,
): Promise<Subject> {
  // Of a sealed subject nothing is written beside the case's own content, which is revealed with a reason only.
  const sealed = command.sealed !== undefined;
  const { birthYear, residentialGroup, representative, legalPerson }: Partial<CaseContent> = sealed
    ? {}
    : content;
  return {
    id: subjectIdSchema.parse(id),
    kind: command.subjectKind,
    name: sealed ? '' : content.printedName,
    unit: sealed ? '' : content.unit,
    area: organisation.area,
    enteredBy: organisation.id,
    sealed,
    accounts: command.accounts,
    answers: answersOf(command.answers, context, ports),
    sameAs: [],
    namedAgain: false,
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(residentialGroup === undefined ? {} : { residentialGroup }),
    ...(representative === undefined ? {} : { representative }),
    ...(legalPerson === undefined ? {} : { legalPerson }),
    ...(command.idNumber === undefined ? {} : { idNumber: await keptNumber(ports, command.idNumber) }),
  };
}

/** As a subject bears it: the number itself is stored nowhere. */
export async function keptNumber(
  ports: Pick<Ports, 'vault'>,
  idNumber: string,
): Promise<NonNullable<Subject['idNumber']>> {
  const [sealed, fingerprint] = await Promise.all([
    ports.vault.seal(idNumber),
    ports.vault.fingerprint(idNumber),
  ]);
  return { sealed, fingerprint, lastFour: idNumber.slice(-4) };
}
