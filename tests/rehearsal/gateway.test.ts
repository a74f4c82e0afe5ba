import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveGateway } from './gateway.ts';
import type { StandIn } from './json-service.ts';
import { createJwtAuthorizer } from './jwt-authorizer.ts';
import { serveIssuer, type Claims, type Issuer } from './stand-ins/issuer.ts';

const client = {
  id: 'pages',
  callbackUrls: [],
  scopes: ['openid'],
  idTokenSeconds: 300,
  accessTokenSeconds: 3_600,
};
const audience = ['https://vinhdanh.example/api', client.id];
const person = '01JHA000000000000000000001';
const inAnHour = (): number => Math.floor(Date.now() / 1_000) + 3_600;

let issuer: Issuer;
let another: Issuer;
let gateway: StandIn;
beforeAll(async () => {
  [issuer, another] = await Promise.all([serveIssuer(client), serveIssuer(client)]);
  const target = { invoke: async () => ({ statusCode: 200 }) };
  const authorizer = createJwtAuthorizer({ issuer: issuer.url, audience });
  gateway = await serveGateway([
    { key: 'GET /asked/nothing', target },
    { key: 'GET /asked/who', target, guard: (header) => authorizer(header, []) },
    { key: 'GET /asked/scope', target, guard: (header) => authorizer(header, ['openid', 'records']) },
  ]);
});
afterAll(() => Promise.all([issuer, another, gateway].map((each) => each.close())));

async function statusOf(path: string, authorization?: string): Promise<number> {
  const headers = authorization === undefined ? {} : { authorization };
  return (await fetch(gateway.url + path, { headers })).status;
}

describe('a route that asks for a token', () => {
  const token = (claims?: Claims) => () => issuer.tokenOf(person, claims);
  const unsigned = (): string => {
    const now = Math.floor(Date.now() / 1_000);
    const said = { iss: issuer.url, client_id: client.id, iat: now, exp: now + 60 };
    const encoded = [{ alg: 'none', kid: 'rehearsal' }, said].map((one) =>
      Buffer.from(JSON.stringify(one)).toString('base64url'),
    );
    return `${encoded.join('.')}.`;
  };
  const shared = (): Promise<string> =>
    new SignJWT({ iss: issuer.url, client_id: client.id, exp: inAnHour() })
      .setProtectedHeader({ alg: 'HS256', kid: 'rehearsal' })
      .sign(Buffer.alloc(32));

  it.each<[string, number, () => Promise<string> | string]>([
    ['lets in one of its issuer and client', 200, token()],
    ['lets in one of its audience', 200, token({ client_id: undefined, aud: audience[0] })],
    ['turns away nothing that was signed', 401, unsigned],
    ['turns away one under a secret that is no key of the issuer', 401, shared],
    ['turns away one that another issuer signed in its own name', 401, () => another.tokenOf(person)],
    [
      'turns away one that another issuer signed in this one’s name',
      401,
      () => another.tokenOf(person, { iss: issuer.url }),
    ],
    ['turns away one that says another issuer', 401, token({ iss: 'https://issuer.example' })],
    ['turns away one of another client', 401, token({ client_id: 'program' })],
    [
      'turns away one of another audience, whatever its client',
      401,
      token({ aud: 'https://elsewhere.example' }),
    ],
    ['turns away one of nobody’s', 401, token({ client_id: undefined })],
    ['turns away one that has expired', 401, token({ exp: inAnHour() - 3_601 })],
    ['turns away one that never expires', 401, token({ exp: undefined })],
    ['turns away one that isn’t good yet', 401, token({ nbf: inAnHour() })],
    ['turns away one of tomorrow', 401, token({ iat: inAnHour() })],
    ['turns away what is no token', 401, () => 'abc'],
  ])('%s', async (_, status, made) => {
    expect(await statusOf('/asked/who', `Bearer ${await made()}`)).toBe(status);
  });

  it('turns away who shows none, and needs none where anybody may ask', async () => {
    expect([await statusOf('/asked/who'), await statusOf('/asked/nothing')]).toEqual([401, 200]);
  });

  it.each<[string, number, Claims]>([
    ['lets in one with a scope of the route', 200, { scope: 'profile records' }],
    ['lets in one with such a scope among a list', 200, { scope: undefined, scp: ['records'] }],
    ['forbids one with others only', 403, { scope: 'profile openid2' }],
    ['forbids one without any', 403, { scope: undefined }],
    ['does not know one with the scope that has expired', 401, { exp: inAnHour() - 3_601 }],
  ])('%s', async (_, status, claims) => {
    expect(await statusOf('/asked/scope', `Bearer ${await issuer.tokenOf(person, claims)}`)).toBe(status);
  });
});
