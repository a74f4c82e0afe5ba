import type { EarlierList } from '#shared/use-cases/imports/earlier-lists.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/parts.tsx';
import { Table } from '../../components/table.tsx';
import { t, type OwnVisit } from '../../visit.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly offices: readonly { readonly office: OrganisationName; readonly lists: readonly EarlierList[] }[];
}

/** Rounds in which one's offices nominated: the rows of each can begin a new list. */
export function EarlierPage({ visit, offices }: Props) {
  return (
    <Layout
      visit={visit}
      title={t(visit, 'imports.earlier')}
      back={{ href: '/cases/import', label: t(visit, 'imports.title') }}
    >
      <p class="govuk-body">{t(visit, 'imports.earlierExplained')}</p>
      {offices.map(({ office, lists }) => (
        <Section title={office.shortName}>
          {lists.length === 0 ? (
            <p class="govuk-body">{t(visit, 'imports.earlierNone')}</p>
          ) : (
            <Table<EarlierList>
              caption={t(visit, 'imports.earlier')}
              hiddenCaption
              rows={lists}
              columns={[
                {
                  head: t(visit, 'imports.earlierRound'),
                  cell: ({ round }) => (
                    <a class="govuk-link" href={`/cases/import/earlier/${office.id}/${round.id}`}>
                      {round.name}
                    </a>
                  ),
                },
                { head: t(visit, 'imports.earlierYear'), cell: ({ round }) => round.year, numeric: true },
                { head: t(visit, 'imports.earlierCount'), cell: ({ count }) => count, numeric: true },
              ]}
            />
          )}
        </Section>
      ))}
    </Layout>
  );
}
