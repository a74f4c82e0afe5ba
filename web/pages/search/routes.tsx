import { Hono } from 'hono';
import { readSearch } from '#shared/use-cases/views/search.ts';
import { show } from '../../show.tsx';
import { ownVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { SearchPage } from './search-page.tsx';

const longest = 100;

export function searchPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.get('/search', async (c) => {
    const visit = ownVisit(c);
    const typed = (c.req.query('q') ?? '').trim().slice(0, longest);
    const found = typed === '' ? undefined : await readSearch(ports, visit.signedIn.person, typed);
    return show(c, <SearchPage visit={visit} typed={typed} found={found} />);
  });
  return app;
}
