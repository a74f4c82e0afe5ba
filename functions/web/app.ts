import { Hono } from 'hono';
import { nameOf } from '#functions/error-name.ts';
import { clientOf } from '#functions/http.ts';
import { createLazyApp, type App } from '#functions/lazy-app.ts';
import { signingOf } from '#functions/settings.ts';
import { createAssets, pageAssets } from '#shared/http/assets.ts';
import {
  createTokenBuckets,
  guessesPerMinute,
  limited,
  proposalsPerMinute,
} from '#shared/http/rate-limit.ts';
import { readSignedIn } from '#shared/http/read-signed-in.ts';
import { csrfToken } from '#shared/http/sign-in-item.ts';
import { isStrongEnough } from '#shared/http/strength.ts';
import { createPages } from '#web/create-pages.tsx';
import type { PageGroup, PageOptions } from '#web/visit.ts';
import { pageGroups } from './page-groups.ts';
import type { WebOptions } from './options.ts';

/** Pages, each group read from disk when somebody first opens one of its pages; sign-in, stylesheet and fonts. */
export async function createWebApp(options: WebOptions): Promise<App> {
  const pageOptions = await pageOptionsOf(options);
  const around = createPages(pageOptions, []);
  const { clock } = options.ports;
  const guesses = limited(createTokenBuckets(clock, guessesPerMinute), clientOf);
  const proposals = limited(createTokenBuckets(clock, proposalsPerMinute), clientOf);

  const pagesOf = (load: () => Promise<readonly PageGroup[]>) => async (): Promise<App> => {
    const app = new Hono();
    app.use('/follow/:code', guesses);
    app.use('/propose/:secret', proposals);
    app.route('/', createPages(pageOptions, await load()).app);
    return app.onError(around.onError);
  };
  const signIn = async (): Promise<App> => (await import('./sign-in.ts')).createSignIn(options, around);
  const groups = Object.entries(pageGroups).map(([name, load]) => [name, pagesOf(load)] as const);
  return createLazyApp(
    '/',
    {
      ...Object.fromEntries(groups),
      assets: async () => createAssets(options.readAsset),
      'sign-in': signIn,
      'signed-in': signIn,
      'sign-out': signIn,
    },
    async () => around.app,
  );
}

async function pageOptionsOf(options: WebOptions): Promise<PageOptions> {
  const { ports, settings, log, readAsset } = options;
  const home = { publicUrl: settings.PUBLIC_URL, store: ports.store, clock: ports.clock };
  const signing = signingOf(settings);
  return {
    ports,
    assets: await pageAssets(readAsset),
    issuerOrigin: new URL(settings.OIDC_ISSUER).origin,
    formOrigins: () => formOrigins(options),
    report: (error) => log.error('PageFailed', { error: nameOf(error) }),
    readSignIn: async (request) => {
      const signIn = await readSignedIn(request, home);
      if (signIn === undefined) return undefined;
      const tooWeakToSign = !isStrongEnough(signIn, signing);
      return { person: signIn.personId, csrf: csrfToken(signIn), tooWeakToSign };
    },
  };
}

/** An issuer that doesn't answer keeps no page from being shown: its own name's origin stands in the policy anyway. */
async function formOrigins({ settings, endpoints }: WebOptions): Promise<readonly string[]> {
  const files = `https://${settings.FILES_BUCKET}.s3.${settings.AWS_REGION}.amazonaws.com`;
  try {
    const { authorizationEndpoint, endSessionEndpoint } = await endpoints();
    const ends = [authorizationEndpoint, ...(endSessionEndpoint === undefined ? [] : [endSessionEndpoint])];
    return [files, ...ends.map((url) => new URL(url).origin)];
  } catch {
    return [files];
  }
}
