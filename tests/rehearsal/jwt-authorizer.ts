import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** What a JWT authorizer of an HTTP API makes of the header that it is shown. */
export type Verdict = 'letIn' | 'unauthorized' | 'forbidden';

/** @param scopes one of which a token must have; none are asked for when it is empty */
export type Authorizer = (header: string | undefined, scopes: readonly string[]) => Promise<Verdict>;

export interface JwtConfiguration {
  /** Where its keys are found by its discovery document. */
  readonly issuer: string;
  readonly audience: readonly string[];
}

const documentSchema = z.object({ jwks_uri: z.url() });
/** Only RSA-based ones are supported. */
const algorithms = ['RS256', 'RS384', 'RS512'];

/**
 * Judges as API Gateway does before any function is called, by nothing but what the template says.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function createJwtAuthorizer({ issuer, audience }: JwtConfiguration): Authorizer {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, scopes) => {
    const token = header?.replace(/^Bearer +/i, '') ?? '';
    const getKey = await (found ??= keysOf(issuer));
    const payload = await jwtVerify(token, getKey, { algorithms, issuer, requiredClaims: ['exp'] }).then(
      (verified) => (verified.protectedHeader.kid === undefined ? undefined : verified.payload),
      () => undefined,
    );
    if (payload === undefined || !isFor(payload, audience) || isOfLater(payload)) return 'unauthorized';
    return scopes.length === 0 || scopes.some((one) => scopesOf(payload).includes(one))
      ? 'letIn'
      : 'forbidden';
  };
}

async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  return createRemoteJWKSet(new URL(documentSchema.parse(await response.json()).jwks_uri));
}

/** The client is looked at only where there is no audience. */
function isFor({ aud, client_id: client }: JWTPayload, audience: readonly string[]): boolean {
  return [aud ?? client].flat().some((one) => audience.includes(String(one)));
}

const isOfLater = ({ iat = 0 }: JWTPayload): boolean => iat * 1_000 > Date.now();

function scopesOf({ scope, scp }: JWTPayload): readonly string[] {
  return [scope, scp].flat().flatMap((one) => (typeof one === 'string' ? one.split(' ') : []));
}
