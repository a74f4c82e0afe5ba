import { errors, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Database } from '#local/sqlite/database.ts';
import { epochMs, type Instant } from '#shared/domain/time.ts';
import { findByPerson } from './accounts.ts';
import { createAdapter } from './adapter.ts';
import type { SigningKeys } from './keys.ts';
import { apiAudience, mountPath, webClientId } from './names.ts';

/** Resource indicators must be URIs (RFC 8707); tokens for this one carry the audience `vinh-danh-api`. */
const apiResource = 'urn:vinh-danh:api';

export interface ProviderOptions {
  readonly database: Database;
  readonly publicUrl: string;
  readonly signingKeys: SigningKeys;
  readonly cookieKeys: readonly string[];
  /** Machine time. */
  readonly now: () => Instant;
  readonly renderTrouble: () => Promise<string>;
}

export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.publicUrl + mountPath, {
    ...whatItIs(options),
    ...whomItKnows(options),
    features,
    ttl,
    pkce: { required: () => true },
    renderError: async (ctx) => {
      ctx.type = 'html';
      // A layout made by hono gives a String object, which Koa would send as JSON.
      ctx.body = Buffer.from(await options.renderTrouble());
    },
  });
  // The headers of a proxy, which our listener writes itself from publicUrl, whatever the client sent.
  provider.proxy = true;
  // The library stores things under the names of its classes; a minifier must keep them (esbuild: keepNames).
  if (provider.Session.name !== 'Session') throw new Error('oidc-provider was bundled without keepNames');
  return provider;
}

/**
 * The session at the issuer only has to outlive one sign-in. Were it longer, a browser idle for eight hours would be
 * signed in again without a password.
 */
const ttl = {
  AccessToken: 3_600,
  AuthorizationCode: 60,
  IdToken: 600,
  Interaction: 3_600,
  Session: 600,
  Grant: 3_600,
};

const features: Configuration['features'] = {
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  // POST /sign-out ends the session directly; the standard's way would ask once more, on a page that needs JavaScript.
  rpInitiatedLogout: { enabled: false },
  userinfo: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => apiResource,
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, resource) => {
      if (resource !== apiResource) throw new errors.InvalidTarget();
      return { scope: '', audience: apiAudience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
    },
  },
};

function whatItIs({ database, publicUrl, signingKeys, cookieKeys, now }: ProviderOptions): Configuration {
  return {
    adapter: createAdapter(database, () => Math.floor(epochMs(now()) / 1_000)),
    jwks: { keys: signingKeys },
    responseTypes: ['code'],
    scopes: ['openid'],
    // How the sign-in was proved goes into every ID token.
    claims: { openid: ['sub', 'amr'] },
    clientBasedCORS: () => false,
    clients: [
      {
        client_id: webClientId,
        redirect_uris: [`${publicUrl}/signed-in`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    cookies: {
      keys: cookieKeys,
      names: { session: 'vd_issuer', interaction: 'vd_issuer_interaction', resume: 'vd_issuer_resume' },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: mountPath },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    interactions: { url: (_ctx, interaction) => `${mountPath}/interaction/${interaction.uid}` },
  };
}

function whomItKnows({ database }: ProviderOptions): Configuration {
  return {
    findAccount: (_ctx, personId) => {
      const account = database.read((db) => findByPerson(db, personId));
      if (account === undefined || account.disabled) return undefined;
      return { accountId: personId, claims: () => ({ sub: personId }) };
    },
    // The one client is this very system: nobody is asked whether it may know who they are.
    loadExistingGrant: grantToOurselves,
  };
}

async function grantToOurselves(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const existing = session.grantIdFor(client.clientId);
  const found = existing === undefined ? undefined : await provider.Grant.find(existing);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}
