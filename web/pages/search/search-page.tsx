import type { SearchView } from '#shared/use-cases/views/search.ts';
import { Fields } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { t, type OwnVisit } from '../../visit.ts';
import { CaseTable } from '../cases/cases-page.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly typed: string;
  /** Absent until something is looked for. */
  readonly found: SearchView | undefined;
}

/** Cases that the reader may read, by a name. */
export function SearchPage({ visit, typed, found }: Props) {
  return (
    <Layout visit={visit} title={t(visit, 'search.title')}>
      <form method="get" action="/search" role="search">
        <Fields
          visit={visit}
          form="search"
          fields={[
            {
              kind: 'line',
              name: 'q',
              label: t(visit, 'search.label'),
              hint: t(visit, 'search.hint'),
              value: typed,
            },
          ]}
        />
        <button type="submit" class="govuk-button">
          {t(visit, 'search.button')}
        </button>
      </form>
      {found !== undefined && <Found visit={visit} typed={typed} found={found} />}
    </Layout>
  );
}

function Found({
  visit,
  typed,
  found: { cases, match, offices, more },
}: {
  visit: OwnVisit;
  typed: string;
  found: SearchView;
}) {
  const count = cases.length;
  return (
    <>
      <h2 class="govuk-heading-m">
        {count === 0 ? t(visit, 'search.none', { typed }) : t(visit, 'search.found', { typed, count })}
      </h2>
      {count === 0 && <p class="govuk-body">{t(visit, 'search.noneHint')}</p>}
      {count > 0 && match === 'near' && <p class="govuk-body">{t(visit, 'search.near')}</p>}
      {offices.length > 0 && (
        <p class="govuk-body">
          {t(visit, 'search.offices', { offices: offices.map(({ name }) => name).join('; ') })}
        </p>
      )}
      {count > 0 && <CaseTable visit={visit} cases={cases} />}
      {more && <p class="govuk-body">{t(visit, 'search.more')}</p>}
    </>
  );
}
