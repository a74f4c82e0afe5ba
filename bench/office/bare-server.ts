import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

/** The least that answers a request as the program does: its own server and router, and nothing behind them. */
const app = new Hono().post('/', async (c) => c.json({ said: await c.req.json<unknown>() }));
const listener = getRequestListener(app.fetch);
const server = createServer((request, response) => {
  void listener(request, response);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(server.address());
});
process.once('disconnect', () => process.exit(0));
