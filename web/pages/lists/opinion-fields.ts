import { missingOn } from '#shared/domain/opinion.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { nameText } from '../../components/standing.tsx';
import type { Field } from '../../forms/field.ts';
import { t, type Visit } from '../../visit.ts';

/** Who answers, and the paper of it; the rows stand in a table of their own (answer-form.tsx). */
export function answerFields(visit: Visit, { asked = [] }: ListView): Field[] {
  const own = asked.filter(({ mayAnswer }) => mayAnswer);
  const [only, second] = own;
  const needsPaper = own.every(({ outside }) => outside === true);
  const who: Field =
    only !== undefined && second === undefined
      ? { kind: 'hidden', name: 'organisation', value: only.id }
      : {
          kind: 'select',
          name: 'organisation',
          label: t(visit, 'opinion.who'),
          blank: t(visit, 'form.choose'),
          options: own.map(({ id, name }) => ({ value: id, label: name })),
        };
  const optional = needsPaper ? {} : { optional: true as const };
  return [
    who,
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
