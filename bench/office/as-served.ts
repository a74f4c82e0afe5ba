import { readFileSync } from 'node:fs';
import { z } from 'zod';

const packageSchema = z.object({ scripts: z.object({ serve: z.string() }) });
const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const { serve } = packageSchema.parse(JSON.parse(text)).scripts;

/** What Node is told where `npm run serve` starts the program. */
export const servedFlags: readonly string[] = serve
  .slice(serve.lastIndexOf('node ') + 'node '.length, serve.lastIndexOf(' .build/serve.js'))
  .split(' ');
