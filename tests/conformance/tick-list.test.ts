import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentenceOf, type Line } from './behaviour.ts';
import { pages, type PageName } from './pages.ts';
import { topics } from './topics.ts';

const lines = Object.values(topics).flat();

function markOf(line: Line): string {
  if ('does' in line) return '☑';
  return 'refuses' in line ? '☐' : '≠';
}

function rowOf(line: Line): string {
  const read = [pages[line.page].read, line.beside].filter(Boolean).join(', ');
  return `| ${markOf(line)} | ${sentenceOf(line)} | [${line.page}] | ${read} |`;
}

const readme = readFileSync(new URL('../../workflows/README.md', import.meta.url), 'utf8').split('\n');

describe('the tick list of workflows/README.md', () => {
  it('names what the suite holds the interpreter to, in the same words and order, with the same pages', () => {
    const wanted = Object.entries(topics).flatMap(([topic, all]) => [`### ${topic}`, ...all.map(rowOf)]);

    expect(readme.filter((text) => /^### |^\| [☑☐≠]/.test(text))).toEqual(wanted);
  });

  it('says where each page is', () => {
    const cited = new Set(lines.map((line) => line.page));

    expect(readme.filter((text) => /^\[.*\]: /.test(text))).toEqual(
      Object.entries(pages).flatMap(([name, { url }]) =>
        cited.has(name as PageName) ? [`[${name}]: ${url}`] : [],
      ),
    );
  });

  it('says nothing twice, and nothing that is not tried', () => {
    const sentences = lines.map(sentenceOf);

    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
    const untried = lines.filter((line) =>
      'refuses' in line ? line.flows.length === 0 : Object.keys(line.cases).length === 0,
    );
    expect(untried.map(sentenceOf)).toEqual([]);
  });
});
