import type { CaseCommand } from '../../domain/case-command.ts';
import type { CaseId, SubjectId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Subject } from '../../domain/subject.ts';
import {
  readNamings,
  readSubjects,
  requireSubject,
  type LoadedSubject,
  type Naming,
} from '../../records/subject-record.ts';
import { subjectOfCase, type CaseScene, type Decided } from './case-scene.ts';
import { withAnswers } from './same-subjects.ts';

/**
 * "Cùng một người" or "trùng tên", said by the holder of the case and recorded. The same person in two cases marks this
 * case with the other, side by side for whoever judges, and their open nominations count against each other from now
 * on; what was taken in before stays, and nothing more is decided by the answer alone.
 */
export async function judgeIdentity(
  scene: CaseScene,
  command: CaseCommand<'judgeIdentity'>,
): Promise<Decided> {
  const { ports, meta, setting } = scene;
  const subject = meta.value;
  const [own, other] = await readBoth(scene, command.other);
  const same = command.answer === 'same';
  const { store } = ports;
  const both = [own, other];
  const ids = both.flatMap(({ value }) => [value.id, ...value.sameAs]);
  const known = await readSubjects(store, ids, both);
  const persons = same ? [other.value, ...kinOf(other, known)] : [];
  const namings = same ? await readNamings(store, [...new Set(ids)]) : undefined;
  const twins = openCases(persons, namings);
  const seen = new Set([...subject.sameSubjectAs, ...twins]);
  seen.delete(subject.id);
  const apart = !same || persons.some(({ answers }) => answers.some((one) => one.answer === 'namesake'));
  const { post, today } = setting;
  const answer = { subject: command.other, answer: command.answer, by: post.person, on: today };
  return {
    change: {
      subject: {
        ...subject,
        subjectAccounts: [
          ...new Set([...subject.subjectAccounts, ...persons.flatMap(({ accounts }) => accounts)]),
        ],
        sameSubjectAs: [...seen],
        label: { ...subject.label, namesake: subject.label.namesake || apart },
        turn: subject.turn + 1,
      },
      entry: {
        act: 'IdentityJudged',
        facts: { other: command.other, answer: command.answer, cases: twins },
        payload: { reason: command.reason },
      },
    },
    writes: await withAnswers(ports, { before: own, own: own.value, said: [answer], known, namings }),
  };
}

/** @throws Refusal SubjectNotFound, also where the other one is sealed and this one isn't */
async function readBoth(
  scene: CaseScene,
  id: SubjectId,
): Promise<[own: LoadedSubject, other: LoadedSubject]> {
  const own = await subjectOfCase(scene);
  if (own === undefined || own.value.id === id) throw new Refusal('SubjectNotFound').at('other');
  const other = requireSubject(scene.items[1], id, 'other');
  if (other.value.sealed && !own.value.sealed)
    throw new Refusal('SubjectNotFound', { subject: id }).at('other');
  return [own, other];
}

const kinOf = ({ value }: LoadedSubject, known: readonly LoadedSubject[]): Subject[] =>
  known.flatMap((one) => (value.sameAs.includes(one.value.id) ? [one.value] : []));

/** Their cases, without those of a sealed one: nobody learns here that there is one. */
function openCases(persons: readonly Subject[], namings: readonly Naming[] = []): CaseId[] {
  const open = persons.filter(({ sealed }) => !sealed).map(({ id }) => id);
  return open.flatMap((id) => namings.filter(({ subject }) => subject === id).map((naming) => naming.case));
}
