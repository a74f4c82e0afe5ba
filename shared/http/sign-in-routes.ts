import { Hono } from 'hono';
import type { SignInFlow } from './sign-in.ts';

/** GET /sign-in, GET /signed-in, POST /sign-out. */
export function signInRoutes(flow: SignInFlow): Hono {
  const app = new Hono();
  app.get('/sign-in', (c) => flow.begin(c.req.raw));
  app.get('/signed-in', (c) => flow.finish(c.req.raw));
  app.post('/sign-out', async (c) => {
    const { csrf } = await c.req.parseBody();
    return flow.end(c.req.raw, typeof csrf === 'string' ? csrf : undefined);
  });
  return app;
}
