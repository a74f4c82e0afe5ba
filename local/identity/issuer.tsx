import { getRequestListener } from '@hono/node-server';
import type { AsyncListener } from './async-listener.ts';
import { createInteractionApp, type InteractionOptions } from './interaction.tsx';
import { TroublePage, troubleTitle } from './pages.tsx';
import { createProvider, type ProviderOptions } from './provider.ts';

/** What answers below /oidc while somebody signs in. */
export interface Issuer {
  /** Its own pages: who are you? */
  readonly interactions: AsyncListener;
  /** The protocol. */
  readonly provider: AsyncListener;
}

export function createIssuer(
  keys: Pick<ProviderOptions, 'publicUrl' | 'signingKeys' | 'cookieKeys'>,
  options: InteractionOptions,
): Issuer {
  const { database, now, renderPage, report } = options;
  const provider = createProvider({
    ...keys,
    database,
    now,
    renderTrouble: async () => renderPage(troubleTitle, <TroublePage />),
  });
  provider.on('server_error', (_ctx, error) => report(error));
  provider.onerror = report;
  const interactions = createInteractionApp(provider, options);
  return {
    interactions: getRequestListener(interactions.fetch, { overrideGlobalObjects: false }),
    provider: provider.callback(),
  };
}
