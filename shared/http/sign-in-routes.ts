import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '#shared/domain/refusal.ts';
import type { SignInFlow } from './sign-in.ts';

/** One field. Strangers reach this route: no more is ever read of them. */
const maxSignOutBytes = 16_384;
const smallBody = bodyLimit({
  maxSize: maxSignOutBytes,
  onError: () => {
    throw new Refusal('BodyTooLarge');
  },
});

/** GET /sign-in, GET /signed-in, POST /sign-out. */
export function signInRoutes(flow: SignInFlow): Hono {
  const app = new Hono();
  app.get('/sign-in', (c) => flow.begin(c.req.raw));
  app.get('/signed-in', (c) => flow.finish(c.req.raw));
  app.post('/sign-out', smallBody, async (c) => {
    const { csrf } = await c.req.parseBody();
    return flow.end(c.req.raw, typeof csrf === 'string' ? csrf : undefined);
  });
  return app;
}
