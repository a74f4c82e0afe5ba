// Stylesheet, fonts, and the manifest that maps a stable name to the hashed file.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compile } from 'sass';

const root = fileURLToPath(new URL('../', import.meta.url));
const subsets = ['vietnamese', 'latin-ext', 'latin'];
const weights = [400, 700];

/** Nothing is deleted: a server that is already running goes on serving its own stylesheet. */
export async function buildPublic(folder) {
  await mkdir(`${folder}fonts/`, { recursive: true });
  const [[name, css]] = await Promise.all([compileStyles(folder), copyFonts(folder)]);
  return `${name}: ${kilobytes(css.length)} kB, ${kilobytes(gzipSync(css, { level: 9 }).length)} kB gzip`;
}

async function compileStyles(folder) {
  const { css } = compile(`${root}web/styles/main.scss`, {
    loadPaths: [`${root}node_modules`],
    quietDeps: true,
    style: 'compressed',
  });
  const name = `app-${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`;
  await writeFile(`${folder}${name}`, css);
  await writeFile(`${folder}manifest.json`, `${JSON.stringify({ 'app.css': name })}\n`);
  return [name, css];
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
