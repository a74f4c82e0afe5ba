import type { FigureRow, FigureRows } from '#shared/use-cases/figures/figure-rows.ts';
import { Layout } from '../../components/layout.tsx';
import { Pages } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { StandingTag } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import { inLanguage, t, type OwnVisit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';
import { subjectText } from './figure-sheets.ts';
import { hrefOf } from './figure.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly found: FigureRows;
  /** What was asked, in words. */
  readonly what: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The cases behind one figure. */
export function FigureRowsPage({ visit, found, what, path, query }: Props) {
  const { office, rows, page, pages } = found;
  const { page: _page, ...asked } = query;
  const neighbours = {
    ...(page > 1 ? { previous: String(page - 1) } : {}),
    ...(page < pages ? { next: String(page + 1) } : {}),
  };
  return (
    <Layout
      visit={visit}
      title={t(visit, 'figures.rows')}
      caption={t(visit, 'figures.rowsOf', { office: office.shortName, what })}
      back={{ href: backOf(asked), label: t(visit, 'figures.back') }}
    >
      {rows.length === 0 ? (
        <p class="govuk-body">{t(visit, 'figures.noRows')}</p>
      ) : (
        <>
          {pages > 1 && <p class="govuk-body">{t(visit, 'figures.rowsCount', { page, pages })}</p>}
          <RowTable visit={visit} rows={rows} />
          <p class="govuk-body">
            <a class="govuk-link" href={hrefOf(`${path}.xlsx`, asked)}>
              {t(visit, 'figures.file')}
            </a>
          </p>
        </>
      )}
      <Pages visit={visit} path={path} query={asked} page={neighbours} at="page" />
    </Layout>
  );
}

/** Where the figure stands, of the same office, round and year. */
function backOf(asked: Readonly<Record<string, string>>): string {
  const kept = Object.entries(asked).filter(([name]) => ['office', 'round', 'year'].includes(name));
  return kept.length === 0 ? '/figures' : `/figures?${new URLSearchParams(kept).toString()}`;
}

function RowTable({ visit, rows }: { visit: OwnVisit; rows: readonly FigureRow[] }) {
  return (
    <Table
      caption={t(visit, 'figures.rowsCaption')}
      hiddenCaption
      rows={rows}
      columns={[
        { head: t(visit, 'col.subject'), cell: (row) => <Subject visit={visit} row={row} /> },
        { head: t(visit, 'figures.unit'), cell: ({ unit }) => unit?.shortName ?? '' },
        {
          head: t(visit, 'col.form'),
          cell: ({ form, submittedOn }) => (form === undefined ? '' : formName(visit, form, submittedOn)),
        },
        {
          head: t(visit, 'figures.step'),
          cell: ({ step, holder }) =>
            [step === undefined ? '' : inLanguage(visit, step.title), holder?.shortName ?? '']
              .filter((part) => part !== '')
              .join(' – '),
        },
        {
          head: t(visit, 'col.standing'),
          cell: ({ status, standing }) =>
            status === undefined || standing === undefined ? (
              ''
            ) : (
              <StandingTag visit={visit} of={{ status, standing, submittedOn: 'yes' }} />
            ),
        },
        {
          head: t(visit, 'figures.sex'),
          cell: ({ facts }) => (facts?.sex === undefined ? '' : t(visit, `figures.sex.${facts.sex}`)),
        },
        {
          head: t(visit, 'figures.work'),
          cell: ({ facts }) => (facts?.work === undefined ? '' : t(visit, `figures.work.${facts.work}`)),
        },
        { head: t(visit, 'col.submitted'), cell: ({ submittedOn }) => formatted(submittedOn) },
        { head: t(visit, 'figures.days'), cell: ({ days }) => days ?? '', numeric: true },
      ]}
    />
  );
}

function Subject({ visit, row }: { visit: OwnVisit; row: FigureRow }) {
  const text = subjectText(visit, row);
  if (row.id === undefined) return <>{text}</>;
  return (
    <a class="govuk-link" href={`/cases/${row.id}`}>
      {text}
    </a>
  );
}
