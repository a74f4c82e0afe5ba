import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLaw } from '#shared/domain/law/law.ts';
import { ownRowSchema } from '#shared/domain/law/figure.ts';
import { amountTogether, awardAmount, fundRemaining } from '#shared/domain/law/money.ts';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);
const law = createLaw(shippedLaw);
const gk = { form: 'GK_XA', subjectKind: 'individual' } as const;
const own = (key: string, value: unknown) =>
  ownRowSchema.parse({
    key,
    value,
    validFrom: '2025-01-01',
    sources: [{ of: 'THONG-LE' }],
    confidence: 'confirmed',
  });

describe('the money of one award', () => {
  it.each([
    ['up', 710_000],
    ['down', 700_000],
    ['none', 702_000],
  ])('is rounded %s where that is set', (way, dong) => {
    const amount = awardAmount(createLaw(shippedLaw, [own('money.rounding', way)]), gk, day('2025-08-19'));
    expect(amount?.dong).toBe(dong);
  });

  it('is not a đồng above the exact product where that is round: 0.1 × 3 stays 0.3', () => {
    const ours = createLaw(shippedLaw, [own('coefficient.GK_XA.individual', 0.7)]);
    expect(awardAmount(ours, gk, day('2026-08-19'))).toMatchObject({
      dong: 1_780_000,
      computation: [{ value: 1_771_000 }, { value: 1_780_000 }],
    });
    const round = createLaw(shippedLaw, [
      own('coefficient.GK_XA.individual', 1.1),
      own('money.baseSalary', 2_300_000),
    ]);
    expect(awardAmount(round, gk, day('2026-08-19'))?.dong).toBe(2_530_000);
  });

  it('is as sure as the least sure of its figures, and names the texts of all', () => {
    expect(awardAmount(law, gk, day('2025-08-19'))?.confidence).toBe('confirmed');
    expect(awardAmount(law, gk, day('2026-08-19'))?.confidence).toBe('secondary');
    expect(awardAmount(law, { ...gk, form: 'GK_CAT' }, day('2026-08-19'))?.confidence).toBe('inferred');
    expect(awardAmount(law, gk, day('2025-08-19'))?.cites.map(({ of }) => of)).toEqual([
      'ND-152-2025',
      'ND-73-2024',
      'ND-152-2025',
    ]);
  });

  it('is unknown where no coefficient is', () => {
    expect(awardAmount(law, { ...gk, form: 'ANTT_KDC' }, day('2026-08-19'))).toBeUndefined();
  });

  it.each(['2020-12-29', '2024-05-01', '2025-08-19', '2026-10-02'])(
    'has on %s coefficients of households 1.5 times and of collectives twice those of individuals',
    (on) => {
      const values = (kind: string) =>
        new Map(
          shippedLaw.figures
            .filter(({ key }) => key.startsWith('coefficient.') && key.endsWith(`.${kind}`))
            .filter(({ key }) => law.knows(key, day(on)))
            .map(({ key }) => [key.split('.')[1], law.number(key, day(on)).value]),
        );
      const one = values('individual');
      const wrong = (
        [
          ['household', 1.5],
          ['collective', 2],
        ] as const
      ).flatMap(([kind, times]) =>
        [...values(kind)].filter(
          ([form, value]) => Math.abs(value - (one.get(form) ?? value / times) * times) > 1e-9,
        ),
      );
      expect(wrong).toEqual([]);
    },
  );
});

describe('the money of several awards at once', () => {
  const forms = fc.constantFrom('GK_XA', 'BK_TINH', 'LDTT', 'CSTDCS', 'BK_TTG');
  const awards = fc.array(
    fc.record({ form: forms, year: fc.integer({ min: 2015, max: 2024 }), declaredOther: fc.boolean() }),
    { minLength: 1, maxLength: 6 },
  );

  it('is never more than all together, never less than the highest of them', () => {
    fc.assert(
      fc.property(awards, (list) => {
        const asked = list.map(({ form, year, declaredOther }) => ({
          form,
          subjectKind: 'individual' as const,
          achievementFrom: day(`${year}-01-01`),
          achievementTo: day(`${year}-12-31`),
          declaredOther,
        }));
        const result = amountTogether(law, asked, day('2025-08-19'));
        if ('unclear' in result) return;
        const each = asked.map((award) => awardAmount(law, award, day('2025-08-19'))?.dong ?? 0);
        expect(result.sum.dong).toBeLessThanOrEqual(each.reduce((sum, dong) => sum + dong, 0));
        expect(result.sum.dong).toBeGreaterThanOrEqual(Math.max(...each));
        expect(result.sum.computation.at(-1)?.value).toBe(result.sum.dong);
      }),
    );
  });

  it.each([
    ['nobody has said whether the achievements are one', undefined, true],
    ['whoever appraised judged them to be different', 'other', false],
    ['whoever appraised judged them to be the same', 'same', true],
  ] as const)('of two forms of one time is unclear or a sum: %s', (_what, answer, unclear) => {
    const [one, two] = ['01A', '01B'];
    const judged = answer === undefined ? [] : [{ other: two, answer }];
    const of2025 = { form: 'GK_XA', subjectKind: 'individual', achievementFrom: day('2025-01-01') } as const;
    const award = (side: object) => ({ ...of2025, achievementTo: day('2025-12-31'), side });
    const result = amountTogether(law, [award({ id: one, judged }), award({ id: two })], day('2026-02-02'));
    expect('unclear' in result ? result.unclear : 'sum').toBe(unclear ? 'sameAchievement' : 'sum');
  });

  it('names the titles that give way to a higher one of the same time', () => {
    const of2025 = {
      subjectKind: 'individual',
      achievementFrom: day('2025-01-01'),
      achievementTo: day('2025-12-31'),
    } as const;
    const result = amountTogether(
      law,
      [
        { ...of2025, form: 'LDTT' },
        { ...of2025, form: 'CSTDCS' },
      ],
      day('2026-02-02'),
    );
    expect(result).toMatchObject({ left: [{ form: 'LDTT' }], sum: { dong: 2_340_000 } });
  });
});

describe('the fund', () => {
  it.each([
    [100_000_000, 0, 80_000_000],
    [100_000_000, 80_000_000, 0],
    [100_000_000, 90_000_000, -10_000_000],
    [1, 0, 0],
  ])('of %d with %d promised has %d left for awards', (total, promised, left) => {
    expect(fundRemaining(law, { total, promised }, day('2026-08-19')).dong).toBe(left);
  });
});
