import { Hono, type Context } from 'hono';
import { requestId } from 'hono/request-id';
import { Refusal } from '#shared/domain/refusal.ts';
import type { Ports } from '#shared/ports.ts';
import type { Bearer } from './bearer.ts';
import { createTokenBuckets, guessesPerMinute, type RateLimiter } from './rate-limit.ts';
import type { ApiRoute } from './route.ts';
import { problemResponse, serveRoute, type Answered, type Edge } from './serve-route.ts';
import { noRequirement, type SigningRequirement } from './strength.ts';

export interface ApiOptions {
  readonly ports: Ports;
  /** `createBearerVerifier(…)`. */
  readonly verifyBearer: (authorization: string | undefined) => Promise<Bearer>;
  /** What a token must say of its sign-in before an act that signs; nothing by default. */
  readonly signing?: SigningRequirement;
  /** For routes that strangers may guess at; 20 a minute and client by default. */
  readonly limiter?: RateLimiter;
  /** The address a request came from. Where a home can't tell, all clients share one bucket. */
  readonly clientOf?: (context: Context) => string;
  /** For a log of requests; told after each answer. */
  readonly onAnswer?: (answered: Answered) => void;
  /** `allApiRoutes`, or those of them that a process needs now. */
  readonly routes: readonly ApiRoute[];
}

/** Everything under /api, nothing beside it. Nothing flies out of it: every fault is answered as a problem. */
export function createApi(options: ApiOptions): Hono {
  const { ports, routes } = options;
  const edge: Edge = {
    ports,
    verifyBearer: options.verifyBearer,
    signing: options.signing ?? noRequirement,
    limiter: options.limiter ?? createTokenBuckets(ports.clock, guessesPerMinute),
    clientOf: options.clientOf ?? (() => 'all'),
    onAnswer: options.onAnswer ?? (() => undefined),
  };
  const app = new Hono();
  app.use('/api/*', requestId({ limitLength: 64 }));
  app.use('/api/*', async (context, next) => {
    await next();
    context.header('x-request-id', context.get('requestId'));
    for (const [name, value] of headersOf(ports.publicUrl)) context.header(name, value);
  });
  for (const route of routes) app.on(route.method, route.path, (context) => serveRoute(edge, route, context));
  app.all('/api/*', (context) =>
    problemResponse(edge, '/api/*', context, strayRefusal(routes, context.req.path)),
  );
  return app;
}

/** An API answer is for its asker alone and is never a page. */
function headersOf(publicUrl: string): [string, string][] {
  return [
    ['cache-control', 'no-store'],
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ...(publicUrl.startsWith('https://')
      ? [['strict-transport-security', 'max-age=31536000'] satisfies [string, string]]
      : []),
  ];
}

function strayRefusal(routes: readonly ApiRoute[], path: string): Refusal {
  const here = routes.filter((route) => matches(route.path, path)).map((route) => route.method);
  if (here.length === 0) return new Refusal('RouteNotFound');
  const allow = [...here, ...(here.includes('GET') ? ['HEAD'] : [])].sort().join(', ');
  return new Refusal('MethodNotAllowed', { allow });
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}
