import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { personIdSchema, type PersonId } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { epochMs, type Instant } from '#shared/domain/time.ts';
import { strengthOf, type Strength } from './strength.ts';

export interface BearerSettings {
  readonly issuer: string;
  /** Must be in `aud`. A token without any `aud` (Cognito's access tokens) is judged by `client_id` alone. */
  readonly audience: string;
  /** The clients whose tokens without `aud` are taken. */
  readonly clientIds: readonly string[];
  /** The claim that holds our person id; `sub` where the issuer is ours. */
  readonly personClaim?: string;
  readonly getKey: JWTVerifyGetKey;
  /** Machine time. */
  readonly now: () => Instant;
}

export interface Bearer extends Strength {
  readonly subject: PersonId;
}

const maxTokenLength = 8_192;
/** A key that its issuer withdrew opens nothing any more after so long. */
const rememberedMs = 60_000;
const rememberedTokens = 1_000;

/**
 * Tells who sent a request by its `Authorization` header. It says nothing of rights: those are read from our record.
 * @throws Refusal TokenMissing | TokenMalformed | TokenExpired | TokenInvalid; what else it throws is the key source failing
 */
export function createBearerVerifier(settings: BearerSettings) {
  const verify = remembering(settings);
  return async (authorization: string | undefined): Promise<Bearer> => {
    const payload = await verify(tokenOf(authorization));
    if (!isForUs(payload, settings)) throw new Refusal('TokenInvalid');
    const subject = personIdSchema.safeParse(payload[settings.personClaim ?? 'sub']);
    if (!subject.success) throw new Refusal('TokenInvalid');
    return { subject: subject.data, ...strengthOf(payload) };
  };
}

function tokenOf(authorization: string | undefined): string {
  const scheme = /^Bearer(?: +(.*))?$/i.exec(authorization?.trim() ?? '');
  if (scheme === null) throw new Refusal('TokenMissing');
  const token = scheme[1] ?? '';
  if (token.length > maxTokenLength || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
    throw new Refusal('TokenMalformed');
  return token;
}

/** A program sends the same token for minutes, and an RSA signature takes longer to verify than an act to decide. */
function remembering(settings: BearerSettings): (token: string) => Promise<JWTPayload> {
  const verified = new Map<string, { readonly payload: JWTPayload; readonly until: number }>();
  return async (token) => {
    const now = epochMs(settings.now());
    const known = verified.get(token);
    if (known !== undefined && now < known.until) return known.payload;
    const payload = await verify(token, settings);
    verified.delete(token);
    const [oldest] = verified.keys();
    if (verified.size >= rememberedTokens && oldest !== undefined) verified.delete(oldest);
    verified.set(token, { payload, until: Math.min(now + rememberedMs, (payload.exp ?? 0) * 1_000) });
    return payload;
  };
}

async function verify(token: string, settings: BearerSettings): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, settings.getKey, {
      algorithms: ['RS256'],
      issuer: settings.issuer,
      requiredClaims: ['exp'],
      currentDate: new Date(settings.now()),
    });
    return payload;
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new Refusal('TokenExpired');
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid)
    return new Refusal('TokenMalformed');
  const untrusted =
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JWSSignatureVerificationFailed;
  return untrusted ? new Refusal('TokenInvalid') : error;
}

function isForUs(payload: JWTPayload, settings: BearerSettings): boolean {
  if (isIdToken(payload)) return false;
  if (payload.aud === undefined) {
    const client = payload['client_id'];
    return typeof client === 'string' && settings.clientIds.includes(client);
  }
  return [payload.aud].flat().includes(settings.audience);
}

/**
 * An ID token tells a client who signed in, and is no key to the API. Issuer and keys are the same; Cognito and Keycloak
 * mark it, and only it answers what the client asked to see again, and vouches for the access token beside it.
 * https://openid.net/specs/openid-connect-core-1_0.html#IDToken
 */
function isIdToken(payload: JWTPayload): boolean {
  const marked = payload['token_use'] === 'id' || payload['typ'] === 'ID';
  return marked || 'nonce' in payload || 'at_hash' in payload;
}
