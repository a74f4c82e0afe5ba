import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item } from '#shared/ports.ts';
import { compareKeys, itemOf, lineOf } from './item-line.ts';
import { readLines, writePart } from './parts.ts';

export interface Line {
  readonly item: Item;
  /** As lineOf writes it. */
  readonly text: string;
}

export interface SortedLines {
  readonly count: number;
  /** Once. */
  readonly lines: () => AsyncIterable<Line>;
}

export interface SortOptions {
  /** Where runs are put while they wait to be merged; they are gone once all lines were read. */
  readonly folder: string;
  /** Text of a run, which is held in memory. */
  readonly runBytes?: number | undefined;
}

const defaultRunBytes = 16 * 1024 * 1024;

/** A table gives its items in an order of its own. What doesn't fit in memory is sorted by runs, and the runs merged. */
export async function sortByKey(
  batches: AsyncIterable<readonly Item[]>,
  { folder, runBytes = defaultRunBytes }: SortOptions,
): Promise<SortedLines> {
  const runs: string[] = [];
  let held: Line[] = [];
  let heldBytes = 0;
  let count = 0;
  for await (const items of batches) {
    for (const item of items) {
      const line = { item, text: lineOf(item) };
      held.push(line);
      heldBytes += line.text.length;
      count += 1;
    }
    if (heldBytes < runBytes) continue;
    runs.push(await spill(join(folder, `run-${runs.length}.jsonl`), held));
    held = [];
    heldBytes = 0;
  }
  const last = held.sort(byKey);
  return { count, lines: () => merged([...runs.map(readRun), fromMemory(last)]) };
}

const byKey = (one: Line, other: Line): number => compareKeys(one.item, other.item);

async function spill(path: string, lines: Line[]): Promise<string> {
  await writePart(path, textsOf(lines.sort(byKey)));
  return path;
}

function* textsOf(lines: readonly Line[]): Generator<string> {
  for (const { text } of lines) yield `${text}\n`;
}

async function* readRun(path: string): AsyncGenerator<Line> {
  for await (const { text } of readLines(path)) yield { item: itemOf(text), text };
  await rm(path);
}

async function* fromMemory(lines: readonly Line[]): AsyncGenerator<Line> {
  yield* lines;
}

/** Few runs are open at once, so the least of their heads is found by looking at each. */
async function* merged(runs: readonly AsyncIterator<Line>[]): AsyncGenerator<Line> {
  const heads = await Promise.all(runs.map((run) => run.next()));
  while (true) {
    let least: { readonly line: Line; readonly index: number } | undefined;
    for (const [index, head] of heads.entries()) {
      if (head.done === true) continue;
      if (least === undefined || byKey(head.value, least.line) < 0) least = { line: head.value, index };
    }
    if (least === undefined) return;
    yield least.line;
    const next = await runs[least.index]?.next();
    if (next !== undefined) heads[least.index] = next;
  }
}
