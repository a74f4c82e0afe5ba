import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, workingDaysBetween } from '#shared/domain/calendar.ts';
import { openStep, standingOf, type Case, type CaseContent } from '#shared/domain/case.ts';
import { ended, requireOpenStep, requireStanding, settled } from '#shared/domain/case-acts/change.ts';
import { caseCommands } from '#shared/domain/case-command.ts';
import * as entering from '#shared/domain/case-acts/entering.ts';
import * as holding from '#shared/domain/case-acts/holding.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { addDays } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import {
  aCase,
  aDraft,
  aPost,
  aSetting,
  caseAt,
  day,
  district,
  idOf,
  movingTo,
  police,
  ward,
} from './samples.ts';

const { calendar: office } = law;

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
  return 'done';
}

const supplement = {
  by: idOf('person'),
  on: '2020-10-05',
  fields: ['report'],
  dueOn: '2020-10-19',
  daysLeft: 10,
};
const held = { by: idOf('person'), on: '2020-10-05', document: '01/CV', daysLeft: 10 };
const content: CaseContent = {
  printedName: 'Nguyễn Thị Sáu',
  unit: 'Tổ dân phố số 5',
  birthYear: 1958,
  achievementFrom: day('2019-12-01'),
  achievementTo: day('2020-09-30'),
  citation: 'Đã có thành tích xuất sắc',
  report: 'Vận động 120 hộ.',
  publication: 'public',
  publicationBasis: 'Văn bản đồng ý ngày 01/10/2020',
};
const reason = { reason: 'Lý do' };
const withDocument = { reason: 'Lý do', document: 'Công văn số 01' };
const asked = { fields: ['report' as const], note: 'Bổ sung', workingDays: 10 };

const standing = {
  draft: aDraft(),
  moving: movingTo('district-appraise'),
  free: caseAt('district-appraise'),
  inList: caseAt('district-appraise', { list: idOf('list') }),
  supplement: caseAt('district-appraise', { supplement }),
  hold: caseAt('district-appraise', { hold: held }),
  ended: aCase({ status: 'WITHDRAWN', endedOn: '2020-10-05' }),
};

describe('where a case stands', () => {
  it.each(Object.entries(standing))('%s', (name, subject) => {
    expect(standingOf(subject)).toBe(name);
  });

  it('shows hold before supplement, and both before the list', () => {
    expect(standingOf({ ...standing.hold, supplement: standing.supplement.supplement! })).toBe('hold');
    expect(standingOf({ ...standing.supplement, list: standing.inList.list! })).toBe('supplement');
  });

  it.each([
    ['draft', 'CaseMovedOn'],
    ['moving', 'CaseIsMoving'],
    ['ended', 'CaseMovedOn'],
  ] as const)('has no open step while %s', (name, code) => {
    expect(codeOf(() => requireOpenStep(standing[name]))).toBe(code);
    expect(codeOf(() => requireStanding(standing[name], ['free']))).toBe(code);
  });
});

/** Every act of the holder, from every standing: what has no open step is refused, all else is for the rules to say. */
const heldActs = {
  receive: (subject: Case) => holding.receive(subject, aSetting(), 20),
  recommend: (subject: Case) => holding.recommend(subject, {}, aSetting()),
  notRecommend: (subject: Case) => holding.notRecommend(subject, reason, aSetting()),
  askSupplement: (subject: Case) => holding.askSupplement(subject, asked, aSetting()),
  returnIneligible: (subject: Case) =>
    holding.returnIneligible(subject, { ...reason, article: 'Điều 5' }, aSetting()),
  hold: (subject: Case) => holding.hold(subject, withDocument, false, aSetting()),
  reassign: (subject: Case) => holding.reassign(subject, { post: null, ...reason }, undefined),
  refuse: (subject: Case) => holding.refuse(subject, reason, aSetting()),
  recordNotAwarded: (subject: Case) => holding.recordNotAwarded(subject, reason, aSetting()),
};

describe.each(Object.entries(heldActs))('%s', (_name, act) => {
  it.each([
    ['draft', 'CaseMovedOn'],
    ['moving', 'CaseIsMoving'],
    ['free', 'done'],
    ['inList', 'done'],
    ['supplement', 'done'],
    ['hold', 'done'],
    ['ended', 'CaseMovedOn'],
  ] as const)('from %s: %s', (name, code) => {
    expect(codeOf(() => act(standing[name]))).toBe(code);
  });

  it('raises the turn, so that the flow looks again, and forgets no other fact', () => {
    const before = standing.free;
    const { subject } = act(before);
    expect(subject.turn).toBeGreaterThan(before.turn);
    expect(subject).toMatchObject({
      id: before.id,
      readers: before.readers,
      settledBy: before.settledBy,
      label: before.label,
    });
  });
});

describe('settling a step', () => {
  const full = caseAt('district-receive', {
    assignee: idOf('post'),
    list: idOf('list'),
    struckFrom: idOf('old-list'),
  });

  it('leaves place, assignee and list, and notes day and outcome', () => {
    const after = settled(full, day('2020-10-06'), 'recommended');
    expect(after.route?.steps[2]).toMatchObject({
      state: 'settled',
      settledOn: '2020-10-06',
      outcome: 'recommended',
    });
    expect(after.position).toBeUndefined();
    expect(Object.keys(after)).not.toEqual(expect.arrayContaining(['assignee']));
    expect([after.list, after.struckFrom, after.assignee]).toEqual([undefined, undefined, undefined]);
  });

  it('freezes the route on the day of RECEIVE, not when the case ends there', () => {
    expect(settled(full, day('2020-10-06'), 'recommended').route?.frozenOn).toBe('2020-10-06');
    expect(ended(full, day('2020-10-06'), 'INELIGIBLE').route?.frozenOn).toBeUndefined();
    expect(
      settled(caseAt('district-appraise'), day('2020-10-06'), 'recommended').route?.frozenOn,
    ).toBeUndefined();
  });

  it('ends a case wherever it stands, with nothing left open', () => {
    for (const subject of [
      standing.moving,
      standing.free,
      { ...standing.supplement, hold: standing.hold.hold! },
      full,
    ]) {
      const after = ended(subject, day('2020-10-06'), 'WITHDRAWN');
      expect(after).toMatchObject({ status: 'WITHDRAWN', endedOn: '2020-10-06' });
      expect([after.position, after.list, after.supplement, after.hold]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(after.route?.steps.some((step) => step.state === 'open')).toBe(false);
    }
  });
});

describe('appraising', () => {
  it('is remembered with who did it and whether they recommend', () => {
    const setting = aSetting('2020-10-06', aPost({ person: idOf('appraiser') }));
    const yes = holding.recommend(standing.free, { remark: 'Rõ' }, setting);
    const no = holding.notRecommend(standing.free, reason, setting);
    expect([yes, no].map(({ subject }) => subject.appraisers)).toEqual([
      [idOf('appraiser')],
      [idOf('appraiser')],
    ]);
    expect([yes, no].map(({ subject }) => subject.route?.steps[3]?.outcome)).toEqual([
      'recommended',
      'notRecommended',
    ]);
    expect(no.entry.facts).toEqual({ step: 'district-appraise' });
    expect(no.entry.payload).toEqual(reason);
  });

  it('returns a case with its article in the facts and its words beside them', () => {
    const change = holding.returnIneligible(standing.free, { ...reason, article: 'Điều 5' }, aSetting());
    expect(change.subject.status).toBe('INELIGIBLE');
    expect(change.entry.facts['article']).toBe('Điều 5');
    expect(JSON.stringify(change.entry.facts)).not.toContain('Lý do');
  });

  it('refuses a nomination and a model in their own words', () => {
    expect(holding.refuse(caseAt('district-decide'), reason, aSetting()).subject.status).toBe('NOT_AWARDED');
    const model = caseAt('district-decide', { kind: 'modelProposal' });
    expect(holding.refuse(model, reason, aSetting()).subject.status).toBe('NOT_APPROVED');
  });
});

describe('the clock of a step', () => {
  const dueOf = (subject: Case) => openStep(subject)?.dueOn;
  const ask = (subject: Case, on: string) => holding.askSupplement(subject, asked, aSetting(on)).subject;
  const answer = (subject: Case, on: string) =>
    entering.answerSupplement(subject, content, { content: {} }, aSetting(on)).subject;
  const hold = (subject: Case, on: string) =>
    holding.hold(subject, withDocument, false, aSetting(on)).subject;
  const release = (subject: Case, on: string) => holding.release(subject, withDocument, aSetting(on)).subject;
  /** Opened Monday 05/10, ten working days: due Monday 19/10. */
  const opened = caseAt('district-appraise', {
    route: {
      template: 'gk-huyen-2020',
      steps: [
        {
          ...openStep(standing.free),
          dueOn: '2020-10-19',
        },
      ],
    },
    position: 0,
  });

  it('gives back after a supplement what was left when it was asked', () => {
    // Wednesday 07/10: eight working days are left; answered Monday 02/11, due Thursday 12/11.
    expect(dueOf(answer(ask(opened, '2020-10-07'), '2020-11-02'))).toBe('2020-11-12');
  });

  it('gives back after a hold what was left when it began', () => {
    expect(dueOf(release(hold(opened, '2020-10-07'), '2020-11-02'))).toBe('2020-11-12');
  });

  it('stands until both are over: answered first, then released', () => {
    const both = hold(ask(opened, '2020-10-07'), '2020-10-14');
    const answered = answer(both, '2020-10-20');
    expect(standingOf(answered)).toBe('hold');
    expect(dueOf(answered)).toBe('2020-10-19');
    expect(dueOf(release(answered, '2020-11-02'))).toBe('2020-11-12');
  });

  it('stands until both are over: released first, then answered', () => {
    const both = hold(ask(opened, '2020-10-07'), '2020-10-14');
    const released = release(both, '2020-10-20');
    expect(standingOf(released)).toBe('supplement');
    expect(dueOf(released)).toBe('2020-10-19');
    expect(dueOf(answer(released, '2020-11-02'))).toBe('2020-11-12');
  });

  it('leaves one day to a step that was overdue already', () => {
    expect(dueOf(answer(ask(opened, '2020-10-26'), '2020-11-02'))).toBe('2020-11-03');
  });

  it('never moves a fixed day', () => {
    const letter = caseAt('ward-letter');
    for (const after of [
      answer(ask(letter, '2020-10-07'), '2020-11-02'),
      release(hold(letter, '2020-10-07'), '2020-11-02'),
      release(answer(hold(ask(letter, '2020-10-07'), '2020-10-08'), '2020-10-20'), '2020-11-02'),
    ]) {
      expect(dueOf(after)).toBe('2020-11-20');
    }
    expect(ask(letter, '2020-10-07').supplement?.daysLeft).toBeUndefined();
  });

  it('begins its reminders anew with the new day', () => {
    const told = caseAt('district-appraise');
    const step = { ...openStep(told)!, remindedOn: day('2020-10-06'), escalatedOn: day('2020-10-06') };
    const before = {
      ...told,
      route: { ...told.route!, steps: told.route!.steps.map((one, at) => (at === 3 ? step : one)) },
    };
    const after = openStep(release(hold(before, '2020-10-07'), '2020-10-08'));
    expect([after?.remindedOn, after?.escalatedOn]).toEqual([undefined, undefined]);
  });

  it('loses and wins no working day, however long it stood', () => {
    const setting = (on: ReturnType<typeof day>) => ({ ...aSetting(), today: on, calendar: office });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 120 }),
        fc.boolean(),
        (start, count, worked, stood, bySupplement) => {
          const from = addDays(day('2020-01-01'), start);
          const step = {
            ...openStep(opened)!,
            due: { workingDays: count },
            dueOn: addWorkingDays(office, from, count),
          };
          const before = { ...opened, route: { template: 'x', steps: [step] } };
          const stop = addDays(from, worked);
          const go = addDays(stop, stood);
          const after = bySupplement
            ? entering.answerSupplement(
                holding.askSupplement(before, asked, setting(stop)).subject,
                content,
                { content: {} },
                setting(go),
              ).subject
            : holding.release(
                holding.hold(before, withDocument, false, setting(stop)).subject,
                withDocument,
                setting(go),
              ).subject;
          const left = workingDaysBetween(office, stop, step.dueOn);
          expect(workingDaysBetween(office, go, openStep(after)!.dueOn)).toBe(Math.max(left, 1));
        },
      ),
    );
  });
});

describe('a hold', () => {
  const listed = standing.inList;

  it('takes the case off a list that is not signed, and keeps its row on one that is', () => {
    expect(holding.hold(listed, withDocument, false, aSetting()).subject.list).toBeUndefined();
    const kept = holding.hold(listed, withDocument, true, aSetting());
    expect(kept.subject.list).toBe(listed.list);
    expect(kept.entry.facts).toMatchObject({ list: listed.list, keepsRow: true });
  });

  it('is released once', () => {
    expect(codeOf(() => holding.release(standing.free, withDocument, aSetting()))).toBe('CaseMovedOn');
    expect(codeOf(() => holding.release(standing.hold, withDocument, aSetting()))).toBe('done');
  });
});

describe('giving a case to somebody', () => {
  it('is for a post of the office that holds it', () => {
    const own = aPost({ organisation: police });
    const foreign = aPost({ organisation: district });
    expect(holding.reassign(standing.free, { post: own.id, ...reason }, own).subject.assignee).toBe(own.id);
    expect(codeOf(() => holding.reassign(standing.free, { post: foreign.id, ...reason }, foreign))).toBe(
      'OrganisationForeign',
    );
  });

  it('may be taken back', () => {
    const given = { ...standing.free, assignee: aPost().id };
    expect(holding.reassign(given, { post: null, ...reason }, undefined).subject.assignee).toBeUndefined();
  });
});

describe('a change of form', () => {
  const route = standing.free.route!;

  it('needs another form and a route for it', () => {
    expect(
      codeOf(() =>
        holding.changeForm(standing.free, { form: 'GK_HUYEN', ...reason }, { route, position: 3 }),
      ),
    ).toBe('InputInvalid');
    expect(
      codeOf(() =>
        holding.changeForm(standing.free, { form: 'BK_TINH', ...reason }, { route: undefined, position: 3 }),
      ),
    ).toBe('InputInvalid');
  });

  it('stays with its step and whoever has it, where the new route has that step', () => {
    const given = { ...standing.free, assignee: aPost().id };
    const { subject, entry } = holding.changeForm(
      given,
      { form: 'BK_TINH', ...reason },
      { route, position: 3 },
    );
    expect(subject).toMatchObject({ form: 'BK_TINH', position: 3, assignee: aPost().id });
    expect(entry.facts).toEqual({ from: 'GK_HUYEN', to: 'BK_TINH', template: 'gk-huyen-2020' });
  });

  it('leaves place and assignee where it has not', () => {
    const given = { ...standing.free, assignee: aPost().id, struckFrom: standing.inList.list! };
    const { subject } = holding.changeForm(
      given,
      { form: 'BK_TINH', ...reason },
      { route, position: undefined },
    );
    expect([subject.position, subject.assignee, subject.struckFrom]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(standingOf(subject)).toBe('moving');
  });
});

describe('entering', () => {
  const route = { template: 'gk-huyen-2020', steps: [] };
  const submit = (change: Partial<CaseContent>, subject: Case = standing.draft) =>
    entering.submit(subject, { ...content, ...change }, {}, route, aSetting());
  const refusedFor = (run: () => unknown): string[] => {
    try {
      run();
    } catch (error) {
      return isRefusal(error) ? [error.code, ...error.faults.map((fault) => fault.field)] : ['thrown'];
    }
    return [];
  };

  it('moves a complete draft onto its way', () => {
    const { subject, entry } = submit({});
    expect(subject).toMatchObject({ status: 'AT_STEP', submittedOn: '2020-10-05', otherAchievement: false });
    expect(standingOf(subject)).toBe('moving');
    expect(entry.payload).toMatchObject({ content: { printedName: 'Nguyễn Thị Sáu' } });
  });

  it.each([
    ['printedName', { printedName: '' }],
    ['unit', { unit: '' }],
    ['report', { report: '' }],
    ['citation', { citation: '' }],
    ['publicationBasis', { publicationBasis: '' }],
    ['birthYear', { birthYear: undefined }],
    ['achievementFrom', { achievementFrom: undefined }],
    ['achievementTo', { achievementTo: undefined }],
  ])('names %s when it is missing', (field, change) => {
    const faulty = { ...content, ...change };
    expect(refusedFor(() => entering.submit(standing.draft, faulty, {}, route, aSetting()))).toEqual([
      'NominationIncomplete',
      `content.${field}`,
    ]);
  });

  it('asks a collective and a household for whoever speaks for them, never for a birth year', () => {
    for (const subjectKind of ['collective', 'household']) {
      const subject = aDraft({ subjectKind });
      expect(refusedFor(() => submit({}, subject))).toEqual([
        'NominationIncomplete',
        'content.representative',
      ]);
      expect(refusedFor(() => submit({ representative: 'Bà Hai' }, subject))).toEqual([]);
    }
  });

  it('asks a model where it will run, and for no achievement', () => {
    const model = aDraft({ kind: 'modelProposal' });
    const { achievementFrom, achievementTo, birthYear, ...about } = content;
    const bare = { ...about, citation: '' };
    expect(refusedFor(() => entering.submit(model, bare, {}, route, aSetting()))).toEqual([
      'NominationIncomplete',
      'content.model.place',
      'content.model.sites',
      'content.model.teams',
    ]);
    const whole = { ...bare, model: { place: 'Phường', partners: '', sites: 1, teams: 1 } };
    expect(refusedFor(() => entering.submit(model, whole, {}, route, aSetting()))).toEqual([]);
  });

  it('lets a sealed placeholder say nothing at all', () => {
    const bare = {
      printedName: '',
      unit: '',
      citation: '',
      report: '',
      publication: 'sealed',
      publicationBasis: 'Cơ sở',
    } as const;
    const sealed = aDraft({ sealed: { number: 1, readers: [], holders: [] } });
    expect(refusedFor(() => entering.submit(sealed, bare, {}, route, aSetting()))).toEqual([]);
    expect(refusedFor(() => entering.submit(aDraft(), bare, {}, route, aSetting()))[0]).toBe(
      'NominationIncomplete',
    );
  });

  it('refuses an achievement that ends before it begins, and takes one of a single day', () => {
    const wrong = { achievementFrom: day('2020-09-30'), achievementTo: day('2020-09-29') };
    expect(refusedFor(() => entering.patched(content, wrong))).toEqual([
      'DateOrderWrong',
      'content.achievementTo',
    ]);
    expect(refusedFor(() => entering.patched(content, { achievementTo: content.achievementFrom }))).toEqual(
      [],
    );
  });

  it.each([
    ['title', 'Tổ trưởng', undefined],
    ['birthYear', 1958, undefined],
    ['gender', 'female', undefined],
    ['residentialGroup', 'Tổ 5', undefined],
    ['representative', 'Bà Hai', undefined],
    ['legalPerson', true, undefined],
    ['achievementFrom', '2019-12-01', undefined],
    ['citation', 'Đã có thành tích', ''],
    ['report', 'Vận động 120 hộ', ''],
    ['publicationBasis', 'Đã đồng ý', ''],
    ['model', { place: 'Phường' }, undefined],
  ])('takes %s of a draft away again, and leaves what is not named', (field, before, nothing) => {
    const written = { ...content, [field]: before };
    const { content: after } = entering.edit(standing.draft, written, { content: { [field]: null } });
    expect(after).toEqual({ ...written, [field]: nothing });
    expect(entering.edit(standing.draft, written, { content: {} }).content).toEqual(written);
  });

  it('takes one part of a model away, and forgets a birth year in the label, too', () => {
    const model = { place: 'Phường', sites: 1, plannedLaunch: day('2020-12-01') };
    const written = { ...content, model };
    const { content: after } = entering.edit(standing.draft, written, {
      content: { model: { plannedLaunch: null } },
    });
    expect(after?.model).toEqual({ place: 'Phường', sites: 1 });
    const { subject } = entering.edit(standing.draft, content, { content: { birthYear: null } });
    expect(subject.label).not.toHaveProperty('birthYear');
  });

  it('writes what is edited into the label, but nothing of a sealed case', () => {
    const change = { content: { printedName: 'Trần Văn Bảy', birthYear: 1960 } };
    const open = entering.edit(standing.draft, content, change);
    expect(open.subject.label).toMatchObject({ name: 'Trần Văn Bảy', birthYear: 1960 });
    expect(open.entry.facts).toEqual({ fields: ['printedName', 'birthYear'] });
    const sealed = entering.edit(
      aDraft({ sealed: { number: 1, readers: [], holders: [] } }),
      content,
      change,
    );
    expect(sealed.subject.label).toEqual({ name: '', unit: '', namesake: false });
    expect(JSON.stringify(sealed.entry.facts)).not.toContain('Bảy');
  });
});

/** Field and fault of everything a refusal names. */
function faultsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (isRefusal(error)) return error.faults.map((fault) => `${fault.field} ${fault.code}`);
    throw error;
  }
  return [];
}

describe('asking for a supplement', () => {
  const ask = (fields: readonly string[], change: Record<string, unknown> = {}) => {
    const command = caseCommands.askSupplement.parse({ fields, note: 'Bổ sung' });
    return holding.askSupplement(caseAt('district-appraise', change), command, aSetting());
  };
  const model = { kind: 'modelProposal', subjectKind: undefined };
  const sealed = { sealed: { number: 1, readers: [], holders: [] } };

  it.each([
    ['one person', {}, ['gender', 'publicationBasis', 'birthYear', 'attachments']],
    ['a collective', { subjectKind: 'collective' }, ['legalPerson', 'representative', 'publication']],
    ['a household', { subjectKind: 'household' }, ['representative', 'residentialGroup']],
    [
      'a model',
      model,
      ['model.place', 'model.partners', 'model.sites', 'model.teams', 'model.plannedLaunch'],
    ],
    ['a sealed case', sealed, ['citation', 'report']],
  ])('of %s asks for whatever its submitter fills in', (_whose, change, fields) => {
    expect(ask(fields, change).subject.supplement?.fields).toEqual(fields);
  });

  it.each([
    ['one person’s representative', {}, 'representative'],
    ['one person’s model', {}, 'model.sites'],
    ['a collective’s birth year', { subjectKind: 'collective' }, 'birthYear'],
    ['a household’s legal person', { subjectKind: 'household' }, 'legalPerson'],
    ['a model’s achievement', model, 'achievementFrom'],
    ['the publication of a sealed case', sealed, 'publication'],
  ])('never asks for %s, and names it', (_what, change, field) => {
    expect(faultsOf(() => ask(['report', field], change))).toEqual(['fields.1 notOfThisKind']);
  });
});

describe('answering a supplement', () => {
  const answered = (patch: Partial<CaseContent>) =>
    entering.answerSupplement(
      standing.supplement,
      content,
      { content: patch as never },
      aSetting('2020-10-12'),
    );

  it('mends what was asked for, and nothing else', () => {
    expect(answered({ report: 'Đủ' }).content?.report).toBe('Đủ');
    expect(codeOf(() => answered({ report: 'Đủ', printedName: 'Khác' }))).toBe('SupplementFieldNotAsked');
  });

  it('mends one part of a model and leaves the others', () => {
    const model = { place: 'Phường', partners: 'Hai trường', sites: 1, teams: 1 };
    const subject = caseAt('district-appraise', {
      kind: 'modelProposal',
      supplement: { ...supplement, fields: ['model.sites', 'model.partners'] },
    });
    const answer = (patch: object) =>
      entering.answerSupplement(subject, { ...content, model }, { content: { model: patch } }, aSetting());
    expect(answer({ sites: 4 })).toMatchObject({
      content: { model: { ...model, sites: 4 } },
      entry: { facts: { fields: ['model.sites'] } },
    });
    expect(answer({ partners: null }).content?.model).toEqual({ place: 'Phường', sites: 1, teams: 1 });
    expect(faultsOf(() => answer({ sites: 4, teams: 9 }))).toEqual(['content.model.teams notAsked']);
    expect(faultsOf(() => answer({ sites: null }))).toEqual(['content.model.sites empty']);
  });

  it('takes away what need not be said, never what the case can’t be appraised without', () => {
    const asks = caseAt('district-appraise', { supplement: { ...supplement, fields: ['title', 'report'] } });
    const answer = (patch: object) =>
      entering.answerSupplement(asks, { ...content, title: 'Tổ trưởng' }, { content: patch }, aSetting());
    expect(answer({ title: null }).content).not.toHaveProperty('title');
    expect(codeOf(() => answer({ report: null }))).toBe('NominationIncomplete');
    expect(faultsOf(() => answer({ report: '' }))).toEqual(['content.report empty']);
  });

  it('is for a case that was asked', () => {
    expect(codeOf(() => entering.answerSupplement(standing.free, content, { content: {} }, aSetting()))).toBe(
      'CaseMovedOn',
    );
  });

  it('puts the case back where it stood', () => {
    const { subject } = answered({ report: 'Đủ' });
    expect(standingOf(subject)).toBe('free');
    expect(subject.position).toBe(standing.supplement.position);
  });
});

describe('withdrawing', () => {
  const withdraw =
    (subject: Case, signed = false) =>
    () =>
      entering.withdraw(subject, reason, signed, aSetting());

  it.each([
    ['at the council before the letter', caseAt('ward-council'), false, 'done'],
    ['on its way to the letter', movingTo('ward-letter'), false, 'done'],
    ['on a letter that is not signed', caseAt('ward-letter', { list: idOf('list') }), false, 'done'],
    ['on a letter that is signed', caseAt('ward-letter', { list: idOf('list') }), true, 'WithdrawalTooLate'],
    ['behind the letter', caseAt('district-receive'), false, 'WithdrawalTooLate'],
    ['on its way behind the letter', movingTo('district-receive'), false, 'WithdrawalTooLate'],
  ] as const)('%s: %4$s', (_where, subject, signed, code) => {
    expect(codeOf(withdraw(subject, signed))).toBe(code);
  });

  it('tells at which step it was', () => {
    expect(withdraw(caseAt('ward-council'))().entry.facts).toEqual({ step: 'ward-council' });
    expect(ward).not.toBe(police);
  });
});
