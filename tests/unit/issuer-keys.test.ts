import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { personIdSchema } from '#shared/domain/id.ts';
import { instantOf } from '#shared/domain/time.ts';
import { createBearerVerifier } from '#shared/http/bearer.ts';
import { createDiscovery, type FetchDocument } from '#shared/http/discovery.ts';
import { createIssuerKeys, type IssuerKeys } from '#shared/http/issuer-keys.ts';
import { StoreUnavailable } from '#shared/ports.ts';

const issuer = 'https://issuer.example/pool';
const person = personIdSchema.parse('01JHA000000000000000000001');
const nowMs = 1_770_000_000_000;
const [first, second] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
const keyOf = async (pair: typeof first, kid: string) => ({
  ...(await exportJWK(pair.publicKey)),
  kid,
  alg: 'RS256',
});
const document = {
  issuer,
  authorization_endpoint: 'https://login.example/oauth2/authorize',
  token_endpoint: 'https://login.example/oauth2/token',
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  end_session_endpoint: 'https://login.example/logout',
};

/** An issuer whose answers a test may change while it runs. */
function standIn(change: object = {}) {
  const asked: string[] = [];
  const answers = { document: { ...document, ...change }, keys: [] as object[], status: 200 };
  const fetchDocument: FetchDocument = async (url) => {
    asked.push(url);
    const body = url === document.jwks_uri ? { keys: answers.keys } : answers.document;
    return Response.json(body, { status: answers.status });
  };
  return { asked, answers, fetchDocument };
}

function createRemoteIssuer(name: string, fetchDocument: FetchDocument) {
  const endpoints = createDiscovery(name, fetchDocument);
  return { endpoints, ...createIssuerKeys(endpoints, fetchDocument) };
}

function verifierOf(getKey: IssuerKeys['getKey']) {
  return createBearerVerifier({
    issuer,
    audience: 'vinh-danh-api',
    clientIds: [],
    getKey,
    now: () => instantOf(nowMs),
  });
}

/** Each another one: a token that was just verified is not verified again. */
async function token(pair = first, kid = 'first'): Promise<string> {
  const claims = {
    iss: issuer,
    sub: person,
    aud: 'vinh-danh-api',
    exp: nowMs / 1000 + 60,
    jti: randomUUID(),
  };
  return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(pair.privateKey)}`;
}

describe('an issuer that is known by its name', () => {
  it('says in its document where it answers; it is read once, however many ask', async () => {
    const { asked, fetchDocument } = standIn();
    const remote = createRemoteIssuer(issuer, fetchDocument);

    const [one] = await Promise.all([remote.endpoints(), remote.endpoints()]);
    expect(one).toEqual({
      authorizationEndpoint: document.authorization_endpoint,
      tokenEndpoint: document.token_endpoint,
      jwksUri: document.jwks_uri,
      endSessionEndpoint: document.end_session_endpoint,
    });
    await remote.endpoints();
    expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`]);
  });

  it('is asked again after it could not answer', async () => {
    const { asked, answers, fetchDocument } = standIn();
    answers.status = 503;
    const remote = createRemoteIssuer(issuer, fetchDocument);

    await expect(remote.endpoints()).rejects.toThrow(StoreUnavailable);
    await remote.warm();
    answers.status = 200;
    expect((await remote.endpoints()).tokenEndpoint).toBe(document.token_endpoint);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['of another issuer', { issuer: 'https://other.example' }],
    ['that leads away from https', { token_endpoint: 'http://login.example/token' }],
    ['without keys', { jwks_uri: undefined }],
  ])('is not believed by a document %s', async (_name, change) => {
    const remote = createRemoteIssuer(issuer, standIn(change).fetchDocument);
    await expect(remote.endpoints()).rejects.toThrow();
    await expect(remote.endpoints()).rejects.not.toThrow(StoreUnavailable);
  });

  it('needs https in its name, but on loopback', async () => {
    const { fetchDocument } = standIn({ issuer: 'http://127.0.0.1:9' });
    await expect(createRemoteIssuer('http://issuer.example', fetchDocument).endpoints()).rejects.toThrow();
    const own = await createRemoteIssuer('http://127.0.0.1:9', fetchDocument).endpoints();
    expect(own.jwksUri).toBe(document.jwks_uri);
  });
});

describe('its keys', () => {
  it('are fetched once for many tokens, before the first one where that is wanted', async () => {
    const { asked, answers, fetchDocument } = standIn();
    answers.keys = [await keyOf(first, 'first')];
    const remote = createRemoteIssuer(issuer, fetchDocument);
    await remote.warm();
    const verify = verifierOf(remote.getKey);

    await Promise.all([verify(await token()), verify(await token())]);
    expect(await verify(await token())).toEqual({ subject: person });
    expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`, document.jwks_uri]);
  });

  it('are fetched again for a key nobody knows, at most every half minute, and forgotten after ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { asked, answers, fetchDocument } = standIn();
      answers.keys = [await keyOf(first, 'first')];
      const verify = verifierOf(createRemoteIssuer(issuer, fetchDocument).getKey);
      await verify(await token());
      answers.keys = [await keyOf(second, 'second')];

      await expect(verify(await token(second, 'second'))).rejects.toThrow('TokenInvalid');
      vi.setSystemTime(Date.now() + 31_000);
      expect(await verify(await token(second, 'second'))).toEqual({ subject: person });
      await expect(verify(await token(first, 'first'))).rejects.toThrow('TokenInvalid');
      const before = asked.length;
      vi.setSystemTime(Date.now() + 601_000);
      await verify(await token(second, 'second'));
      expect(asked.length).toBe(before + 1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that can not be had are no fault of the token: trying again later is right', async () => {
    const { answers, fetchDocument } = standIn();
    const remote = createRemoteIssuer(issuer, fetchDocument);
    await remote.endpoints();
    answers.status = 500;

    await expect(verifierOf(remote.getKey)(await token())).rejects.toThrow(StoreUnavailable);
  });

  it('are those of one issuer only', async () => {
    const other = createLocalJWKSet({ keys: [await keyOf(second, 'first')] });
    await expect(verifierOf(other)(await token())).rejects.toThrow('TokenInvalid');
  });
});
