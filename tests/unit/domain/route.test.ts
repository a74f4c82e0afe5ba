import { describe, expect, it } from 'vitest';
import type { Case, Route } from '#shared/domain/case.ts';
import { organisationSchema, type Organisation } from '#shared/domain/directory.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { mayOwnRound, type StepTemplate, type Way } from '#shared/domain/route-template.ts';
import {
  dueDay,
  expectedRoute,
  liesOutside,
  remindersFor,
  rerouted,
  resolveHolder,
  type RouteSetting,
  type Territory,
} from '#shared/domain/route.ts';
import { law } from '#shared/regimes/shipped.ts';
import { areas, organisations } from '#tests/support/small-directory.ts';
import { aCase, day, idOf } from './samples.ts';

const { calendar } = law;

const office = (code: string, change: Partial<Organisation>): Organisation =>
  organisationSchema.parse({ ...organisations.districtPolice, id: idOf(`org-${code}`), ...change });
const cityOffice = (code: string, change: Partial<Organisation>): Organisation =>
  office(code, { area: areas.city.id, level: 'province', ...change });

const movement = cityOffice('pv-5', { functions: ['movementBuilding'] });
const fire = cityOffice('pc-7', { functions: ['fireSafety'] });
const awardOffice = cityOffice('award', { kind: 'department', functions: ['awardOffice'] });
const cityCommittee = cityOffice('city', { kind: 'peoplesCommittee' });

const territory: Territory = {
  areas: [areas.ward, areas.district, areas.city],
  organisations: [
    organisations.wardCommittee,
    organisations.districtPolice,
    organisations.districtCommittee,
    movement,
    fire,
    awardOffice,
    cityCommittee,
  ],
};
const roundDays = { closingDay: day('2020-11-20'), councilDay: day('2020-12-11') };
const onDay = (text: string, change: Partial<RouteSetting> = {}): RouteSetting => ({
  territory,
  calendar,
  roundDays,
  day: day(text),
  ...change,
});

/** On its first day. */
function wayOf(code: string): Way {
  const found = law.template(code);
  if (found === undefined) throw new Error(`no template ${code}`);
  const { forms, enteredAt, validFrom } = found;
  return law.templateFor({ ...found, form: forms[0], enteredAt: enteredAt[0]!, day: validFrom });
}
const certificate = wayOf('gk-huyen-2020');
const merit = wayOf('bk-tinh-2020');

const stepAt = (at: StepTemplate['at']): StepTemplate => ({
  code: 'step',
  kind: 'receive',
  title: { vi: 'Bước', en: 'Step' },
  at,
  due: { workingDays: 1 },
});

function holderOf(at: StepTemplate['at'], on = '2020-10-05', within: Territory = territory): string {
  try {
    return resolveHolder(within, stepAt(at), day(on)).id;
  } catch (error) {
    return isRefusal(error) ? String(error.details['reason']) : 'thrown';
  }
}

describe('who holds a step', () => {
  it.each([
    [
      'the committee of the ward itself',
      { kind: 'peoplesCommittee', level: 'commune' },
      organisations.wardCommittee.id,
    ],
    [
      'the police of the district above',
      { kind: 'police', level: 'district' },
      organisations.districtPolice.id,
    ],
    ['by function', { kind: 'police', level: 'province', function: 'movementBuilding' }, movement.id],
    ['by another function', { kind: 'police', level: 'province', function: 'fireSafety' }, fire.id],
    ['two without one', { kind: 'police', level: 'province' }, 'severalOrganisations'],
    ['nobody', { kind: 'ministry', level: 'central' }, 'noOrganisation'],
    [
      'nobody of that function',
      { kind: 'police', level: 'district', function: 'fireSafety' },
      'noOrganisation',
    ],
  ] satisfies [string, StepTemplate['at'], string][])('is %s', (_who, at, expected) => {
    expect(holderOf(at)).toBe(expected);
  });

  it('is never an office of a neighbouring ward', () => {
    const all = { ...territory, organisations: [...territory.organisations, organisations.siblingCommittee] };
    expect(holderOf({ kind: 'peoplesCommittee', level: 'commune' }, '2020-10-05', all)).toBe(
      organisations.wardCommittee.id,
    );
  });

  it('changes with the day on which one office follows another', () => {
    const before = office('old', { validTo: day('2020-10-31') });
    const after = office('new', { validFrom: day('2020-11-01') });
    const within: Territory = { ...territory, organisations: [before, after] };
    const at = { kind: 'police', level: 'district' } as const;
    expect(holderOf(at, '2020-10-31', within)).toBe(before.id);
    expect(holderOf(at, '2020-11-01', within)).toBe(after.id);
    expect(holderOf(at, '2009-12-31', within)).toBe('noOrganisation');
  });

  it('is nobody where the area itself has ended', () => {
    const gone = { ...areas.district, validTo: day('2025-06-30') };
    const within: Territory = { ...territory, areas: [areas.ward, gone, areas.city] };
    expect(holderOf({ kind: 'police', level: 'district' }, '2025-06-30', within)).toBe(
      organisations.districtPolice.id,
    );
    expect(holderOf({ kind: 'police', level: 'district' }, '2025-07-01', within)).toBe('noOrganisation');
  });
});

describe('the day on which a step is due', () => {
  it.each([
    ['working days after it opens', { workingDays: 7 }, '2020-10-05', '2020-10-14'],
    ['working days over Tết', { workingDays: 1 }, '2020-01-22', '2020-01-30'],
    ['the closing day of the round', { roundDay: 'closingDay' }, '2020-10-05', '2020-11-20'],
    ['the council day of the round', { roundDay: 'councilDay' }, '2020-10-05', '2020-12-11'],
    [
      'the day it opens, when that day of the round has passed',
      { roundDay: 'closingDay' },
      '2020-11-23',
      '2020-11-23',
    ],
    ['a day of this year', { monthDay: '05-30' }, '2020-05-04', '2020-05-30'],
    ['that very day', { monthDay: '05-30' }, '2020-05-30', '2020-05-30'],
    ['that day of the next year, once it has passed', { monthDay: '05-30' }, '2020-05-31', '2021-05-30'],
  ] as const)('is %s', (_what, rule, from, due) => {
    expect(dueDay(rule, day(from), onDay(from))).toBe(due);
  });

  it('is the day it opens where no round says one', () => {
    const setting = onDay('2020-10-05', { roundDays: undefined });
    expect(dueDay({ roundDay: 'councilDay' }, day('2020-10-05'), setting)).toBe('2020-10-05');
  });

  it('is told two working days before, on it, and the day after', () => {
    expect(remindersFor(day('2020-10-14'), calendar)).toEqual({
      remindOn: '2020-10-12',
      dueOn: '2020-10-14',
      escalateOn: '2020-10-15',
    });
    expect(remindersFor(day('2020-10-12'), calendar).remindOn).toBe('2020-10-08');
  });
});

describe('the expected way', () => {
  const datesOf = (route: Route): string[] => route.steps.map((step) => `${step.code} ${step.dueOn}`);

  it('names every holder and counts each step from the one before', () => {
    const route = expectedRoute(certificate, onDay('2020-10-05'));
    expect(datesOf(route)).toEqual([
      'ward-council 2020-10-14',
      'ward-letter 2020-11-20',
      'district-receive 2020-11-25',
      'district-appraise 2020-12-09',
      'district-police-letter 2020-12-14',
      'district-council 2020-12-14',
      'district-decide 2020-12-23',
    ]);
    expect(new Set(route.steps.map((step) => step.state))).toEqual(new Set(['ahead']));
    expect(route.steps.filter((step) => step.freezes).map((step) => step.code)).toEqual(['district-receive']);
    expect(route.frozenOn).toBeUndefined();
  });

  it('cannot be said while one holder is missing', () => {
    const few = { ...territory, organisations: [organisations.wardCommittee] };
    expect(() => expectedRoute(certificate, onDay('2020-10-05', { territory: few }))).toThrow(
      expect.objectContaining({ code: 'RouteUnresolvable' }),
    );
  });
});

describe('a way that leads out of the system', () => {
  const away = (...ids: readonly string[]): RouteSetting =>
    onDay('2020-10-05', {
      territory: {
        ...territory,
        organisations: territory.organisations.map((one) =>
          ids.includes(one.id) ? { ...one, outside: true } : one,
        ),
      },
    });
  const shown = (route: Route): string[] =>
    route.steps.map(({ code, kind, organisation, freezes, dueOn }) =>
      [
        code,
        kind,
        organisation === organisations.wardCommittee.id ? 'ward' : 'above',
        dueOn,
        freezes ? 'freezes' : '',
      ]
        .join(' ')
        .trim(),
    );

  it('ends with the recording of what is decided there, by whoever signed the last paper inside', () => {
    const route = expectedRoute(certificate, away(organisations.districtPolice.id));
    expect(shown(route)).toEqual([
      'ward-council council ward 2020-10-14',
      'ward-letter letter ward 2020-11-20 freezes',
      // As long as all the steps out there: 3 + 10 + 3 + 7 working days.
      'district-decide outside ward 2020-12-23',
    ]);
    expect(route.steps[2]?.sentTo).toBe(organisations.districtPolice.id);
  });

  it('goes on inside as far as offices work here', () => {
    const route = expectedRoute(merit, away(movement.id, cityCommittee.id));
    expect(route.steps.map((step) => step.code)).toEqual([
      'ward-council',
      'ward-letter',
      'district-receive',
      'district-appraise',
      'district-police-letter',
      'district-council',
      'district-letter',
      'city-decide',
    ]);
    expect(route.steps.at(-1)).toMatchObject({
      kind: 'outside',
      organisation: organisations.districtCommittee.id,
      sentTo: movement.id,
    });
    expect(route.steps.filter((step) => step.freezes).map((step) => step.code)).toEqual(['district-letter']);
  });

  it('needs no office behind the first one outside, but that one', () => {
    const few = {
      ...territory,
      organisations: [
        organisations.wardCommittee,
        { ...organisations.districtPolice, outside: true as const },
      ],
    };
    expect(expectedRoute(certificate, onDay('2020-10-05', { territory: few })).steps).toHaveLength(3);
    const none = { ...territory, organisations: [organisations.wardCommittee] };
    expect(() => expectedRoute(certificate, onDay('2020-10-05', { territory: none }))).toThrow(
      expect.objectContaining({ code: 'RouteUnresolvable' }),
    );
  });

  it('can’t begin outside', () => {
    expect(() => expectedRoute(certificate, away(organisations.wardCommittee.id))).toThrow(
      expect.objectContaining({
        details: { template: 'gk-huyen-2020', day: '2020-10-05', reason: 'allOutside' },
      }),
    );
  });

  it('keeps what was passed when an office begins to work here', () => {
    const before = expectedRoute(certificate, away(organisations.districtPolice.id));
    const [council, ...rest] = before.steps;
    const subject = aCase({
      route: {
        ...before,
        steps: [
          { ...council!, state: 'settled', outcome: 'recommended', settledOn: day('2020-10-06') },
          ...rest,
        ],
      },
    });
    const { route } = rerouted(subject, certificate, onDay('2020-10-20'));
    expect(route?.steps.map((step) => `${step.code} ${step.kind}`)).toEqual(
      certificate.steps.map((step) => `${step.code} ${step.kind}`),
    );
    expect(route?.steps.filter((step) => step.freezes).map((step) => step.code)).toEqual([
      'district-receive',
    ]);
  });

  it('may be opened as a round by the office at its beginning', () => {
    const question = { form: 'GK_HUYEN', lane: 'peoplesCommittee', day: day('2020-10-05') } as const;
    const owns = (setting: RouteSetting): boolean =>
      mayOwnRound(law.data.templates, organisations.wardCommittee, question, (at) =>
        liesOutside(setting.territory, at, setting.day),
      );
    expect(owns(onDay('2020-10-05'))).toBe(false);
    expect(owns(away(organisations.districtPolice.id))).toBe(true);
  });
});

describe('the ways of two levels', () => {
  const committee = { ...organisations.wardCommittee, area: areas.ward.id };
  const setting = (form: 'bk-tinh-2025' | 'knc-antq-2025', outside: boolean): Route =>
    expectedRoute(
      wayOf(form),
      onDay('2026-08-03', {
        territory: {
          areas: [areas.ward, areas.city],
          organisations: [
            committee,
            office('ward-police', { level: 'commune', area: areas.ward.id }),
            ...[movement, awardOffice, cityCommittee].map((one) =>
              outside ? { ...one, outside: true as const } : one,
            ),
          ],
        },
      }),
    );

  it.each([
    ['bk-tinh-2025', true, ['ward-council', 'ward-letter', 'city-decide']],
    [
      'bk-tinh-2025',
      false,
      [
        'ward-council',
        'ward-letter',
        'city-receive',
        'city-opinion',
        'city-appraise',
        'city-standing-council',
        'city-decide',
      ],
    ],
    ['knc-antq-2025', true, ['ward-police-letter', 'minister-decides']],
    [
      'knc-antq-2025',
      false,
      ['ward-police-letter', 'city-police-appraise', 'city-police-letter', 'minister-decides'],
    ],
  ] as const)('%s, with the city outside: %s', (form, outside, codes) => {
    expect(setting(form, outside).steps.map((step) => step.code)).toEqual(codes);
    expect(setting(form, outside).steps.filter((step) => step.freezes)).toHaveLength(1);
  });
});

describe('a way computed anew', () => {
  /** A case with `passed` steps behind it and the next one open, or none when `between`. */
  function onTheWay(template: Way, passed: number, between = false, frozenOn?: string): Case {
    const route = expectedRoute(template, onDay('2020-10-05'));
    const steps = route.steps.map((step, index) => {
      if (index < passed)
        return { ...step, state: 'settled', outcome: 'recommended', settledOn: '2020-10-06' };
      return index === passed && !between ? { ...step, state: 'open', openedOn: '2020-10-07' } : step;
    });
    return aCase({
      route: { template: template.code, steps, ...(frozenOn === undefined ? {} : { frozenOn }) },
      ...(between ? {} : { position: passed }),
    });
  }
  const states = (route: Route | undefined) => route?.steps.map((step) => `${step.code} ${step.state}`);

  it('is the expected one for a case that has none yet', () => {
    const { route, position } = rerouted(aCase(), certificate, onDay('2020-10-05'));
    expect(route).toEqual(expectedRoute(certificate, onDay('2020-10-05')));
    expect(position).toBeUndefined();
  });

  it('keeps what was passed, as it was passed', () => {
    const before = onTheWay(certificate, 2, true);
    const { route, position } = rerouted(before, certificate, onDay('2020-11-23'));
    expect(route?.steps.slice(0, 2)).toEqual(before.route?.steps.slice(0, 2));
    expect(states(route)?.slice(2)).toEqual([
      'district-receive ahead',
      'district-appraise ahead',
      'district-police-letter ahead',
      'district-council ahead',
      'district-decide ahead',
    ]);
    expect(position).toBeUndefined();
  });

  it('counts what is ahead from today, not again what lies behind', () => {
    const { route } = rerouted(onTheWay(certificate, 2, true), certificate, onDay('2020-11-23'));
    expect(route?.steps.slice(2).map((step) => step.dueOn)).toEqual([
      '2020-11-26',
      '2020-12-10',
      '2020-12-15',
      '2020-12-15',
      '2020-12-24',
    ]);
  });

  it('counts what is ahead from the day on which the open step is due', () => {
    const before = onTheWay(certificate, 3);
    const { route, position } = rerouted(before, merit, onDay('2020-12-01'));
    expect(position).toBe(3);
    expect(route?.steps[3]).toEqual(before.route?.steps[3]);
    expect(before.route?.steps[3]?.dueOn).toBe('2020-12-09');
    expect(route?.steps[4]?.dueOn).toBe('2020-12-14');
  });

  it('keeps an open step that the new way has at the same office', () => {
    const before = onTheWay(certificate, 5);
    const { route, position } = rerouted(before, merit, onDay('2020-12-11'));
    expect(position).toBe(5);
    expect(states(route)).toEqual([
      ...[
        'ward-council',
        'ward-letter',
        'district-receive',
        'district-appraise',
        'district-police-letter',
      ].map((code) => `${code} settled`),
      'district-council open',
      ...[
        'district-letter',
        'city-police-appraise',
        'city-police-letter',
        'city-receive',
        'city-appraise',
        'city-decide',
      ].map((code) => `${code} ahead`),
    ]);
    expect(route?.template).toBe('bk-tinh-2020');
  });

  it('leaves an open step that the new way has at another office', () => {
    const newPolice = office('new', {});
    const moved = {
      ...territory,
      organisations: territory.organisations.map((one) =>
        one.id === organisations.districtPolice.id ? newPolice : one,
      ),
    };
    const { route, position } = rerouted(
      onTheWay(certificate, 2),
      certificate,
      onDay('2020-11-23', { territory: moved }),
    );
    expect(position).toBeUndefined();
    expect(route?.steps[2]).toMatchObject({
      state: 'settled',
      outcome: 'formChanged',
      settledOn: '2020-11-23',
    });
    expect(route?.steps[3]).toMatchObject({
      code: 'district-receive',
      state: 'ahead',
      organisation: newPolice.id,
    });
  });

  it('leaves an open step that the new way does not have', () => {
    const { route, position } = rerouted(onTheWay(certificate, 6), merit, onDay('2020-12-15'));
    expect(position).toBeUndefined();
    expect(states(route)?.slice(6, 8)).toEqual(['district-decide settled', 'district-letter ahead']);
  });

  it('has a step that was only left, never passed, before it again when the form changes back', () => {
    const first = onTheWay(merit, 6);
    expect(first.route?.steps[6]?.code).toBe('district-letter');
    const away = rerouted(first, certificate, onDay('2020-12-15'));
    const { position: _none, ...rest } = first;
    const back = rerouted(
      { ...rest, ...(away.route === undefined ? {} : { route: away.route }) },
      merit,
      onDay('2020-12-16'),
    );
    expect(states(back.route)).toContain('district-letter ahead');
  });

  it('is not frozen by a change of form before RECEIVE', () => {
    expect(rerouted(onTheWay(certificate, 1), merit, onDay('2020-10-20')).route?.frozenOn).toBeUndefined();
  });

  it('keeps the day of RECEIVE through a change of form after it', () => {
    const before = onTheWay(certificate, 4, false, '2020-11-24');
    expect(rerouted(before, merit, onDay('2020-12-10')).route?.frozenOn).toBe('2020-11-24');
  });

  it('is frozen since the step was passed that freezes the new way', () => {
    const before = onTheWay(merit, 5);
    expect(before.route?.frozenOn).toBeUndefined();
    expect(rerouted(before, certificate, onDay('2020-12-10')).route?.frozenOn).toBe('2020-10-06');
  });

  it('takes a way of its own words', () => {
    const steps = certificate.steps.filter((step) => step.kind !== 'council');
    const short: Way = { code: 'short', steps };
    const { route, position } = rerouted(onTheWay(certificate, 0), short, onDay('2020-10-06'));
    expect(states(route)?.slice(0, 2)).toEqual(['ward-council settled', 'ward-letter ahead']);
    expect(position).toBeUndefined();
  });
});

describe('a step that asks for opinions', () => {
  const models = wayOf('model-commune-2025');
  const wardPolice = office('wp', { area: areas.ward.id, level: 'commune' });
  const codes = ({ steps }: Route) => steps.map(({ code }) => code);

  it('is left out, and named, where nobody whom it asks is in the directory', () => {
    const route = expectedRoute(models, onDay('2025-07-07'));
    expect(route.unasked).toEqual(['ward-opinion']);
    expect(codes(route)).not.toContain('ward-opinion');
  });

  it.each([
    ['in the system', {}],
    ['outside, by paper', { outside: true as const }],
  ])('asks whoever is there, %s', (_, place) => {
    const asked = { ...wardPolice, ...place };
    const there = { ...territory, organisations: [...territory.organisations, asked] };
    const route = expectedRoute(models, onDay('2025-07-07', { territory: there }));
    expect(route.unasked).toBeUndefined();
    expect(route.steps.find(({ code }) => code === 'ward-opinion')?.asks).toEqual([
      { organisation: wardPolice.id, ...place },
    ]);
  });
});
