import { limits } from '#shared/domain/case-command.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { formatted } from '../../components/refusal-text.ts';
import type { Field } from '../../forms/field.ts';
import { t, type Visit } from '../../visit.ts';

/** Whom to ask about the case, and what. */
export function questionFields(visit: Visit, { askable }: CaseView): Field[] {
  return [
    {
      kind: 'select',
      name: 'to',
      label: t(visit, 'acts.askTo'),
      hint: t(visit, 'acts.askToHint'),
      options: askable.map(({ id, shortName }) => ({ value: id, label: shortName })),
      value: askable[0]?.id ?? '',
    },
    { kind: 'text', name: 'question', label: t(visit, 'acts.question'), max: limits.reason },
  ];
}

/** What was asked about the case, as long as nobody has answered. */
export function OpenQuestion({ visit, view: { question, timeline } }: { visit: Visit; view: CaseView }) {
  if (question === undefined) return null;
  const said = timeline.findLast(({ act }) => act === 'QuestionAsked')?.words?.['question'];
  return (
    <div class="govuk-inset-text">
      {t(visit, 'case.questionTo', { office: question.to.shortName, day: formatted(question.on) })}
      {typeof said === 'string' && <p class="govuk-body vd-lines">{said}</p>}
    </div>
  );
}
