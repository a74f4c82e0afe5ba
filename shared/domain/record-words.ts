import { isDocument, isList, own, type Document } from './document-patch.ts';

/**
 * Which fields of a record's items are words and personal data. They go into the payload of an entry, where they can be
 * erased with its salt; everything else are ids, codes, days and counts, and stays in the entry. `*`: each element of a
 * list; `''`: all of it. A test asks of every text that a schema allows on which side it stands.
 */
export const wordsOfItems: Readonly<Record<string, readonly string[]>> = {
  'CASE#/META': [
    'label.name',
    'label.unit',
    'label.birthYear',
    'label.residentialGroup',
    'proposer.name',
    'hold.document',
    'troubles',
  ],
  'CASE#/CONTENT': [''],
  'CASE#/FILE#': ['name'],
  'LIST#/META': [
    'title',
    'authority',
    'signer.name',
    'signer.title',
    'signature.name',
    'presence.absent.*.reason',
  ],
  'LIST#/ORDER': [],
  'LIST#/ROW#': [
    'name',
    'unit',
    'birthYear',
    'residentialGroup',
    'citation',
    'remark',
    'result.note',
    'opinions.*.reason',
    'over.reason',
  ],
  'LIST#/FILE#': ['name'],
  'CEREMONY#/META': ['title', 'place', 'groups.*.authority', 'groups.*.presenters'],
  'REGISTER#/META': [],
  'LAW#/META': [],
  'LAW#/SETTING#': ['reason'],
  'ROOT#/META': [],
  'PAST#/META': ['authority'],
  'PAST#/ROW#': ['name', 'unit', 'birthYear', 'residentialGroup', 'citation'],
  'SLIP#/META': [],
  'SLIP#/CONTENT': [''],
  'CEREMONY#/AWARD#': ['authority', 'name', 'unit', 'birthYear', 'residentialGroup', 'receivedBy'],
};

/**
 * The fields of one item that are words.
 * @param record `CASE#01J…`
 * @param sk of an item in its partition
 * @returns undefined for what the history says nothing of: entries themselves, the flow's own, cursors, guards
 */
export function wordsIn(record: string, sk: string): readonly string[] | undefined {
  const upToMark = (text: string): string => text.slice(0, text.indexOf('#') + 1) || text;
  return wordsOfItems[`${upToMark(record)}/${upToMark(sk)}`];
}

/** A document in two: what an entry may hold, and what can be erased. */
export interface SplitDocument {
  readonly codes: Document;
  readonly words: Document;
}

/** @param paths of `wordsOfItems` */
export function splitDocument(document: Document, paths: readonly string[]): SplitDocument {
  if (paths.includes('')) return { codes: {}, words: document };
  const [codes, words] = split(
    document,
    paths.map((path) => path.split('.')),
  );
  return { codes: isDocument(codes) ? codes : {}, words: isDocument(words) ? words : {} };
}

/** @returns codes and words of a value; undefined for the side on which nothing of it stands */
function split(value: unknown, paths: readonly (readonly string[])[]): readonly [unknown, unknown] {
  if (paths.some((path) => path.length === 0)) return [undefined, value];
  if (paths.length === 0) return [value, undefined];
  if (isList(value)) {
    const inside = below(paths, '*');
    const halves = value.map((element) => split(element, inside));
    return [halves.map(([codes]) => codes), halves.map(([, words]) => words ?? {})];
  }
  if (!isDocument(value)) return [value, undefined];
  const halves = Object.entries(value).map(
    ([name, field]) => [name, split(field, below(paths, name))] as const,
  );
  return [
    Object.fromEntries(halves.flatMap(([name, [codes]]) => (codes === undefined ? [] : [[name, codes]]))),
    Object.fromEntries(halves.flatMap(([name, [, words]]) => (words === undefined ? [] : [[name, words]]))),
  ];
}

const below = (paths: readonly (readonly string[])[], name: string): (readonly string[])[] =>
  paths.filter(([head]) => head === name).map(([, ...rest]) => rest);

/** The document of both halves. Words that were erased leave their places empty. */
export function joinedDocument({ codes, words }: SplitDocument): Document {
  const both = joined(codes, words);
  return isDocument(both) ? both : {};
}

function joined(codes: unknown, words: unknown): unknown {
  if (codes === undefined || words === undefined) return codes ?? words;
  if (isList(codes) && isList(words)) return codes.map((element, index) => joined(element, words[index]));
  if (!isDocument(codes) || !isDocument(words)) return codes;
  const names = [...new Set([...Object.keys(codes), ...Object.keys(words)])];
  return Object.fromEntries(names.map((name) => [name, joined(own(codes, name), own(words, name))]));
}
