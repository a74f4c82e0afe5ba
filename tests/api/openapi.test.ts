import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { refusals } from '#shared/domain/refusal.ts';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import { describeApi } from '#shared/http/openapi.ts';
import { ask, createTestApi } from '#tests/support/api-client.ts';
import { createPermissionWorld } from '#tests/support/permission-world.ts';
import { probesOf, type Probe } from '#tests/support/permission-probes.ts';

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.strictObject({ schema }));
const operationSchema = z.strictObject({
  operationId: z.string().regex(/^[a-z0-9-]+$/),
  summary: z.string().min(1),
  description: z.string().min(1),
  tags: z.array(z.string()).length(1),
  'x-access': z.looseObject({ kind: z.string() }),
  security: z.array(z.strictObject({ bearer: z.array(z.never()) })).max(1),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string().optional(),
      schema,
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^([2345]\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
});

/** What OpenAPI 3.1 demands of the parts that we use; nothing else may stand in it. */
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().regex(/^\/api\/[^:]*$/),
    z.partialRecord(z.enum(['get', 'post', 'patch']), operationSchema),
  ),
  components: z.strictObject({
    schemas: z.record(z.string(), schema),
    securitySchemes: z.strictObject({
      bearer: z.looseObject({ type: z.literal('http'), scheme: z.literal('bearer') }),
    }),
  }),
});

const document = documentSchema.parse(JSON.parse(JSON.stringify(describeApi(allApiRoutes))));
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    path,
    name: `${method.toUpperCase()} ${path}`,
    operation,
  })),
);

/** Every value of `$ref` anywhere inside. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$ref' ? [String(inner)] : refsIn(inner),
  );
}

describe('the description of the API', () => {
  it('is what the API serves to everybody', async () => {
    const { ports } = await createPermissionWorld();
    const answered = await ask(createTestApi(ports), undefined, '/api/openapi.json');
    expect(documentSchema.parse(answered.body)).toEqual(document);
  });

  it('has every route of the table once, each under a name of its own', () => {
    const named = allApiRoutes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(({ name }) => name).sort()).toEqual(named.sort());
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    const tags = new Set(operations.flatMap(({ operation }) => operation.tags));
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...tags].sort());
  });

  it('names each part of each path, and points nowhere that is not there', () => {
    for (const { path, operation } of operations) {
      const named = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(named.every(({ required }) => required)).toBe(true);
      expect(named.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(Object.keys(operation.responses).some((status) => /^[23]/.test(status))).toBe(true);
    }
    expect([...new Set(refsIn(document))]).toEqual(['#/components/schemas/Problem']);
    const { code } = z
      .object({ properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }) })
      .parse(document.components.schemas['Problem']).properties;
    expect(code.enum).toEqual(Object.keys(refusals));
  });

  it('asks acts for an Idempotency-Key, edits for If-Match, and all but the public for a token', () => {
    for (const { path, name, operation } of operations) {
      const headers = operation.parameters.filter((parameter) => parameter.in === 'header');
      const required = headers.filter((header) => header.required).map((header) => header.name);
      const settlesNothing = [
        ...['/reveal', '/notices/read', '/preview'],
        ...['/nominations/check', '/past-decisions/check'],
      ].some((end) => path.endsWith(end));
      expect(required.includes('Idempotency-Key')).toBe(!name.startsWith('GET') && !settlesNothing);
      expect(required.includes('If-Match')).toBe(name.startsWith('PATCH'));
      expect(operation.security.length === 0).toBe(operation['x-access'].kind === 'public');
    }
  });
});

describe('the described bodies', () => {
  let probes: Readonly<Record<string, Probe>>;
  beforeAll(async () => {
    probes = probesOf(await createPermissionWorld());
  });

  it('are those that are taken, and know no other field', () => {
    const described = operations.filter(({ operation }) => operation.requestBody !== undefined);
    expect(described.length).toBeGreaterThan(50);
    for (const { name, operation } of described) {
      const body = probes[name.replace(/\{(\w+)\}/g, ':$1')]?.body ?? {};
      const taken = z.fromJSONSchema(operation.requestBody?.content['application/json']?.schema ?? {});
      expect(taken.safeParse(body).error).toBeUndefined();
      expect(taken.safeParse({ ...body, strange: 1 }).success).toBe(false);
      expect(taken.safeParse({}).success).toBe(operation.requestBody?.required === false);
    }
  });
});
