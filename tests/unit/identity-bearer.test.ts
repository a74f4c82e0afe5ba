import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#shared/domain/refusal.ts';
import { instantOf } from '#shared/domain/time.ts';
import { createBearerVerifier, type BearerSettings } from '#shared/http/bearer.ts';

const issuer = 'https://issuer.example/pool';
const person = '01JHA000000000000000000001';
const nowSeconds = 1_770_000_000;
const own = await generateKeyPair('RS256', { extractable: true });
const foreign = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }] };

const settings: BearerSettings = {
  issuer,
  audience: 'vinh-danh-api',
  clientIds: ['vinh-danh-web'],
  getKey: createLocalJWKSet(jwks),
  now: () => instantOf(nowSeconds * 1_000),
};
const verify = createBearerVerifier(settings);

function sign(
  change: Record<string, unknown> = {},
  key = own.privateKey,
  header: { alg: string; kid?: string } = { alg: 'RS256', kid: 'own' },
) {
  const claims: Record<string, unknown> = {
    iss: issuer,
    sub: person,
    aud: 'vinh-danh-api',
    exp: nowSeconds + 60,
    ...change,
  };
  const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  return new SignJWT(given).setProtectedHeader(header).sign(key);
}

async function codeOf(authorization: string | undefined, by = verify): Promise<string> {
  const error: unknown = await by(authorization).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  return error instanceof Refusal ? error.code : '';
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('who a bearer token names', () => {
  it('takes a token for our audience', async () => {
    expect(await verify(`Bearer ${await sign()}`)).toStrictEqual({ subject: person });
  });

  describe('a token that comes again', () => {
    function remembering(): { moveTo: (seconds: number) => void; asked: () => number; by: typeof verify } {
      let [seconds, asked] = [nowSeconds, 0];
      const getKey = (...header: Parameters<typeof settings.getKey>) => {
        asked += 1;
        return settings.getKey(...header);
      };
      const by = createBearerVerifier({ ...settings, getKey, now: () => instantOf(seconds * 1_000) });
      return { moveTo: (to) => (seconds = to), asked: () => asked, by };
    }

    it('is not verified anew within a minute', async () => {
      const { moveTo, asked, by } = remembering();
      const token = `Bearer ${await sign({ exp: nowSeconds + 600 })}`;
      for (const after of [0, 1, 59]) {
        moveTo(nowSeconds + after);
        expect(await by(token)).toStrictEqual({ subject: person });
      }
      expect(asked()).toBe(1);
    });

    it('is verified anew after a minute, since its key may have been withdrawn', async () => {
      const { moveTo, asked, by } = remembering();
      const token = `Bearer ${await sign({ exp: nowSeconds + 600 })}`;
      await by(token);
      moveTo(nowSeconds + 60);
      await by(token);
      expect(asked()).toBe(2);
    });

    it('has expired on time', async () => {
      const { moveTo, by } = remembering();
      const token = `Bearer ${await sign({ exp: nowSeconds + 30 })}`;
      await by(token);
      moveTo(nowSeconds + 30);
      expect(await codeOf(token, by)).toBe('TokenExpired');
    });
  });

  it('takes the scheme in any case and our audience among others', async () => {
    expect(await verify(`bearer ${await sign({ aud: ['other', 'vinh-danh-api'] })}`)).toStrictEqual({
      subject: person,
    });
  });

  it('takes an access token of Cognito, which has client_id and no aud', async () => {
    const token = await sign({
      aud: undefined,
      client_id: 'vinh-danh-web',
      token_use: 'access',
    });

    expect(await verify(`Bearer ${token}`)).toStrictEqual({ subject: person });
  });

  it('says how its bearer proved who they are, where the token tells', async () => {
    const strong = { acr: 'urn:example:two-factors', amr: ['pwd', 'otp'] };
    expect(await verify(`Bearer ${await sign(strong)}`)).toStrictEqual({ subject: person, ...strong });
    expect(await verify(`Bearer ${await sign({ acr: 2, amr: 'otp' })}`)).toStrictEqual({ subject: person });
  });

  it('reads the person of an access token of Cognito from its user name', async () => {
    const token = await sign({
      sub: 'b7c1',
      username: person,
      aud: undefined,
      client_id: 'vinh-danh-web',
      token_use: 'access',
    });
    const byUserName = createBearerVerifier({ ...settings, personClaim: 'username' });

    expect(await byUserName(`Bearer ${token}`)).toStrictEqual({ subject: person });
  });

  it('reads the person from another claim where the issuer has ids of its own', async () => {
    const token = await sign({ sub: 'b7c1', person_id: person });
    const byClaim = createBearerVerifier({ ...settings, personClaim: 'person_id' });

    expect(await byClaim(`Bearer ${token}`)).toStrictEqual({ subject: person });
  });
});

describe('TokenMissing', () => {
  it.each([undefined, '', 'Basic aGE6aGE=', 'Bearertoken'])('answers %s', async (authorization) => {
    expect(await codeOf(authorization)).toBe('TokenMissing');
  });
});

describe('TokenMalformed', () => {
  it.each([
    'Bearer',
    'Bearer x',
    'Bearer a.b',
    'Bearer a.b.c',
    'Bearer a b c',
    'Bearer ....',
    `Bearer ${encode({ alg: 'RS256' })}.!!.x`,
    `Bearer ${encode('text')}.${encode('text')}.x`,
    `Bearer ${'a'.repeat(9_000)}.b.c`,
    'Bearer đây.là.rác',
  ])('answers %s', async (authorization) => {
    expect(await codeOf(authorization)).toBe('TokenMalformed');
  });
});

describe('TokenExpired', () => {
  it('answers a token at the second it ends', async () => {
    expect(await codeOf(`Bearer ${await sign({ exp: nowSeconds })}`)).toBe('TokenExpired');
  });

  it('is never said of a token that somebody else signed', async () => {
    expect(await codeOf(`Bearer ${await sign({ exp: nowSeconds - 1 }, foreign.privateKey)}`)).toBe(
      'TokenInvalid',
    );
  });
});

describe('TokenInvalid', () => {
  it.each<[string, Record<string, unknown>]>([
    ['of another issuer', { iss: 'https://issuer.example/other' }],
    ['for another audience', { aud: 'other' }],
    ['for another audience, although of our client', { aud: 'other', client_id: 'vinh-danh-web' }],
    ['without aud, of another client', { aud: undefined, client_id: 'other' }],
    ['without aud and client', { aud: undefined }],
    ['that is an ID token of Cognito', { token_use: 'id' }],
    ['that is an ID token of Keycloak', { typ: 'ID' }],
    ['that answers a sign-in’s nonce', { nonce: 'n-0S6_WzA2Mj' }],
    ['that vouches for an access token', { at_hash: '77QmUPtjPfzWtF2AnpK9RQ' }],
    ['that never ends', { exp: undefined }],
    ['that is not valid yet', { nbf: nowSeconds + 60 }],
    ['that names nobody', { sub: undefined }],
    ['whose subject is no person id', { sub: 'admin' }],
  ])('answers a token %s', async (_name, change) => {
    expect(await codeOf(`Bearer ${await sign(change)}`)).toBe('TokenInvalid');
  });

  it('answers a token signed with another key, under our key id or none', async () => {
    expect(await codeOf(`Bearer ${await sign({}, foreign.privateKey)}`)).toBe('TokenInvalid');
    expect(await codeOf(`Bearer ${await sign({}, foreign.privateKey, { alg: 'RS256' })}`)).toBe(
      'TokenInvalid',
    );
    expect(await codeOf(`Bearer ${await sign({}, foreign.privateKey, { alg: 'RS256', kid: 'x' })}`)).toBe(
      'TokenInvalid',
    );
  });

  it('answers a token without signature (alg none)', async () => {
    const [, payload = ''] = (await sign()).split('.');

    expect(await codeOf(`Bearer ${encode({ alg: 'none' })}.${payload}.`)).toBe('TokenInvalid');
    expect(await codeOf(`Bearer ${encode({ alg: 'none', kid: 'own' })}.${payload}.c2ln`)).toBe(
      'TokenInvalid',
    );
  });

  it('answers HS256 with the public key as secret', async () => {
    const [, payload = ''] = (await sign()).split('.');
    const head = `${encode({ alg: 'HS256', kid: 'own' })}.${payload}`;
    const signature = createHmac('sha256', await exportSPKI(own.publicKey))
      .update(head)
      .digest('base64url');

    expect(await codeOf(`Bearer ${head}.${signature}`)).toBe('TokenInvalid');
  });

  it('answers another algorithm of the same key', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const token = await new SignJWT({ iss: issuer, sub: person, aud: 'vinh-danh-api', exp: nowSeconds + 60 })
      .setProtectedHeader({ alg: 'PS256', kid: 'own' })
      .sign(pair.privateKey);

    expect(await codeOf(`Bearer ${token}`)).toBe('TokenInvalid');
  });

  it('answers a token with a changed claim or a changed signature', async () => {
    const [head = '', payload = '', signature = ''] = (await sign()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const changed = encode({ ...claims, sub: '01JM1NH0000000000000000002' });
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);

    expect(await codeOf(`Bearer ${head}.${changed}.${signature}`)).toBe('TokenInvalid');
    expect(await codeOf(`Bearer ${head}.${payload}.${flipped}`)).toBe('TokenInvalid');
    expect(await codeOf(`Bearer ${head}.${payload}.`)).toBe('TokenInvalid');
  });
});
