import { beforeAll, describe, expect, it } from 'vitest';
import { personIdSchema } from '#shared/domain/id.ts';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import type { Strength } from '#shared/http/strength.ts';
import { ask, createTestApi, problemIn } from '#tests/support/api-client.ts';
import { createPermissionWorld, type PermissionWorld } from '#tests/support/permission-world.ts';

const signing = { acr: ['two-factors'], amr: [] };
let world: PermissionWorld;
beforeAll(async () => {
  world = await createPermissionWorld();
});

function apiOf(strength: Strength, required = signing) {
  return createTestApi(world.ports, {
    signing: required,
    verifyBearer: async (authorization) => ({
      subject: personIdSchema.parse(authorization?.replace('Bearer ', '')),
      ...strength,
    }),
  });
}

describe('acts that count as a signature', () => {
  it('are signing, numbering and concluding, and nothing else', () => {
    const paths = allApiRoutes.filter(({ signs }) => signs).map(({ path }) => path);
    expect(paths.sort()).toEqual([
      '/api/decisions/:id/issue',
      '/api/decisions/:id/issue-signed-outside',
      '/api/decisions/:id/sign',
      '/api/letters/:id/issue',
      '/api/letters/:id/issue-signed-outside',
      '/api/letters/:id/sign',
      '/api/opinion-requests/:id/issue',
      '/api/opinion-requests/:id/issue-signed-outside',
      '/api/opinion-requests/:id/sign',
      '/api/sessions/:id/conclude',
    ]);
  });

  it('SignInTooWeak: a token of one factor, told what to ask the issuer for', async () => {
    const { id, hash, signer } = world.letters.closed;
    const weak = apiOf({ acr: 'one-factor' });
    const refused = await ask(weak, signer, `/api/letters/${id}/sign`, { method: 'POST', body: { hash } });

    expect(refused.status).toBe(403);
    const problem = problemIn(refused);
    expect(problem).toMatchObject({ code: 'SignInTooWeak', details: signing, retry: false });
    expect([problem.texts.vi, problem.texts.en]).toEqual([
      expect.stringContaining('hai yếu tố'),
      expect.stringContaining('second factor'),
    ]);
  });

  it('are done with a token that says enough, or where the home asks nothing; the rest never asks', async () => {
    const { closed } = world.letters;
    const read = await ask(apiOf({}), closed.signer, `/api/letters/${closed.id}`);
    expect(read.status).toBe(200);
    const strong = apiOf({ acr: 'two-factors' });
    const body = { hash: closed.hash };
    const signed = await ask(strong, closed.signer, `/api/letters/${closed.id}/sign`, {
      method: 'POST',
      body,
    });
    expect(signed.status).toBe(200);

    const { id, hash, signer } = world.decisions.closed;
    const lenient = apiOf({}, { acr: [], amr: [] });
    const done = await ask(lenient, signer, `/api/decisions/${id}/sign`, { method: 'POST', body: { hash } });
    expect(done.status).toBe(200);
  });
});
