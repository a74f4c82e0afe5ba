import { createHash } from 'node:crypto';
import { runsOf } from './likeness.ts';

/** Marks of a text at most: a longer text is marked more sparsely. Four bytes each. */
const mostMarks = 200;
/** Of so many neighbouring runs one is kept, so that any two texts that share such a stretch share a mark. */
const smallestWindow = 10;
/** Words of a run. How like two texts are is said by the law's figures; this only finds whom to compare. */
const run = 3;

/**
 * The marks of a text by which others that share a stretch of it are found without reading them: of each window of
 * neighbouring runs of words the one with the least hash (winnowing). A wider window keeps some of the marks of a narrower.
 * @returns base64, four bytes a mark; empty for a text without words
 */
export function fingerprintOf(text: string): string {
  const hashes = runsOf(text, run).map(hashOf);
  const window = Math.max(smallestWindow, Math.ceil((2 * hashes.length) / mostMarks));
  const kept = new Set<number>();
  for (let at = 0; at < Math.max(1, hashes.length - window + 1) && hashes.length > 0; at += 1)
    kept.add(Math.min(...hashes.slice(at, at + window)));
  const marks = [...kept].sort((one, other) => one - other).slice(0, mostMarks);
  const bytes = Buffer.alloc(4 * marks.length);
  for (const [place, mark] of marks.entries()) bytes.writeUInt32BE(mark, 4 * place);
  return bytes.toString('base64');
}

/** Tells of fingerprints how many marks each has in common with this one: a thousand are compared while somebody waits. */
export function comparedWith(fingerprint: string): (other: string) => number {
  const own = marksIn(fingerprint);
  return (other) => {
    const theirs = marksIn(other);
    let [shared, at] = [0, 0];
    // Both are in order.
    for (const mark of own) {
      while ((theirs[at] ?? mark) < mark) at += 1;
      if (theirs[at] === mark) shared += 1;
    }
    return shared;
  };
}

const hashOf = (words: string): number => createHash('sha256').update(words).digest().readUInt32BE(0);

function marksIn(fingerprint: string): Uint32Array {
  const bytes = Buffer.from(fingerprint, 'base64');
  const marks = new Uint32Array(Math.floor(bytes.length / 4));
  for (let place = 0; place < marks.length; place += 1) marks[place] = bytes.readUInt32BE(4 * place);
  return marks;
}
