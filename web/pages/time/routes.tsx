import { Hono } from 'hono';
import { readAtRisk } from '#shared/use-cases/time/at-risk.ts';
import { show } from '../../show.tsx';
import { ownVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { AtRiskPage } from './at-risk-page.tsx';

/** What may not be in time. */
export function timePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.get('/at-risk', async (c) => {
    const visit = ownVisit(c);
    return show(c, <AtRiskPage visit={visit} offices={await readAtRisk(ports, visit.signedIn.person)} />);
  });
  return app;
}
