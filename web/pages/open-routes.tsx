import { Hono } from 'hono';
import { isRefusal, Refusal, refusals } from '#shared/domain/refusal.ts';
import { mayFound } from '#shared/use-cases/directory/directory-view.ts';
import { readAgendas } from '#shared/use-cases/views/agendas.ts';
import { follow, readCases } from '#shared/use-cases/views/browse.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { Typed } from '../forms/typed.ts';
import { show } from '../show.tsx';
import { ownVisit, type PageEnv, type PageOptions } from '../visit.ts';
import { followSlip } from '#shared/use-cases/slips/slip-views.ts';
import { FollowedSlipPage } from './slips/followed-slip-page.tsx';
import { FollowedPage, FollowPage } from './follow-pages.tsx';
import { readWaitingSlips } from './desk/new-slips.tsx';
import { readToConfirm } from './desk/settings-to-confirm.tsx';
import { HomePage, WelcomePage } from './home-page.tsx';

/** Of those that the reader typed last; twice as many are read, since discarded drafts aren't shown. */
const casesShown = 10;

/** What anybody may open: the first page, and following a case by its public code. */
export function openPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/', async (c) => {
    if (c.get('visit').signedIn === undefined) return show(c, <WelcomePage visit={c.get('visit')} />);
    const visit = ownVisit(c);
    const { person, me } = visit.signedIn;
    // Whom an empty home was made for has nothing to do but to set it up.
    if (me.posts.length === 0 && (await mayFound(ports, person))) return c.redirect('/setup/new', 303);
    const [inbox, agendas, { cases }, settings, slips] = await Promise.all([
      readInbox(ports, person),
      readAgendas(ports, person),
      readCases(ports, person, { size: 2 * casesShown }),
      readToConfirm(ports, visit),
      readWaitingSlips(ports, visit),
    ]);
    return show(
      c,
      <HomePage
        visit={visit}
        inbox={inbox}
        agendas={agendas}
        cases={cases.slice(0, casesShown)}
        settings={settings}
        slips={slips}
      />,
    );
  });

  app.get('/follow', (c) => {
    const asked = c.req.query('code');
    const code = asked?.trim() ?? '';
    if (code !== '') return c.redirect(`/follow/${encodeURIComponent(code)}`, 303);
    const visit = c.get('visit');
    if (asked === undefined) return show(c, <FollowPage visit={visit} />);
    const refusal = new Refusal('InputInvalid', {}, [{ field: 'code', code: 'empty' }]);
    const state = { form: 'follow', typed: Typed.from([]), refusal };
    return show(c, <FollowPage visit={visit} state={state} />, refusals.InputInvalid.status);
  });

  app.get('/follow/:code', async (c) => {
    const visit = c.get('visit');
    const code = c.req.param('code');
    try {
      const slip = await followSlip(ports, code);
      if (slip !== undefined) return await show(c, <FollowedSlipPage visit={visit} slip={slip} />);
      return await show(c, <FollowedPage visit={visit} view={await follow(ports, code)} />);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const state = { form: 'follow', typed: Typed.from([['code', code]]), refusal: error };
      return show(c, <FollowPage visit={visit} state={state} />, refusals[error.code].status);
    }
  });
  return app;
}
