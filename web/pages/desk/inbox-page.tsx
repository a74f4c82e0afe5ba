import type { Round } from '#shared/domain/round.ts';
import { stepKinds } from '#shared/domain/route-template.ts';
import { Fields } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Pages } from '../../components/parts.tsx';
import type { Field } from '../../forms/field.ts';
import { m, t, type OwnVisit } from '../../visit.ts';
import { WaitingTable, type Waiting } from './waiting-table.tsx';

interface Filter {
  readonly round: string;
  readonly kind: string;
  readonly page: number;
}

interface Props {
  readonly visit: OwnVisit;
  readonly rows: readonly Waiting[];
  readonly rounds: readonly Round[];
  readonly filter: Filter;
}

const rowsAPage = 50;
/** From here on a list is long enough to be sifted. */
const longFrom = 10;

export function InboxPage({ visit, rows, rounds, filter }: Props) {
  const fitting = rows.filter(
    (row) =>
      (filter.round === '' || row.round === filter.round) &&
      (filter.kind === '' || row.stepKind === filter.kind),
  );
  const pages = Math.max(1, Math.ceil(fitting.length / rowsAPage));
  const page = Math.min(pages, Math.max(1, Number.isInteger(filter.page) ? filter.page : 1));
  const filtered = filter.round !== '' || filter.kind !== '';
  return (
    <Layout visit={visit} title={t(visit, 'nav.inbox')}>
      {(rows.length > longFrom || filtered) && (
        <form method="get" action="/inbox">
          <Details summary={t(visit, 'form.filter')} open={filtered}>
            <Fields visit={visit} form="filter" fields={filterFields(visit, rounds, filter)} />
            <button type="submit" class="govuk-button govuk-button--secondary">
              {t(visit, 'form.filter')}
            </button>
          </Details>
        </form>
      )}
      {fitting.length === 0 ? (
        <p class="govuk-body">{t(visit, 'inbox.none')}</p>
      ) : (
        <>
          <p class="govuk-body">{t(visit, 'inbox.count', { count: fitting.length })}</p>
          <WaitingTable
            visit={visit}
            rows={fitting.slice((page - 1) * rowsAPage, page * rowsAPage)}
            caption={t(visit, 'nav.inbox')}
          />
          <Pages
            visit={visit}
            page={page}
            pages={pages}
            href={(to) =>
              `/inbox?${new URLSearchParams({ round: filter.round, kind: filter.kind, page: String(to) }).toString()}`
            }
          />
        </>
      )}
    </Layout>
  );
}

function filterFields(visit: OwnVisit, rounds: readonly Round[], filter: Filter): Field[] {
  return [
    {
      kind: 'select',
      name: 'round',
      label: t(visit, 'fact.round'),
      blank: t(visit, 'form.all'),
      options: rounds.map(({ id, name }) => ({ value: id, label: name })),
      value: filter.round,
    },
    {
      kind: 'select',
      name: 'kind',
      label: t(visit, 'col.todo'),
      blank: t(visit, 'form.all'),
      options: stepKinds.map((value) => ({ value, label: m(visit, 'stepKind', value) })),
      value: filter.kind,
    },
  ];
}
