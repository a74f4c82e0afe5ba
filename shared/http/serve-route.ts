import type { Context } from 'hono';
import { Refusal } from '#shared/domain/refusal.ts';
import type { PersonId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import type { Bearer } from './bearer.ts';
import type { RateLimiter } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import { bodyHashOf, etag, idempotencyKey, ifVersion } from './request-headers.ts';
import type { ApiRoute, Reply } from './route.ts';
import { requireStrength, type SigningRequirement } from './strength.ts';

export interface Edge {
  readonly ports: Ports;
  /** @throws Refusal TokenMissing, TokenMalformed, TokenExpired, TokenInvalid */
  readonly verifyBearer: (authorization: string | undefined) => Promise<Bearer>;
  readonly signing: SigningRequirement;
  readonly limiter: RateLimiter;
  /** Who sent it, as far as counting requests goes: an address. */
  readonly clientOf: (context: Context) => string;
  /** An answered request; no address, no query, nothing of bodies or tokens. */
  readonly onAnswer: (answered: Answered) => void;
}

export interface Answered {
  readonly requestId: string;
  readonly method: string;
  /** The route's own path, never the one that was asked: ids and codes stay out of logs. */
  readonly path: string;
  readonly status: number;
  readonly code?: string;
}

/** One request from first byte to answer: body, person, headers, then the route itself. */
export async function serveRoute(edge: Edge, route: ApiRoute, context: Context): Promise<Response> {
  try {
    const response = replyResponse(await route.answer(await readRequest(edge, route, context)));
    tell(edge, route.path, context, { status: response.status });
    return response;
  } catch (error) {
    return await problemResponse(edge, route.path, context, error);
  }
}

async function readRequest(edge: Edge, route: ApiRoute, context: Context) {
  const request = context.req.raw;
  if (route.limited) limit(edge, context);
  const body = route.method === 'GET' ? { value: {}, canonical: '' } : await readBody(request);
  const person = await personOf(edge, route, request);
  return {
    ports: edge.ports,
    person,
    key: idempotencyKey(request.headers, route.act),
    bodyHash: bodyHashOf(route.method, context.req.path, body.canonical),
    ifVersion: ifVersion(request.headers, route.ifMatch),
    params: context.req.param(),
    query: context.req.query(),
    body: body.value,
  };
}

async function personOf(edge: Edge, route: ApiRoute, request: Request): Promise<PersonId | undefined> {
  if (route.access.kind === 'public') return undefined;
  const bearer = await edge.verifyBearer(request.headers.get('authorization') ?? undefined);
  if (route.signs) requireStrength(bearer, edge.signing);
  return bearer.subject;
}

function limit({ limiter, clientOf }: Edge, context: Context): void {
  const { allowed, retryAfterSeconds } = limiter.take(clientOf(context));
  if (!allowed) throw new Refusal('TooManyRequests', { retryAfterSeconds });
}

function replyResponse({ status, body, version, location }: Reply): Response {
  const headers = new Headers();
  if (version !== undefined) headers.set('etag', etag(version));
  if (location !== undefined) headers.set('location', location);
  if (body === undefined) return new Response(null, { status, headers });
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(body), { status, headers });
}

/**
 * Every way of saying no. What nobody foresaw is told to people who can look at it, and to the asker only by its id.
 * The texts of all refusals are loaded with the first one.
 */
export async function problemResponse(
  edge: Edge,
  path: string,
  context: Context,
  error: unknown,
): Promise<Response> {
  const { languageOf, problemOf, refusalOf } = await import('./problem.ts');
  const { explainRefusal } = await import('#shared/use-cases/rules/explain-refusal.ts');
  const requestId = context.get('requestId');
  const known = refusalOf(error);
  if (known === undefined) {
    const { name, at } = placeOf(error);
    edge.ports.alarm('InternalError', { requestId, method: context.req.method, path, error: name, at });
  }
  const refusal =
    known === undefined ? new Refusal('InternalError') : await explainRefusal(edge.ports, known);
  const problem = problemOf(refusal, languageOf(context.req.header('accept-language')), requestId);
  tell(edge, path, context, { status: problem.status, code: refusal.code });
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    ...headersOf(refusal, problem),
  });
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function tell(edge: Edge, path: string, context: Context, answer: Pick<Answered, 'status' | 'code'>): void {
  edge.onAnswer({ requestId: context.get('requestId'), method: context.req.method, path, ...answer });
}

function headersOf(
  { code, details }: Refusal,
  { status, retry }: { status: number; retry: boolean },
): Record<string, string> {
  if (status === 401)
    return { 'www-authenticate': code === 'TokenMissing' ? 'Bearer' : 'Bearer error="invalid_token"' };
  if (code === 'MethodNotAllowed') return { allow: String(details['allow']) };
  if (code === 'TooManyRequests') return { 'retry-after': String(details['retryAfterSeconds']) };
  // Somebody has to go to the machine first.
  if (code === 'StorageFailing') return { 'retry-after': '30' };
  return retry && status !== 500 ? { 'retry-after': '1' } : {};
}

/** Name of the error and the lines of code it came through; its message may quote what was sent. */
function placeOf(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  const lines = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    name: error.name,
    at: lines
      .slice(0, 5)
      .map((line) => line.trim())
      .join(' < '),
  };
}
