import { z } from 'zod';
import { keep } from '#shared/machine/kept.ts';
import { StoreUnavailable } from '#shared/ports.ts';

/** Where an issuer answers, as its discovery document says. */
export interface Endpoints {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string;
  readonly endSessionEndpoint: string | undefined;
}

export type FetchDocument = (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;

export const issuerPatienceMs = 5_000;

/** On loopback an issuer has no certificate. */
const addressSchema = z.string().regex(/^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1)[:/]/, {
  error: 'neither https nor loopback',
});
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: addressSchema,
  token_endpoint: addressSchema,
  jwks_uri: addressSchema,
  end_session_endpoint: addressSchema.optional(),
});

/**
 * Reads an issuer's document once in the life of this process, which on Lambda is a matter of hours.
 * https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig
 * @throws (what it returns) StoreUnavailable while the issuer can't be asked
 */
export function createDiscovery(
  issuer: string,
  fetchDocument: FetchDocument = fetch,
): () => Promise<Endpoints> {
  return keep(() => discover(issuer, fetchDocument)).read;
}

async function discover(issuer: string, fetchDocument: FetchDocument): Promise<Endpoints> {
  const url = addressSchema.parse(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const document = documentSchema.parse(await readJson(url, fetchDocument));
  // Section 4.3: a document of somebody else says nothing about this issuer.
  if (document.issuer !== issuer) throw new TypeError('the discovery document names another issuer');
  return {
    authorizationEndpoint: document.authorization_endpoint,
    tokenEndpoint: document.token_endpoint,
    jwksUri: document.jwks_uri,
    endSessionEndpoint: document.end_session_endpoint,
  };
}

async function readJson(url: string, fetchDocument: FetchDocument): Promise<unknown> {
  try {
    const response = await fetchDocument(url, { signal: AbortSignal.timeout(issuerPatienceMs) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw unreachable(cause);
  }
}

export const unreachable = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable('the issuer can’t be asked now', { cause });
