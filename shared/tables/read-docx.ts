import { SaxesParser } from 'saxes';
import { Refusal } from '../domain/refusal.ts';
import { unzipOffice } from './office-zip.ts';
import type { TextRows } from './read-xlsx.ts';

const body = 'word/document.xml';

/**
 * The tables of a .docx file, in their order, those within cells left out. A cell over several columns stands in the first of
 * them, one over several rows in the uppermost.
 * @see ECMA-376 Part 1, 17.4 (w:tbl, w:tr, w:tc, w:gridSpan)
 * @throws Refusal InputInvalid `file`
 */
export async function readDocx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly TextRows[]> {
  const document = unzipOffice(bytes, (path) => path === body)[body];
  if (document === undefined) throw notOffice();
  const reading = new TableReading();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => reading.open(name, attributes));
  parser.on('closetag', ({ name }) => reading.close(name));
  parser.on('text', (text) => reading.say(text));
  try {
    parser.write(new TextDecoder().decode(document)).close();
  } catch {
    throw notOffice();
  }
  return reading.tables;
}

const notOffice = (): Refusal =>
  new Refusal('InputInvalid', {}, [{ field: 'file', code: 'notAnOfficeFile' }]);

/** What was read so far of one outermost table; a table in a cell is words of that cell. */
class TableReading {
  readonly tables: string[][][] = [];
  #depth = 0;
  #row: string[] = [];
  #cell = '';
  #span = 1;
  #inText = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:tbl') {
      this.#depth += 1;
      if (this.#depth === 1) this.tables.push([]);
    }
    if (this.#depth !== 1) {
      if (name === 'w:t') this.#inText = this.#depth > 0;
      return;
    }
    if (name === 'w:tr') this.#row = [];
    else if (name === 'w:tc') [this.#cell, this.#span] = ['', 1];
    else if (name === 'w:gridSpan') this.#span = Math.min(60, Number(attributes['w:val']) || 1);
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:tab' || name === 'w:br') this.#cell += ' ';
  }

  close(name: string): void {
    if (name === 'w:t') this.#inText = false;
    if (name === 'w:p' && this.#depth > 0) this.#cell += ' ';
    if (name === 'w:tbl') this.#depth -= 1;
    if (this.#depth !== 1) return;
    if (name === 'w:tc') {
      this.#row.push(this.#cell.trim(), ...Array.from({ length: this.#span - 1 }, () => ''));
    } else if (name === 'w:tr') this.tables.at(-1)?.push(this.#row);
  }

  say(text: string): void {
    if (this.#inText) this.#cell += text;
  }
}
