import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Files } from '#shared/ports.ts';
import { publicCodeFrom } from '#shared/domain/public-code.ts';
import { keys } from '#shared/records/keys.ts';
import { jsonProtocol, serve, type StandIn } from '#tests/rehearsal/json-service.ts';
import { freePort } from '#tests/support/free-port.ts';
import { changeOf, httpEvent, lambdaContext, settings } from '#tests/support/lambda.ts';
import {
  createDynamoTable,
  engineMissing,
  startEngine,
  type DynamoTable,
} from '#tests/support/dynamo-table.ts';
import { buildFunctions, functionEntries, type AssetSizes } from '../../scripts/build-functions.mjs';

/** The assets that the stacks take, loaded and called as Lambda would. */

const names = Object.keys(functionEntries);
const out = mkdtempSync(join(tmpdir(), 'vd-assets-'));
const record = 'CASE#01Z00000000000000000000001';
const carried = { record, generation: 1 };

let sizes: Readonly<Record<string, AssetSizes>>;
let table: Pick<DynamoTable, 'endpoint' | 'name' | 'close'>;
let services: StandIn;
const resumed: unknown[] = [];
/** How a client that exchanged a code said who it is. */
const clients: unknown[] = [];
const clientSecret = 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:client';
const logged: string[] = [];
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  sizes = await buildFunctions(out);
  services = await serve((request, body) => {
    if (request.url === '/token') {
      clients.push(request.headers.authorization);
      return { status: 400, body: '{"error":"invalid_grant"}' };
    }
    return request.method === 'GET'
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(discovery()) }
      : jsonProtocol({
          SendTaskSuccess: async (input) => {
            resumed.push(input);
            return {};
          },
          GetSecretValue: async ({ SecretId }) => ({
            SecretString: SecretId === clientSecret ? 'said:by the issuer' : '',
          }),
        })(request, body);
  });
  closing.push(() => services.close());
  if (engineMissing === undefined) {
    const engine = await startEngine();
    table = await createDynamoTable(engine);
    closing.push(
      () => table.close(),
      () => engine.stop(),
    );
  } else {
    table = { endpoint: `http://127.0.0.1:${await freePort()}`, name: 'nowhere', close: () => undefined };
  }
}, 120_000);
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(out, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  logged.length = 0;
});

const discovery = () => ({
  issuer: services.url,
  authorization_endpoint: `${services.url}/authorize`,
  token_endpoint: `${services.url}/token`,
  jwks_uri: `${services.url}/keys`,
  end_session_endpoint: `${services.url}/logout`,
});

type Handler = (event: unknown, context: typeof lambdaContext) => Promise<unknown>;
const loaded = new Map<string, Promise<Handler>>();

/** Starts cold once under each environment. @param more another environment than that of the table above */
async function load(
  name: string,
  more: Record<string, string> = {},
): Promise<(event: unknown) => Promise<unknown>> {
  const environment = {
    ...settings,
    TABLE_NAME: table.name,
    POWERTOOLS_SERVICE_NAME: name,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ENDPOINT_URL_SFN: services.url,
    OIDC_ISSUER: services.url,
    ...more,
  };
  for (const [setting, value] of Object.entries(environment)) vi.stubEnv(setting, value);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  }
  const key = JSON.stringify([name, more]);
  const start = loaded.get(key) ?? importHandler(name);
  loaded.set(key, start);
  const handler = await start;
  return (event) => handler(event, lambdaContext);
}

/** A query makes it another module, as another cold start would. */
async function importHandler(name: string): Promise<Handler> {
  const { href } = pathToFileURL(join(out, 'functions', name, 'handler.mjs'));
  const start = (await import(/* @vite-ignore */ `${href}?${String(loaded.size)}`)) as { handler: Handler };
  return start.handler;
}

const invoke = async (name: string, event: unknown): Promise<unknown> => (await load(name))(event);
/** What CloudWatch reads out of the log. */
const metrics = (): unknown[] =>
  logged.filter((line) => line.includes('"_aws"')).map((line): unknown => JSON.parse(line));
const answerOf = (answer: unknown) => answer as APIGatewayProxyStructuredResultV2;
const ask = async (name: 'api' | 'web', method: string, path: string) =>
  answerOf(await invoke(name, httpEvent(method, path)));

/** Of the chunks that are called so. */
const bytesOf = (name: string, chunk: string): number =>
  readdirSync(join(out, 'functions', name))
    .filter((file) => file.startsWith(chunk))
    .reduce((sum, file) => sum + statSync(join(out, 'functions', name, file)).size, 0);

describe('every asset', () => {
  it('is a folder with a handler, its chunks, and no source map; only web brings what browsers fetch', () => {
    expect(readdirSync(join(out, 'functions')).sort()).toEqual([...names].sort());
    for (const name of names) {
      const files = readdirSync(join(out, 'functions', name));
      expect(files).toContain('handler.mjs');
      expect(files.filter((file) => !file.endsWith('.mjs'))).toEqual(name === 'web' ? ['public'] : []);
    }
  });

  it('loads little at a cold start: the API less than 200 kB, compressed', () => {
    expect(sizes['api']?.coldStart.gzip).toBeLessThan(200_000);
    // What lies on the disk until a request needs it grows with each route and with the law, and never by a package unseen.
    expect(sizes['api']?.whole.gzip).toBeLessThan(475_000);
    expect(sizes['web']?.whole.gzip).toBeLessThan(685_000);
  });

  it('brings nothing that it never reads, and nothing of a service that it is not told of', () => {
    // Twice as much would be zod with all of its locales: somebody imported it in another way.
    for (const name of names) expect(sizes[name]?.inputs['zod']).toBeLessThan(150_000);
    for (const name of names) {
      const all = readdirSync(join(out, 'functions', name)).join();
      for (const one of ['bowser', 'event-streams']) expect(bytesOf(name, one)).toBeLessThan(1_000);
      const answers = name === 'api' || name === 'web';
      const follows = ['effects', 'execution-ended', 'sweep'].includes(name);
      expect([name, all.includes('s3-files')]).toEqual([name, answers]);
      expect([name, all.includes('ses-mailer')]).toEqual([name, follows]);
      expect([name, all.includes('step-functions')]).toEqual([name, follows || name === 'await-turn']);
      expect(Object.keys(sizes[name]?.inputs ?? {}).join()).not.toMatch(/client-(s3|sfn|sesv2|secrets)/);
    }
  });
});

describe.runIf(engineMissing === undefined)('on a table', () => {
  it.each(['open-step', 'check-dates', 'open-phase', 'check-delivery'])(
    '%s answers a flow that carries what is not there: it was replaced',
    async (name) => {
      expect(await invoke(name, carried)).toEqual({ place: 'SUPERSEDED', turn: 0, wakeInSeconds: 1 });
      expect(metrics()).toMatchObject([{ [name]: 1, service: name }]);
    },
  );

  it('await-turn lets a replaced wait go on, by its token, which nobody writes down', async () => {
    const wait = { ...carried, turn: 3, wakeInSeconds: 60, token: 'token-of-the-wait' };
    expect(await invoke('await-turn', wait)).toBeUndefined();
    expect(resumed).toEqual([{ taskToken: 'token-of-the-wait', output: '{"look":"again"}' }]);
    expect(logged.join('')).not.toContain('token-of-the-wait');
  });

  it('effects, execution-ended and sweep find nothing left to do', async () => {
    const { pk, sk } = keys.pending(record);
    expect(await invoke('effects', { Records: [changeOf(pk, sk, '1')] })).toEqual({ batchItemFailures: [] });
    const detail = { status: 'FAILED', input: JSON.stringify(carried) };
    expect(await invoke('execution-ended', { detail })).toBeUndefined();
    expect(await invoke('sweep', {})).toEqual({ caughtUp: 0, restarted: 0, closed: 0 });
    expect(metrics()).toMatchObject([{ effects: 1 }, { 'execution-ended': 1 }, { sweep: 1, Restarted: 0 }]);
  });

  it('api answers strangers, asks for a token, and says what it does not know', async () => {
    expect(await ask('api', 'GET', '/api/follow/AAAA-BBBB-CCC')).toMatchObject({ statusCode: 404 });
    const missing = await ask('api', 'GET', '/api/me');
    expect(JSON.parse(missing.body ?? '')).toMatchObject({ code: 'TokenMissing', status: 401 });
    expect(missing.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8' });
    const described = await ask('api', 'GET', '/api/openapi.json');
    expect(JSON.parse(described.body ?? '')).toMatchObject({ openapi: '3.1.0' });
    const stray = await ask('api', 'DELETE', '/api/cases');
    expect(JSON.parse(stray.body ?? '')).toMatchObject({ code: 'MethodNotAllowed' });
    expect(JSON.parse((await ask('api', 'GET', '/api/nothing')).body ?? '')).toMatchObject({
      code: 'RouteNotFound',
    });
  });

  it('web shows its first page with stylesheet and fonts, and sends people to sign in', async () => {
    const first = await ask('web', 'GET', '/');
    expect(first.statusCode).toBe(200);
    expect(first.headers?.['content-security-policy']).toContain(
      `form-action 'self' ${services.url} https://vinh-danh-files.s3.ap-southeast-1.amazonaws.com;`,
    );
    const [, stylesheet = ''] = /href="(\/assets\/app-[0-9a-f]+\.css)"/.exec(first.body ?? '') ?? [];
    const style = await ask('web', 'GET', stylesheet);
    expect([style.statusCode, style.isBase64Encoded]).toEqual([200, false]);
    const font = await ask('web', 'GET', '/assets/fonts/be-vietnam-pro-latin-400-normal.woff2');
    expect(Buffer.from(font.body ?? '', 'base64')).toEqual(
      readFileSync(join(out, 'functions/web/public/fonts/be-vietnam-pro-latin-400-normal.woff2')),
    );
    expect((await ask('web', 'GET', '/assets/../handler.mjs')).statusCode).toBe(404);

    const inbox = await ask('web', 'GET', '/inbox');
    expect(inbox.headers?.['location']).toBe('/sign-in?returnTo=%2Finbox');
    const begun = await ask('web', 'GET', '/sign-in?returnTo=%2Finbox');
    expect(begun.statusCode).toBe(303);
    expect(begun.headers?.['location']).toMatch(new RegExp(`^${services.url}/authorize\\?.*client_id=web`));
    expect(begun.cookies?.[0]).toMatch(/^__Host-vd-attempt-/);
    expect((await ask('web', 'GET', '/no-such-page')).statusCode).toBe(404);
  });
});

describe('at an issuer that wants a secret of its client', () => {
  it('web reads it when a code is exchanged, and sends it along', async () => {
    const web = await load('web', {
      OIDC_CLIENT_SECRET_ARN: clientSecret,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: services.url,
    });
    const begun = answerOf(await web(httpEvent('GET', '/sign-in')));
    const state = new URL(String(begun.headers?.['location'])).searchParams.get('state') ?? '';
    const cookies = (begun.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');
    await web(httpEvent('GET', `/signed-in?code=abc&state=${state}`, { cookies }));
    const pair = Buffer.from('web:said%3Aby%20the%20issuer').toString('base64');
    expect(clients).toEqual([`Basic ${pair}`]);
  });
});

describe('without its table', () => {
  let refused: Record<string, string>;
  beforeAll(async () => {
    refused = { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${await freePort()}` };
  });

  it('a task fails by the name that its flow retries, and its log says no more than that', async () => {
    const handler = await load('open-step', refused);
    await expect(handler(carried)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(metrics()).toMatchObject([{ 'open-step': 0 }]);
    expect(logged.join('')).toContain('"error":"StoreUnavailable"');
    expect(logged.join('')).not.toContain('01Z0');
  });

  it('the API and the pages say that they are busy', async () => {
    const api = await load('api', refused);
    const code = publicCodeFrom(new Uint8Array(8));
    const answer = answerOf(await api(httpEvent('GET', `/api/follow/${code}`)));
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ code: 'StoreBusy', status: 503 });
    expect(logged.join('')).toContain('"status":503');
    expect(logged.join('')).not.toContain(code);

    const web = await load('web', refused);
    const cookies = [`__Host-vd=${'a'.repeat(43)}`];
    expect(await web(httpEvent('GET', '/inbox', { cookies }))).toMatchObject({ statusCode: 503 });
  });

  it('a batch comes again from its mark', async () => {
    const handler = await load('effects', refused);
    const { pk, sk } = keys.pending(record);
    expect(await handler({ Records: [changeOf(pk, sk, '7')] })).toEqual({
      batchItemFailures: [{ itemIdentifier: '7' }],
    });
  });
});

describe('the clients that are bundles of their own', () => {
  it('throw the very errors of the function that loads them, and parse its ids', async () => {
    await load('api', { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${await freePort()}` });
    const chunk = async (name: string): Promise<Record<string, unknown>> =>
      (await import(/* @vite-ignore */ join(out, 'functions', 'api', name))) as Record<string, unknown>;
    const { openS3Files } = (await chunk('s3-files.mjs')) as {
      openS3Files: (options: { bucket: string; publicUrl: string }) => Files;
    };
    const { StoreUnavailable } = await chunk('ports.mjs');
    const files = openS3Files({ bucket: 'vinh-danh-files', publicUrl: 'https://vinhdanh.example' });
    const error: unknown = await files
      .inspect('01Z00000000000000000000001')
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailable);
    await expect(files.inspect('../other')).rejects.toThrow('must match pattern');
  });
});
