import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationSchema, type Organisation } from '#shared/domain/directory.ts';
import { lawFaults } from '#shared/domain/law/law-faults.ts';
import { createLaw, type LawData } from '#shared/domain/law/law.ts';
import { ownRowSchema } from '#shared/domain/law/figure.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { expectedRoute, type Territory } from '#shared/domain/route.ts';
import { lanes, type RouteQuestion, type RouteTemplate, type Way } from '#shared/domain/route-template.ts';
import { addDays, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { law, shippedLaw } from '#shared/regimes/shipped.ts';
import { areas, organisations } from '#tests/support/small-directory.ts';
import { idOf } from '../domain/samples.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);
const levels = ['commune', 'district', 'province', 'central'] as const;

/** Offices as they were: police of the district to 28/02/2025, its People's Committee to 30/06/2025. */
const office = (code: string, change: Partial<Organisation>): Organisation =>
  organisationSchema.parse({
    ...organisations.districtPolice,
    id: idOf(`org-way-${code}`),
    validFrom: day('2010-01-01'),
    ...change,
  });
const city = { area: areas.city.id, level: 'province' } as const;
const districtDays = { validTo: day('2025-06-30') };
const territory: Territory = {
  areas: [
    { ...areas.ward, validFrom: day('2010-01-01') },
    { ...areas.district, validFrom: day('2010-01-01'), ...districtDays },
    { ...areas.city, validFrom: day('2010-01-01') },
  ],
  organisations: [
    office('wc', { kind: 'peoplesCommittee', level: 'commune', area: areas.ward.id }),
    office('wp', { level: 'commune', area: areas.ward.id }),
    office('dp', { validTo: day('2025-02-28') }),
    office('dc', { kind: 'peoplesCommittee', ...districtDays }),
    office('cp', { ...city, functions: ['movementBuilding'] }),
    office('ca', { ...city, kind: 'department', functions: ['awardOffice'] }),
    office('cc', { ...city, kind: 'peoplesCommittee' }),
  ],
};

/** Every question that can be asked on a day. */
const questionsOn = (on: CivilDate): RouteQuestion[] =>
  levels.flatMap((enteredAt) => [
    { case: 'modelProposal', enteredAt, day: on } as const,
    ...shippedLaw.forms.flatMap(({ code: form }) =>
      lanes.map((lane) => ({ case: 'nomination', form, lane, enteredAt, day: on }) as const),
    ),
  ]);

function wayFor(question: RouteQuestion): Way | undefined {
  try {
    return law.templateFor(question);
  } catch (error) {
    if (isRefusal(error) && error.code === 'RouteUnresolvable') return undefined;
    throw error;
  }
}

/** What is wrong with the way that a question is answered with on a day; none where there is no way. */
function wrongOn(question: RouteQuestion): string[] {
  const way = wayFor(question);
  const last = way?.steps.at(-1);
  if (way === undefined || last === undefined) return [];
  const roundDays = { closingDay: addDays(question.day, 30), councilDay: addDays(question.day, 60) };
  const route = expectedRoute(way, { territory, calendar: law.calendar, roundDays, day: question.day });
  const terms = question.form === undefined ? undefined : law.termsOn(question.form, question.day);
  const decides = last.kind === 'outside' || question.form === undefined ? last.at : terms?.decidedAt;
  const dates = [question.day, ...route.steps.map(({ dueOn }) => dueOn)];
  return [
    ...(last.kind === 'decide' || last.kind === 'outside' ? [] : ['doesn’t end']),
    ...(question.form !== undefined && last.authority?.vi !== terms?.authority.vi ? ['unlawful'] : []),
    ...(JSON.stringify(decides) === JSON.stringify(last.at) ? [] : ['decided elsewhere']),
    ...(dates.some((date, index) => index > 0 && date < dates[index - 1]!) ? ['goes back in time'] : []),
    ...(route.steps.length === way.steps.length ? [] : ['loses steps']),
  ].map((fault) => `${way.code} on ${question.day}: ${fault}`);
}

/** Days on which any row of the law begins or is the first without it, and their eves. */
const changeDays: CivilDate[] = [
  ...new Set(
    [shippedLaw.regimes, shippedLaw.eras, shippedLaw.templates, ...shippedLaw.forms.map(({ terms }) => terms)]
      .flat()
      .flatMap(({ validFrom, validTo }) => [
        addDays(validFrom, -1),
        validFrom,
        ...(validTo === undefined ? [] : [validTo, addDays(validTo, 1)]),
      ]),
  ),
].filter((on) => on >= '2017-01-01' && on <= '2030-12-31');

describe('the ways of cases', () => {
  it.each(changeDays.toSorted())('end with whoever decides by the law of %s', (on) => {
    expect(questionsOn(on).flatMap(wrongOn)).toEqual([]);
  });

  it('end with whoever decides by the law of any day from 2017 to 2030', () => {
    const first = day('2017-01-01');
    const anyDay = fc.integer({ min: 0, max: 5_112 }).map((count) => addDays(first, count));
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(questionsOn(on).flatMap(wrongOn)).toEqual([]);
      }),
    );
  });

  it('are there on every day since 2017 for each form that is granted', () => {
    const missing: string[] = [];
    for (let on = day('2017-10-01'); on <= '2030-12-31'; on = addDays(on, 1)) {
      for (const { code } of law.routedForms) {
        const granted = law.termsOn(code, on) !== undefined;
        const there = shippedLaw.templates.some(
          ({ forms, validFrom, validTo }) =>
            forms.includes(code) && validFrom <= on && on <= (validTo ?? '9999-12-31'),
        );
        if (granted !== there) missing.push(`${code} on ${on}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it.each([
    ['GK_XA', 'peoplesCommittee'],
    ['GK_CAT', 'police'],
    ['BK_TINH', 'peoplesCommittee'],
    ['BK_TINH', 'police'],
    ['BK_BCA', 'police'],
  ] as const)('are there for %s in the lane %s in all three eras', (form, lane) => {
    const codes = ['2020-11-10', '2025-03-15', '2025-08-19'].map((on) =>
      wayFor({ case: 'nomination', form, lane, enteredAt: 'commune', day: day(on) }),
    );
    expect(codes).not.toContain(undefined);
  });

  it('and the law over them are four for one nomination received on four days', () => {
    const received = ['2020-11-10', '2025-03-15', '2025-08-19', '2026-10-02'].map(day);
    const under = received.map((on) => {
      const question = { case: 'nomination', form: 'BK_TINH', lane: 'peoplesCommittee', day: on } as const;
      const { code } = law.templateFor({ ...question, enteredAt: 'commune' });
      return `${code} ${law.regimeOn(on).code}`;
    });
    expect(under).toEqual([
      'bk-tinh-2020 LAW2003_D91',
      'bk-tinh-interim LAW2022_D98',
      'bk-tinh-2025 LAW2022_D152',
      'bk-tinh-2025 LAW2026',
    ]);
  });
});

describe('days that the law sets for a step', () => {
  const question = {
    case: 'nomination',
    form: 'GK_XA',
    lane: 'peoplesCommittee',
    enteredAt: 'commune',
    day: day('2026-08-03'),
  } as const;
  const dueIn = (own: readonly object[]) =>
    createLaw(
      shippedLaw,
      own.map((row) => ownRowSchema.parse(row)),
    )
      .templateFor(question)
      .steps.find(({ code }) => code === 'ward-appraise')?.due;
  const own = {
    key: 'limit.appraise',
    validFrom: '2026-08-01',
    sources: [{ of: 'BAC-NINH-86-2025' }],
    confidence: 'confirmed',
  };

  it('are those of the figure on the day on which the way is computed', () => {
    expect(dueIn([])).toEqual({ workingDays: 20 });
    expect(dueIn([{ ...own, value: 12 }])).toEqual({ workingDays: 12 });
    expect(dueIn([{ ...own, validFrom: '2026-08-04', value: 12 }])).toEqual({ workingDays: 20 });
  });

  it('are one at least', () => {
    expect(dueIn([{ ...own, value: 0 }])).toEqual({ workingDays: 1 });
  });

  it('may be a day of the year', () => {
    const medal = law.templateFor({ ...question, form: 'KNC_ANTQ' });
    expect(medal.steps.find(({ freezes }) => freezes)?.due).toEqual({ monthDay: '05-29' });
  });
});

describe('ways that are loaded', () => {
  const templates = shippedLaw.templates;
  const changed = (code: string, change: (template: RouteTemplate) => Partial<RouteTemplate>): LawData => ({
    ...shippedLaw,
    templates: templates.map((template) =>
      template.code === code ? { ...template, ...change(template) } : template,
    ),
  });
  const lastStep = (change: object) => (template: RouteTemplate) => ({
    steps: template.steps.with(-1, { ...template.steps.at(-1)!, ...change }),
  });

  it.each<[string, LawData, string]>([
    [
      'two that answer one question on one day',
      changed('gk-xa-2020', () => ({ validTo: day('2025-07-01') })),
      'templates gk-xa-2020 and gk-xa-2025 answer one question on one day',
    ],
    [
      'a form that is granted no more',
      changed('gk-huyen-interim', () => ({ validTo: day('2025-12-31') })),
      'template gk-huyen-interim: GK_HUYEN is not granted on 01/07/2025',
    ],
    [
      'another office that decides',
      changed('gk-xa-2025', lastStep({ at: { kind: 'police', level: 'commune' } })),
      'template gk-xa-2025: GK_XA is decided by Chairman of the ward People’s Committee',
    ],
    [
      'another authority outside',
      changed('knc-antq-2025', lastStep({ authority: { vi: 'Thủ tướng Chính phủ', en: 'Prime Minister' } })),
      'template knc-antq-2025: KNC_ANTQ is decided by Minister of Public Security',
    ],
    [
      'a text that is dead by then',
      changed('gk-xa-2025', () => ({ sources: [{ of: 'ND-98-2023' }] })),
      'template gk-xa-2025: nothing cited is in force on 01/07/2025',
    ],
    [
      'a text that isn’t there',
      changed('gk-xa-2025', () => ({ sources: [{ of: 'ND-0' }] })),
      'template gk-xa-2025, from 01/07/2025: no instrument ND-0',
    ],
    [
      'days that no figure sets',
      changed('gk-xa-2025', lastStep({ due: { limit: 'limit.none' } })),
      'template gk-xa-2025: no days in limit.none',
    ],
    [
      'a figure that counts no days',
      changed('gk-xa-2025', lastStep({ due: { limit: 'quorum.award' } })),
      'template gk-xa-2025: no days in quorum.award',
    ],
    [
      'days of which the law is silent at first',
      changed('gk-xa-2020', lastStep({ due: { limit: 'deadline.anttArea' } })),
      'template gk-xa-2020: deadline.anttArea is silent on 01/10/2017',
    ],
  ])('are refused for %s', (_what, data, fault) => {
    expect(lawFaults(data)).toContain(fault);
  });
});
