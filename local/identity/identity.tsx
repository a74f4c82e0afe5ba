import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { JWTVerifyGetKey } from 'jose';
import type { Database } from '#local/sqlite/database.ts';
import type { PersonId } from '#shared/domain/id.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { FetchToken, IssuerSettings } from '#shared/http/code-exchange.ts';
import type { SignIn } from '#shared/http/sign-in-item.ts';
import { noRequirement, type SigningRequirement } from '#shared/http/strength.ts';
import { keep } from '#shared/machine/kept.ts';
import type { Vault } from '#shared/ports.ts';
import { findByPerson } from './accounts.ts';
import type { AsyncListener } from './async-listener.ts';
import { createEnrolApp } from './enrol.tsx';
import { enrolPath } from './enrolment.ts';
import { createInProcessFetch } from './in-process-fetch.ts';
import { cookieKeys, publicKeys, signingKeys } from './keys.ts';
import { mountPath, webClientId } from './names.ts';
import { troubleTitle, UnavailablePage, type DemoAccount, type RenderPage } from './pages.tsx';
import { endSessions, prepareIdentity, writeSetting, type HomeKind } from './tables.ts';

export interface IdentityOptions {
  readonly database: Database;
  readonly home: HomeKind;
  /** Origin as browsers see it, without a trailing slash. With a port of the system's choosing: known after listening. */
  readonly publicUrl: string;
  /** Seals the secrets of second factors. */
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  /** Machine time. */
  readonly now: () => Instant;
  readonly renderPage: RenderPage;
  /** Listed on the sign-in page of a demo; never asked for in an office. */
  readonly demoAccounts?: () => readonly DemoAccount[] | Promise<readonly DemoAccount[]>;
  readonly report: (error: unknown) => void;
}

export interface Identity {
  /** For every request under /oidc. */
  readonly listener: RequestListener;
  readonly settings: IssuerSettings;
  readonly getKey: JWTVerifyGetKey;
  readonly fetch: FetchToken;
  readonly endIssuerSession: (personId: PersonId) => Promise<void>;
  /** Whether the person's account was reset since: then the sign-in counts no more. */
  readonly wasReset: (signIn: Pick<SignIn, 'personId' | 'startedAt'>) => boolean;
}

/** Nobody signs in to an office without a second factor; said in tokens, so that acts that sign can ask for it. */
const officeSigning: SigningRequirement = { acr: [], amr: ['mfa'] };

/**
 * The issuer inside the home: everything that createSignInFlow and createBearerVerifier want to know.
 * @throws HomeMismatch
 */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { database, home, publicUrl, now, renderPage, report } = options;
  await prepareIdentity(database, home);
  const keys = await signingKeys(database);
  const issuer = publicUrl + mountPath;
  await writeSetting(database, 'issuer', issuer);

  const demoAccounts = home === 'demo' ? (options.demoAccounts ?? (() => [])) : () => [];
  const keeper = { database, vault: options.vault, now };
  const secondFactor = home === 'office' ? keeper : undefined;
  const common = { renderPage, report };
  const { read: issuerOf } = keep(async () => {
    // Its library is large, and whoever is signed in doesn't wait for it when the program starts.
    const { createIssuer } = await import('./issuer.tsx');
    return createIssuer(
      { publicUrl, signingKeys: keys, cookieKeys: await cookieKeys(database) },
      { ...common, database, now, secondFactor, demoAccounts },
    );
  });
  const enrolment = createEnrolApp({ ...common, ...keeper, publicUrl });
  const unavailable = async (error: unknown, response: ServerResponse): Promise<void> => {
    report(error);
    if (response.headersSent) return void response.destroy();
    const page = await renderPage(troubleTitle, <UnavailablePage error={error} />);
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '30' }).end(page);
  };
  const listener = createListener(publicUrl, {
    unavailable,
    interactions: async (request, response) => (await issuerOf()).interactions(request, response),
    enrolment: getRequestListener(enrolment.fetch, { overrideGlobalObjects: false }),
    provider: async (request, response) => (await issuerOf()).provider(request, response),
  });
  return {
    listener,
    settings: {
      issuer,
      authorizationEndpoint: `${issuer}/auth`,
      tokenEndpoint: `${issuer}/token`,
      clientId: webClientId,
      publicUrl,
      signing: home === 'office' ? officeSigning : noRequirement,
    },
    getKey: publicKeys(keys),
    fetch: createInProcessFetch(listener),
    endIssuerSession: (personId) => database.write((db) => endSessions(db, personId)),
    wasReset({ personId, startedAt }) {
      const resetAt = database.read((db) => findByPerson(db, personId))?.resetAt;
      return resetAt !== undefined && startedAt <= resetAt;
    },
  };
}

/** One listener for a node:http or node:https server: the issuer under /oidc, the app everywhere else. */
export function withIdentity(identity: Identity, app: AsyncListener): RequestListener {
  const { publicUrl } = identity.settings;
  const { host } = new URL(publicUrl);
  return (request, response) => {
    const url = request.url ?? '/';
    // The cookies of a sign-in begun at `localhost` would not be there when it comes back to `127.0.0.1`.
    if (url.startsWith('/sign-in') && request.headers.host !== host) {
      response.writeHead(303, { location: publicUrl + url }).end();
    } else if (url.startsWith(`${mountPath}/`)) {
      identity.listener(request, response);
    } else {
      void app(request, response);
    }
  };
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

interface Listeners {
  readonly interactions: AsyncListener;
  readonly enrolment: AsyncListener;
  readonly provider: AsyncListener;
  /** Answers for one of them that failed. */
  readonly unavailable: (error: unknown, response: ServerResponse) => Promise<void>;
}

function createListener(publicUrl: string, to: Listeners): RequestListener {
  const { host, protocol } = new URL(publicUrl);
  // The issuer is made when it is first asked for, and keys with it: both may fail, and must not end the process.
  const answer = (listener: AsyncListener, request: IncomingMessage, response: ServerResponse): void => {
    listener(request, response)
      .catch((error: unknown) => to.unavailable(error, response))
      .catch(() => response.destroy());
  };
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    // The provider makes links and Secure cookies from these; only the setting may say what they are.
    request.headers.host = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    delete request.headers['x-forwarded-host'];
    delete request.headers['x-forwarded-for'];
    const url = request.url ?? '/';
    if (url.startsWith(`${mountPath}/interaction/`)) {
      answer(to.interactions, request, response);
      return;
    }
    if (url.startsWith(`${enrolPath}/`)) {
      answer(to.enrolment, request, response);
      return;
    }
    Object.assign(request, { originalUrl: url });
    request.url = url.slice(mountPath.length) || '/';
    answer(to.provider, request, response);
  };
}
