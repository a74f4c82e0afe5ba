import { Hono } from 'hono';
import { risks, type Risk } from '#shared/domain/time-ahead.ts';
import { readAtRisk, type OfficeAtRisk } from '#shared/use-cases/time/at-risk.ts';
import { show } from '../../show.tsx';
import { ownVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { AtRiskPage } from './at-risk-page.tsx';

/** What may not be in time. */
export function timePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.get('/at-risk', async (c) => {
    const visit = ownVisit(c);
    const { office, risk } = c.req.query();
    const all = await readAtRisk(ports, visit.signedIn.person);
    const asked = risks.find((one) => one === risk);
    const offices = all.filter(({ organisation }) => office === undefined || organisation.id === office);
    return show(
      c,
      <AtRiskPage
        visit={visit}
        offices={asked === undefined ? offices : offices.map((one) => only(asked, one))}
        sifted={offices.length < all.length || asked !== undefined}
      />,
    );
  });
  return app;
}

/** Behind one figure. */
function only(risk: Risk, { here, elsewhere, ...office }: OfficeAtRisk): OfficeAtRisk {
  const [own, others] = [here, elsewhere].map((cases) => cases.filter(({ ahead }) => ahead.risk === risk));
  return { ...office, here: own ?? [], elsewhere: others ?? [] };
}
