import type { JWTVerifyGetKey } from 'jose';
import type { PersonId } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { Clock, Store } from '#shared/ports.ts';
import {
  authorizationUrl,
  exchangeCode,
  personOfIdToken,
  type FetchToken,
  type IssuerSettings,
} from './code-exchange.ts';
import { clearCookie, cookieName, readCookies, setCookie } from './cookie.ts';
import { safeReturnTo } from './return-to.ts';
import { attemptCookie, readAttempt, startAttempt, type SignInAttempt } from './sign-in-attempt.ts';
import { checkCsrf, endSignIn, readSignIn, signInSeconds, startSignIn, type SignIn } from './sign-in-item.ts';
import { SignInRefused, type SignInFault } from './sign-in-refused.ts';

export interface SignInDependencies {
  readonly settings: IssuerSettings;
  readonly store: Pick<Store, 'get' | 'commit'>;
  readonly clock: Pick<Clock, 'machine'>;
  /** The issuer's keys: `remoteKeys(jwksUri)`, or those of the embedded issuer. */
  readonly getKey: JWTVerifyGetKey;
  readonly fetch: FetchToken;
  /** The page for a sign-in that failed; its way out is a link to /sign-in. */
  readonly refused: (fault: SignInFault) => Response | Promise<Response>;
  /** Ends the issuer's session where the issuer is ours; else the browser is sent to its endSessionEndpoint. */
  readonly endIssuerSession?: (personId: PersonId) => Promise<void>;
}

export interface SignInFlow {
  /** GET /sign-in?returnTo=/own/path */
  begin(request: Request): Response;
  /** GET /signed-in, where the issuer sends the browser back. */
  finish(request: Request): Promise<Response>;
  /**
   * POST /sign-out with the form's `csrf`.
   * @throws Refusal FormExpired
   */
  end(request: Request, csrf: string | undefined): Promise<Response>;
  /** Who is signed in on the browser that sent this. */
  read(request: Request): Promise<SignIn | undefined>;
}

/**
 * Authorization code flow with PKCE, as a relying party of one issuer. Written with fetch and jose: three requests and one
 * signature, and jose is here for bearer tokens anyway; openid-client would add a second way to do the same.
 */
export function createSignInFlow(deps: SignInDependencies): SignInFlow {
  const { settings, store, clock } = deps;
  const ownCookie = cookieName('vd', settings.publicUrl);
  const read = (request: Request) =>
    readSignIn(store, readCookies(request.headers.get('cookie')).get(ownCookie), clock);

  return {
    read,
    begin(request) {
      const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'));
      const { attempt, challenge, cookies } = startAttempt(
        returnTo,
        clock.machine(),
        browserOf(request, settings),
      );
      return redirect(authorizationUrl(settings, attempt, challenge), cookies);
    },
    async finish(request) {
      const state = new URL(request.url).searchParams.get('state') ?? '';
      const done = clearCookie(attemptCookie(state, settings.publicUrl));
      const before = await read(request);
      try {
        const attempt = readAttempt(state, clock.machine(), browserOf(request, settings));
        // Going back in the browser, or a second tab: no fault when somebody is signed in here already.
        if (attempt === undefined && before !== undefined) return redirect(`${settings.publicUrl}/`, []);
        if (attempt === undefined) throw new SignInRefused('AttemptUnknown');
        const personId = await answerOf(request, attempt, deps);
        if (before !== undefined) await endSignIn(store, before);
        const signIn = await startSignIn(store, personId, clock);
        return redirect(settings.publicUrl + attempt.returnTo, [
          done,
          setCookie(ownCookie, signIn.secret, signInSeconds),
        ]);
      } catch (error) {
        if (!(error instanceof SignInRefused)) throw error;
        return withCookies(await deps.refused(error.fault), [done]);
      }
    },
    async end(request, csrf) {
      const signIn = await read(request);
      if (signIn === undefined) return redirect(`${settings.publicUrl}/`, [clearCookie(ownCookie)]);
      if (!checkCsrf(signIn, csrf)) throw new Refusal('FormExpired');
      await endSignIn(store, signIn);
      await deps.endIssuerSession?.(signIn.personId);
      return redirect(afterSignOut(deps), [clearCookie(ownCookie)]);
    },
  };
}

async function answerOf(
  request: Request,
  attempt: SignInAttempt,
  deps: SignInDependencies,
): Promise<PersonId> {
  const answer = new URL(request.url).searchParams;
  const issuer = answer.get('iss');
  // RFC 9207: an answer of another issuer is not an answer to our question.
  if (issuer !== null && issuer !== deps.settings.issuer) throw new SignInRefused('IssuerRefused');
  const code = answer.get('code');
  if (code === null || answer.has('error')) throw new SignInRefused('IssuerRefused');
  const idToken = await exchangeCode(deps.settings, code, attempt, deps.fetch);
  const now = deps.clock.machine();
  return personOfIdToken(idToken, attempt, { settings: deps.settings, getKey: deps.getKey, now });
}

/** The standard's parameters and Cognito's (`logout_uri`): each issuer reads its own. */
function afterSignOut({ settings, endIssuerSession }: SignInDependencies): string {
  const home = `${settings.publicUrl}/`;
  if (settings.endSessionEndpoint === undefined || endIssuerSession !== undefined) return home;
  const url = new URL(settings.endSessionEndpoint);
  url.searchParams.set('client_id', settings.clientId);
  url.searchParams.set('post_logout_redirect_uri', home);
  url.searchParams.set('logout_uri', home);
  return url.href;
}

function browserOf(request: Request, settings: IssuerSettings) {
  return { publicUrl: settings.publicUrl, cookieHeader: request.headers.get('cookie') };
}

function redirect(location: string, cookies: readonly string[]): Response {
  return withCookies(new Response(null, { status: 303, headers: { location } }), cookies);
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  const headers = new Headers(response.headers);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}
