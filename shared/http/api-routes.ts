import { caseRoutes } from './case-routes.ts';
import { ceremonyRoutes } from './ceremony-routes.ts';
import { dailyRootRoutes } from './daily-root-routes.ts';
import { directoryRoutes } from './directory-routes.ts';
import { figureRoutes } from './figure-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { followRoutes } from './follow-routes.ts';
import { fundRoutes } from './fund-routes.ts';
import { lawRoutes } from './law-routes.ts';
import { listRoutes } from './list-routes.ts';
import { noticeRoutes } from './notice-routes.ts';
import { slipRoutes } from './slip-routes.ts';
import { earlierAwardsRoute, pastRoutes } from './past-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { none, publicRoute, type ApiRoute } from './route.ts';
import { roundRoutes } from './round-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { setupRoutes } from './setup-routes.ts';
import { timeRoutes } from './time-routes.ts';

const openApiRoute: ApiRoute = publicRoute(
  {
    path: '/api/openapi.json',
    tag: 'api',
    summary: { vi: 'Mô tả giao diện này', en: 'This interface, described' },
    params: none,
    answers: { 200: { description: 'OpenAPI 3.1.' } },
  },
  async () => ({ status: 200, body: await described() }),
);

/** The whole table: what the app serves, OpenAPI describes and the permission walk tests. */
export const allApiRoutes: readonly ApiRoute[] = [
  ...roundRoutes,
  ...caseRoutes,
  earlierAwardsRoute,
  ...pastRoutes,
  ...slipRoutes,
  ...listRoutes,
  ...fileRoutes,
  ...ceremonyRoutes,
  ...directoryRoutes,
  ...peopleRoutes,
  ...setupRoutes,
  ...fundRoutes,
  ...dailyRootRoutes,
  ...lawRoutes,
  ...noticeRoutes,
  ...timeRoutes,
  ...figureRoutes,
  ...searchRoutes,
  ...followRoutes,
  openApiRoute,
];

let description: object | undefined;

/** Loaded when it is first asked for: most processes on AWS never describe anything. */
async function described(): Promise<object> {
  description ??= (await import('./openapi.ts')).describeApi(allApiRoutes);
  return description;
}
