import { Refusal } from '#shared/domain/refusal.ts';

const deepest = 32;

/**
 * The text of parsed JSON with names sorted, so that two bodies that say the same have one hash.
 * @throws Refusal BodyNotJson for what JSON.parse lets through and nobody means: nesting without end, numbers beyond
 * a double, halves of surrogate pairs (RFC 7493)
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > deepest) throw new Refusal('BodyNotJson', { deepest });
  if (Array.isArray(value)) return `[${value.map((inner) => canonicalJson(inner, depth + 1)).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([name, inner]) => `${textOf(name)}:${canonicalJson(inner, depth + 1)}`).join()}}`;
  }
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Refusal('BodyNotJson');
  return JSON.stringify(value);
}

function textOf(text: string): string {
  if (!text.isWellFormed()) throw new Refusal('BodyNotJson');
  return JSON.stringify(text);
}
