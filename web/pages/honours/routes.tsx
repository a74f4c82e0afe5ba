import { Hono } from 'hono';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { yearOf } from '#shared/domain/time.ts';
import { readHonouring, readHonours } from '#shared/use-cases/honours/honours.ts';
import { show } from '../../show.tsx';
import type { PageEnv, PageOptions } from '../../visit.ts';
import { HonouringPage, HonoursPage } from './honours-pages.tsx';

/** The honour roll: for anybody, by year, unit and award form; only what may be published. */
export function honourPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/honours', async (c) => {
    const visit = c.get('visit');
    const year = yearIn(c.req.query('year')) ?? yearOf(visit.today);
    return show(
      c,
      <HonouringPage visit={visit} year={year} organisations={await readHonouring(ports, year)} />,
    );
  });

  app.get('/honours/:year/:organisation', async (c) => {
    const visit = c.get('visit');
    const year = yearIn(c.req.param('year'));
    const organisation = organisationIdSchema.safeParse(c.req.param('organisation')).data;
    if (year === undefined || organisation === undefined) throw new Refusal('RouteNotFound');
    const roll = await readHonours(ports, year, organisation);
    if (roll.honours.length === 0) throw new Refusal('RouteNotFound');
    const page = Math.max(1, Number(c.req.query('page')) || 1);
    return show(
      c,
      <HonoursPage visit={visit} year={year} roll={roll} form={c.req.query('form') ?? ''} page={page} />,
    );
  });
  return app;
}

const yearIn = (text: string | undefined): number | undefined =>
  /^(?:19|20)\d\d$/.test(text ?? '') ? Number(text) : undefined;
