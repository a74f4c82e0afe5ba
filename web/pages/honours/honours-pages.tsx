import type { Honour, Honours } from '#shared/use-cases/honours/honours.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import { Fields } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { t, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';

/** Which year, and then whom which unit nominated. */
export function HonouringPage({
  visit,
  year,
  organisations,
}: {
  visit: Visit;
  year: number;
  organisations: readonly OrganisationName[];
}) {
  return (
    <Layout visit={visit} title={t(visit, 'honours.title', { year })}>
      <p class="govuk-body">{t(visit, 'honours.explained')}</p>
      <form method="get" action="/honours" novalidate>
        <Fields
          visit={visit}
          form="roll"
          fields={[{ kind: 'whole', name: 'year', label: t(visit, 'honours.year'), value: String(year) }]}
        />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {t(visit, 'honours.show')}
        </button>
      </form>
      {organisations.length === 0 ? (
        <p class="govuk-body">{t(visit, 'honours.none')}</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {organisations.map(({ id, name }) => (
            <li>
              <a class="govuk-link" href={`/honours/${String(year)}/${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}

const aPage = 100;

interface RollProps {
  readonly visit: Visit;
  readonly year: number;
  readonly roll: Honours;
  /** Code of one form, or nothing for all. */
  readonly form: string;
  readonly page: number;
}

/** Names by given name; what a decision says of them and no more. */
export function HonoursPage({ visit, year, roll, form, page }: RollProps) {
  const forms = [...new Set(roll.honours.map((one) => one.form))];
  const shown = roll.honours.filter((one) => !forms.includes(form) || one.form === form);
  const pages = Math.max(1, Math.ceil(shown.length / aPage));
  const at = Math.min(page, pages);
  const path = `/honours/${String(year)}/${roll.organisation.id}`;
  return (
    <Layout
      visit={visit}
      title={t(visit, 'honours.title', { year })}
      caption={roll.organisation.name}
      back={{ href: `/honours?year=${String(year)}`, label: t(visit, 'honours.units') }}
    >
      {forms.length > 1 && (
        <form method="get" action={path} novalidate>
          <Fields
            visit={visit}
            form="roll"
            fields={[
              {
                kind: 'select',
                name: 'form',
                label: t(visit, 'new.roundAndForm'),
                blank: t(visit, 'form.all'),
                options: forms.map((code) => ({ value: code, label: formName(visit, code) })),
                value: form,
              },
            ]}
          />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {t(visit, 'form.filter')}
          </button>
        </form>
      )}
      <Table<Honour>
        caption={t(visit, 'honours.count', { count: shown.length })}
        rows={shown.slice((at - 1) * aPage, at * aPage)}
        columns={[
          { head: t(visit, 'honours.name'), cell: ({ name }) => name },
          { head: t(visit, 'col.unit'), cell: ({ unit }) => unit },
          { head: t(visit, 'col.form'), cell: ({ form: code, date }) => formName(visit, code, date) },
          {
            head: t(visit, 'honours.decision'),
            cell: ({ number, date }) => `${number}, ${formatted(date)}`,
          },
        ]}
      />
      <Turning visit={visit} path={path} form={form} at={at} pages={pages} />
    </Layout>
  );
}

interface TurningProps {
  readonly visit: Visit;
  readonly path: string;
  readonly form: string;
  readonly at: number;
  readonly pages: number;
}

function Turning({ visit, path, form, at, pages }: TurningProps) {
  if (pages === 1) return null;
  const href = (page: number): string =>
    `${path}?${new URLSearchParams({ ...(form === '' ? {} : { form }), page: String(page) }).toString()}`;
  return (
    <nav class="govuk-pagination" aria-label={t(visit, 'pages.label')}>
      {at > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={href(at - 1)} rel="prev">
            {t(visit, 'pages.previous')}
          </a>
        </div>
      )}
      {at < pages && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={href(at + 1)} rel="next">
            {t(visit, 'pages.next')}
          </a>
        </div>
      )}
    </nav>
  );
}
