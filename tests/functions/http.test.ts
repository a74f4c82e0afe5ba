import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { createHttpLog } from '#functions/http-log.ts';
import { clientOf, handleHttp } from '#functions/http.ts';
import { alarm } from '#functions/log.ts';
import { createLazyApp } from '#functions/lazy-app.ts';
import { allRoutes, routeGroups } from '#functions/api/route-groups.ts';
import { pageGroups } from '#functions/web/page-groups.ts';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import { httpEvent } from '#tests/support/lambda.ts';
import { createTestPorts } from '#tests/support/small-world.ts';
import { allPages } from '#web/all-pages.ts';
import { demoPages } from '#web/pages/demo-routes.tsx';

const mirror = new Hono();
mirror.all('/mirror', async (c) =>
  c.json({
    method: c.req.method,
    url: c.req.url,
    cookie: c.req.header('cookie'),
    name: c.req.header('x-name'),
    body: await c.req.text(),
  }),
);
mirror.get('/cookies', (c) => {
  c.header('set-cookie', 'one=1; Path=/', { append: true });
  c.header('set-cookie', 'two=2; Path=/', { append: true });
  return c.html('<p>Sở Dầu</p>');
});
mirror.get('/font', (c) => c.body(new Uint8Array([0, 255, 1]), 200, { 'content-type': 'font/woff2' }));
mirror.get('/style', (c) => c.body('p{}', 200, { 'content-type': 'text/css; charset=utf-8' }));
mirror.get('/problem', (c) => c.body('{}', 404, { 'content-type': 'application/problem+json' }));
mirror.get('/away', (c) => c.redirect('/cases', 303));
const handler = handleHttp(mirror);

describe('a request behind the HTTP API', () => {
  it('comes with its query, its cookies and its body, plain or in base64', async () => {
    const plain = await handler(
      httpEvent('POST', '/mirror?a=1&b=%C3%A0', { body: 'xã', cookies: ['vd=1', 'vd-lang=vi'] }),
    );
    expect(JSON.parse(plain.body ?? '')).toEqual({
      method: 'POST',
      url: 'https://origin.vinhdanh.example/mirror?a=1&b=%C3%A0',
      cookie: 'vd=1; vd-lang=vi',
      body: 'xã',
    });
    const encoded = { body: Buffer.from('xã').toString('base64'), isBase64Encoded: true };
    expect(JSON.parse((await handler(httpEvent('PATCH', '/mirror', encoded))).body ?? '')).toMatchObject({
      body: 'xã',
    });
  });

  it('may not bring down what reads it: headers that are none, a body where none belongs', async () => {
    const headers = { 'x-name': 'Hà\ud800\n' };
    const answer = await handler(httpEvent('GET', '/mirror', { headers, body: 'ignored' }));
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ name: 'H%C3%A0%EF%BF%BD%0A', body: '' });
    expect((await handler(httpEvent('HEAD', '/style'))).body).toBe('');
  });
});

describe('a path', () => {
  const echo = new Hono().all('*', (c) => c.text(new URL(c.req.url).pathname));
  const pathOf = async (rawPath: string) => {
    const { statusCode, body } = await handleHttp(echo)({ ...httpEvent('GET', '/'), rawPath });
    return statusCode === 200 ? body : statusCode;
  };

  it.each([
    ['/assets/%2e%2e/sign-in'],
    ['/assets/../sign-in'],
    ['/assets/.%2E/sign-in'],
    ['/api/follow/..'],
    ['/assets/./app.css'],
  ])('%j is nobody’s: it leads elsewhere than to what routed and kept it on its way', async (path) => {
    expect(await pathOf(path)).toBe(404);
  });

  it.each([
    ['/assets/..\\sign-in', '/assets/..%5Csign-in'],
    ['/assets/.\t./sign-in', '/assets/.%09./sign-in'],
    ['/assets/..\u0001', '/assets/..%01'],
    ['/follow/A?B#C', '/follow/A%3FB%23C'],
    ['/follow/à ấ%2F.', '/follow/%C3%A0%20%E1%BA%A5%2F.'],
    ['/follow/...', '/follow/...'],
  ])('%j stays one, whatever stands in it', async (path, same) => {
    expect(await pathOf(path)).toBe(same);
  });
});

describe('an answer', () => {
  it('gives each cookie by itself', async () => {
    const answer = await handler(httpEvent('GET', '/cookies'));
    expect(answer).toMatchObject({
      statusCode: 200,
      cookies: ['one=1; Path=/', 'two=2; Path=/'],
      body: '<p>Sở Dầu</p>',
      isBase64Encoded: false,
    });
    expect(Object.keys(answer.headers ?? {})).not.toContain('set-cookie');
  });

  it.each([
    ['/font', 'AP8B', true],
    ['/style', 'p{}', false],
    ['/problem', '{}', false],
    ['/away', '', false],
  ])('%s is %j', async (path, body, isBase64Encoded) => {
    expect(await handler(httpEvent('GET', path))).toMatchObject({ body, isBase64Encoded });
  });
});

describe('the client that a request is counted by', () => {
  it.each([
    ['203.0.113.7, 130.176.0.1', '203.0.113.7'],
    ['10.0.0.1, whatever, 203.0.113.7, 130.176.0.1', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
    ['', ''],
  ])('of %j is %j: what CloudFront saw, not what the client claims', async (forwarded, client) => {
    const app = new Hono();
    app.get('/', (c) => c.text(clientOf(c)));
    const answer = await app.request('/', { headers: { 'x-forwarded-for': forwarded } });
    expect(await answer.text()).toBe(client);
  });
});

describe('an app in parts', () => {
  it('loads a part when it is first asked for, once, and the rest for everything else', async () => {
    const loaded: string[] = [];
    const part = (name: string) => async () => {
      loaded.push(name);
      return new Hono().all('*', (c) => c.text(name));
    };
    const app = createLazyApp('/api/', { cases: part('cases'), lists: part('lists') }, part('rest'));
    const ask = async (path: string) => (await app.fetch(new Request(`https://x${path}`))).text();

    expect(await Promise.all(['/api/cases', '/api/cases/1/submit', '/api/cases?x=1'].map(ask))).toEqual(
      Array(3).fill('cases'),
    );
    expect(await ask('/api/openapi.json')).toBe('rest');
    expect(await ask('/api/')).toBe('rest');
    expect(loaded).toEqual(['cases', 'rest']);
  });

  it('asks again for a part that could not be loaded', async () => {
    let tries = 0;
    const app = createLazyApp('/', {}, async () => {
      tries += 1;
      if (tries === 1) throw new Error('the disk');
      return new Hono().all('*', (c) => c.text('here'));
    });
    await expect(app.fetch(new Request('https://x/'))).rejects.toThrow('the disk');
    expect(await (await app.fetch(new Request('https://x/'))).text()).toBe('here');
  });
});

describe('the groups', () => {
  it('of routes hold every route of the API under its first word', async () => {
    for (const route of allApiRoutes) {
      const load = routeGroups[route.path.split('/')[2] ?? ''] ?? allRoutes;
      expect([route.path, (await load()).includes(route)]).toEqual([route.path, true]);
    }
    const words = new Set(allApiRoutes.map(({ path }) => path.split('/')[2]));
    expect(Object.keys(routeGroups).filter((word) => !words.has(word))).toEqual([]);
  });

  it('of pages hold every page but those of the demo under its first word', async () => {
    const options = {
      ports: await createTestPorts(),
      assets: { stylesheet: '/app.css', script: '/app.js' },
      issuerOrigin: 'https://issuer.example',
      readSignIn: async () => undefined,
    };
    const words = new Set<string>();
    for (const group of allPages.filter((one) => one !== demoPages)) {
      for (const { path } of group(options).routes) {
        const word = path.split('/')[1] ?? '';
        words.add(word);
        expect([path, (await pageGroups[word]?.())?.includes(group)]).toEqual([path, true]);
      }
    }
    expect(Object.keys(pageGroups).sort()).toEqual([...words].sort());
  });
});

describe('a line of log', () => {
  it('is JSON with level, time and service; an alarm is told by its code', () => {
    const lines: unknown[] = [];
    const log = createHttpLog(
      { LOG_LEVEL: 'INFO', POWERTOOLS_SERVICE_NAME: 'api' },
      () => '2026-11-22T05:00:00.000Z',
      (line) => lines.push(JSON.parse(line)),
    );
    log.info('Answered', { status: 200 });
    log.alarm('InternalError', { requestId: 'r' });

    const usual = { timestamp: '2026-11-22T05:00:00.000Z', service: 'api' };
    expect(lines).toEqual([
      { ...usual, level: 'INFO', message: 'Answered', status: 200 },
      { ...usual, level: 'ERROR', message: 'InternalError', requestId: 'r', alarm: 'InternalError' },
    ]);
  });

  it('of Powertools has the alarm in the same place', () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    alarm('EffectsParked', { record: 'CASE#1' });
    vi.restoreAllMocks();
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { level: 'ERROR', alarm: 'EffectsParked', record: 'CASE#1' },
    ]);
  });

  it('is left out where only what is wrong is wanted', () => {
    const lines: string[] = [];
    const settings = { LOG_LEVEL: 'warn', POWERTOOLS_SERVICE_NAME: 'api' };
    const log = createHttpLog(
      settings,
      () => '',
      (line) => lines.push(line),
    );
    log.info('Answered', {});
    log.error('PageFailed', {});
    expect(lines).toHaveLength(1);
  });
});
