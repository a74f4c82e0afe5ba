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
          { head: t(visit, 'register.of'), cell: ({ words }) => wordsOf(visit, words) },
          { head: t(visit, 'register.by'), cell: ({ by }) => by },
        ]}
      />
    </Layout>
  );
}

/** What was said, and under which key what it was before. */
const said: readonly (readonly [key: string, former?: string])[] = [
  ['name', 'formerName'],
  ['shortName', 'formerShortName'],
  ['headTitle', 'formerHeadTitle'],
  ['title'],
  ['titles'],
  ['foundingDecision'],
  ['reason'],
];

/** Name first, then what else was said; of other names only those that changed. */
const wordsOf = (visit: OwnVisit, words: RegisterEntry['words'] = {}): string =>
  said
    .flatMap(([key, former]) => {
      const was = former === undefined ? undefined : words[former];
      if (typeof was !== 'string') return words[key] ?? [];
      if (was === words[key] && key !== 'name') return [];
      return was === words[key] ? was : `${String(words[key])} ${t(visit, 'register.formerly', { was })}`;
    })
    .filter((word) => typeof word === 'string')
    .join('; ');
