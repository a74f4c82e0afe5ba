import { signingOf } from '#functions/settings.ts';
import type { IssuerSettings } from '#shared/http/code-exchange.ts';
import { createIssuerKeys } from '#shared/http/issuer-keys.ts';
import { signInRoutes } from '#shared/http/sign-in-routes.ts';
import { createSignInFlow } from '#shared/http/sign-in.ts';
import type { Pages } from '#web/create-pages.tsx';
import type { WebOptions } from './options.ts';

/** What only those need who sign in or out. */
export function createSignIn(options: WebOptions, pages: Pages) {
  const { ports, settings, endpoints } = options;
  const flow = createSignInFlow({
    publicUrl: settings.PUBLIC_URL,
    settings: () => issuerSettings(options),
    store: ports.store,
    clock: ports.clock,
    getKey: createIssuerKeys(endpoints).getKey,
    fetch,
    refused: pages.signInRefused,
  });
  const app = signInRoutes(flow);
  app.onError(pages.onError);
  return app;
}

async function issuerSettings({ settings, endpoints, clientSecret }: WebOptions): Promise<IssuerSettings> {
  const { authorizationEndpoint, tokenEndpoint, endSessionEndpoint } = await endpoints();
  return {
    authorizationEndpoint,
    tokenEndpoint,
    issuer: settings.OIDC_ISSUER,
    clientId: settings.OIDC_CLIENT_ID,
    personClaim: settings.OIDC_PERSON_CLAIM ?? 'sub',
    publicUrl: settings.PUBLIC_URL,
    signing: signingOf(settings),
    ...(endSessionEndpoint === undefined ? {} : { endSessionEndpoint }),
    ...(clientSecret === undefined ? {} : { clientSecret: await clientSecret() }),
  };
}
