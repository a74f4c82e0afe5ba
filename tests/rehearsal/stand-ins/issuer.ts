import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { serve, type Answer, type StandIn } from '../json-service.ts';

/** What the template says of the client by which people sign in. */
export interface IssuerClient {
  readonly id: string;
  readonly callbackUrls: readonly string[];
  readonly scopes: readonly string[];
  readonly idTokenSeconds: number;
  readonly accessTokenSeconds: number;
}

export type Claims = Readonly<Record<string, unknown>>;

export interface Issuer extends StandIn {
  /**
   * A bearer token as Cognito's access tokens are: no `aud`, the client named, the person as its user name.
   * @param claims in the place of those, for a token that is to be turned away; undefined takes one off
   */
  readonly tokenOf: (personId: string, claims?: Claims) => Promise<string>;
}

/** A code that was given, and the question that it answers. */
interface Given {
  readonly person: string;
  readonly asked: URLSearchParams;
}

const json = (body: object, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * An OpenID Connect issuer with the client of the template: its discovery document, its keys, a page on which somebody says
 * who signs in, the code that comes of it, and the tokens for a code. It holds who asks to what Cognito does.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html
 */
export async function serveIssuer(client: IssuerClient): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'rehearsal', alg: 'RS256', use: 'sig' };
  const given = new Map<string, Given>();

  const signed = (person: string, seconds: number, claims: Claims): Promise<string> => {
    const iat = Math.floor(Date.now() / 1000);
    const own = { iss: standIn.url, sub: `cognito-${person}`, iat, exp: iat + seconds };
    return new SignJWT({ ...own, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'rehearsal' })
      .sign(privateKey);
  };
  const tokenOf = (person: string, claims: Claims = {}): Promise<string> =>
    signed(person, client.accessTokenSeconds, {
      client_id: client.id,
      username: person,
      token_use: 'access',
      scope: client.scopes.join(' '),
      ...claims,
    });
  const idTokenOf = ({ person, asked }: Given): Promise<string> =>
    signed(person, client.idTokenSeconds, {
      aud: client.id,
      'cognito:username': person,
      token_use: 'id',
      nonce: asked.get('nonce') ?? undefined,
    });

  async function tokens(body: URLSearchParams): Promise<Answer> {
    const code = body.get('code') ?? '';
    const question = given.get(code);
    // A code is good for one answer, whatever that is.
    given.delete(code);
    if (question === undefined || !answers(body, question.asked))
      return json({ error: 'invalid_grant' }, 400);
    const [id_token, access_token] = await Promise.all([idTokenOf(question), tokenOf(question.person)]);
    return json({ id_token, access_token, token_type: 'Bearer', expires_in: client.accessTokenSeconds });
  }

  function authorize(asked: URLSearchParams, person: string | null): Answer {
    if (!isRightQuestion(asked, client)) return json({ error: 'invalid_request' }, 400);
    if (person === null) return { headers: { 'content-type': 'text/html' }, body: signInPage };
    const code = randomUUID();
    given.set(code, { person, asked });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return { status: 302, headers: { location: back.href } };
  }

  const standIn: StandIn = await serve((request, body) => {
    const { pathname, searchParams, origin } = new URL(
      request.url ?? '/',
      `http://${String(request.headers.host)}`,
    );
    const form = new URLSearchParams(body.toString('utf8'));
    switch (`${String(request.method)} ${pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return json(discoveryOf(origin));
      case 'GET /.well-known/jwks.json':
        return json({ keys: [jwk] });
      case 'GET /authorize':
      case 'POST /authorize':
        return authorize(searchParams, form.get('person'));
      case 'POST /token':
        return tokens(form);
      default:
        return { status: 404 };
    }
  });
  return { ...standIn, tokenOf };
}

/** It is sent to where it came from, question and all. */
const signInPage =
  '<!doctype html><form method="post"><input name="person"><button>Đăng nhập</button></form>';

function isRightQuestion(asked: URLSearchParams, { id, callbackUrls, scopes }: IssuerClient): boolean {
  const is = (name: string, ...values: readonly string[]): boolean => values.includes(asked.get(name) ?? '');
  return (
    is('response_type', 'code') &&
    is('client_id', id) &&
    is('redirect_uri', ...callbackUrls) &&
    is('code_challenge_method', 'S256') &&
    asked.has('code_challenge') &&
    (asked.get('scope') ?? '').split(' ').every((scope) => scopes.includes(scope))
  );
}

/** RFC 7636, section 4.6, beside what the code was given for. */
function answers(body: URLSearchParams, asked: URLSearchParams): boolean {
  const verifier = body.get('code_verifier') ?? '';
  return (
    body.get('grant_type') === 'authorization_code' &&
    ['client_id', 'redirect_uri'].every((name) => body.get(name) === asked.get(name)) &&
    createHash('sha256').update(verifier).digest('base64url') === asked.get('code_challenge')
  );
}

const discoveryOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});
