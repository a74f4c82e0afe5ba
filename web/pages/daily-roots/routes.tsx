import { Hono } from 'hono';
import { Refusal } from '#shared/domain/refusal.ts';
import { readDailyRoots, type DailyRoot } from '#shared/use-cases/views/daily-roots.ts';
import { Layout } from '../../components/layout.tsx';
import { LinkButton } from '../../components/parts.tsx';
import { formatInstant, formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { show } from '../../show.tsx';
import { ownVisit, t, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';

/** The daily roots, for auditors. */
export function dailyRootPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/daily-roots', async (c) => {
    const visit = ownVisit(c);
    const page = await readPage(ports, visit, c.req.query('cursor'));
    return show(c, <DailyRootsPage visit={visit} {...page} />);
  });
  return app;
}

/** A cursor that the store doesn't know was written by hand. */
async function readPage(ports: PageOptions['ports'], visit: OwnVisit, cursor: string | undefined) {
  try {
    return await readDailyRoots(ports, visit.signedIn.person, cursor);
  } catch (error) {
    throw error instanceof TypeError && cursor !== undefined ? new Refusal('RouteNotFound') : error;
  }
}

type Props = { visit: OwnVisit; roots: readonly DailyRoot[]; cursor?: string };

function DailyRootsPage({ visit, roots, cursor }: Props) {
  return (
    <Layout visit={visit} title={t(visit, 'roots.title')}>
      <p class="govuk-body">{t(visit, 'roots.why')}</p>
      {roots.length === 0 ? (
        <p class="govuk-body">{t(visit, 'roots.none')}</p>
      ) : (
        <Table<DailyRoot>
          caption={t(visit, 'roots.title')}
          hiddenCaption
          rows={roots}
          columns={[
            { head: t(visit, 'roots.days'), cell: daysOf },
            { head: t(visit, 'roots.records'), cell: ({ records }) => records, numeric: true },
            { head: t(visit, 'roots.code'), cell: ({ code }) => <code>{code}</code> },
            { head: t(visit, 'roots.madeAt'), cell: ({ at }) => formatInstant(at) },
          ]}
        />
      )}
      {cursor !== undefined && (
        <LinkButton secondary href={`/daily-roots?cursor=${encodeURIComponent(cursor)}`}>
          {t(visit, 'roots.older')}
        </LinkButton>
      )}
    </Layout>
  );
}

function daysOf({ from, through }: DailyRoot): string {
  return from === undefined || from === through
    ? formatted(through)
    : `${formatted(from)} – ${formatted(through)}`;
}
