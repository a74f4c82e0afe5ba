import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { serve, type StandIn } from '../json-service.ts';

export interface Issuer extends StandIn {
  /** A bearer token as Cognito's access tokens are: no `aud`, the client named, the person as its user name. */
  readonly tokenOf: (personId: string) => Promise<string>;
}

const lifetimeSeconds = 3_600;

/** An OpenID Connect issuer: its discovery document, its keys, and the tokens that it would give. */
export async function serveIssuer(clientId: string): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'rehearsal', alg: 'RS256', use: 'sig' };
  const headers = { 'content-type': 'application/json' };
  const standIn = await serve((request) => {
    const issuer = `http://${String(request.headers.host)}`;
    if (request.url === '/.well-known/jwks.json') return { headers, body: JSON.stringify({ keys: [jwk] }) };
    if (request.url !== '/.well-known/openid-configuration') return { status: 404 };
    const discovery = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
    return { headers, body: JSON.stringify(discovery) };
  });
  return {
    ...standIn,
    tokenOf: (personId) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ client_id: clientId, username: personId, token_use: 'access' })
        .setProtectedHeader({ alg: 'RS256', kid: 'rehearsal' })
        .setIssuer(standIn.url)
        .setSubject(`cognito-${personId}`)
        .setIssuedAt(now)
        .setExpirationTime(now + lifetimeSeconds)
        .sign(privateKey);
    },
  };
}
