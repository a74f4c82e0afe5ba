import { z } from 'zod';
import type { PersonId } from '#shared/domain/id.ts';
import type { CaseAct, CeremonyAct, ListAct, OfficeAct } from '#shared/domain/permission.ts';
import { Refusal, type RefusalCode } from '#shared/domain/refusal.ts';
import type { Ports } from '#shared/ports.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { readPart } from './read-part.ts';

/**
 * Who may. What names an act is looked up in shared/domain/permission.ts, `reads` are decided by
 * shared/use-cases/who-reads.ts. The use case decides; this says which rule it asks.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | {
      readonly kind: 'reads';
      readonly what: 'case' | 'sealedCase' | 'list' | 'file' | 'ceremony' | 'ownOffice' | 'roots' | 'figures';
    }
  /** Whoever may attach to the case or list of the file. */
  | { readonly kind: 'attaches' }
  | { readonly kind: 'caseAct'; readonly act: CaseAct }
  | { readonly kind: 'listAct'; readonly act: ListAct }
  | { readonly kind: 'officeAct'; readonly act: OfficeAct }
  /** For whom an empty home was made. */
  | { readonly kind: 'founder' }
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

/** What is said of a route beside its code. */
export interface RouteFacts<Params extends Shape, Query extends Shape, Body extends Shape> {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** As Hono writes it: `/api/cases/:id`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: Text;
  readonly access: Access;
  readonly params: Params;
  /** The refusal when the path names nothing: an id that can't be one is as unknown as one that isn't there. */
  readonly unknown: RefusalCode;
  readonly query: Query;
  readonly body: Body;
  /** The refusal when the body is not what it should be. */
  readonly invalid: RefusalCode;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Settles something: asks for an Idempotency-Key, and a retry gets the first answer. */
  readonly act: boolean;
  readonly ifMatch: 'required' | 'optional' | 'none';
  /** Counted by client, to keep guessing slow. */
  readonly limited: boolean;
  /** Counts as a signature: refused where the sign-in is too weak for that. */
  readonly signs: boolean;
}

/**
 * One row of the route table. The app serves it, OpenAPI describes it, the permission walk tests it: a route that is
 * no row does not exist.
 */
export interface ApiRoute extends RouteFacts<Shape, Shape, Shape> {
  /** Parses what was sent and does what the route is for. @throws Refusal */
  readonly answer: (sent: SentRequest) => Promise<Reply>;
}

/** What the edge took from a request before its route parses its own parts. */
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

export interface PublicCall<Params> {
  readonly ports: Ports;
  readonly params: Params;
}

/** A parsed request of somebody. */
export interface Call<Params, Query, Body> extends PublicCall<Params> {
  readonly person: PersonId;
  readonly request: ActRequest;
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

export const none = z.object({});

const usual = {
  unknown: 'RouteNotFound',
  invalid: 'InputInvalid',
  act: false,
  ifMatch: 'none',
  limited: false,
  signs: false,
} as const;
type Usual = keyof typeof usual;

type Given<Params extends Shape, Query extends Shape, Body extends Shape> = Omit<
  RouteFacts<Params, Query, Body>,
  Usual
> &
  Partial<Pick<RouteFacts<Params, Query, Body>, Usual>>;

/** Closes over the schemas of one route, so that the table holds rows of one type. */
export function route<Params extends Shape, Query extends Shape, Body extends Shape>(
  facts: Given<Params, Query, Body>,
  run: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Reply>,
): ApiRoute {
  const row = { ...usual, ...facts };
  return {
    ...row,
    answer: async ({ ports, person, key, bodyHash, ifVersion, ...sent }) => {
      if (person === undefined) throw new Refusal('TokenMissing');
      const request = { person, key, bodyHash, ...(ifVersion === undefined ? {} : { ifVersion }) };
      const params = readPart(facts.params, sent.params, row.unknown);
      const query = readPart(facts.query, sent.query, 'InputInvalid');
      const body = readPart(facts.body, sent.body, row.invalid);
      return run({ ports, person, request, params, query, body });
    },
  };
}

/** A route that asks nobody who they are. */
export function publicRoute<Params extends Shape>(
  facts: Pick<
    Given<Params, Shape, Shape>,
    'path' | 'tag' | 'summary' | 'params' | 'unknown' | 'answers' | 'limited'
  >,
  run: (call: PublicCall<z.output<Params>>) => Promise<Reply>,
): ApiRoute {
  const row = { ...usual, ...facts };
  return {
    ...row,
    method: 'GET',
    access: { kind: 'public' },
    query: none,
    body: none,
    answer: async ({ ports, params }) => run({ ports, params: readPart(facts.params, params, row.unknown) }),
  };
}
