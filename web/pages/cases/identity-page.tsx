import type { CaseId } from '#shared/domain/id.ts';
import { limits } from '#shared/domain/case-command.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { Likeness } from '#shared/use-cases/cases/likeness.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { answerOptions, likenessText } from './act-fields.ts';

/** One question a look-alike: "cùng một người" or "trùng tên". */
export function questionFields(visit: Visit, questions: readonly Likeness[]): Field[] {
  return questions.map((other) => ({
    kind: 'radios',
    name: `answers.${other.id}`,
    label: likenessText(visit, other),
    options: answerOptions(visit),
  }));
}

function identityFields(visit: Visit, questions: readonly Likeness[]): Field[] {
  return [
    ...questions.map(({ id }): Field => ({ kind: 'hidden', name: 'asked', value: id })),
    ...questionFields(visit, questions),
    { kind: 'text', name: 'reason', label: t(visit, 'identity.reason'), max: limits.reason },
  ];
}

/** @throws Refusal IdentityQuestionOpen naming each question without an answer */
export function identityAnswers(visit: Visit, asked: readonly string[], typed: Typed) {
  refuseUnanswered(asked, typed);
  const reason = typed.text('reason').trim() === '' ? t(visit, 'identity.noReason') : typed.text('reason');
  return asked.map((other) => ({ other, answer: typed.text(`answers.${other}`), reason }));
}

export function refuseUnanswered(asked: readonly string[], typed: Typed): void {
  const open = asked.filter((id) => !['same', 'namesake'].includes(typed.text(`answers.${id}`)));
  if (open.length === 0) return;
  throw new Refusal(
    'IdentityQuestionOpen',
    {},
    open.map((id) => ({ field: `answers.${id}`, code: 'empty' })),
  );
}

interface Props {
  readonly visit: OwnVisit;
  readonly id: CaseId;
  readonly questions: readonly Likeness[];
  readonly state: FormState;
}

export function IdentityPage({ visit, id, questions, state }: Props) {
  const fields = identityFields(visit, questions);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'identity.title')}
      back={{ href: `/cases/${id}/check`, label: t(visit, 'identity.back') }}
      trouble={{ state, fields }}
    >
      <p class="govuk-body">{t(visit, 'identity.explained')}</p>
      <Form
        visit={visit}
        form="identity"
        action={`/cases/${id}/identity`}
        fields={fields}
        state={state}
        button={t(visit, 'identity.save')}
      />
    </Layout>
  );
}
