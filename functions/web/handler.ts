import { readFile } from 'node:fs/promises';
import { createHttpLog } from '#functions/http-log.ts';
import { handleHttp, soon } from '#functions/http.ts';
import { lazyFiles } from '#functions/lazy-files.ts';
import { lazySecret, lazyVault } from '#functions/lazy-secrets.ts';
import { createPorts } from '#functions/ports.ts';
import { createDiscovery } from '#shared/http/discovery.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { createWebApp } from './app.ts';
import { readEnv } from './env.ts';

const settings = readEnv();
const log = createHttpLog(settings, machineNow);
const ports = createPorts({
  settings,
  alarm: log.alarm,
  files: lazyFiles(settings),
  vault: lazyVault(settings.VAULT_SECRET_ARN),
});
const endpoints = createDiscovery(settings.OIDC_ISSUER);
const secret = settings.OIDC_CLIENT_SECRET_ARN;

/** Everything beside /api: pages, sign-in, stylesheet and fonts. The build puts `public/` beside this file. */
export const handler = handleHttp(
  await createWebApp({
    ports,
    settings,
    log,
    endpoints,
    readAsset: (file) => readFile(new URL(`./public/${file}`, import.meta.url)),
    ...(secret === undefined ? {} : { clientSecret: lazySecret(secret) }),
  }),
);

soon(endpoints);
