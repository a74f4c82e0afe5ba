import { describe, expect, it } from 'vitest';
import { basisLine, readBasis } from '#shared/domain/pasted-basis.ts';
import { gapLine, readGap, readStretch, stretchLine } from '#shared/domain/pasted-stretches.ts';
import { caseContentSchema } from '#shared/domain/case.ts';
import { contentPatchSchema } from '#shared/domain/case-command.ts';

describe('a time of service on a line', () => {
  it.each([
    ['10/03/2006 – 30/06/2010', { from: '2006-03-10', to: '2010-06-30', hardship: false }],
    ['10/03/2006 - 30/06/2010; khó khăn', { from: '2006-03-10', to: '2010-06-30', hardship: true }],
    ['từ 03/2006 đến 06/2010', { from: '2006-03-01', to: '2010-06-30', hardship: false }],
    ['01/07/2010 – nay', { from: '2010-07-01', hardship: false }],
    ['01/07/2010 đến nay; biên giới', { from: '2010-07-01', hardship: true }],
    ['01/07/2010 –', { from: '2010-07-01', hardship: false }],
    ['2006 – 2010', { from: '2006-01-01', to: '2010-12-31', hardship: false }],
    ['10-03-2006 – 30-06-2010', { from: '2006-03-10', to: '2010-06-30', hardship: false }],
    ['không rõ', { from: 'không rõ', hardship: false }],
  ])('%s is read', (line, stretch) => {
    expect(readStretch(line)).toEqual(stretch);
  });

  it('is written so that it reads back the same', () => {
    const said = [
      { from: '2006-03-10', to: '2010-06-30', hardship: true },
      { from: '2010-07-01', hardship: false },
    ];
    const { serviceStretches = [] } = caseContentSchema.partial().parse({ serviceStretches: said });
    expect(serviceStretches.map((stretch) => readStretch(stretchLine(stretch)))).toEqual(said);
  });

  it.each([
    ['what is no day', [{ from: 'không rõ' }], 'serviceStretches.0.from'],
    ['an end before its start', [{ from: '2010-01-01', to: '2009-01-01' }], 'serviceStretches.0.to'],
    [
      'days that would count twice',
      [{ from: '2010-01-01' }, { from: '2006-01-01', to: '2010-01-01' }],
      'serviceStretches',
    ],
  ])('refuses %s', (_what, serviceStretches, place) => {
    const { error } = contentPatchSchema.safeParse({ serviceStretches });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([place]);
  });
});

describe('a gap in the achievement on a line', () => {
  it.each([
    ['01/03/2020 – 31/08/2020; thai sản', { from: '2020-03-01', to: '2020-08-31', maternity: true }],
    ['01/03/2020 – 31/08/2020', { from: '2020-03-01', to: '2020-08-31', maternity: false }],
  ])('%s is read, and written back', (line, said) => {
    expect(readGap(line)).toEqual(said);
    const { gaps = [] } = caseContentSchema.partial().parse({ gaps: [said] });
    expect(gaps.map(gapLine)).toEqual([line]);
  });
});

describe('an earlier decision on a line', () => {
  it.each([
    ['12/QĐ-UBND', { number: '12/QĐ-UBND' }],
    ['12/QĐ-UBND; đột xuất', { number: '12/QĐ-UBND', type: 'unexpected' }],
    ['12/QĐ-UBND; chuyên đề', { number: '12/QĐ-UBND', type: 'thematic' }],
    ['12/QĐ-UBND; công trạng', { number: '12/QĐ-UBND', type: 'merit' }],
  ])('%s is read, and written back', (line, said) => {
    expect(readBasis(line)).toEqual(said);
    const { basis = [] } = caseContentSchema.partial().parse({ basis: [said] });
    expect(basis.map(basisLine)).toEqual([line]);
  });

  it('is refused with another word for its type', () => {
    const { error } = contentPatchSchema.safeParse({ basis: [readBasis('12/QĐ-UBND; tốt')] });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['basis.0.type']);
  });
});
