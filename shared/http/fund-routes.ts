import { z } from 'zod';
import { parseYear, readFunds, setFund, setFundSchema } from '#shared/use-cases/money/funds.ts';
import { yearOf } from '#shared/domain/time.ts';
import { actAnswers, acted, shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const tag = 'funds';

const fundsRoute = route(
  {
    method: 'GET',
    path: '/api/funds',
    tag,
    summary: {
      vi: 'Quỹ khen thưởng của cơ quan mình trong một năm, và phần còn lại',
      en: 'Funds of your organisations in a year: what issued decisions take, and what remains',
    },
    access: { kind: 'signedIn' },
    params: none,
    query: z.object({ year: z.string().max(4).optional() }),
    body: none,
    answers: shown('`funds`; sums in đồng, `remaining` with why it is so: facts, computation, citation.'),
  },
  async ({ ports, person, query }) => {
    const year = parseYear(query.year, yearOf(ports.clock.today()));
    return { status: 200, body: { funds: await readFunds(ports, person, year) } };
  },
);

const setFundRoute = route(
  {
    method: 'POST',
    path: '/api/funds',
    tag,
    summary: {
      vi: 'Ghi quỹ khen thưởng của cơ quan trong một năm',
      en: 'Say what an organisation has for commendation in a year',
    },
    access: { kind: 'officeAct', act: 'keepDirectory' },
    params: none,
    query: none,
    body: setFundSchema,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, body }) => acted(await setFund(ports, request, body)),
);

export const fundRoutes: readonly ApiRoute[] = [fundsRoute, setFundRoute];
