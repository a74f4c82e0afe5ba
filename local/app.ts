import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { createIdentity, type Identity } from '#local/identity/identity.tsx';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import { createBearerVerifier } from '#shared/http/bearer.ts';
import { createAssets, pageAssets } from '#shared/http/assets.ts';
import { createApi } from '#shared/http/create-api.ts';
import {
  createTokenBuckets,
  guessesPerMinute,
  limited,
  proposalsPerMinute,
} from '#shared/http/rate-limit.ts';
import { csrfToken } from '#shared/http/sign-in-item.ts';
import { signInRoutes } from '#shared/http/sign-in-routes.ts';
import { createSignInFlow } from '#shared/http/sign-in.ts';
import { isStrongEnough, noRequirement } from '#shared/http/strength.ts';
import { allPages } from '#web/all-pages.ts';
import { createPages, type Pages } from '#web/create-pages.tsx';
import type { PageOptions } from '#web/visit.ts';
import { readAsset } from './assets.ts';
import type { Dependencies } from './dependencies.ts';
import { demoAccounts } from './demo/accounts.ts';
import { createFileRoutes } from './files/file-routes.ts';
import type { HomeKind } from './identity/tables.ts';
import type { Log } from './log.ts';
import type { Database } from './sqlite/database.ts';

export interface AppOptions {
  readonly kind: HomeKind;
  readonly database: Database;
  readonly dependencies: Dependencies;
  readonly url: string;
  readonly log: Log;
  /** Only in a demo. */
  readonly nextDay?: () => Promise<void>;
}

const addressOf = (c: Context): string => getConnInfo(c).remote.address ?? 'unknown';

/** All that answers on one address: issuer, sign-in, API, files, stylesheet, pages. */
export async function createApp(options: AppOptions): Promise<{ app: Hono; identity: Identity }> {
  const { dependencies, url, log, nextDay } = options;
  const { ports, files, mailbox } = dependencies;
  const now = () => ports.clock.machine();
  const assets = await pageAssets(readAsset);
  const pageOptions: PageOptions = {
    ports,
    assets,
    issuerOrigin: url,
    report: (error) => {
      log('PageFailed', { error: error instanceof Error ? error.name : 'unknown' });
    },
    readSignIn: async (request) => {
      const signIn = await flow.read(request);
      if (signIn === undefined || identity.wasReset(signIn)) return undefined;
      const tooWeakToSign = !isStrongEnough(signIn, signing);
      return { person: signIn.personId, csrf: csrfToken(signIn), tooWeakToSign };
    },
    ...(nextDay === undefined ? {} : { demo: { nextDay, mails: () => mailbox.listMails(200) } }),
  };
  const pages = createPages(pageOptions, allPages);
  const identity = await openIdentity(options, pages);
  const signing = identity.settings.signing ?? noRequirement;
  const flow = createSignInFlow({
    ...identity,
    publicUrl: url,
    settings: async () => identity.settings,
    store: ports.store,
    clock: ports.clock,
    refused: pages.signInRefused,
  });
  const verifyBearer = createBearerVerifier({
    issuer: identity.settings.issuer,
    audience: 'vinh-danh-api',
    clientIds: [],
    getKey: identity.getKey,
    now,
  });
  const guesses = createTokenBuckets(ports.clock, guessesPerMinute);
  const app = new Hono();
  app.use('/follow/:code', limited(guesses, addressOf));
  const proposals = createTokenBuckets(ports.clock, proposalsPerMinute);
  app.use('/propose/:secret', limited(proposals, addressOf));
  app.route('/', createAssets(readAsset));
  app.route('/', signInRoutes(flow));
  app.route(
    '/',
    createApi({ ports, routes: allApiRoutes, verifyBearer, signing, limiter: guesses, clientOf: addressOf }),
  );
  app.route('/', createFileRoutes(files));
  app.route('/', pages.app);
  app.onError(pages.onError);
  return { app, identity };
}

function openIdentity(
  { kind, database, dependencies, url, log }: AppOptions,
  pages: Pages,
): Promise<Identity> {
  const { ports } = dependencies;
  return createIdentity({
    database,
    home: kind,
    publicUrl: url,
    vault: ports.vault,
    now: () => ports.clock.machine(),
    renderPage: pages.renderPage,
    demoAccounts: () => demoAccounts(ports),
    report: (error) => {
      log('IdentityFailed', { error: error instanceof Error ? error.name : 'unknown' });
    },
  });
}
