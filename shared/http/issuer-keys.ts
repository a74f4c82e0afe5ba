import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { keep } from '#shared/machine/kept.ts';
import { issuerPatienceMs, unreachable, type Endpoints, type FetchDocument } from './discovery.ts';

export interface IssuerKeys {
  /** @throws StoreUnavailable while the keys can't be had; what jose throws for a token that none of them signed */
  readonly getKey: JWTVerifyGetKey;
  /** Asks for them before anybody needs them. Never throws: whoever needs them asks again. */
  readonly warm: () => Promise<void>;
}

/** An unknown `kid` asks for the keys again, at most this often. */
const cooldownMs = 30_000;
/** Keys that were withdrawn are forgotten after this. */
const keysKeptMs = 10 * 60_000;

/** The keys of an issuer that is known by its discovery document. */
export function createIssuerKeys(
  endpoints: () => Promise<Endpoints>,
  fetchDocument: FetchDocument = fetch,
): IssuerKeys {
  const keySet = keep(async () =>
    createRemoteJWKSet(new URL((await endpoints()).jwksUri), {
      timeoutDuration: issuerPatienceMs,
      cooldownDuration: cooldownMs,
      cacheMaxAge: keysKeptMs,
      [customFetch]: (url: string, { signal }: { signal: AbortSignal }) => fetchDocument(url, { signal }),
    }),
  );
  return {
    async getKey(header, token) {
      const keys = await keySet.read();
      try {
        return await keys(header, token);
      } catch (error) {
        throw isKeySourceFailing(error) ? unreachable(error) : error;
      }
    },
    async warm() {
      try {
        await (await keySet.read()).reload();
      } catch {
        // Whoever needs them asks again, and is told.
      }
    },
  };
}

/** jose reports an unusual answer of the key endpoint as its nameless base error. */
export function isKeySourceFailing(error: unknown): boolean {
  return (
    !(error instanceof errors.JOSEError) ||
    error.code === 'ERR_JWKS_TIMEOUT' ||
    error.code === 'ERR_JOSE_GENERIC'
  );
}
