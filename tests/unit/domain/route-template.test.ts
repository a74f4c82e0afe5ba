import { describe, expect, it } from 'vitest';
import { isRefusal } from '#shared/domain/refusal.ts';
import {
  chooseTemplate,
  loadRouteTemplate,
  wayOf,
  type RouteFacts,
  type RouteQuestion,
  type RouteTemplate,
} from '#shared/domain/route-template.ts';
import { routeTemplates } from '#shared/regimes/route-templates.ts';
import { law } from '#shared/regimes/shipped.ts';
import { day } from './samples.ts';

const title = { vi: 'Bước', en: 'Step' };
const at = { kind: 'police', level: 'district' };
const receive = { code: 'receive', kind: 'receive', title, at, due: { workingDays: 3 }, freezes: true };
const council = {
  code: 'council',
  kind: 'council',
  council: 'full',
  title,
  at,
  due: { roundDay: 'councilDay' },
};
const decide = { code: 'decide', kind: 'decide', title, at, due: { monthDay: '05-30' }, authority: title };
const template = {
  code: 'gk-thu',
  title,
  case: 'nomination',
  forms: ['GK_HUYEN'],
  enteredAt: ['commune'],
  validFrom: '2017-10-01',
  sources: [{ of: 'ND-91-2017' }],
  confidence: 'confirmed',
  steps: [receive, council, decide],
};

function refusalOf(data: unknown): { code: string; reason: string } {
  try {
    loadRouteTemplate(data);
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, reason: String(error.details['reason']) };
    throw error;
  }
  return { code: 'none', reason: '' };
}

describe('a route template', () => {
  it('is loaded with steps of every kind that is built', () => {
    const letter = { ...receive, code: 'letter', kind: 'letter', freezes: undefined };
    const appraise = { ...letter, code: 'appraise', kind: 'appraise' };
    const loaded = loadRouteTemplate({ ...template, steps: [letter, receive, appraise, council, decide] });
    expect(loaded.steps.map((step) => step.kind)).toEqual([
      'letter',
      'receive',
      'appraise',
      'council',
      'decide',
    ]);
    const outside = { ...decide, kind: 'outside' };
    expect(loadRouteTemplate({ ...template, steps: [receive, outside] }).steps).toHaveLength(2);
  });

  it.each([
    [
      'asks for an opinion and names nobody who is asked',
      [receive, { ...receive, code: 'opinion', kind: 'opinion', freezes: undefined }, decide],
      'opinion',
    ],
    ['names a kind nobody knows', [receive, { ...council, kind: 'ballot' }, decide], 'kind'],
    ['names no council', [receive, { ...council, council: undefined }, decide], 'names no council'],
    ['names a step twice', [receive, council, { ...council }, decide], 'stands twice'],
    ['ends without a decision', [receive, council], 'decides nothing'],
    [
      'decides before its end',
      [
        { ...decide, freezes: true },
        { ...decide, code: 'again' },
      ],
      'before the end',
    ],
    [
      'records an outside decision before its end',
      [receive, { ...decide, code: 'out', kind: 'outside' }, decide],
      'before the end',
    ],
    ['never freezes', [{ ...receive, freezes: undefined }, decide], 'freeze'],
    ['freezes twice', [receive, { ...receive, code: 'again' }, decide], 'freeze'],
    [
      'freezes only some ways',
      [{ ...receive, when: { fact: 'subjectKind', is: 'household' } }, decide],
      'stands on every way',
    ],
    [
      'decides only some ways',
      [receive, { ...decide, when: { fact: 'headOfTaxpayer', is: true } }],
      'stands on every way',
    ],
    [
      'asks for a fact that no case has',
      [receive, { ...council, when: { fact: 'religion', is: 'none' } }, decide],
      'fact',
    ],
    ['has no steps', [], 'steps'],
    ['gives no days', [{ ...receive, due: { workingDays: 0 } }, decide], 'due'],
    ['gives a thirteenth month', [receive, { ...decide, due: { monthDay: '13-01' } }], 'due'],
    ['gives a day that no year has', [receive, { ...decide, due: { monthDay: '02-30' } }], 'due'],
    ['gives a day that not every year has', [receive, { ...decide, due: { monthDay: '02-29' } }], 'due'],
    ['has a step of no level', [{ ...receive, at: { kind: 'police' } }, decide], 'level'],
    ['has a step code in capitals', [{ ...receive, code: 'Receive' }, decide], 'code'],
  ])('is refused when it %s', (_what, steps, reason) => {
    const refused = refusalOf({ ...template, steps });
    expect(refused.code).toBe('RouteTemplateRefused');
    expect(refused.reason).toContain(reason);
  });

  it.each([
    ['from', { validFrom: '2017-02-30' }],
    ['nobody', { enteredAt: [] }],
    ['no source', { sources: [] }],
    ['a title in one language', { title: { vi: 'Bước', en: '' } }],
  ])('is refused whole: %s', (_what, change) => {
    expect(refusalOf({ ...template, ...change }).code).toBe('RouteTemplateRefused');
  });

  it('is data of this program only when all of them load', () => {
    expect(routeTemplates.map((data) => refusalOf(data).code)).toEqual(routeTemplates.map(() => 'none'));
    expect(new Set(law.data.templates.map((loaded) => loaded.code)).size).toBe(law.data.templates.length);
  });
});

describe('a step with a condition', () => {
  const asked = { ...council, when: { fact: 'headOfTaxpayer', is: true } };
  const loaded = loadRouteTemplate({ ...template, steps: [receive, asked, decide] });
  const codes = (facts: RouteFacts): string[] =>
    wayOf(loaded, facts, () => ({ workingDays: 1 })).steps.map(({ code }) => code);

  it.each<[string, RouteFacts, string[]]>([
    ['stands where the fact is so', { headOfTaxpayer: true }, ['receive', 'council', 'decide']],
    ['is left out where it is not', { headOfTaxpayer: false }, ['receive', 'decide']],
    ['stands where nobody has said', {}, ['receive', 'council', 'decide']],
    ['asks for no other fact', { subjectKind: 'individual' }, ['receive', 'council', 'decide']],
  ])('%s', (_what, facts, expected) => {
    expect(codes(facts)).toEqual(expected);
  });
});

describe('choosing a template', () => {
  const question: RouteQuestion = {
    case: 'nomination',
    form: 'GK_HUYEN',
    lane: 'peoplesCommittee',
    enteredAt: 'commune',
    day: day('2020-10-05'),
  };
  const codeFor = (
    change: Partial<RouteQuestion>,
    from: readonly RouteTemplate[] = law.data.templates,
  ): string => {
    try {
      return chooseTemplate(from, { ...question, ...change }).code;
    } catch (error) {
      return isRefusal(error) ? error.code : 'thrown';
    }
  };

  it.each([
    ['a district certificate of 2020', {}, 'gk-huyen-2020'],
    ['a certificate of merit of 2020', { form: 'BK_TINH' }, 'bk-tinh-2020'],
    ['a medal, entered by the district', { form: 'KNC_ANTQ', enteredAt: 'district' }, 'knc-antq-2020'],
    [
      'a medal in the lane of the police',
      { form: 'KNC_ANTQ', enteredAt: 'district', lane: 'police' },
      'knc-antq-2020',
    ],
    ['a certificate of merit of 2026', { form: 'BK_TINH', day: day('2026-08-03') }, 'bk-tinh-2025'],
    ['a medal of 2026, entered by the ward', { form: 'KNC_ANTQ', day: day('2026-08-03') }, 'knc-antq-2025'],
    ['a ward certificate of 2026', { form: 'GK_XA', day: day('2026-08-03') }, 'gk-xa-2025'],
    ['a model of a ward', { case: 'modelProposal', form: undefined }, 'model-commune-2020'],
    [
      'a model of the district',
      { case: 'modelProposal', form: undefined, enteredAt: 'district' },
      'model-district-2020',
    ],
    ['its first day', { day: day('2017-10-01') }, 'gk-huyen-2020'],
    ['its last day', { day: day('2025-02-28') }, 'gk-huyen-2020'],
    ['the day before its first', { day: day('2017-09-30') }, 'RouteUnresolvable'],
    ['the day after its last', { day: day('2025-03-01') }, 'gk-huyen-interim'],
    ['the day after the last of its level', { day: day('2025-07-01') }, 'RouteUnresolvable'],
    ['another lane', { lane: 'police' }, 'RouteUnresolvable'],
    ['no lane where one is needed', { lane: undefined }, 'RouteUnresolvable'],
    ['another level', { enteredAt: 'district' }, 'RouteUnresolvable'],
    ['a form of no route', { form: 'LDTT' }, 'RouteUnresolvable'],
  ] satisfies [string, Partial<RouteQuestion>, string][])('for %s', (_what, change, code) => {
    expect(codeFor(change)).toBe(code);
  });

  it('says that there is none, and for what', () => {
    let details: unknown;
    try {
      law.templateFor({ ...question, form: 'LDTT' });
    } catch (error) {
      details = isRefusal(error) ? error.details : undefined;
    }
    expect(details).toMatchObject({ reason: 'noTemplate', form: 'LDTT', day: '2020-10-05' });
  });
});
