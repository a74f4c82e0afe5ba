import type { CaseCommand } from '../../domain/case-command.ts';
import type { CaseId, SubjectId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { casesOfSubject, readSubject, readSubjects } from '../../records/subject-record.ts';
import type { CaseScene, Decided } from './case-scene.ts';
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
  if (subject.subject === undefined || subject.subject === command.other)
    throw new Refusal('SubjectNotFound').at('other');
  const [own, other] = await Promise.all([
    readSubject(ports.store, subject.subject),
    readSubject(ports.store, command.other, 'other'),
  ]);
  if (other.value.sealed && !own.value.sealed)
    throw new Refusal('SubjectNotFound', { subject: command.other }).at('other');
  const answer = {
    subject: command.other,
    answer: command.answer,
    by: setting.post.person,
    on: setting.today,
  };
  const same = command.answer === 'same';
  const persons = same
    ? [other.value, ...(await readSubjects(ports.store, other.value.sameAs)).map(({ value }) => value)]
    : [];
  const twins = await openlyOf(
    ports,
    persons.map(({ id }) => id),
  );
  const known = new Set([...subject.sameSubjectAs, ...twins]);
  known.delete(subject.id);
  const apart = !same || persons.some(({ answers }) => answers.some((one) => one.answer === 'namesake'));
  return {
    change: {
      subject: {
        ...subject,
        subjectAccounts: [
          ...new Set([...subject.subjectAccounts, ...persons.flatMap(({ accounts }) => accounts)]),
        ],
        sameSubjectAs: [...known],
        label: { ...subject.label, namesake: subject.label.namesake || apart },
        turn: subject.turn + 1,
      },
      entry: {
        act: 'IdentityJudged',
        facts: { other: command.other, answer: command.answer, cases: twins },
        payload: { reason: command.reason },
      },
    },
    writes: await withAnswers(ports, own, own.value, [answer]),
  };
}

/** Their cases, without the sealed ones: nobody learns here that there is one. */
async function openlyOf(ports: Ports, ids: readonly SubjectId[]): Promise<CaseId[]> {
  const cases = (await Promise.all(ids.map((id) => casesOfSubject(ports.store, id)))).flat();
  const items = await getAll(
    ports.store,
    cases.map((one) => keys.caseMeta(one)),
  );
  return cases.filter((_, index) => loadCase(items[index])?.value.sealed === undefined);
}
