import { Hono } from 'hono';
import { noticePath, noticeText } from '#shared/use-cases/effects/notice-mail.ts';
import { markNoticesRead, readNotices } from '#shared/use-cases/views/notices.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { readInbox, type InboxQuery } from '#shared/use-cases/views/waiting.ts';
import { FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Tag } from '../../components/parts.tsx';
import { formatInstant } from '../../components/refusal-text.ts';
import { handleForm } from '../../forms/handle-form.ts';
import { show } from '../../show.tsx';
import { ownVisit, t, type OwnVisit, type PageContext, type PageEnv, type PageOptions } from '../../visit.ts';
import { InboxPage, isSifted, type InboxFilter } from './inbox-page.tsx';

/** A person's own desk: what waits, and what was told. */
export function deskPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/inbox', async (c) => {
    const visit = ownVisit(c);
    const filter = { round: c.req.query('round') ?? '', kind: c.req.query('kind') ?? '' };
    const [inbox, rounds] = await Promise.all([
      readInbox(ports, visit.signedIn.person, { ...placeIn(c), fits: fitting(filter) }),
      readRounds(ports),
    ]);
    return show(c, <InboxPage visit={visit} inbox={inbox} rounds={rounds} filter={filter} />);
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

/** Where the reader turned to; an empty text is no place. */
function placeIn(c: PageContext): Pick<InboxQuery, 'after' | 'before'> {
  const [after, before] = [c.req.query('after'), c.req.query('before')];
  return { after: after === '' ? undefined : after, before: before === '' ? undefined : before };
}

function fitting(filter: InboxFilter): InboxQuery['fits'] {
  if (!isSifted(filter)) return undefined;
  return ({ round, stepKind }) =>
    (filter.round === '' || round === filter.round) && (filter.kind === '' || stepKind === filter.kind);
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
