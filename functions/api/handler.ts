import { createHttpLog } from '#functions/http-log.ts';
import { clientOf, handleHttp, soon } from '#functions/http.ts';
import { createLazyApp } from '#functions/lazy-app.ts';
import { lazyFiles } from '#functions/lazy-files.ts';
import { lazyVault } from '#functions/lazy-secrets.ts';
import { createPorts } from '#functions/ports.ts';
import { signingOf } from '#functions/settings.ts';
import { createApi, type ApiOptions } from '#shared/http/create-api.ts';
import { createTokenBuckets, guessesPerMinute } from '#shared/http/rate-limit.ts';
import { keep } from '#shared/machine/kept.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { readEnv } from './env.ts';
import { allRoutes, routeGroups } from './route-groups.ts';

const settings = readEnv();
const log = createHttpLog(settings, machineNow);
const ports = createPorts({
  settings,
  alarm: log.alarm,
  files: lazyFiles(settings),
  vault: lazyVault(settings.VAULT_SECRET_ARN),
});
const verifier = keep(async () => (await import('./verify-bearer.ts')).openVerifier(settings, ports.clock));
soon(async () => (await verifier.read()).warm());

const options: Omit<ApiOptions, 'routes'> = {
  ports,
  verifyBearer: async (authorization) => (await verifier.read()).verify(authorization),
  signing: signingOf(settings),
  limiter: createTokenBuckets(ports.clock, guessesPerMinute),
  clientOf,
  onAnswer: (answered) => {
    log.info('Answered', { ...answered });
  },
};

const apiOf = (load: typeof allRoutes) => async () => createApi({ ...options, routes: await load() });
const parts = Object.entries(routeGroups).map(([name, load]) => [name, apiOf(load)] as const);

/** Everything under /api. */
export const handler = handleHttp(createLazyApp('/api/', Object.fromEntries(parts), apiOf(allRoutes)));
