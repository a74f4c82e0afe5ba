import { holderOf, type Case } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import type { OrganisationId } from '../id.ts';
import { Refusal } from '../refusal.ts';
import type { ActSetting, CaseChange } from './change.ts';

/** A question to whoever entered a case, or had it before: the case stays where it is, and its clock runs on. */

/** Whom its holder may ask. Of a sealed case nobody, since what is asked would be read without a reason that is kept. */
export const askableOf = (subject: Case): OrganisationId[] =>
  subject.sealed === undefined ? subject.readers.filter((one) => one !== holderOf(subject)) : [];

/** One at a time: a new question takes the place of one without an answer. @throws Refusal InputInvalid for who may not be asked */
export function askQuestion(
  subject: Case,
  { to, question }: CaseCommand<'askQuestion'>,
  { today, post }: ActSetting,
): CaseChange {
  if (!askableOf(subject).includes(to))
    throw new Refusal('InputInvalid', {}, [{ field: 'to', code: 'notOneOf' }]);
  return {
    subject: { ...subject, question: { to, by: post.person, on: today } },
    entry: { act: 'QuestionAsked', facts: { to }, payload: { question } },
  };
}

/** @throws Refusal CaseMovedOn where nothing is asked any more */
export function answerQuestion(
  { question, ...subject }: Case,
  { answer }: CaseCommand<'answerQuestion'>,
): CaseChange {
  if (question === undefined) throw new Refusal('CaseMovedOn', { standing: 'noQuestion' });
  return {
    subject,
    entry: { act: 'QuestionAnswered', facts: { askedBy: question.by }, payload: { answer } },
  };
}
