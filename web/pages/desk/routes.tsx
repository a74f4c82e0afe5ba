import { Hono } from 'hono';
import { noticePath, noticeText } from '#shared/use-cases/effects/notice-mail.ts';
import {
  markNoticesRead,
  readNotices,
  type NoticePage,
  type NoticeView,
} from '#shared/use-cases/views/notices.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { readInbox, type InboxQuery, type Place } from '#shared/use-cases/views/waiting.ts';
import { FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pages, Section, Tag } from '../../components/parts.tsx';
import { ZaloText } from '../../components/zalo-text.tsx';
import { Why } from '../../components/why.tsx';
import { RestsOn } from './rests-on.tsx';
import { readToConfirm } from './settings-to-confirm.tsx';
import { formatInstant, formatted } from '../../components/refusal-text.ts';
import { handleForm } from '../../forms/handle-form.ts';
import { show } from '../../show.tsx';
import { ownVisit, t, type OwnVisit, type PageContext, type PageEnv, type PageOptions } from '../../visit.ts';
import { InboxPage, isSifted, type InboxFilter } from './inbox-page.tsx';

/** A person's own desk: what waits, and what was told. */
export function deskPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  const noticesPage = async (visit: OwnVisit, place: Place = {}) => (
    <NoticesPage visit={visit} page={await readNotices(ports, visit.signedIn.person, place)} />
  );

  app.get('/inbox', async (c) => {
    const visit = ownVisit(c);
    const filter = { round: c.req.query('round') ?? '', kind: c.req.query('kind') ?? '' };
    const [inbox, rounds, settings] = await Promise.all([
      readInbox(ports, visit.signedIn.person, { ...placeIn(c), fits: fitting(filter) }),
      readRounds(ports),
      readToConfirm(ports, visit),
    ]);
    return show(
      c,
      <InboxPage visit={visit} inbox={inbox} rounds={rounds} filter={filter} settings={settings} />,
    );
  });

  app.get('/notices', async (c) => {
    const visit = ownVisit(c);
    return show(c, await noticesPage(visit, placeIn(c)));
  });

  app.post('/notices', (c) =>
    handleForm(c, {
      form: 'read',
      run: async (_typed, _request, visit) => {
        await markNoticesRead(ports, visit.signedIn.person);
        return '/notices?done=read';
      },
      again: (_state, visit) => noticesPage(visit),
    }),
  );
  return app;
}

/** Where the reader turned to; an empty text is no place. */
function placeIn(c: PageContext): Place {
  const [after, before] = [c.req.query('after'), c.req.query('before')];
  return { after: after === '' ? undefined : after, before: before === '' ? undefined : before };
}

function fitting(filter: InboxFilter): InboxQuery['fits'] {
  if (!isSifted(filter)) return undefined;
  return ({ round, stepKind }) =>
    (filter.round === '' || round === filter.round) && (filter.kind === '' || stepKind === filter.kind);
}

function NoticesPage({ visit, page }: { visit: OwnVisit; page: NoticePage }) {
  return (
    <Layout visit={visit} title={t(visit, 'nav.notices')}>
      {visit.signedIn.unread.count > 0 && (
        <form method="post" action="/notices">
          <FormKeys visit={visit} />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {t(visit, 'notices.read')}
          </button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/notices/choices">
          {t(visit, 'mails.title')}
        </a>
      </p>
      {page.notices.length === 0 && <p class="govuk-body">{t(visit, 'notices.none')}</p>}
      {[...Map.groupBy(page.notices, ({ on }) => on)].map(([day, notices]) => (
        <Section title={formatted(day)}>
          <ul class="govuk-list govuk-list--spaced">
            {notices.map((notice, index) => (
              <OneNotice visit={visit} notice={notice} id={`zalo-${day}-${String(index)}`} />
            ))}
          </ul>
        </Section>
      ))}
      <Pages visit={visit} path="/notices" page={page} />
    </Layout>
  );
}

function OneNotice({ visit, notice, id }: { visit: OwnVisit; notice: NoticeView; id: string }) {
  const line = noticeText(visit.language, notice);
  return (
    <li>
      <a class="govuk-link" href={noticePath(notice)}>
        {line}
      </a>{' '}
      {!notice.read && <Tag colour="blue">{t(visit, 'notices.new')}</Tag>}
      <br />
      <span class="govuk-hint">{formatInstant(notice.at)}</span>
      <RestsOn visit={visit} rules={notice.rests} />
      {notice.why !== undefined && <Why visit={visit} of={notice.why} />}
      <ZaloText visit={visit} id={id} line={line} path={noticePath(notice)} />
    </li>
  );
}
