/** What JSON holds: an object without undefined and without null, as items of a record say it. */
export type Document = Readonly<Record<string, unknown>>;

/**
 * What changed in a document: JSON Pointers (RFC 6901) with the value that stands there now, null where nothing does any
 * more. `''` is the document itself.
 */
export type DocumentPatch = Readonly<Record<string, unknown>>;

/**
 * The patch that leads from one document to the other; it names nothing that stayed. Lists of one length whose elements
 * are objects are compared place by place, any other list is replaced as a whole.
 * @param before undefined: there was none
 */
export function patchBetween(before: Document | undefined, after: Document): DocumentPatch {
  const patch: Record<string, unknown> = {};
  compare('', before, after, patch);
  return patch;
}

function compare(place: string, before: unknown, after: unknown, into: Record<string, unknown>): void {
  if (isSame(before, after)) return;
  if (isDocument(before) && isDocument(after)) {
    for (const name of namesIn(before, after))
      compare(`${place}/${escaped(name)}`, own(before, name), own(after, name), into);
  } else if (isRows(before) && isRows(after) && before.length === after.length) {
    for (const [index, element] of after.entries())
      compare(`${place}/${index}`, before[index], element, into);
  } else {
    into[place] = after ?? null;
  }
}

/**
 * The document after the patch. A place whose surroundings are gone (their words were erased) is made anew, of objects.
 * @returns undefined when the document itself is gone
 */
export function patched(before: Document | undefined, patch: DocumentPatch): Document | undefined {
  const after = Object.entries(patch).reduce<unknown>(
    (document, [pointer, value]) => placed(document, pointer.split('/').slice(1).map(unescaped), value),
    before,
  );
  return isDocument(after) ? after : undefined;
}

function placed(into: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? undefined;
  if (isList(into))
    return into.map((each, index) => (String(index) === name ? placed(each, rest, value) : each));
  const document = isDocument(into) ? into : {};
  const inner = placed(own(document, name), rest, value);
  const others = Object.entries(document).filter(([other]) => other !== name);
  return Object.fromEntries(inner === undefined ? others : [...others, [name, inner]]);
}

/** Whether both say the same, in whatever order a store gives their fields back. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((element, index) => isSame(element, other[index]));
  return (
    isDocument(one) &&
    isDocument(other) &&
    namesIn(one, other).every((name) => isSame(own(one, name), own(other, name)))
  );
}

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRows = (value: unknown): value is readonly Document[] => isList(value) && value.every(isDocument);

const namesIn = (one: Document, other: Document): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];
/** A field that was written, never what every object inherits. */
export const own = (document: Document, name: string): unknown =>
  Object.hasOwn(document, name) ? document[name] : undefined;

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unescaped = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');
