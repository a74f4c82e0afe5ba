import { z } from 'zod';
import { Refusal } from '#shared/domain/refusal.ts';
import { readDailyRoots } from '#shared/use-cases/views/daily-roots.ts';
import { shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const dailyRootsRoute = route(
  {
    method: 'GET',
    path: '/api/daily-roots',
    tag: 'history',
    summary: { vi: 'Mã khóa sổ từng ngày', en: 'The daily roots over all histories, newest first' },
    access: { kind: 'reads', what: 'roots' },
    params: none,
    query: z.object({ cursor: z.string().max(2_000).optional() }),
    body: none,
    answers: shown(
      '`roots`: days, number of records, tree, root, `previous`, and the `code` that paper shows; a `cursor` where there are more.',
    ),
  },
  async ({ ports, person, query }) => {
    try {
      return { status: 200, body: await readDailyRoots(ports, person, query.cursor) };
    } catch (error) {
      if (!(error instanceof TypeError) || query.cursor === undefined) throw error;
      throw new Refusal('InputInvalid', {}, [{ field: 'cursor', code: 'wrongType' }]);
    }
  },
);

export const dailyRootRoutes: readonly ApiRoute[] = [dailyRootsRoute];
