import { badFile, unzipOffice } from './office-zip.ts';
import { readTags, type Attributes } from './read-tags.ts';
import type { TextRows } from './read-xlsx.ts';

const body = 'word/document.xml';

/** A table of Word has 63 columns at most. */
const mostColumns = 63;

/**
 * The tables of a .docx file, in their order; a table in a cell is words of that cell, and what was struck out with changes
 * tracked is none. A cell over several columns stands in the first of them, one over several rows in each.
 * @see ECMA-376 Part 1, 17.4 (w:tbl, w:tr, w:tc, w:gridSpan, w:vMerge)
 * @throws Refusal InputInvalid `file`, as `unzipOffice`
 */
export async function readDocx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly TextRows[]> {
  const document = unzipOffice(bytes, (path) => path === body)[body];
  if (document === undefined) throw badFile('notAnOfficeFile');
  const reading = new TableReading();
  readTags(document, {
    open: (name, attributes) => reading.open(name, attributes),
    close: (name) => reading.close(name),
    text: (text) => reading.say(text),
  });
  return reading.tables;
}

/** What was read so far of one outermost table. */
class TableReading {
  readonly tables: string[][][] = [];
  #depth = 0;
  #row: string[] = [];
  #cell = '';
  #span = 1;
  #goesOn = false;
  #inText = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'tbl') {
      this.#depth += 1;
      if (this.#depth === 1) this.tables.push([]);
    } else if (name === 't') this.#inText = this.#depth > 0;
    else if (name === 'tab' || name === 'br' || name === 'cr') this.#cell += ' ';
    else if (this.#depth === 1) this.#openOfTable(name, attributes);
  }

  #openOfTable(name: string, attributes: Attributes): void {
    const value = attributes['w:val'];
    if (name === 'tr') this.#row = [];
    else if (name === 'tc') [this.#cell, this.#span, this.#goesOn] = ['', 1, false];
    else if (name === 'gridSpan') this.#span = Number(value);
    else if (name === 'gridBefore') this.#row.push(...blanks(Number(value)));
    else if (name === 'vMerge') this.#goesOn = value !== 'restart';
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'p' && this.#depth > 0) this.#cell += ' ';
    if (name === 'tbl') this.#depth -= 1;
    if (this.#depth !== 1) return;
    if (name === 'tc') this.#row.push(this.#saidInCell(), ...blanks(this.#span - 1));
    else if (name === 'tr') this.tables.at(-1)?.push(this.#row);
  }

  /** Of a cell that goes on from above what was said there. */
  #saidInCell(): string {
    const own = this.#cell.replaceAll(/\s+/g, ' ').trim();
    return this.#goesOn && own === '' ? (this.tables.at(-1)?.at(-1)?.[this.#row.length] ?? '') : own;
  }

  say(text: string): void {
    if (this.#inText) this.#cell += text;
  }
}

const blanks = (count: number): string[] =>
  Array.from({ length: Math.min(mostColumns, Math.max(0, count || 0)) }, () => '');
