import { readAtRisk } from '#shared/use-cases/time/at-risk.ts';
import { shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const atRiskRoute = route(
  {
    method: 'GET',
    path: '/api/at-risk',
    tag: 'inbox',
    summary: {
      vi: 'Hồ sơ có nguy cơ không kịp các ngày phía trước, theo cơ quan của mình',
      en: 'Cases that may miss a fixed day ahead, by your organisations, the worst first',
    },
    access: { kind: 'signedIn' },
    params: none,
    query: none,
    body: none,
    answers: shown(
      '`offices`: of each, what is at one of its steps (`here`) and what it entered and waits `elsewhere`; each case with its last safe days, the forecast and why. `more`: not all were looked at.',
    ),
  },
  async ({ ports, person }) => ({ status: 200, body: { offices: await readAtRisk(ports, person) } }),
);

export const timeRoutes: readonly ApiRoute[] = [atRiskRoute];
