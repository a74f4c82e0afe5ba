import { createHash } from 'node:crypto';

/** Merkle trees as RFC 9162 has them (section 2.1), over SHA-256: leaves and nodes are hashed apart. All hashes are hex. */

const sha256 = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const bytesOf = (hash: string): Uint8Array => Buffer.from(hash, 'hex');

export const leafHash = (leaf: string): string => sha256(Uint8Array.of(0), Buffer.from(leaf));
const nodeHash = (left: string, right: string): string =>
  sha256(Uint8Array.of(1), bytesOf(left), bytesOf(right));

/** Largest power of two below `size`, for a size of two or more. */
const split = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** @param leaves hashes of leaves, in order; the hash of nothing for none */
export function treeHash(leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  const left = split(leaves.length);
  return nodeHash(treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
}

/** Section 2.1.3.1: what must be hashed beside a leaf, from the leaf upwards, to come to the tree's own hash. */
export function inclusionPath(index: number, leaves: readonly string[]): string[] {
  if (leaves.length <= 1) return [];
  const left = split(leaves.length);
  return index < left
    ? [...inclusionPath(index, leaves.slice(0, left)), treeHash(leaves.slice(left))]
    : [...inclusionPath(index - left, leaves.slice(left)), treeHash(leaves.slice(0, left))];
}

export interface Inclusion {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

/** Section 2.1.3.2. @returns the tree's hash that the path leads to, undefined when the path can't be one of such a tree */
export function includedIn({ leaf, index, size, path }: Inclusion): string | undefined {
  if (index >= size) return undefined;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}
