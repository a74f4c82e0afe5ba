import type { casesToGather, ListView } from '#shared/use-cases/views/list-view.ts';
import { FormKeys } from '../../components/form.tsx';
import { nameText } from '../../components/standing.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { actWords } from './list-words.ts';
import { formName } from './row-tables.tsx';

export type Candidate = Awaited<ReturnType<typeof casesToGather>>[number];

/** What is ticked beforehand: `all`, the cases of these ids, or nothing. */
export type Ticked = 'all' | readonly string[] | undefined;

interface Props {
  readonly visit: OwnVisit;
  readonly view: ListView;
  readonly candidates: readonly Candidate[];
  readonly state: FormState | undefined;
  readonly ticked: Ticked;
}

/** Cases free at this step, to be ticked; on a letter each with recommended or not, and a remark. */
export function GatherForm({ visit, view, candidates, state, ticked }: Props) {
  const own = stateOf('gather', state);
  const { list } = view;
  if (candidates.length === 0) return <p class="govuk-body">{t(visit, 'gather.none')}</p>;
  const isTicked = (id: string): boolean =>
    own === undefined ? ticked === 'all' || (ticked ?? []).includes(id) : own.typed.all('cases').includes(id);
  const action = `/lists/${list.id}/act/gather`;
  return (
    <form method="post" action={action} novalidate>
      <FormKeys visit={visit} step={list.stage} />
      {ticked !== 'all' && candidates.length > 1 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/lists/${list.id}?all=1#act-gather`}>
            {t(visit, 'gather.all')}
          </a>
        </p>
      )}
      <Table<Candidate>
        caption={t(visit, 'gather.title')}
        hiddenCaption
        rows={candidates.slice(0, 200)}
        columns={[
          {
            head: t(visit, 'gather.take'),
            cell: (row, index) => (
              <div class="govuk-checkboxes govuk-checkboxes--small">
                <div class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id={`gather-cases-${index}`}
                    name="cases"
                    value={row.id}
                    checked={isTicked(row.id)}
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={`gather-cases-${index}`}>
                    {nameText(visit, { ...row, name: row.label })}
                  </label>
                </div>
              </div>
            ),
          },
          { head: t(visit, 'col.unit'), cell: (row) => row.unit },
          { head: t(visit, 'col.form'), cell: (row) => formName(visit, row.form) },
          { head: t(visit, 'col.due'), cell: (row) => formatted(row.dueOn) },
          ...(list.kind === 'letter' ? [opinionColumn(visit, own)] : []),
        ]}
      />
      <button type="submit" class="govuk-button">
        {actWords(visit, 'listDo', 'gather', list.kind)}
      </button>
    </form>
  );
}

function opinionColumn(visit: OwnVisit, state: FormState | undefined) {
  return {
    head: t(visit, 'col.recommended'),
    cell: ({ id, label }: Candidate) => (
      <>
        <label class="govuk-visually-hidden" for={`gather-recommended-${id}`}>
          {t(visit, 'gather.recommendedOf', { name: label })}
        </label>
        <select class="govuk-select vd-select" id={`gather-recommended-${id}`} name={`recommended.${id}`}>
          <option value="yes">{t(visit, 'gather.recommended')}</option>
          <option value="no" selected={state?.typed.text(`recommended.${id}`) === 'no'}>
            {t(visit, 'gather.notRecommended')}
          </option>
        </select>
        <label class="govuk-label" for={`gather-remark-${id}`}>
          {t(visit, 'form.optional', { label: t(visit, 'gather.remark') })}
          <span class="govuk-visually-hidden"> {label}</span>
        </label>
        <input
          class="govuk-input"
          type="text"
          id={`gather-remark-${id}`}
          name={`remark.${id}`}
          value={state?.typed.text(`remark.${id}`) ?? ''}
        />
      </>
    ),
  };
}

/** Numbers before the rows: the list is put in their order. */
export function OrderForm({
  visit,
  view,
  state,
}: {
  visit: OwnVisit;
  view: ListView;
  state: FormState | undefined;
}) {
  const own = stateOf('order', state);
  return (
    <form method="post" action={`/lists/${view.list.id}/act/order`} novalidate>
      <FormKeys visit={visit} step={view.list.stage} />
      <p class="govuk-hint">{t(visit, 'order.hint')}</p>
      {view.rows.map((row, index) => {
        const id = index === 0 ? 'order-cases' : `order-cases-${index}`;
        return (
          <div class="govuk-form-group vd-place">
            <input
              class="govuk-input vd-position"
              type="text"
              inputmode="numeric"
              id={id}
              name={`position.${row.case}`}
              value={own?.typed.text(`position.${row.case}`) ?? String(row.ordinal)}
            />
            <label for={id}>{nameText(visit, row)}</label>
          </div>
        );
      })}
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t(visit, 'listDo.order')}
      </button>
    </form>
  );
}
