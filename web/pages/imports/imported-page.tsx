import type { PastedNominations } from '#shared/domain/pasted-nominations.ts';
import type { ImportedRow } from '#shared/use-cases/imports/import-nominations.ts';
import { Layout } from '../../components/layout.tsx';
import { LinkButton, Section } from '../../components/parts.tsx';
import { Table } from '../../components/table.tsx';
import { m, t, type OwnVisit } from '../../visit.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly results: readonly ImportedRow[];
  readonly list: PastedNominations;
}

/** What became of each row: a draft with a link, or why not. */
export function ImportedPage({ visit, results, list }: Props) {
  const made = results.filter(({ id }) => id !== undefined);
  const refused = results.filter(({ refusal }) => refusal !== undefined);
  const nameOf = (line: number): string =>
    list.rows.find((row) => row.line === line)?.row?.content.printedName ?? '';
  return (
    <Layout visit={visit} title={t(visit, 'imports.done', { count: made.length })}>
      <p class="govuk-body">{t(visit, 'imports.then')}</p>
      <LinkButton href="/cases/drafts">{t(visit, 'drafts.title')}</LinkButton>
      {refused.length > 0 && (
        <Section title={t(visit, 'imports.refused', { count: refused.length })}>
          <Table<ImportedRow>
            caption={t(visit, 'imports.refused', { count: refused.length })}
            hiddenCaption
            rows={refused}
            columns={[
              { head: t(visit, 'imports.line'), cell: ({ line }) => line },
              { head: t(visit, 'col.subject'), cell: ({ line }) => nameOf(line) },
              { head: t(visit, 'imports.why'), cell: ({ refusal = '' }) => m(visit, 'refusal', refusal) },
            ]}
          />
        </Section>
      )}
      {made.length > 0 && (
        <Section title={t(visit, 'imports.made')}>
          <ol class="govuk-list govuk-list--number">
            {made.map(({ line, id = '' }) => (
              <li>
                <a class="govuk-link" href={`/cases/${id}/edit`}>
                  {nameOf(line)}
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Layout>
  );
}
