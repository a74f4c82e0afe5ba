import type { CaseCommand } from '../../domain/case-command.ts';
import { caseIdSchema, type CaseId, type SubjectId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { subjectSchema, type Subject } from '../../domain/subject.ts';
import type { Ports, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { encode, loaded, replace, type Loaded } from '../../records/item.ts';
import { indexes, keys, prefixes } from '../../records/keys.ts';
import { getAll, queryAll } from '../../records/query.ts';
import { likenessKey } from '../../domain/subject.ts';
import type { CaseScene, Decided } from './case-scene.ts';

/**
 * "Cùng một người" or "trùng tên", said by the holder of the case and recorded. The same person in two cases of a
 * round marks this case with the other, side by side for whoever judges; nothing is decided by the answer alone.
 */
export async function judgeIdentity(
  scene: CaseScene,
  command: CaseCommand<'judgeIdentity'>,
): Promise<Decided> {
  const { ports, meta, setting } = scene;
  const subject = meta.value;
  if (subject.subject === undefined || subject.subject === command.other)
    throw new Refusal('SubjectNotFound');
  const [own, other] = await Promise.all([
    readSubject(ports, subject.subject),
    readSubject(ports, command.other),
  ]);
  const answer = {
    subject: command.other,
    answer: command.answer,
    by: setting.post.person,
    on: setting.today,
  };
  if (other.value.sealed && !own.value.sealed)
    throw new Refusal('SubjectNotFound', { subject: command.other });
  const answers = [...own.value.answers.filter((one) => one.subject !== command.other), answer];
  const same = command.answer === 'same';
  const twins = same ? await openlyOf(ports, other.value.id) : [];
  const accounts = same ? other.value.accounts : [];
  const draft = same && subject.status === 'DRAFT';
  const known: Subject = { ...own.value, answers };
  const left = draft && (await casesOfSubject(ports, own.value.id)).every((id) => id === subject.id);
  const written = left ? unsuggested(own, known) : subjectWrite(own, known);
  return {
    change: {
      subject: {
        ...subject,
        // A draft is then of the subject that was there before: its other nominations count against it.
        ...(draft ? { subject: other.value.id } : {}),
        subjectAccounts: [...new Set([...subject.subjectAccounts, ...accounts])],
        sameSubjectAs: [...new Set([...subject.sameSubjectAs, ...twins])].filter((id) => id !== subject.id),
        label: { ...subject.label, namesake: subject.label.namesake || !same },
        turn: subject.turn + 1,
      },
      entry: {
        act: 'IdentityJudged',
        facts: { other: command.other, answer: command.answer, cases: twins },
        payload: { reason: command.reason },
      },
    },
    writes: draft
      ? [
          written,
          { delete: keys.subjectCase(own.value.id, subject.id) },
          { put: encode(keys.subjectCase(other.value.id, subject.id), { case: subject.id }, 1) },
        ]
      : [written],
  };
}

export async function readSubject(ports: Ports, id: SubjectId): Promise<Loaded<Subject>> {
  const [item] = await ports.store.get([keys.subject(id)]);
  const found = loaded(subjectSchema, item);
  if (found === undefined) throw new Refusal('SubjectNotFound', { subject: id });
  return found;
}

export function subjectWrite(before: Loaded<Subject> | undefined, after: Subject): Write {
  return replace(
    keys.subject(after.id),
    after,
    before,
    after.sealed ? {} : { g1: indexes.likeness(likenessKey(after), after.id) },
  );
}

/** Out of the index of look-alikes: no case names it any more. */
export const unsuggested = (before: Loaded<Subject>, after: Subject): Write =>
  replace(keys.subject(after.id), after, before);

/** Its cases, without the sealed ones: nobody learns here that there is one. */
async function openlyOf(ports: Ports, id: SubjectId): Promise<CaseId[]> {
  const cases = await casesOfSubject(ports, id);
  const items = await getAll(
    ports.store,
    cases.map((one) => keys.caseMeta(one)),
  );
  return cases.filter((_, index) => loadCase(items[index])?.value.sealed === undefined);
}

/** Cases that ever named it, across years. */
export async function casesOfSubject(ports: Ports, id: SubjectId): Promise<CaseId[]> {
  const items = await queryAll(ports.store, { pk: keys.subject(id).pk, prefix: prefixes.subjectCases });
  return items.map((item) => caseIdSchema.parse(item.sk.slice(prefixes.subjectCases.length)));
}
