import { explanationSchema } from '#shared/domain/law/explanation.ts';
import { z } from 'zod';
import { refusals, type RefusalCode } from '#shared/domain/refusal.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import type { Access, ApiRoute } from './route.ts';

type Described = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of the route table. What a schema can't say (who may) stands in words and in `x-access`. */
export function describeApi(routes: readonly ApiRoute[]): Described {
  const paths: Record<string, Record<string, Described>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vinh Danh',
      version: '1',
      description:
        'Award nominations and model proposals, from a ward to the day of the ceremony. Refusals are problems (RFC 9457) with a stable code, Vietnamese and English text, and the fields they are about.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operationOf(route: ApiRoute): Described {
  const { summary, tag, access, method } = route;
  return {
    operationId: operationId(route),
    summary: summary.en,
    description: `${summary.vi}. ${accessText(access)}`,
    tags: [tag],
    'x-access': access,
    security: access.kind === 'public' ? [] : [{ bearer: [] }],
    parameters: parametersOf(route),
    ...(method === 'GET' ? {} : { requestBody: bodyOf(route.body) }),
    responses: { ...answersOf(route), ...problemsOf(route) },
  };
}

/** `post-cases-id-not-recommend`. */
function operationId({ method, path }: ApiRoute): string {
  const words = path
    .split('/')
    .slice(2)
    .map((part) => part.replace(':', '').replace('.json', ''));
  return [method.toLowerCase(), ...words].join('-');
}

function accessText(access: Access): string {
  switch (access.kind) {
    case 'public':
      return 'For everybody.';
    case 'signedIn':
      return 'For whoever is signed in.';
    case 'reads':
      return `For those who may read the ${readTexts[access.what]}.`;
    case 'founder':
      return 'For the administrator for whom the empty home was made.';
    case 'attaches':
      return 'For those who may attach files to the case or list.';
    case 'caseAct':
    case 'listAct':
    case 'officeAct':
    case 'ceremonyAct':
      return `The act ${access.act} of the permission table.`;
  }
}

const readTexts = {
  case: 'case',
  sealedCase: 'sealed case as one who handles it',
  list: 'list',
  file: 'case or list that the file belongs to',
  ceremony: 'ceremony',
  roots: 'daily roots: auditors',
  figures: 'what their organisations read: numbers of it; any post there but a council member’s',
  ownOffice: 'records of an organisation where they hold a post',
} as const;

function parametersOf(route: ApiRoute): Described[] {
  return [
    ...partParameters(route.params, 'path'),
    ...partParameters(route.query, 'query'),
    ...(route.act ? [idempotencyKeyParameter] : []),
    ...(route.ifMatch === 'none' ? [] : [{ ...ifMatchParameter, required: route.ifMatch === 'required' }]),
  ];
}

function partParameters(part: z.ZodObject, place: 'path' | 'query'): Described[] {
  const fields = new Map<string, z.core.$ZodType>(Object.entries(part.shape));
  return [...fields].map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(schema, undefined).success,
    schema: schemaOf(schema, 'input'),
  }));
}

const idempotencyKeyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'New for each act. The same key with the same body gets the first answer again; with another body it is refused.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_:./-]{1,100}$' },
};
const ifMatchParameter = {
  name: 'If-Match',
  in: 'header',
  description: 'The ETag that was seen: the act is refused when the record has changed since.',
  schema: { type: 'string', pattern: '^"[0-9]+"$' },
};

function bodyOf(body: z.ZodObject): Described {
  const required = !body.safeParse({}).success;
  return { required, content: { 'application/json': { schema: schemaOf(body, 'input') } } };
}

function answersOf(route: ApiRoute): Record<string, Described> {
  const described = Object.entries(route.answers).map(
    ([status, { description, schema }]): [string, Described] => [
      status,
      {
        description,
        ...(schema === undefined
          ? {}
          : { content: { 'application/json': { schema: schemaOf(schema, 'output') } } }),
      },
    ],
  );
  return Object.fromEntries(described);
}

/** Codes that the edge itself may refuse a route with; those of the act stand in the catalogue of refusals. */
function problemsOf(route: ApiRoute): Record<string, Described> {
  const open = route.access.kind === 'public';
  const codes: RefusalCode[] = [
    ...(open ? [] : (['TokenMissing', 'TokenMalformed', 'TokenExpired', 'TokenInvalid'] as const)),
    ...(route.method === 'GET' ? [] : (['BodyNotJson', 'BodyTooLarge', 'MediaTypeUnsupported'] as const)),
    ...(route.act ? (['IdempotencyKeyMissing', 'IdempotencyKeyReused'] as const) : []),
    ...(route.ifMatch === 'none' ? [] : (['EditStale'] as const)),
    ...(route.ifMatch === 'required' ? (['IfMatchMissing'] as const) : []),
    ...(route.limited ? (['TooManyRequests'] as const) : []),
    ...(route.signs ? (['SignInTooWeak'] as const) : []),
    ...(open ? [] : (['InputInvalid'] as const)),
    ...(route.unknown === 'RouteNotFound' ? [] : [route.unknown]),
    'StoreBusy',
    'StorageFailing',
    'InternalError',
  ];
  const statuses = [...new Set(codes.map((code) => refusals[code].status))].sort((one, other) => one - other);
  const described = statuses.map((status): [string, Described] => [
    String(status),
    {
      description: codes.filter((code) => refusals[code].status === status).join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries([...described, ['default', anyProblem]]);
}

const anyProblem = {
  description: 'Any other refusal of the act.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const texts = z.object({ vi: z.string(), en: z.string() });
const problemSchema = schemaOf(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(refusals)),
    detail: z.string().describe('In the language that was asked for.'),
    texts,
    retry: z.boolean().describe('Whether the very same request may succeed later.'),
    faults: z
      .array(
        texts.extend({
          field: z
            .string()
            .describe(
              'Path in what was sent (`content.birthYear`), `id` of the address, a header, `body`, `path` or `method`; or the part of the record that stands in the way (`minutes`).',
            ),
          code: z.string(),
          limit: z.union([z.string(), z.number()]).optional(),
        }),
      )
      .describe('What is wrong with which field; none where it is about who asks, or about the system.'),
    details: z.record(z.string(), z.unknown()),
    explanations: z
      .array(explanationSchema)
      .optional()
      .describe('Of what rules refuse: each with what was read, where it stands and how to mend it.'),
    requestId: z.string().optional(),
  }),
  'output',
);

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. What comes in knows no field but those named; what goes out may grow. */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Described {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === civilDateSchema) jsonSchema.format = 'date';
      if (!(zodSchema instanceof z.ZodObject)) return;
      if (io === 'input') jsonSchema.additionalProperties = false;
      else delete jsonSchema.additionalProperties;
    },
  });
  return described;
}
