import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chain,
  chainStart,
  type ChainTip,
  type EntryDraft,
  type StoredEntry,
} from '#shared/domain/history.ts';
import { verifyChain } from '#shared/domain/verify-chain.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { idOf } from './samples.ts';

const record = `CASE#${idOf('case')}`;
const at = instantSchema.parse('2020-10-05T02:00:00.000Z');
const when = { at, machineAt: at };

interface Kept {
  readonly tip: ChainTip;
  readonly stored: readonly StoredEntry[];
}

function written(drafts: readonly EntryDraft[], name = record): Kept {
  let tip: ChainTip = { record: name, entries: 0, head: chainStart };
  const stored: StoredEntry[] = [];
  for (const [index, draft] of drafts.entries()) {
    const entry = chain(tip, draft, when, String(index).padStart(32, '0'));
    stored.push(entry);
    tip = { record: name, entries: entry.seq, head: entry.hash };
  }
  return { tip, stored };
}

const draft: EntryDraft = {
  act: 'Recommended',
  by: { person: idOf('person') as never },
  facts: { step: 'district-appraise', fields: ['report'], days: 3, both: false },
  payload: { remark: 'Rõ ràng' },
};
const three = written([{ ...draft, act: 'Drafted' }, draft, { act: 'StepOpened', facts: {} }]);
const faultsOf = (stored: readonly StoredEntry[], tip = three.tip) =>
  verifyChain(tip, stored).map(({ fault }) => fault);

const anyFacts = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }).filter((name) => name !== '__proto__'),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
  { maxKeys: 4 },
);
const anyDraft: fc.Arbitrary<EntryDraft> = fc.record(
  { act: fc.string(), facts: anyFacts, payload: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }) },
  { requiredKeys: ['act', 'facts'] },
);
const anyChain = fc.array(anyDraft, { minLength: 2, maxLength: 8 }).map((drafts) => written(drafts));
const placed = anyChain.chain((kept) => fc.tuple(fc.constant(kept), fc.nat({ max: kept.stored.length - 1 })));

describe('a history', () => {
  it('begins with nothing and is whole', () => {
    expect(verifyChain({ record, entries: 0, head: chainStart }, [])).toEqual([]);
  });

  it('is numbered from one and hung up on what was before', () => {
    expect(three.stored.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(JSON.parse(three.stored[0]!.text)).toMatchObject({ seq: 1, act: 'Drafted', previous: chainStart });
    expect(JSON.parse(three.stored[1]!.text)).toMatchObject({ previous: three.stored[0]!.hash });
  });

  it('keeps the words of an act out of its entry', () => {
    expect(three.stored[1]!.text).not.toContain('Rõ');
    expect(three.stored[1]!.payload?.text).toContain('Rõ');
    expect(three.stored[2]!.payload).toBeUndefined();
  });

  it('is whole as it was written', () => {
    fc.assert(
      fc.property(anyChain, ({ tip, stored }) => {
        expect(verifyChain(tip, stored)).toEqual([]);
      }),
    );
  });

  it('stays whole when words are erased with their salts', () => {
    fc.assert(
      fc.property(placed, ([{ tip, stored }, place]) => {
        const erased = stored.map(({ payload, ...entry }, index) =>
          index === place ? entry : { ...entry, payload },
        );
        expect(verifyChain(tip, erased)).toEqual([]);
        expect(
          verifyChain(
            tip,
            stored.map(({ payload: _erased, ...entry }) => entry),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('shows every entry in which a single character was changed', () => {
    const characters = fc.tuple(placed, fc.nat(), fc.constantFrom('x', '1', '"', ' '));
    fc.assert(
      fc.property(characters, ([[{ tip, stored }, place], offset, character]) => {
        const changed = stored.map((entry, index) => {
          if (index !== place) return entry;
          const position = offset % entry.text.length;
          return {
            ...entry,
            text: entry.text.slice(0, position) + character + entry.text.slice(position + 1),
          };
        });
        fc.pre(changed[place]!.text !== stored[place]!.text);
        expect(verifyChain(tip, changed).map(({ seq }) => seq)).toContain(place + 1);
      }),
    );
  });

  it('shows every entry that is missing, doubled, or in another place', () => {
    fc.assert(
      fc.property(placed, fc.nat(), ([{ tip, stored }, place], other) => {
        const without = stored.filter((_, index) => index !== place);
        const doubled = stored.flatMap((entry, index) => (index === place ? [entry, entry] : [entry]));
        expect(verifyChain(tip, without)).not.toEqual([]);
        expect(verifyChain(tip, doubled)).not.toEqual([]);
        const swap = (place + 1 + (other % (stored.length - 1))) % stored.length;
        const moved = stored.map((entry, index) =>
          index === place ? stored[swap]! : index === swap ? stored[place]! : entry,
        );
        expect(verifyChain(tip, moved)).not.toEqual([]);
        expect(
          verifyChain(
            tip,
            moved.map((entry, index) => ({ ...entry, seq: index + 1 })),
          ),
        ).not.toEqual([]);
      }),
    );
  });

  it.each([
    [
      'an entry rewritten with its own hash',
      [three.stored[0]!, written([draft]).stored[0]!, three.stored[2]!],
    ],
    ['the tail cut off', three.stored.slice(0, 2)],
    ['everything gone', []],
    ['an entry put behind the last', [...three.stored, { ...chain(three.tip, draft, when, '00') }]],
    ['an entry of another record', written([draft, draft, draft], `CASE#${idOf('other')}`).stored],
    ['bytes that are no JSON', [three.stored[0]!, { ...three.stored[1]!, text: '{' }, three.stored[2]!]],
    [
      'an entry without its fields',
      [three.stored[0]!, { ...three.stored[1]!, text: '{}' }, three.stored[2]!],
    ],
  ])('shows %s', (_what, stored) => {
    expect(faultsOf(stored)).not.toEqual([]);
  });

  it.each([
    ['its words', { text: '{"remark":"Khác"}' }],
    ['its salt', { salt: 'ff' }],
  ])('shows %s altered', (_what, change) => {
    const stored = three.stored.map((entry) =>
      entry.payload === undefined ? entry : { ...entry, payload: { ...entry.payload, ...change } },
    );
    expect(faultsOf(stored)).toEqual(['payloadAltered', 'payloadAltered']);
  });

  it('shows words put beside an entry that said none', () => {
    const stored = three.stored.map((entry) =>
      entry.seq === 3 ? { ...entry, payload: { salt: '00', text: '{}' } } : entry,
    );
    expect(faultsOf(stored)).toEqual(['payloadAltered']);
  });

  it('shows a whole chain written anew, by the record’s own head', () => {
    const anew = written([{ ...draft, act: 'Edited' }, draft, { act: 'StepOpened', facts: {} }]);
    expect(faultsOf(anew.stored)).toEqual(['headWrong']);
  });

  it('shows an entry that calls itself by another number', () => {
    const first = three.stored[0]!;
    const odd = chain({ ...three.tip, entries: 6, head: first.hash }, draft, when, '00');
    const stored = [first, { ...odd, seq: 2 }];
    expect(faultsOf(stored, { record, entries: 2, head: odd.hash })).toContain('misplaced');
  });

  /** Under the keys that a row of a table would have: one after the other. */
  const rekeyed = (stored: readonly StoredEntry[]) =>
    stored.map((entry, index) => ({ ...entry, seq: index + 1 }));
  const five = written(['A', 'B', 'C', 'D', 'E'].map((act) => ({ ...draft, act })));
  const [a, b, c, d, e] = five.stored as [StoredEntry, StoredEntry, StoredEntry, StoredEntry, StoredEntry];
  const forged = chain({ record, entries: 2, head: b.hash }, { ...draft, act: 'X' }, when, '00');

  it.each<[string, readonly StoredEntry[], readonly [number, string][]]>([
    ['bytes that were changed', [a, b, { ...c, text: c.text.replace('"C"', '"X"') }, d, e], [[3, 'altered']]],
    ['an entry written anew with its own hash', [a, b, forged, d, e], [[3, 'altered']]],
    ['an entry that was deleted', [a, b, d, e], [[3, 'missing']]],
    ['an entry that was deleted, the others moved up', rekeyed([a, b, d, e]), [[3, 'missing']]],
    ['an entry that was put in, the others moved down', rekeyed([a, b, forged, c, d, e]), [[3, 'inserted']]],
    [
      'two that changed places',
      rekeyed([a, b, d, c, e]),
      [
        [3, 'misplaced'],
        [4, 'misplaced'],
      ],
    ],
    ['a tail that was cut', [a, b, c], [[4, 'tailCut']]],
    ['an entry hung on behind', [...five.stored, chain(five.tip, draft, when, '00')], [[6, 'inserted']]],
    [
      'a last entry written anew',
      [a, b, c, d, { ...chain({ record, entries: 4, head: d.hash }, { ...draft, act: 'X' }, when, '00') }],
      [[5, 'headWrong']],
    ],
  ])('names %s, and nothing else', (_what, stored, named) => {
    expect(verifyChain(five.tip, stored).map(({ seq, fault }) => [seq, fault])).toEqual(named);
  });
});
