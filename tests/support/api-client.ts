import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { personIdSchema } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import { createApi, type ApiOptions } from '#shared/http/create-api.ts';
import type { Problem } from '#shared/http/problem.ts';
import type { Ports } from '#shared/ports.ts';

/** The real API over the ports of a test; a bearer token is the bare id of a person. */
export function createTestApi(ports: Ports, more: Partial<ApiOptions> = {}): Hono {
  return createApi({
    ports,
    routes: allApiRoutes,
    verifyBearer: async (authorization) => {
      if (authorization === undefined) throw new Refusal('TokenMissing');
      return { subject: personIdSchema.parse(authorization.replace('Bearer ', '')) };
    },
    ...more,
  });
}

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** One request of a person, or of nobody. Acts get a key of their own unless one is named. */
export async function ask(
  api: Hono,
  who: { readonly id: string } | undefined,
  path: string,
  { method = 'GET', body, key = randomUUID(), headers = {} }: Asked = {},
): Promise<Answered> {
  const response = await api.request(path, {
    method,
    headers: {
      ...(who === undefined ? {} : { authorization: `Bearer ${who.id}` }),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
      ...headers,
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

export const problemIn = (answered: Answered) => answered.body as Problem;
