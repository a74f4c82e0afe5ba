import type { NumberedRow } from '#shared/domain/list.ts';
import { missingOn, opinionWords } from '#shared/domain/opinion.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { Form } from '../../components/form.tsx';
import { nameText } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import { faultText } from '../../components/refusal-text.ts';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { m, t, type OwnVisit } from '../../visit.ts';
import { answerFields } from './opinion-fields.ts';
import { formName } from './row-tables.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly view: ListView;
  readonly state: FormState | undefined;
}

/** Rows that wait for an answer, as many as one act takes. */
const rowsAnAct = 20;

/** An asked organisation's answer: a table of the rows, each with its opinion and reason; one act for all that are said. */
export function AnswerForm({ visit, view, state }: Props) {
  const { list, asked = [] } = view;
  const own = asked.filter(({ mayAnswer }) => mayAnswer).map(({ id }) => id);
  const waiting = view.rows.filter((row) => missingOn(list, row).some((one) => own.includes(one)));
  return (
    <Form
      visit={visit}
      form="answer"
      action={`/lists/${list.id}/act/answer`}
      fields={answerFields(visit, view)}
      state={state}
      step={list.stage}
      button={t(visit, 'listDo.answer')}
    >
      <p class="govuk-hint">{t(visit, 'opinion.hint')}</p>
      <Table<NumberedRow>
        caption={t(visit, 'opinion.rows')}
        rows={waiting.slice(0, rowsAnAct)}
        columns={[
          { head: t(visit, 'col.ordinal'), cell: (row) => row.ordinal },
          {
            head: t(visit, 'col.subject'),
            cell: (row) => (
              <a class="govuk-link" href={`/cases/${row.case}`}>
                {nameText(visit, row)}
              </a>
            ),
          },
          { head: t(visit, 'col.form'), cell: (row) => formName(visit, row.form) },
          {
            head: t(visit, 'col.opinion'),
            cell: (row) => <OpinionInputs visit={visit} row={row} state={state} />,
          },
        ]}
      />
    </Form>
  );
}

function OpinionInputs({
  visit,
  row,
  state,
}: {
  visit: OwnVisit;
  row: NumberedRow;
  state: FormState | undefined;
}) {
  const own = stateOf('answer', state);
  const typed = own?.typed;
  const fault = own?.refusal.faults.find(({ field }) => field === `reason.${row.case}`);
  const name = nameText(visit, row);
  const opinion = `answer-opinion-${row.case}`;
  const reason = `answer-reason-${row.case}`;
  return (
    <>
      <label class="govuk-visually-hidden" for={opinion}>
        {t(visit, 'opinion.of', { name })}
      </label>
      <select class="govuk-select vd-select" id={opinion} name={`opinion.${row.case}`}>
        <option value="">{t(visit, 'opinion.later')}</option>
        {opinionWords.map((word) => (
          <option value={word} selected={typed?.text(`opinion.${row.case}`) === word}>
            {m(visit, 'opinion', word)}
          </option>
        ))}
      </select>
      <label class="govuk-label" for={reason}>
        {t(visit, 'opinion.reason')}
        <span class="govuk-visually-hidden"> {name}</span>
      </label>
      {fault !== undefined && (
        <p class="govuk-error-message" id={`${reason}-error`}>
          {faultText(visit, fault)}
        </p>
      )}
      <input
        class={`govuk-input${fault === undefined ? '' : ' govuk-input--error'}`}
        {...(fault === undefined ? {} : { 'aria-describedby': `${reason}-error` })}
        type="text"
        id={reason}
        name={`reason.${row.case}`}
        maxlength={1_000}
        value={typed?.text(`reason.${row.case}`) ?? ''}
      />
    </>
  );
}
