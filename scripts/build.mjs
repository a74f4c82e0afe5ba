// Builds .build/: the bundled server (JSX does not run unbuilt), the stylesheet, the fonts, and the manifest
// that maps a stable name to the hashed file.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compile } from 'sass';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = `${root}.build/`;
const publicFolder = `${out}public/`;
const fontFolder = `${publicFolder}fonts/`;

const subsets = ['vietnamese', 'latin-ext', 'latin'];
const weights = [400, 700];

// Some bundled packages are CommonJS and call `require` for Node's own modules.
const requireBanner = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`;

async function bundleServer() {
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'local/main.ts', season: 'local/season.ts' },
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

async function compileStyles() {
  const { css } = compile(`${root}web/styles/main.scss`, {
    loadPaths: [`${root}node_modules`],
    quietDeps: true,
    style: 'compressed',
  });
  const name = `app-${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`;
  await writeFile(`${publicFolder}${name}`, css);
  await writeFile(`${publicFolder}manifest.json`, `${JSON.stringify({ 'app.css': name })}\n`);
  console.log(
    `${name}: ${kilobytes(css.length)} kB, ${kilobytes(gzipSync(css, { level: 9 }).length)} kB gzip`,
  );
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

async function copyFonts() {
  const source = `${root}node_modules/@fontsource/be-vietnam-pro/files/`;
  const names = subsets.flatMap((subset) =>
    weights.map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
  );
  await Promise.all(names.map((name) => copyFile(`${source}${name}`, `${fontFolder}${name}`)));
}

// Nothing is deleted: a server that is already running goes on serving its own stylesheet.
await mkdir(fontFolder, { recursive: true });
await Promise.all([bundleServer(), compileStyles(), copyFonts()]);
