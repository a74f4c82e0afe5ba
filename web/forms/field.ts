import { Typed } from './typed.ts';

interface Common {
  /** Path in the command: `content.printedName`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** May be left empty; its label says so. */
  readonly optional?: true;
  /** Stands in the input until something is typed. */
  readonly value?: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Heading in a select; those of one heading follow one another. */
  readonly group?: string;
}

/** One question of a form: the same words draw its inputs and read its answer. */
export type Field =
  | (Common & { readonly kind: 'line'; readonly width?: 'short' | 'half' })
  | (Common & { readonly kind: 'whole' })
  | (Common & { readonly kind: 'text'; readonly max: number; readonly rows?: number })
  /** A list, each on a line of its own; `read` makes of a line what the command wants, default its text. */
  | (Common & {
      readonly kind: 'lines';
      readonly rows?: number;
      readonly read?: (line: string) => unknown;
      /** Written alone, it says that there are none; an empty field says nothing. */
      readonly none?: (line: string) => boolean;
    })
  | (Common & { readonly kind: 'date' })
  | (Common & { readonly kind: 'select'; readonly options: readonly Option[]; readonly blank?: string })
  | (Common & { readonly kind: 'radios'; readonly options: readonly Option[] })
  | (Common & { readonly kind: 'yesNo'; readonly options: readonly [Option, Option] })
  | (Common & {
      readonly kind: 'checkboxes';
      readonly options: readonly Option[];
      readonly values?: readonly string[];
    })
  /** Chosen on the reader’s machine; `accept` as HTML has it. */
  | (Common & { readonly kind: 'file'; readonly accept: string })
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string };

export const dateParts = ['day', 'month', 'year'] as const;

type Answer = string | number | boolean | unknown[] | null;

/**
 * What a form says, as the command's schema wants it: dotted names nested, empty answers left out, or null where
 * clearing is an answer: under the name `clearing`.
 */
export function readFields(
  fields: readonly Field[],
  typed: Typed,
  { clearing }: { clearing?: string } = {},
): Record<string, unknown> {
  const command: Record<string, unknown> = {};
  for (const field of fields) {
    const answer = answerOf(field, typed) ?? clearedOf(field, clearing);
    if (answer !== undefined) place(command, field.name.split('.'), answer);
  }
  return command;
}

const clearedOf = (field: Field, clearing: string | undefined): null | undefined =>
  clearing !== undefined && field.name.startsWith(`${clearing}.`) ? null : undefined;

function answerOf(field: Field, typed: Typed): Answer | undefined {
  switch (field.kind) {
    case 'checkboxes':
      return [...typed.all(field.name)];
    case 'lines':
      return readLines(typed.text(field.name), field);
    case 'date':
      return readDate(field.name, typed);
    case 'whole':
      return wholeNumber(typed.text(field.name).trim());
    case 'yesNo':
      return typed.text(field.name) === '' ? undefined : typed.text(field.name) === field.options[0].value;
    case 'line':
    case 'text':
      return typed.text(field.name).trim() === '' ? undefined : typed.text(field.name);
    case 'file':
      return undefined;
    case 'select':
    case 'radios':
    case 'hidden':
      return typed.text(field.name) === '' ? undefined : typed.text(field.name);
  }
}

function readLines(
  text: string,
  { read = (line) => line, none = () => false }: Pick<Extract<Field, { kind: 'lines' }>, 'read' | 'none'>,
): unknown[] | undefined {
  const said = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (said.length === 0) return undefined;
  return said.every((line) => none(line)) ? [] : said.map((line) => read(line));
}

/** `5` `3` `2020` and `05` `03` `2020` are one day; what isn't a day is passed on for the schema to refuse. */
function readDate(name: string, typed: Typed): string | undefined {
  const [day = '', month = '', year = ''] = dateParts.map((part) => typed.text(`${name}.${part}`).trim());
  if (day + month + year === '') return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function wholeNumber(text: string): Answer | undefined {
  if (text === '') return undefined;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

function place(into: Record<string, unknown>, path: readonly string[], answer: Answer): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    into[name] = answer;
    return;
  }
  const before = into[name];
  const inner: Record<string, unknown> = isRecord(before) ? before : {};
  into[name] = inner;
  place(inner, rest, answer);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The inputs of a field before anybody typed: dates in their three parts. */
export function startingValues(fields: readonly Field[]): Typed {
  return Typed.from(fields.flatMap(startingValue));
}

function startingValue(field: Field): (readonly [string, string])[] {
  if (field.kind === 'checkboxes') return (field.values ?? []).map((value) => [field.name, value] as const);
  const value = field.value ?? '';
  if (value === '') return [];
  if (field.kind !== 'date') return [[field.name, value]];
  const [year = '', month = '', day = ''] = value.split('-');
  return [
    [`${field.name}.day`, day],
    [`${field.name}.month`, month],
    [`${field.name}.year`, year],
  ];
}
