import { Hono } from 'hono';
import { Refusal } from '#shared/domain/refusal.ts';
import { safeReturnTo } from '#shared/http/return-to.ts';
import { ComponentsPage } from './components-page.tsx';
import { Layout } from '../components/layout.tsx';
import { readTyped, sameText } from '../forms/handle-form.ts';
import { show } from '../show.tsx';
import { ownVisit, t, type DemoMail, type PageEnv, type PageOptions, type Visit } from '../visit.ts';

/** Only in a demo: the mails that would be sent, and the button that lets a day pass. */
export function demoPages({ demo }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  if (demo === undefined) return app;

  app.post('/demo/next-day', async (c) => {
    const visit = ownVisit(c);
    const typed = await readTyped(c);
    if (!sameText(typed.text('csrf'), visit.signedIn.csrf)) throw new Refusal('FormExpired');
    await demo.nextDay();
    return c.redirect(safeReturnTo(typed.text('back')), 303);
  });

  app.get('/components', (c) => show(c, <ComponentsPage visit={ownVisit(c)} />));
  app.post('/components', (c) => c.redirect('/components', 303));

  const { mails } = demo;
  if (mails !== undefined) {
    app.get('/mailbox', async (c) => show(c, <MailboxPage visit={ownVisit(c)} mails={await mails()} />));
  }
  return app;
}

function MailboxPage({ visit, mails }: { visit: Visit; mails: readonly DemoMail[] }) {
  return (
    <Layout visit={visit} title={t(visit, 'nav.mailbox')}>
      <p class="govuk-body">{t(visit, 'mailbox.explained')}</p>
      {mails.length === 0 && <p class="govuk-body">{t(visit, 'mailbox.none')}</p>}
      {mails.map((mail) => (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {mail.to} – {mail.subject}
            </span>
          </summary>
          <div class="govuk-details__text vd-lines">{mail.text}</div>
        </details>
      ))}
    </Layout>
  );
}
