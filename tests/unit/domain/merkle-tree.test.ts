import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { includedIn, inclusionPath, leafHash, treeHash } from '#shared/domain/merkle-tree.ts';

/** Known answers of the reference implementation of Certificate Transparency, which RFC 9162 describes. */
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex').toString('latin1')));

describe('a Merkle tree', () => {
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('over %s leaves has the hash that everybody computes', (size, hash) => {
    expect(treeHash(leaves.slice(0, size))).toBe(hash);
  });

  it('shows of each leaf that it is in the tree, and of no other leaf or place', () => {
    const sized = fc
      .integer({ min: 1, max: 40 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
    fc.assert(
      fc.property(sized, fc.nat(), ([size, index], other) => {
        const all = Array.from({ length: size }, (_, at) => leafHash(`leaf ${String(at)}`));
        const path = inclusionPath(index, all);
        const shown = { leaf: all[index]!, index, size, path };
        expect(includedIn(shown)).toBe(treeHash(all));
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(includedIn({ ...shown, leaf: leafHash('another') })).not.toBe(treeHash(all));
        const elsewhere = (index + 1 + (other % Math.max(size - 1, 1))) % size;
        expect(elsewhere !== index && includedIn({ ...shown, index: elsewhere }) === treeHash(all)).toBe(
          false,
        );
        expect(includedIn({ ...shown, path: [...path, path[0] ?? all[0]!] })).toBeUndefined();
        expect(includedIn({ ...shown, index: size })).toBeUndefined();
      }),
    );
  });
});
