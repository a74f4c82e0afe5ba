import type { JWTVerifyGetKey } from 'jose';
import type { PersonId } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { StoreUnavailable, type Clock, type Store } from '#shared/ports.ts';
import {
  authorizationUrl,
  exchangeCode,
  personOfIdToken,
  type FetchToken,
  type IssuerSettings,
  type Known,
} from './code-exchange.ts';
import { clearCookie, setCookie } from './cookie.ts';
import { readSignedIn, signInCookie } from './read-signed-in.ts';
import { safeReturnTo } from './return-to.ts';
import { attemptCookie, readAttempt, startAttempt, type SignInAttempt } from './sign-in-attempt.ts';
import { checkCsrf, endSignIn, signInSeconds, startSignIn, type SignIn } from './sign-in-item.ts';
import { SignInRefused, type SignInFault } from './sign-in-refused.ts';

export interface SignInDependencies {
  /** Origin, no trailing slash. */
  readonly publicUrl: string;
  /** Asked for when somebody signs in or out: it may have to be read first. @throws StoreUnavailable */
  readonly settings: () => Promise<IssuerSettings>;
  readonly store: Pick<Store, 'get' | 'commit'>;
  readonly clock: Pick<Clock, 'machine'>;
  /** The issuer's keys: of `createIssuerKeys`, or those of the embedded issuer. */
  readonly getKey: JWTVerifyGetKey;
  readonly fetch: FetchToken;
  /** The page for a sign-in that failed; its way out is a link to /sign-in. */
  readonly refused: (fault: SignInFault) => Response | Promise<Response>;
  /** Ends the issuer's session where the issuer is ours; else the browser is sent to its endSessionEndpoint. */
  readonly endIssuerSession?: (personId: PersonId) => Promise<void>;
}

export interface SignInFlow {
  /** GET /sign-in?returnTo=/own/path, with `for=signing` where an act asks for a second factor. */
  begin(request: Request): Promise<Response>;
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
  const { publicUrl, store, clock } = deps;
  const ownCookie = signInCookie(publicUrl);
  const read = (request: Request) => readSignedIn(request, deps);

  return {
    read,
    begin: (request) =>
      answered(deps, [], async () => {
        const asked = new URL(request.url).searchParams;
        const { attempt, challenge, cookies } = startAttempt(
          safeReturnTo(asked.get('returnTo')),
          clock.machine(),
          browserOf(request, publicUrl),
        );
        const forSigning = asked.get('for') === 'signing';
        const url = authorizationUrl(await settingsOf(deps), { ...attempt, challenge, forSigning });
        return redirect(url, cookies);
      }),
    finish(request) {
      const state = new URL(request.url).searchParams.get('state') ?? '';
      const done = clearCookie(attemptCookie(state, publicUrl));
      return answered(deps, [done], async () => {
        const before = await read(request);
        const attempt = readAttempt(state, clock.machine(), browserOf(request, publicUrl));
        // Going back in the browser, or a second tab: no fault when somebody is signed in here already.
        if (attempt === undefined && before !== undefined) return redirect(`${publicUrl}/`, []);
        if (attempt === undefined) throw new SignInRefused('AttemptUnknown');
        const known = await answerOf(request, attempt, deps);
        if (before !== undefined) await endSignIn(store, before);
        const signIn = await startSignIn(store, known, clock);
        return redirect(publicUrl + attempt.returnTo, [
          done,
          setCookie(ownCookie, signIn.secret, signInSeconds),
        ]);
      });
    },
    async end(request, csrf) {
      const signIn = await read(request);
      if (signIn === undefined) return redirect(`${publicUrl}/`, [clearCookie(ownCookie)]);
      if (!checkCsrf(signIn, csrf)) throw new Refusal('FormExpired');
      await endSignIn(store, signIn);
      await deps.endIssuerSession?.(signIn.personId);
      return redirect(await afterSignOut(deps), [clearCookie(ownCookie)]);
    },
  };
}

/** What refuses a sign-in is a page. */
async function answered(
  deps: SignInDependencies,
  cookies: readonly string[],
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return withCookies(await deps.refused(error.fault), cookies);
  }
}

/** @throws SignInRefused IssuerUnreachable */
async function settingsOf(deps: SignInDependencies): Promise<IssuerSettings> {
  try {
    return await deps.settings();
  } catch (cause) {
    throw cause instanceof StoreUnavailable ? new SignInRefused('IssuerUnreachable', { cause }) : cause;
  }
}

async function answerOf(request: Request, attempt: SignInAttempt, deps: SignInDependencies): Promise<Known> {
  const settings = await settingsOf(deps);
  const answer = new URL(request.url).searchParams;
  const issuer = answer.get('iss');
  // RFC 9207: an answer of another issuer is not an answer to our question.
  if (issuer !== null && issuer !== settings.issuer) throw new SignInRefused('IssuerRefused');
  const code = answer.get('code');
  if (code === null || answer.has('error')) throw new SignInRefused('IssuerRefused');
  const idToken = await exchangeCode(settings, code, attempt, deps.fetch);
  const now = deps.clock.machine();
  return personOfIdToken(idToken, attempt, { settings, getKey: deps.getKey, now });
}

/** The standard's parameters and Cognito's (`logout_uri`): each issuer reads its own. */
async function afterSignOut(deps: SignInDependencies): Promise<string> {
  const home = `${deps.publicUrl}/`;
  if (deps.endIssuerSession !== undefined) return home;
  const settings = await deps.settings().catch(endedHereOnly);
  if (settings?.endSessionEndpoint === undefined) return home;
  const url = new URL(settings.endSessionEndpoint);
  url.searchParams.set('client_id', settings.clientId);
  url.searchParams.set('post_logout_redirect_uri', home);
  url.searchParams.set('logout_uri', home);
  return url.href;
}

/** An issuer that can't be asked must not keep anybody signed in here. */
function endedHereOnly(error: unknown): undefined {
  if (!(error instanceof StoreUnavailable)) throw error;
}

function browserOf(request: Request, publicUrl: string) {
  return { publicUrl, cookieHeader: request.headers.get('cookie') };
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
