import type { z } from 'zod';
import type { PersonId } from '#shared/domain/id.ts';
import type { CaseAct, CeremonyAct, ListAct, OfficeAct } from '#shared/domain/permission.ts';
import type { RefusalCode } from '#shared/domain/refusal.ts';
import type { Ports } from '#shared/ports.ts';
import type { ActRequest } from '#shared/use-cases/request.ts';
import { readParts } from './read-parts.ts';

/**
 * One row of the route table. The app serves it, OpenAPI describes it, the permission walk tests it: a route that is
 * not a row does not exist.
 */
export interface ApiRoute extends Omit<RouteSpec<Shape, Shape, Shape>, 'run'> {
  /** Parses what was sent and does what the route is for. @throws Refusal */
  readonly answer: (sent: SentRequest) => Promise<Reply>;
}

export type Method = 'GET' | 'POST' | 'PATCH';

/**
 * Who may. What names an act is looked up in shared/domain/permission.ts; `reads` are decided by
 * shared/use-cases/who-reads.ts. The use case decides, this says which rule it asks.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'reads'; readonly what: 'case' | 'sealedCase' | 'list' | 'file' | 'ceremony' | 'ownOffice' }
  | { readonly kind: 'caseAct'; readonly act: CaseAct }
  | { readonly kind: 'listAct'; readonly act: ListAct }
  | { readonly kind: 'officeAct'; readonly act: OfficeAct }
  | { readonly kind: 'ceremonyAct'; readonly act: CeremonyAct };

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export interface Answer {
  readonly description: string;
  /** Absent where the answer has no JSON body. */
  readonly schema?: z.ZodType;
}

type Shape = z.ZodObject;

export interface RouteSpec<Params extends Shape, Query extends Shape, Body extends Shape> {
  readonly method: Method;
  /** As Hono writes it: `/api/cases/:id`. */
  readonly path: string;
  readonly summary: Text;
  readonly tag: string;
  readonly access: Access;
  readonly params: Params;
  /** What is refused when the path names nothing: an id that can't be one is as unknown as one that isn't there. */
  readonly unknown: RefusalCode;
  readonly query: Query;
  readonly body: Body;
  /** What an invalid body is refused with. */
  readonly invalid: RefusalCode;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Settles something: asks for an Idempotency-Key, and a retry gets the first answer. */
  readonly act: boolean;
  readonly ifMatch: 'required' | 'optional' | 'none';
  /** Counted by client, to keep guessing slow. */
  readonly limited: boolean;
  readonly run: (
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Reply>;
}

/** What the edge took from the request before a route parses its own parts. */
export interface SentRequest {
  readonly ports: Ports;
  /** Absent on public routes only. */
  readonly person: PersonId | undefined;
  readonly key: string;
  readonly bodyHash: string;
  readonly ifVersion: number | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A parsed request. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  readonly ports: Ports;
  /** @throws Refusal TokenMissing on a public route */
  readonly person: PersonId;
  readonly request: ActRequest;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

export interface Reply {
  readonly status: 200 | 201 | 204 | 303;
  readonly body?: object;
  /** Version of what is shown or was changed: the ETag. */
  readonly version?: number;
  readonly location?: string;
}

type Left = 'params' | 'query' | 'body' | 'unknown' | 'invalid' | 'act' | 'ifMatch' | 'limited';
export const routeDefaults = {
  unknown: 'RouteNotFound',
  invalid: 'InputInvalid',
  act: false,
  ifMatch: 'none',
  limited: false,
} as const satisfies Partial<Pick<RouteSpec<Shape, Shape, Shape>, Left>>;

/** Closes over the schemas of one route, so that the table holds rows of one type. */
export function route<Params extends Shape, Query extends Shape, Body extends Shape>(
  spec: RouteSpec<Params, Query, Body>,
): ApiRoute {
  const { run, ...row } = spec;
  return {
    ...row,
    answer: async (sent) => run({ ...callOf(sent), ...readParts(spec, sent) }),
  };
}

const nobody = '';
