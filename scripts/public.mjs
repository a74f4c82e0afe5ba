// Stylesheet, script, fonts, and the manifest that maps a stable name to the hashed file.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compile } from 'sass';

const root = fileURLToPath(new URL('../', import.meta.url));
const subsets = ['vietnamese', 'latin-ext', 'latin'];
const weights = [400, 700];

/** Nothing is deleted: a server that is already running goes on serving its own stylesheet. */
export async function buildPublic(folder) {
  await mkdir(`${folder}fonts/`, { recursive: true });
  const [css, js] = await Promise.all([compileStyles(), bundleScript(), copyFonts(folder)]);
  const files = { 'app.css': hashed('css', css), 'app.js': hashed('js', js) };
  await Promise.all(Object.values(files).map(({ name, text }) => writeFile(`${folder}${name}`, text)));
  const manifest = Object.fromEntries(Object.entries(files).map(([stable, { name }]) => [stable, name]));
  await writeFile(`${folder}manifest.json`, `${JSON.stringify(manifest)}\n`);
  return Object.values(files).map(sizeText).join('\n');
}

const hashed = (kind, text) => ({
  name: `app-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.${kind}`,
  text,
});

const sizeText = ({ name, text }) =>
  `${name}: ${kilobytes(text.length)} kB, ${kilobytes(gzipSync(text, { level: 9 }).length)} kB gzip`;

async function compileStyles() {
  const { css } = compile(`${root}web/styles/main.scss`, {
    loadPaths: [`${root}node_modules`],
    quietDeps: true,
    style: 'compressed',
  });
  return css;
}

/** One file, for browsers of the last five years: what is older gets the pages without it. */
async function bundleScript() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['web/script/main.ts'],
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

async function copyFonts(folder) {
  const source = `${root}node_modules/@fontsource/be-vietnam-pro/files/`;
  const names = subsets.flatMap((subset) =>
    weights.map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
  );
  await Promise.all(names.map((name) => copyFile(`${source}${name}`, `${folder}fonts/${name}`)));
}

export function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
