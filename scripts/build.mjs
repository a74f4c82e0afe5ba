// Builds .build/: the bundled server (JSX does not run unbuilt), and what browsers fetch.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildPublic } from './public.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = `${root}.build/`;

// Some bundled packages are CommonJS and call `require` for Node's own modules.
const requireBanner = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`;

async function bundleServer() {
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'local/main.ts', serve: 'local/serve.ts', season: 'local/season.ts' },
    splitting: true,
    chunkNames: 'chunk-[hash]',
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    banner: { js: requireBanner },
    logLevel: 'warning',
  });
}

const [, styles] = await Promise.all([bundleServer(), buildPublic(`${out}public/`)]);
console.log(styles);
