import type { Organisation } from '#shared/domain/directory.ts';
import { instantSchema } from '#shared/domain/time.ts';
import type { RegisterEntry } from '#shared/use-cases/directory/directory-view.ts';
import { Layout } from '../../components/layout.tsx';
import { formatInstant } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { m, t, type OwnVisit } from '../../visit.ts';
import { backToSetup } from './back.ts';

/** What administrators did, newest first. */
export function RegisterPage({
  visit,
  office,
  entries,
}: {
  visit: OwnVisit;
  office: Organisation;
  entries: readonly RegisterEntry[];
}) {
  return (
    <Layout
      visit={visit}
      title={t(visit, 'setup.register')}
      caption={office.shortName}
      back={backToSetup(visit, office)}
    >
      <p class="govuk-body">{t(visit, 'register.explained')}</p>
      <Table<RegisterEntry>
        caption={t(visit, 'setup.register')}
        hiddenCaption
        rows={entries}
        columns={[
          { head: t(visit, 'register.at'), cell: ({ at }) => formatInstant(instantSchema.parse(at)) },
          { head: t(visit, 'register.act'), cell: ({ act }) => m(visit, 'act', act) },
          { head: t(visit, 'register.of'), cell: ({ words }) => wordsOf(words) },
          { head: t(visit, 'register.by'), cell: ({ by }) => by },
        ]}
      />
    </Layout>
  );
}

/** Name first, then what else was said. */
const wordsOf = (words: RegisterEntry['words']): string =>
  ['name', 'formerName', 'title', 'titles', 'foundingDecision', 'reason']
    .flatMap((key) => words?.[key] ?? [])
    .filter((word) => typeof word === 'string')
    .join('; ');
