import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, patchBetween, patched, type Document } from '#shared/domain/document-patch.ts';

const names = fc.constantFrom('a', 'b', 'a/b', '~', '__proto__', '0', '');
const { document } = fc.letrec<{ value: unknown; document: Document }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ maxLength: 2 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 3 }),
    fc.array(tie('document'), { maxLength: 3 }),
    fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
    tie('document'),
  ),
  document: fc
    .array(fc.tuple(names, tie('value')), { maxLength: 4 })
    .map((fields) => Object.fromEntries(fields) as Document),
}));

describe('what changed in a document', () => {
  it('leads from the one to the other, through its stored text too', () => {
    fc.assert(
      fc.property(fc.option(document, { nil: undefined }), document, (before, after) => {
        const patch = JSON.parse(JSON.stringify(patchBetween(before, after))) as Document;
        expect(isSame(patched(before, patch), after)).toBe(true);
      }),
    );
  });

  it('is nothing where nothing changed, in whatever order the fields come', () => {
    fc.assert(
      fc.property(document, (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse());
        expect(patchBetween(one, turned)).toEqual({});
        expect(isSame(one, turned)).toBe(true);
      }),
    );
  });

  it.each<[string, Document | undefined, Document, Document]>([
    ['all of it where there was none', undefined, { a: 1 }, { '': { a: 1 } }],
    ['a field that came', { a: 1 }, { a: 1, b: { c: 2 } }, { '/b': { c: 2 } }],
    ['a field that is gone', { a: 1, b: 2 }, { a: 1 }, { '/b': null }],
    [
      'one step of a route',
      { steps: [{ s: 1 }, { s: 2 }] },
      { steps: [{ s: 1 }, { s: 3 }] },
      { '/steps/1/s': 3 },
    ],
    ['a list that grew', { ids: ['x'] }, { ids: ['x', 'y'] }, { '/ids': ['x', 'y'] }],
    ['names with slashes', { 'a/b': { '~': 1 } }, { 'a/b': { '~': 2 } }, { '/a~1b/~0': 2 }],
  ])('names %s', (_what, before, after, patch) => {
    expect(patchBetween(before, after)).toEqual(patch);
  });

  it('makes anew what surrounded a place, where that was erased', () => {
    expect(patched({}, { '/label/name': 'Sáu' })).toEqual({ label: { name: 'Sáu' } });
    expect(patched(undefined, { '/label/unit': 'Tổ 5' })).toEqual({ label: { unit: 'Tổ 5' } });
  });

  it('never reaches what every object inherits', () => {
    const after = patched({}, JSON.parse('{"/__proto__/polluted": true}') as Document);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(after ?? {})).toEqual(['__proto__']);
  });
});
