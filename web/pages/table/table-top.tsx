import { subjectKinds } from '#shared/domain/round.ts';
import { tableSorts, type RoundTable, type TableQuery } from '#shared/use-cases/table/round-table.ts';
import { Fields } from '../../components/form.tsx';
import { Details, SummaryList } from '../../components/parts.tsx';
import type { Field } from '../../forms/field.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';
import { dongText } from '../money/money-text.ts';
import { quotaText } from '../offices/quota-text.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly table: RoundTable;
}

/** How far quotas are used, and what is left of the year's fund. */
export function OnTop({ visit, table: { view, fund } }: Props) {
  const quotas = view.forms.filter(({ quotas: own }) => own.length > 0);
  const left = fund?.remaining?.dong;
  return (
    <SummaryList
      lines={[
        ...quotas.map(({ form, quotas: own }) => ({
          key: t(visit, 'table.quotas', { form: formName(visit, form) }),
          value: quotaText(visit, own),
        })),
        {
          key: t(visit, 'table.fund', { year: view.round.year }),
          value:
            fund?.total === undefined || left === undefined
              ? ''
              : t(visit, 'table.fundLeft', { left: dongText(left), total: dongText(fund.total) }),
        },
      ]}
    />
  );
}

/** Asks for other rows, or for another order. */
export function FilterForm({ visit, table, query }: Props & { query: TableQuery }) {
  const { form, kind, unit, here } = query;
  const sifted = [form, kind, unit, here].some((one) => one !== undefined);
  return (
    <form method="get" action={`/rounds/${table.view.round.id}/table`}>
      <Details summary={t(visit, 'form.filter')} open={sifted}>
        <Fields visit={visit} form="filter" fields={filterFields(visit, table, query)} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {t(visit, 'table.show')}
        </button>
      </Details>
    </form>
  );
}

function filterFields(
  visit: Visit,
  { view, office, offices, units }: RoundTable,
  query: TableQuery,
): Field[] {
  const all = t(visit, 'form.all');
  return [
    {
      kind: 'select',
      name: 'office',
      label: t(visit, 'table.office'),
      options: offices.map(({ id, shortName }) => ({ value: id, label: shortName })),
      value: office.id,
    },
    {
      kind: 'select',
      name: 'form',
      label: t(visit, 'col.form'),
      blank: all,
      options: view.forms.map(({ form }) => ({ value: form, label: formName(visit, form) })),
      value: query.form ?? '',
    },
    {
      kind: 'select',
      name: 'kind',
      label: t(visit, 'fact.subjectKind'),
      blank: all,
      options: subjectKinds.map((value) => ({ value, label: m(visit, 'subjectKind', value) })),
      value: query.kind ?? '',
    },
    {
      kind: 'select',
      name: 'unit',
      label: t(visit, 'table.unit'),
      blank: all,
      options: units.map(({ id, shortName }) => ({ value: id, label: shortName })),
      value: query.unit ?? '',
    },
    {
      kind: 'checkboxes',
      name: 'here',
      label: t(visit, 'table.here'),
      options: [{ value: 'yes', label: t(visit, 'table.hereYes') }],
      values: query.here === undefined ? [] : ['yes'],
    },
    {
      kind: 'select',
      name: 'sort',
      label: t(visit, 'table.sort'),
      options: tableSorts.map((value) => ({ value, label: t(visit, `table.sort.${value}`) })),
      value: query.sort,
    },
  ];
}
