import type { DecisionMoneyView } from '#shared/use-cases/money/judge-money.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { Section } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import { Why } from '../../components/why.tsx';
import { t, type Visit } from '../../visit.ts';
import { dongText } from './money-text.ts';

/** What a decision costs, row by row with the formula, and whether the fund has it. */
export function MoneySection({
  visit,
  view,
  brief = false,
}: {
  visit: Visit;
  view: ListView;
  /** Without the sums of single rows. */
  brief?: boolean;
}) {
  const { money, rows, list } = view;
  if (money === undefined || rows.length === 0) return null;
  return (
    <Section title={t(visit, 'money.title')} id="money">
      <p class="govuk-body">
        {t(visit, 'money.total', { dong: dongText(money.total), day: formatted(money.on) })}{' '}
        {list.date === undefined && t(visit, 'money.draft')}
      </p>
      {money.why !== undefined && <Why visit={visit} of={money.why} />}
      {money.unknown > 0 && <p class="govuk-body">{t(visit, 'money.unknown', { count: money.unknown })}</p>}
      {money.fund !== undefined && (
        <Why visit={visit} of={money.fund} open={money.fund.verdict !== 'passes'} />
      )}
      {money.together.map(({ cases, why }) => (
        <>
          <p class="govuk-body">{t(visit, 'money.together', { name: whose(visit, view, cases) })}</p>
          <Why visit={visit} of={why} open={why.verdict !== 'passes'} />
        </>
      ))}
      {!brief && <Sums visit={visit} money={money} view={view} />}
      <p class="govuk-body">
        <a class="govuk-link" href={`/funds?year=${money.on.slice(0, 4)}`}>
          {t(visit, 'fund.link')}
        </a>
      </p>
    </Section>
  );
}

/** All of them are about one subject. */
function whose(visit: Visit, { rows }: ListView, [first]: readonly string[]): string {
  const row = rows.find((one) => one.case === first);
  return row === undefined ? '' : nameText(visit, row);
}

function Sums({ visit, money, view }: { visit: Visit; money: DecisionMoneyView; view: ListView }) {
  const rows = money.rows.flatMap((sum) => {
    const row = view.rows.find((one) => one.case === sum.case);
    return row === undefined ? [] : [{ row, sum }];
  });
  if (rows.length === 0) return null;
  return (
    <Table
      caption={t(visit, 'money.title')}
      hiddenCaption
      rows={rows}
      columns={[
        { head: t(visit, 'col.goldenBook'), cell: ({ row }) => row.goldenBookNumber ?? '' },
        { head: t(visit, 'col.subject'), cell: ({ row }) => nameText(visit, row) },
        { head: t(visit, 'money.column'), cell: ({ sum }) => dongText(sum.dong), numeric: true },
        { head: t(visit, 'why.summary'), cell: ({ sum }) => <Why visit={visit} of={sum.why} /> },
      ]}
    />
  );
}
