import type { FundView } from '#shared/use-cases/money/funds.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { Why } from '../../components/why.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { dongText } from './money-text.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly year: number;
  readonly funds: readonly FundView[];
  readonly state?: FormState;
}

export function fundFields(visit: Visit, year: number, funds: readonly FundView[]): Field[] {
  const own = funds.filter(({ maySet }) => maySet);
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'fund.organisation'),
      options: own.map(({ organisation }) => ({ value: organisation.id, label: organisation.shortName })),
      value: own[0]?.organisation.id ?? '',
    },
    { kind: 'whole', name: 'year', label: t(visit, 'fund.year'), value: String(year) },
    {
      kind: 'line',
      name: 'total',
      label: t(visit, 'fund.amount'),
      hint: t(visit, 'fund.amountHint'),
      width: 'short',
    },
  ];
}

/** What each of the reader's offices has for commendation in a year, what was promised of it, and what remains. */
export function FundsPage({ visit, year, funds, state }: Props) {
  const fields = fundFields(visit, year, funds);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'fund.title')}
      caption={t(visit, 'fund.other', { year })}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">
        {[year - 1, year + 1].map((other) => (
          <>
            <a class="govuk-link" href={`/funds?year=${String(other)}`}>
              {t(visit, 'fund.other', { year: other })}
            </a>{' '}
          </>
        ))}
      </p>
      {funds.map((fund) => (
        <Section title={fund.organisation.name}>
          <Remaining visit={visit} fund={fund} />
          {fund.taken.length > 0 && (
            <Table
              caption={t(visit, 'fund.taken')}
              rows={fund.taken}
              columns={[
                {
                  head: t(visit, 'fund.number'),
                  cell: ({ list, number }) => (
                    <a class="govuk-link" href={`/lists/${list}#money`}>
                      {number}
                    </a>
                  ),
                },
                { head: t(visit, 'fund.date'), cell: ({ date }) => formatted(date) },
                { head: t(visit, 'money.column'), cell: ({ dong }) => dongText(dong), numeric: true },
                {
                  head: t(visit, 'fund.unknown'),
                  cell: ({ unknown }) => (unknown === 0 ? '' : unknown),
                  numeric: true,
                },
              ]}
            />
          )}
        </Section>
      ))}
      {funds.some(({ maySet }) => maySet) && (
        <Section title={t(visit, 'fund.set')}>
          <Form
            visit={visit}
            form="fund"
            action="/funds"
            fields={fields}
            state={state}
            button={t(visit, 'fund.set')}
          />
        </Section>
      )}
    </Layout>
  );
}

function Remaining({ visit, fund }: { visit: Visit; fund: FundView }) {
  const { total, remaining, year } = fund;
  if (total === undefined || remaining === undefined)
    return <p class="govuk-body">{t(visit, 'fund.none', { year })}</p>;
  const { dong, why } = remaining;
  return (
    <>
      <p class="govuk-body">
        {t(visit, 'fund.total', { year, dong: dongText(total) })}{' '}
        {t(visit, dong < 0 ? 'fund.overdrawn' : 'fund.remaining', { dong: dongText(Math.abs(dong)) })}
      </p>
      <Why visit={visit} of={why} open={dong < 0} />
    </>
  );
}
