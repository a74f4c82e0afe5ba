import { SaxesParser } from 'saxes';
import { badFile } from './office-zip.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface TagReader {
  /** @param name without its prefix: writers choose their own */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Goes through an XML part from its first to its last tag. Entities of its own are not known: none can grow.
 * @throws Refusal InputInvalid `file`: `notAnOfficeFile` for what is not well formed
 */
export function readTags(part: Uint8Array | undefined, reader: TagReader): void {
  const parser = new SaxesParser();
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => reader.open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => reader.close?.(local(name)));
  parser.on('text', (text) => reader.text?.(text));
  try {
    parser.write(new TextDecoder().decode(part)).close();
  } catch {
    throw badFile('notAnOfficeFile');
  }
}
