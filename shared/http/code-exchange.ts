import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { personIdSchema, type PersonId } from '#shared/domain/id.ts';
import type { Instant } from '#shared/domain/time.ts';
import { isKeySourceFailing } from './issuer-keys.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';
import { SignInRefused } from './sign-in-refused.ts';
import { strengthOf, type SigningRequirement, type Strength } from './strength.ts';

/** Where the issuer is and who we are there. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Absent where the home ends the issuer's session itself. */
  readonly endSessionEndpoint?: string;
  readonly clientId: string;
  /** For issuers that know no public clients. */
  readonly clientSecret?: string;
  /** The claim of the ID token that holds our person id; `sub` where the issuer is ours. */
  readonly personClaim?: string;
  /** Our origin as browsers see it, without a trailing slash. */
  readonly publicUrl: string;
  /** What acts that sign ask of a sign-in, where they ask anything. */
  readonly signing?: SigningRequirement;
}

/** Who came back from the issuer, and how they proved it. */
export interface Known extends Strength {
  readonly personId: PersonId;
}

export type FetchToken = (
  url: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<Response>;

const tokenTimeoutMs = 10_000;
const clockSkewSeconds = 60;
const answerSchema = z.object({ id_token: z.string() });

function redirectUri(settings: IssuerSettings): string {
  return `${settings.publicUrl}/signed-in`;
}

export function authorizationUrl(
  settings: IssuerSettings,
  attempt: SignInAttempt & { readonly challenge: string; readonly forSigning: boolean },
): string {
  const url = new URL(settings.authorizationEndpoint);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', settings.clientId);
  url.searchParams.set('redirect_uri', redirectUri(settings));
  url.searchParams.set('scope', 'openid');
  url.searchParams.set('state', attempt.state);
  url.searchParams.set('nonce', attempt.nonce);
  url.searchParams.set('code_challenge', attempt.challenge);
  url.searchParams.set('code_challenge_method', 'S256');
  if (attempt.forSigning) askForMore(url, settings.signing?.acr ?? []);
  return url.href;
}

/** Who is signed in already is asked once more, and for the second factor: a session of one factor must not do. */
function askForMore(url: URL, acr: readonly string[]): void {
  url.searchParams.set('prompt', 'login');
  if (acr.length > 0) url.searchParams.set('acr_values', acr.join(' '));
}

/** @throws SignInRefused IssuerUnreachable | CodeRefused */
export async function exchangeCode(
  settings: IssuerSettings,
  code: string,
  attempt: SignInAttempt,
  fetchToken: FetchToken,
): Promise<string> {
  const response = await fetchToken(settings.tokenEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...basic(settings),
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri(settings),
      client_id: settings.clientId,
      code_verifier: attempt.verifier,
    }).toString(),
    signal: AbortSignal.timeout(tokenTimeoutMs),
  }).catch((cause: unknown) => {
    throw new SignInRefused('IssuerUnreachable', { cause });
  });
  if (response.status >= 500) throw new SignInRefused('IssuerUnreachable');
  if (!response.ok) throw new SignInRefused('CodeRefused');
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new SignInRefused('CodeRefused');
  return answer.data.id_token;
}

/** @throws SignInRefused IssuerUnreachable (its keys) | IdTokenInvalid | PersonUnknown */
export async function personOfIdToken(
  idToken: string,
  attempt: SignInAttempt,
  from: { settings: IssuerSettings; getKey: JWTVerifyGetKey; now: Instant },
): Promise<Known> {
  const { payload } = await jwtVerify(idToken, from.getKey, {
    algorithms: ['RS256'],
    issuer: from.settings.issuer,
    audience: from.settings.clientId,
    requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
    clockTolerance: clockSkewSeconds,
    currentDate: new Date(from.now),
  }).catch((cause: unknown) => {
    throw new SignInRefused(isKeySourceFailing(cause) ? 'IssuerUnreachable' : 'IdTokenInvalid', { cause });
  });
  if (payload['nonce'] !== attempt.nonce) throw new SignInRefused('IdTokenInvalid');
  if (Array.isArray(payload.aud) && payload['azp'] !== from.settings.clientId)
    throw new SignInRefused('IdTokenInvalid');
  const person = personIdSchema.safeParse(payload[from.settings.personClaim ?? 'sub']);
  if (!person.success) throw new SignInRefused('PersonUnknown');
  return { personId: person.data, ...strengthOf(payload) };
}

function basic(settings: IssuerSettings): Record<string, string> {
  if (settings.clientSecret === undefined) return {};
  const pair = [settings.clientId, settings.clientSecret].map(encodeURIComponent).join(':');
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}
