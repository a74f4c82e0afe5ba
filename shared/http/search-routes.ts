import { z } from 'zod';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { matches, readSearch } from '#shared/use-cases/views/search.ts';
import { shown } from './answers.ts';
import { summaryOf } from './case-summary.ts';
import { none, route, type ApiRoute } from './route.ts';

const searchRoute = route(
  {
    method: 'GET',
    path: '/api/search',
    tag: 'cases',
    summary: {
      vi: 'Tìm hồ sơ theo tên đối tượng, mô hình, tên cơ quan (cả tên cũ) hoặc mã theo dõi',
      en: 'Cases by the name of a subject or model, of an office (also a former one), or by public code',
    },
    access: { kind: 'signedIn' },
    params: none,
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    body: none,
    answers: shown(
      '`cases` that you may read, by given name, at most fifty; `match`: how the name was found; `offices` of that name; `more`: not all are shown.',
      z.looseObject({
        cases: z.array(z.looseObject({})),
        match: z.enum(matches).optional(),
        offices: z.array(z.object({ id: organisationIdSchema, name: z.string() })),
        more: z.boolean(),
      }),
    ),
  },
  async ({ ports, person, query }) => {
    const { cases, ...view } = await readSearch(ports, person, query.q);
    return { status: 200, body: { ...view, cases: cases.map(summaryOf) } };
  },
);

export const searchRoutes: readonly ApiRoute[] = [searchRoute];
