import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliesOn, inForceOn, timelineFaults, type Dated } from '#shared/domain/law/dated.ts';
import { figureSchema, ownRowSchema, type Figure } from '#shared/domain/law/figure.ts';
import { lawFaults } from '#shared/domain/law/law-faults.ts';
import { createLaw, type LawData } from '#shared/domain/law/law.ts';
import { provisions, provisionsOn } from '#shared/domain/law/provision.ts';
import { allRules } from '#shared/domain/rules/all-rules.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { addDays, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { loadLaw, shippedLaw } from '#shared/regimes/shipped.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);
const everyDay: CivilDate[] = [];
for (let one = day('2017-01-01'); one <= '2030-12-31'; one = addDays(one, 1)) everyDay.push(one);

const law = createLaw(shippedLaw);

/** The plainest way to look a day up. */
const scan = <Row extends Pick<Dated, 'validFrom' | 'validTo'>>(rows: readonly Row[], on: CivilDate): Row[] =>
  rows.filter((row) => row.validFrom <= on && on <= (row.validTo ?? '9999-12-31'));

describe('the law that applies on a day', () => {
  it('is one regime and one era, as a linear scan finds them, on every day from 2017 to 2030', () => {
    for (const on of everyDay) {
      expect([law.regimeOn(on)]).toEqual(scan(shippedLaw.regimes, on));
      expect([law.eraOn(on)]).toEqual(scan(shippedLaw.eras, on));
    }
  });

  it.each(shippedLaw.forms.map((form) => [form.code, form] as const))(
    'grants %s on the terms of a linear scan on every day from 2017 to 2030',
    (code, form) => {
      const wrong = everyDay.filter((on) => {
        const [terms, ...more] = scan(form.terms, on);
        return law.termsOn(code, on) !== terms || more.length > 0;
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(shippedLaw.figures.map((figure) => [figure.key, figure] as const))(
    'sets %s as a linear scan finds it on every day from 2017 to 2030',
    (key, figure) => {
      const rows: readonly Figure['rows'][number][] = figure.rows;
      const wrong = everyDay.filter((on) => {
        const [row] = scan(rows, on);
        const found = law.figureOn(key, on);
        return found?.row !== row || found?.value !== row?.value;
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(shippedLaw.grounds.map((ground) => [ground.code, ground] as const))(
    'grounds %s as a linear scan finds it on every day from 2017 to 2030',
    (code, { rows }) => {
      const wrong = everyDay.filter((on) => law.groundOn(code, on) !== scan(rows, on)[0]);
      expect(wrong).toEqual([]);
    },
  );

  it('asks on every day from 2017 to 2030 for the papers that a linear scan finds', () => {
    const asked = (on: CivilDate) => (form: string) =>
      law.papersFor(form, 'individual', on).map(({ code }) => code);
    const scanned = (on: CivilDate) => (form: string) =>
      shippedLaw.papers
        .filter(({ forms, subjectKinds }) => forms.includes(form) && subjectKinds.includes('individual'))
        .filter(({ rows }) => scan(rows, on).length === 1)
        .map(({ code }) => code);
    const forms = shippedLaw.forms.map(({ code }) => code);
    const monthly = everyDay.filter((on) => on.endsWith('-01') || on.endsWith('-15'));
    for (const on of monthly) expect(forms.map(asked(on))).toEqual(forms.map(scanned(on)));
  });

  it.each([
    ['2017-09-30', 'LAW2003', 'DISTRICT'],
    ['2020-11-10', 'LAW2003_D91', 'DISTRICT'],
    ['2023-12-31', 'LAW2003_D91', 'DISTRICT'],
    ['2024-01-01', 'LAW2022_D98', 'DISTRICT'],
    ['2025-02-28', 'LAW2022_D98', 'DISTRICT'],
    ['2025-03-15', 'LAW2022_D98', 'INTERIM'],
    ['2025-07-01', 'LAW2022_D152', 'TWO_LEVEL'],
    ['2025-08-19', 'LAW2022_D152', 'TWO_LEVEL'],
    ['2026-09-30', 'LAW2022_D152', 'TWO_LEVEL'],
    ['2026-10-02', 'LAW2026', 'TWO_LEVEL'],
  ])('is on %s that of %s in the era %s', (on, regime, era) => {
    expect([law.regimeOn(day(on)).code, law.eraOn(day(on)).code]).toEqual([regime, era]);
  });

  it.each([
    ['money.baseSalary', '2026-06-30', 2_340_000],
    ['money.baseSalary', '2026-07-01', 2_530_000],
    ['coefficient.GK_XA.individual', '2020-12-29', 0.15],
    ['coefficient.GK_XA.individual', '2025-07-01', 0.3],
    ['knc.leader', '2022-05-01', 60],
    ['knc.leader', '2025-04-28', 120],
  ])('sets %s on %s at %d', (key, on, value) => {
    expect(law.number(key, day(on)).value).toBe(value);
  });

  it.each([
    ['GK_HUYEN', '2025-06-30', ['REPORT_GK_HUYEN', 'MINUTES_GK_HUYEN', 'LETTER_GK_HUYEN']],
    ['GK_HUYEN', '2025-07-01', []],
    ['ANTT_KDC', '2022-02-09', []],
    ['ANTT_KDC', '2022-02-10', ['LETTER_ANTT', 'REPORT_ANTT', 'MINUTES_ANTT']],
  ])('asks of a collective for %s on %s these papers: %s', (form, on, codes) => {
    const asked = law.papersFor(form, 'collective', day(on));
    expect(asked.map(({ code }) => code)).toEqual(codes);
    for (const { rows } of asked) expect(rows).toHaveLength(1);
  });

  it('says where a figure stands', () => {
    const { row } = law.number('money.baseSalary', day('2026-08-19'));
    expect(law.cited(row)).toBe('Nghị định số 161/2026/NĐ-CP (mức lương cơ sở), Điều 3 khoản 2');
  });

  it.each<[string, () => unknown]>([
    ['a figure that isn’t there', () => law.number('limit.none', day('2026-01-01'))],
    ['a day before its first row', () => law.number('force.excellent', day('2025-12-31'))],
    ['a figure of another kind', () => law.texts('money.baseSalary', day('2026-01-01'))],
    ['a regime before all', () => law.regimeOn(day('1990-01-01'))],
  ])('is asked in vain for %s: LawSilent', (_what, ask) => {
    expect(ask).toThrow(expect.toSatisfy((error) => isRefusal(error) && error.code === 'LawSilent'));
  });

  it('rests on the days of each year’s list and works on days made up for', () => {
    expect(law.calendar.holidays.has(day('2026-02-17'))).toBe(true);
    expect(law.calendar.makeUpDays.has(day('2026-08-22'))).toBe(true);
  });
});

describe('an office’s own row', () => {
  const own = ownRowSchema.parse({
    key: 'limit.appraise',
    validFrom: '2026-01-01',
    sources: [{ of: 'BAC-NINH-86-2025' }],
    confidence: 'confirmed',
    value: 12,
  });
  const ours = createLaw(shippedLaw, [own, { ...own, validFrom: day('2026-05-01'), value: 10 }]);

  it.each([
    ['2025-12-31', 20, false],
    ['2026-01-01', 12, true],
    ['2026-05-01', 10, true],
  ])('counts from its day on: %s', (on, value, isOwn) => {
    expect(ours.number('limit.appraise', day(on))).toMatchObject({ value, own: isOwn });
  });

  it('stands for a whole year of rest days', () => {
    const value = { rest: [{ day: '2027-02-05', name: 'Tết Nguyên đán' }], work: [] };
    const span = { validFrom: day('2027-01-01'), validTo: day('2027-12-31') };
    const { calendar } = createLaw(shippedLaw, [{ ...own, ...span, key: 'restDays.2027', value }]);
    expect(calendar.holidays.has(day('2027-02-05'))).toBe(true);
    expect(calendar.holidays.has(day('2027-01-01'))).toBe(false);
    expect(calendar.holidays.has(day('2026-01-01'))).toBe(true);
  });

  it('is of the figure’s own kind', () => {
    expect(() => createLaw(shippedLaw, [{ ...own, value: 'mười hai' }])).toThrow();
  });
});

describe('law that is loaded', () => {
  const [first, ...rest] = shippedLaw.regimes;
  const figure = (rows: object[]) =>
    figureSchema.parse({ key: 'limit.test', kind: 'workingDays', title: { vi: 'Thử', en: 'Test' }, rows });
  const cited = { sources: [{ of: 'ND-98-2023' }], confidence: 'confirmed' };
  const paper = shippedLaw.papers[0]!;
  const later = { ...paper.rows[0]!, validFrom: day('2021-01-01') };
  const within = (change: Partial<LawData>): LawData => ({ ...shippedLaw, ...change });

  it('has no faults as it is shipped', () => {
    expect(lawFaults(shippedLaw)).toEqual([]);
  });

  it.each<[string, LawData, string]>([
    [
      'a gap',
      within({ regimes: [{ ...first!, validTo: day('2017-09-29') }, ...rest] }),
      'regimes: gap on 30/09/2017',
    ],
    [
      'an overlap',
      within({ regimes: [{ ...first!, validTo: day('2017-10-01') }, ...rest] }),
      'regimes: overlap on 01/10/2017',
    ],
    [
      'a text that isn’t there',
      within({
        figures: [figure([{ ...cited, sources: [{ of: 'ND-0' }], validFrom: '2024-01-01', value: 1 }])],
      }),
      'figure limit.test, from 01/01/2024: no instrument ND-0',
    ],
    [
      'a text that is dead by then',
      within({ figures: [figure([{ ...cited, validFrom: '2024-01-01', value: 1 }])] }),
      'figure limit.test: nothing cited is in force on 01/07/2025',
    ],
    [
      'a text that isn’t in force yet',
      within({ figures: [figure([{ ...cited, validFrom: '2023-01-01', validTo: '2024-06-30', value: 1 }])] }),
      'figure limit.test: nothing cited is in force on 01/01/2023',
    ],
    [
      'a confirmation by what is only remembered',
      within({
        figures: [figure([{ ...cited, sources: [{ of: 'THONG-LE' }], validFrom: '2024-01-01', value: 1 }])],
      }),
      'figure limit.test, from 01/01/2024: confirmed by a text that is only remembered',
    ],
    [
      'a value that is none of its choices',
      within({
        figures: [
          figureSchema.parse({
            key: 'late.test',
            kind: 'texts',
            title: { vi: 'Thử', en: 'Test' },
            choices: ['councilDay', 'closingDay'],
            rows: [
              { ...cited, validFrom: '2024-01-01', validTo: '2025-06-30', value: ['closingDay', 'some day'] },
            ],
          }),
        ],
      }),
      'figure late.test: "some day" is none of its choices',
    ],
    [
      'a code that stands twice',
      within({ regimes: [...shippedLaw.regimes], forms: [...shippedLaw.forms, shippedLaw.forms[0]!] }),
      `form ${shippedLaw.forms[0]!.code} stands twice`,
    ],
    [
      'a route of a form that isn’t there',
      within({ forms: shippedLaw.forms.filter(({ code }) => code !== 'GK_XA') }),
      'template gk-xa-2025: no form GK_XA',
    ],
    [
      'a paper of a form that isn’t there',
      within({ forms: shippedLaw.forms.filter(({ code }) => code !== 'GK_XA') }),
      'paper MINUTES_GK_XA: no form GK_XA',
    ],
    [
      'a paper on days of which nothing is known',
      within({ papers: [{ ...paper, rows: [{ ...paper.rows[0]!, validTo: day('2020-01-01') }, later] }] }),
      `paper ${paper.code}: gap on 02/01/2020`,
    ],
    [
      'a paper that stands twice',
      within({ papers: [...shippedLaw.papers, paper] }),
      `paper ${paper.code} stands twice`,
    ],
  ])('is refused for %s', (_what, data, fault) => {
    expect(lawFaults(data)).toContain(fault);
    expect(() => loadLaw(data)).toThrow();
  });

  it('applies on every day from its first row on exactly once, or a fault says the day', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), (spans) => {
        const start = day('2020-01-01');
        const rows = spans.map(([from, length], index) => ({
          validFrom: addDays(start, from),
          ...(index === spans.length - 1 ? {} : { validTo: addDays(start, from + length) }),
        }));
        const open = { ...rows.at(-1)!, validFrom: addDays(start, Math.max(...spans.map(([from]) => from))) };
        const all = [...rows.slice(0, -1), open];
        const begin = all.map(({ validFrom }) => validFrom).toSorted()[0]!;
        const days = Array.from({ length: 60 }, (_, index) => addDays(begin, index));
        const whole = days.every((on) => all.filter((row) => appliesOn(row, on)).length === 1);
        expect(timelineFaults(all).length === 0).toBe(whole);
        const found = days.filter((on) => inForceOn(all, on) === scan(all, on)[0]);
        expect(found).toHaveLength(days.length);
      }),
    );
  });
});

describe('what applies on a day', () => {
  const titleOf = (rule: string) => ({ vi: rule, en: rule });
  it.each(['2016-05-01', '2020-12-14', '2025-03-15', '2025-08-19', '2026-10-02'])(
    'is cited on %s by no text that is not in force',
    (text) => {
      const on = day(text);
      const outside = shippedLaw.instruments.filter((one) => !appliesOn(one, on)).map(({ name }) => name);
      const cited = provisionsOn(law, provisions(law, titleOf), on).map(({ citation }) => citation);
      expect(cited.length).toBeGreaterThan(100);
      expect(cited.filter((citation) => outside.some((name) => citation.includes(name)))).toEqual([]);
    },
  );
});

describe('what the program asks of the law', () => {
  const own = new URL('../../../shared/', import.meta.url);
  const sources = readdirSync(own, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, own), 'utf8'));
  const keys = sources.flatMap((source) =>
    [...source.matchAll(/\.(?:number|text|texts)\(\s*'([a-zA-Z.]+)'/g)].map(([, key = '']) => key),
  );

  it('is answered from today on without an end', () => {
    expect(new Set(keys).size).toBeGreaterThan(15);
    const ended = [...new Set(keys)].filter((key) => law.figureOn(key, day('2050-01-01')) === undefined);
    expect(ended).toEqual([]);
  });

  it('has a ground for every rule that is looked at', () => {
    const bare = allRules.filter(({ id }) => law.groundOn(id, day('2026-11-22')) === undefined);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

describe('what no text settles', () => {
  const set = (key: string, value: string) =>
    createLaw(shippedLaw, [
      ownRowSchema.parse({
        key,
        value,
        validFrom: '2026-01-01',
        sources: [{ of: 'THONG-LE' }],
        confidence: 'inferred',
      }),
    ]);

  it('is set by an office: how grave a rule is, from its day on', () => {
    const own = set('severity.R12', 'inform');
    expect(own.groundOn('R12', day('2025-12-31'))?.severity).toBe('warn');
    expect(own.groundOn('R12', day('2026-01-01'))?.severity).toBe('inform');
  });

  it('is set by an office: whether a paper is asked for', () => {
    const own = set('paper.LETTER_GK_XA', 'notAsked');
    const asked = (on: string) => own.papersFor('GK_XA', 'individual', day(on)).map(({ code }) => code);
    expect(asked('2025-12-31')).toContain('LETTER_GK_XA');
    expect(asked('2026-01-01')).not.toContain('LETTER_GK_XA');
  });

  it('is not what a text settles: nobody lowers a rule that was read in it', () => {
    expect(() => set('severity.R19', 'inform')).toThrow();
    const own = set('severity.R01', 'inform');
    expect(own.groundOn('R01', day('2026-01-01'))?.severity).toBe('block');
  });
});
