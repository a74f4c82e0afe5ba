import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';

const types: Readonly<Record<string, string>> = { '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2' };

/** Stylesheet and fonts, by names that change with their contents: kept by browsers for a year. */
export function createAssets(folder: string): Hono {
  const app = new Hono();
  app.get('/assets/:file{[A-Za-z0-9./-]+}', async (c) => {
    const file = c.req.param('file');
    const type = types[extname(file)];
    if (type === undefined || file.includes('..')) return c.notFound();
    try {
      const bytes = await readFile(join(folder, file));
      return c.body(bytes, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      });
    } catch {
      return c.notFound();
    }
  });
  return app;
}

const manifestSchema = z.object({ 'app.css': z.string() });

export async function stylesheetPath(folder: string): Promise<string> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return `/assets/${manifest['app.css']}`;
}
