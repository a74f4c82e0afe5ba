import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PageContext } from './visit.ts';

/** Sends a whole page; personal data stays in no cache. */
export async function show(
  c: PageContext,
  page: Child,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  c.header('cache-control', 'no-store');
  return c.html(await html`<!doctype html>${page}`, status);
}
