import { Hono } from 'hono';
import { z } from 'zod';

/** Reads one file of the folder that the build wrote; throws where there is none. */
export type ReadAsset = (file: string) => Promise<Uint8Array<ArrayBuffer>>;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

/** Stylesheet, script and fonts, by names that change with their contents: kept by browsers for a year. */
export function createAssets(read: ReadAsset): Hono {
  const app = new Hono();
  app.get('/assets/:file{[A-Za-z0-9./-]+}', async (c) => {
    const file = c.req.param('file');
    const type = types[file.split('.').at(-1) ?? ''];
    if (type === undefined || file.includes('..')) return c.notFound();
    try {
      return c.body(await read(file), 200, {
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

const manifestSchema = z.object({ 'app.css': z.string(), 'app.js': z.string() });

/** Paths of what every page loads. */
export interface PageAssets {
  readonly stylesheet: string;
  readonly script: string;
}

export async function pageAssets(read: ReadAsset): Promise<PageAssets> {
  const manifest = manifestSchema.parse(
    JSON.parse(Buffer.from(await read('manifest.json')).toString('utf8')),
  );
  return { stylesheet: `/assets/${manifest['app.css']}`, script: `/assets/${manifest['app.js']}` };
}
