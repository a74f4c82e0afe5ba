import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { law } from '#shared/regimes/shipped.ts';

const root = new URL('../../../', import.meta.url);
const sources = ['shared', 'web', 'workflows']
  .flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true }))
  .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
  .map((file) => `${file.parentPath}/${file.name}`);
/** Routes name the figures that their steps' days come from; the figures' own files read nothing. */
const reading = sources.filter((path) => !path.includes('/regimes/') || path.includes('/regimes/routes/'));
const text = reading.map((path) => readFileSync(path, 'utf8')).join('\n');

/** Beginnings with what is put in: `ballot.${form}`. */
const beginnings = [...text.matchAll(/`([a-zA-Z]+\.[\w.]*)\$\{/g)].map(([, beginning = '']) => beginning);

const isNamed = (key: string): boolean =>
  text.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning));

it.each(law.data.figures.map(({ key }) => key))(
  '%s, which an office may set, is read by something',
  (key) => {
    expect(isNamed(key)).toBe(true);
  },
);
