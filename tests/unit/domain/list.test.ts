import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentType,
  hasOutcome,
  isDocumentNumber,
  listHash,
  listKindFor,
  listKinds,
  listStates,
  numberRows,
  type ListRow,
} from '#shared/domain/list.ts';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { stepKinds } from '#shared/domain/route-template.ts';
import { aList, aRow, idOf, police, ward } from './samples.ts';

const codes = Array.from('ABCDEFGH');
const annexOf: Record<string, Partial<ListRow>> = {
  collective: { subjectKind: 'collective' },
  household: { subjectKind: 'household' },
  individual: { subjectKind: 'individual' },
  sealed: { subjectKind: 'individual', sealedNumber: 1 },
  model: { subjectKind: undefined },
};
const withKind = (row: ListRow, kind: string): ListRow => {
  const { subjectKind: _none, ...rest } = row;
  const { subjectKind, ...more } = annexOf[kind] ?? {};
  return { ...rest, ...more, ...(subjectKind === undefined ? {} : { subjectKind }) };
};

describe('what settles a step', () => {
  it.each([
    ['letter', 'letter', 'letter'],
    ['council', 'session', 'session'],
    ['decide', 'decision', 'approval'],
    ['outside', 'decision', 'approval'],
    ['receive', undefined, undefined],
    ['appraise', undefined, undefined],
    ['opinion', 'opinionRequest', 'opinionRequest'],
  ] as const)('at %s: %s for a nomination, %s for a model', (step, nomination, model) => {
    expect(listKindFor(step, 'nomination')).toBe(nomination);
    expect(listKindFor(step, 'modelProposal')).toBe(model);
  });

  it('is said for every kind of step', () => {
    expect(stepKinds.map((kind) => listKindFor(kind, 'nomination'))).toHaveLength(7);
  });

  it.each(listKinds.flatMap((kind) => listStates.map((state) => ({ kind, state }))))(
    'has an outcome as $kind when it is $state',
    ({ kind, state }) => {
      expect(hasOutcome({ kind, state })).toBe(
        state === 'ISSUED' || (kind === 'session' && state === 'SIGNED'),
      );
    },
  );

  it('has none as an opinion request while answers are awaited', () => {
    const asked = [{ organisation: organisationIdSchema.parse('01J0000000000000000000ASKD'), left: 1 }];
    expect(hasOutcome({ kind: 'opinionRequest', state: 'ISSUED', asked })).toBe(false);
  });
});

describe('numbering rows', () => {
  it('follows the order, and puts rows that it does not name behind, by their code', () => {
    const rows = ['D', 'B', 'A', 'C'].map((code) => aRow(code));
    const order = [aRow('C').case, aRow('A').case];
    expect(numberRows('letter', rows, order).map((row) => row.name)).toEqual([
      'Người C',
      'Người A',
      'Người B',
      'Người D',
    ]);
  });

  it('leaves out what was struck, held or withdrawn, and closes the gap', () => {
    const rows = [
      aRow('A'),
      aRow('B', { state: 'struck' }),
      aRow('C', { state: 'held' }),
      aRow('D', { state: 'withdrawn' }),
      aRow('E'),
    ];
    expect(numberRows('letter', rows, []).map((row) => [row.name, row.ordinal])).toEqual([
      ['Người A', 1],
      ['Người E', 2],
    ]);
  });

  it('ignores names in the order that are on the list no more', () => {
    expect(
      numberRows('letter', [aRow('A')], [aRow('Z').case, aRow('A').case]).map((row) => row.ordinal),
    ).toEqual([1]);
  });

  it('gives letters and sessions no annex and no golden-book number', () => {
    for (const kind of ['letter', 'session'] as const) {
      const [row] = numberRows(kind, [aRow('A')], []);
      expect([row?.annex, row?.annexOrdinal, row?.goldenBookNumber]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('gives an approval of models no golden-book number: it is no award', () => {
    const [row] = numberRows('approval', [aRow('A')], []);
    expect([row?.ordinal, row?.goldenBookNumber]).toEqual([1, undefined]);
  });

  it('puts collectives before households before individuals, sealed ones apart', () => {
    const rows = [
      withKind(aRow('A'), 'sealed'),
      withKind(aRow('B'), 'individual'),
      withKind(aRow('C'), 'household'),
      withKind(aRow('D'), 'collective'),
      withKind(aRow('E'), 'individual'),
    ];
    const numbered = numberRows('decision', rows, []);
    expect(numbered.map((row) => [row.name, row.annex, row.annexOrdinal, row.goldenBookNumber])).toEqual([
      ['Người D', 'collective', 1, 1],
      ['Người C', 'household', 1, 2],
      ['Người B', 'individual', 1, 3],
      ['Người E', 'individual', 2, 4],
      ['Người A', 'sealed', 1, 5],
    ]);
  });

  const anyRows = fc
    .shuffledSubarray(codes, { minLength: 1 })
    .chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.array(fc.constantFrom(...Object.keys(annexOf)), { minLength: 8, maxLength: 8 }),
        fc.array(fc.constantFrom('on', 'on', 'on', 'struck', 'held', 'withdrawn'), {
          minLength: 8,
          maxLength: 8,
        }),
      ),
    )
    .map(([some, kinds, states]) =>
      some.map((code, index) => withKind(aRow(code, { state: states[index] }), kinds[index] ?? 'individual')),
    );
  const anyOrder = fc.shuffledSubarray(codes).map((some) => some.map((code) => aRow(code).case));

  it('counts every annex, and the whole decision, from one without a gap', () => {
    fc.assert(
      fc.property(anyRows, anyOrder, (rows, order) => {
        const numbered = numberRows('decision', rows, order);
        const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
        expect(numbered).toHaveLength(rows.filter((row) => row.state === 'on').length);
        expect(numbered.map((row) => row.goldenBookNumber)).toEqual(upTo(numbered.length));
        for (const annex of Object.keys(annexOf)) {
          const own = numbered.filter((row) => row.annex === annex);
          expect(own.map((row) => row.annexOrdinal)).toEqual(upTo(own.length));
        }
      }),
    );
  });

  it('is the same whatever order the store gives the rows in', () => {
    fc.assert(
      fc.property(anyRows, anyOrder, fc.constantFrom(...listKinds), (rows, order, kind) => {
        expect(numberRows(kind, [...rows].reverse(), order)).toEqual(numberRows(kind, rows, order));
      }),
    );
  });
});

describe('the hash of a list', () => {
  const list = aList();
  const rows = ['A', 'B', 'C'].map((code) => aRow(code, { birthYear: 1960, residentialGroup: 'Tổ 1' }));
  const hashOf = (some: readonly ListRow[], order: readonly ListRow['case'][] = []) =>
    listHash(list, numberRows('letter', some, order));
  const hash = hashOf(rows);

  it('is a SHA-256 and the same for the same list', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf([...rows].reverse())).toBe(hash);
  });

  it.each([
    ['a name', { name: 'Người b' }],
    ['a unit', { unit: 'Tổ dân phố số 6' }],
    ['a birth year', { birthYear: 1961 }],
    ['no birth year', { birthYear: undefined }],
    ['a residential group', { residentialGroup: 'Tổ 2' }],
    ['a form', { form: 'BK_TINH' }],
    ['a citation', { citation: 'Đã có thành tích xuất sắc.' }],
    ['a recommendation', { recommended: false }],
    ['a remark', { remark: 'Có đơn thư' }],
    ['a sealed number', { sealedNumber: 1 }],
  ])('changes with %s', (_what, change) => {
    const [first, second, third] = rows;
    const changed = { ...second!, ...change };
    expect(hashOf([first!, changed, third!])).not.toBe(hash);
  });

  it('changes with a row that leaves, comes, or moves', () => {
    const [first, second, third] = rows;
    const seen = new Set([
      hash,
      hashOf([first!, second!]),
      hashOf([first!, { ...second!, state: 'struck' }, third!]),
      hashOf([...rows, aRow('D')]),
      hashOf(rows, [second!.case, first!.case]),
      hashOf(rows, [third!.case]),
      hashOf([]),
    ]);
    expect(seen.size).toBe(7);
  });

  it('changes with the list it is, who writes it, and to whom', () => {
    const numbered = numberRows('letter', rows, []);
    const others = [
      aList({ id: idOf('other') }),
      aList({ organisation: ward }),
      aList({ kind: 'session' }),
      aList({ addressee: police }),
    ];
    expect(new Set([hash, ...others.map((other) => listHash(other, numbered))]).size).toBe(5);
  });

  it('does not change with what happens to the list afterwards', () => {
    const numbered = numberRows('letter', rows, []);
    const later = aList({
      state: 'ISSUED',
      number: '1/TTr-CAQ',
      date: '2020-10-06',
      rows: 3,
      turn: 9,
      entries: 9,
    });
    expect(listHash(later, numbered)).toBe(hash);
  });
});

describe('a document number', () => {
  it.each([
    ['125/QĐ-UBND', 'QĐ'],
    ['0124/KH-UBND', 'KH'],
    ['86/2025/QĐ-UBND', 'QĐ'],
    ['12/TTr-UBND', 'TTr'],
    ['80/TTr-CAQ', 'TTr'],
    ['7/TTr-PV05', 'TTr'],
    ['1234/QĐ-BCA', 'QĐ'],
    ['5/TTr-CAH-XDPT', 'TTr'],
    ['9/QĐ', 'QĐ'],
  ])('%s is one, of type %s', (number, type) => {
    expect(isDocumentNumber(number)).toBe(true);
    expect(documentType(number)).toBe(type);
  });

  it.each([
    ['nothing', ''],
    ['no type', '125'],
    ['no number', '/QĐ-UBND'],
    ['letters for a number', 'abc/QĐ-UBND'],
    ['six digits', '123456/QĐ-UBND'],
    ['the draft’s blank', 'Số:      /QĐ-UBND'],
    ['blanks inside', '125 /QĐ-UBND'],
    ['an open end', '125/QĐ-'],
    ['a year in two digits', '86/25/QĐ-UBND'],
    ['an uncomposed Đ of another kind', '125/QÐ-UBND'],
  ])('%s is none', (_what, number) => {
    expect(isDocumentNumber(number)).toBe(false);
  });
});
