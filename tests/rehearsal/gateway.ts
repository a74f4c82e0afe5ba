import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { AssetFunction } from './asset-function.ts';
import { serve, type Answer, type StandIn } from './json-service.ts';
import type { Verdict } from './jwt-authorizer.ts';

/** A route of the HTTP API as the template has it: `ANY /api/{proxy+}`, `GET /api/openapi.json`, `$default`. */
export interface GatewayRoute {
  readonly key: string;
  readonly target: Pick<AssetFunction, 'invoke'>;
  /** Its authorizer, shown the header of a request; absent where anybody may ask. */
  readonly guard?: (header: string | undefined) => Promise<Verdict>;
}

const responseSchema = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

const turnedAway: Readonly<Record<Exclude<Verdict, 'letIn'>, Answer>> = {
  unauthorized: { status: 401, body: '{"message":"Unauthorized"}' },
  forbidden: { status: 403, body: '{"message":"Forbidden"}' },
};

/**
 * An HTTP API on loopback: requests become version 2.0 events, answers become responses.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function serveGateway(routes: readonly GatewayRoute[]): Promise<StandIn> {
  const matchers = routes.map((route) => ({ route, ...matcherOf(route.key) })).sort(mostPreciseFirst);
  return serve(async (request, body) => {
    const url = new URL(request.url ?? '/', `http://${String(request.headers.host)}`);
    const found = matchers.find(({ matches }) => matches(request.method ?? 'GET', url.pathname));
    if (found === undefined) return { status: 404, body: '{"message":"Not Found"}' };
    const { route } = found;
    const verdict = (await route.guard?.(request.headers.authorization)) ?? 'letIn';
    if (verdict !== 'letIn') return turnedAway[verdict];
    try {
      return answerOf(
        responseSchema.parse(await route.target.invoke(eventOf(route.key, request, url, body))),
      );
    } catch (error) {
      // What the gateway says of a function that failed: https://repost.aws/knowledge-center/api-gateway-internal-server-error
      return {
        status: 500,
        body: `{"message":"Internal Server Error","was":${JSON.stringify(String(error))}}`,
      };
    }
  });
}

interface Matcher {
  /** A full match before a greedy one, a greedy one before `$default`. */
  readonly precision: number;
  readonly matches: (method: string, path: string) => boolean;
}

function matcherOf(key: string): Matcher {
  if (key === '$default') return { precision: 0, matches: () => true };
  const [method = 'ANY', path = '/'] = key.split(' ');
  const greedy = path.includes('+}');
  const pattern = path
    .replaceAll('.', String.raw`\.`)
    .replaceAll(/\{[^}]+\+\}/g, '.+')
    .replaceAll(/\{[^}]+\}/g, '[^/]+');
  const expression = new RegExp(`^${pattern}$`);
  const exact = method === 'ANY' ? 0 : 1;
  return {
    precision: (greedy ? 1 : 3) + exact,
    matches: (asked, at) => (method === 'ANY' || method === asked) && expression.test(at),
  };
}

const mostPreciseFirst = (one: Matcher, other: Matcher): number => other.precision - one.precision;

function eventOf(routeKey: string, request: IncomingMessage, url: URL, body: Buffer): object {
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name !== 'cookie')
      .map(([name, value]) => [name, [value].flat().join(',')]),
  );
  const { cookie, 'x-forwarded-for': seen = [] } = request.headers;
  headers['x-forwarded-for'] = [seen, '127.0.0.1'].flat().join(', ');
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...(url.search === '' ? {} : { queryStringParameters: Object.fromEntries(url.searchParams) }),
    requestContext: {
      accountId: '111122223333',
      apiId: 'rehearsal',
      domainName: url.hostname,
      domainPrefix: 'rehearsal',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: 'rehearsal',
      routeKey,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    ...(body.length === 0 ? {} : { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}

function answerOf(response: z.infer<typeof responseSchema>): Answer {
  const { statusCode, headers, cookies, body, isBase64Encoded } = response;
  const said = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return {
    status: statusCode,
    headers: { ...said, ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }) },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
