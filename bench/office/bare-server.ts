import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

/** The least that answers a request as the program does: its own server and router, and nothing behind them. */
const app = new Hono()
  .get('/', (c) => c.text('there'))
  .post('/', async (c) => c.json({ said: await c.req.json<unknown>() }));
const listener = getRequestListener(app.fetch);
createServer((request, response) => {
  void listener(request, response);
}).listen(Number(process.argv[2]), '127.0.0.1');
