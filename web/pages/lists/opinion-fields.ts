import { missingOn, opinionWords } from '#shared/domain/opinion.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { nameText } from '../../components/standing.tsx';
import type { Field } from '../../forms/field.ts';
import { m, t, type Visit } from '../../visit.ts';

type Asked = NonNullable<ListView['asked']>;

/** Who answers, and the paper of it; the rows stand in a table of their own (answer-form.tsx). */
export function answerFields(visit: Visit, { asked = [] }: ListView): Field[] {
  const own = asked.filter(({ mayAnswer }) => mayAnswer);
  return [whoField(visit, own), ...paperFields(visit, own)];
}

/** The reason of each row's answer, as a refusal names it; its input stands in the table of rows. */
export const rowReasonFields = (visit: Visit, { rows }: ListView): Field[] =>
  rows.map((row) => ({
    kind: 'line',
    name: `reason.${row.case}`,
    label: t(visit, 'opinion.reasonOf', { name: nameText(visit, row) }),
    optional: true,
  }));

/** One row that was answered, and what stands there from now on. */
export function correctionFields(visit: Visit, { asked = [], rows }: ListView): Field[] {
  const own = asked.filter(({ corrects }) => corrects.length > 0);
  const answered = rows.filter((row) => own.some(({ corrects }) => corrects.includes(row.case)));
  return [
    whoField(visit, own),
    {
      kind: 'select',
      name: 'answer.case',
      label: t(visit, 'list.row'),
      blank: t(visit, 'form.choose'),
      options: answered.map((row) => ({ value: row.case, label: `${row.ordinal}. ${nameText(visit, row)}` })),
    },
    {
      kind: 'select',
      name: 'answer.opinion',
      label: t(visit, 'opinion.word'),
      blank: t(visit, 'form.choose'),
      options: opinionWords.map((word) => ({ value: word, label: m(visit, 'opinion', word) })),
    },
    {
      kind: 'text',
      name: 'answer.reason',
      label: t(visit, 'opinion.reason'),
      hint: t(visit, 'opinion.reasonHint'),
      max: 1_000,
    },
    ...paperFields(visit, own),
  ];
}

function whoField(visit: Visit, own: Asked): Field {
  const [only, second] = own;
  return only !== undefined && second === undefined
    ? { kind: 'hidden', name: 'organisation', value: only.id }
    : {
        kind: 'select',
        name: 'organisation',
        label: t(visit, 'opinion.who'),
        blank: t(visit, 'form.choose'),
        options: own.map(({ id, name }) => ({ value: id, label: name })),
      };
}

function paperFields(visit: Visit, own: Asked): Field[] {
  const optional = own.every(({ outside }) => outside === true) ? {} : { optional: true as const };
  return [
    {
      kind: 'line',
      name: 'paper.number',
      label: t(visit, 'opinion.paperNumber'),
      hint: t(visit, 'opinion.paperHint'),
      width: 'half',
      ...optional,
    },
    { kind: 'date', name: 'paper.date', label: t(visit, 'opinion.paperDate'), ...optional },
  ];
}

/** Rows without all answers: those that go on are ticked. */
export function waitingRowsField(visit: Visit, { list, rows }: ListView): Field {
  return {
    kind: 'checkboxes',
    name: 'cases',
    label: t(visit, 'opinion.goOnWith'),
    options: rows
      .filter((row) => missingOn(list, row).length > 0)
      .map((row) => ({ value: row.case, label: `${row.ordinal}. ${nameText(visit, row)}` })),
  };
}
