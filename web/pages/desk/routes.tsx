import { Hono } from 'hono';
import { noticePath, noticeText } from '#shared/use-cases/effects/notice-mail.ts';
import { markNoticesRead, readNotices } from '#shared/use-cases/views/notices.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { waitingFor } from '#shared/use-cases/views/waiting.ts';
import { FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Tag } from '../../components/parts.tsx';
import { formatInstant } from '../../components/refusal-text.ts';
import { handleForm } from '../../forms/handle-form.ts';
import { show } from '../../show.tsx';
import { ownVisit, t, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { InboxPage } from './inbox-page.tsx';

/** A person's own desk: what waits, and what was told. */
export function deskPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/inbox', async (c) => {
    const visit = ownVisit(c);
    const [rows, rounds] = await Promise.all([waitingFor(ports, visit.signedIn.person), readRounds(ports)]);
    const filter = {
      round: c.req.query('round') ?? '',
      kind: c.req.query('kind') ?? '',
      page: Number(c.req.query('page') ?? 1),
    };
    return show(c, <InboxPage visit={visit} rows={rows} rounds={rounds} filter={filter} />);
  });

  app.get('/notices', async (c) => {
    const visit = ownVisit(c);
    return show(c, <NoticesPage visit={visit} notices={await readNotices(ports, visit.signedIn.person)} />);
  });

  app.post('/notices', (c) =>
    handleForm(c, {
      form: 'read',
      run: async (_typed, _request, visit) => {
        await markNoticesRead(ports, visit.signedIn.person);
        return '/notices?done=read';
      },
      again: async (_state, visit) => (
        <NoticesPage visit={visit} notices={await readNotices(ports, visit.signedIn.person)} />
      ),
    }),
  );
  return app;
}

type Notices = Awaited<ReturnType<typeof readNotices>>;

function NoticesPage({ visit, notices }: { visit: OwnVisit; notices: Notices }) {
  return (
    <Layout visit={visit} title={t(visit, 'nav.notices')}>
      {notices.some((notice) => !notice.read) && (
        <form method="post" action="/notices">
          <FormKeys visit={visit} />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {t(visit, 'notices.read')}
          </button>
        </form>
      )}
      {notices.length === 0 && <p class="govuk-body">{t(visit, 'notices.none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {notices.map((notice) => (
          <li>
            <a class="govuk-link" href={noticePath(notice)}>
              {noticeText(visit.language, notice)}
            </a>{' '}
            {!notice.read && <Tag colour="blue">{t(visit, 'notices.new')}</Tag>}
            <br />
            <span class="govuk-hint">{formatInstant(notice.at)}</span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
