import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStep, type Case } from '#shared/domain/case.ts';
import { datesDue, markDates, openNext, settleByList, wakeOn } from '#shared/domain/case-acts/flowing.ts';
import { remindersFor } from '#shared/domain/route.ts';
import { addDays, type CivilDate } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import {
  aCase,
  aDraft,
  aList,
  aRow,
  caseAt,
  day,
  district,
  idOf,
  movingTo,
  police,
  stepCodes,
  today,
  ward,
} from './samples.ts';

const { calendar: office } = law;

const roundDays = { closingDay: day('2020-11-20'), councilDay: day('2020-12-11') };
const setting = (on: CivilDate) => ({ today: on, calendar: office, roundDays });

describe('opening the next step', () => {
  it('gives it place, day and holder, and lets the holder read from then on', () => {
    const change = openNext(movingTo('district-receive'), setting(day('2020-11-23')));
    expect(change?.subject).toMatchObject({ position: 2, readers: [ward, police] });
    expect(openStep(change!.subject)).toMatchObject({
      state: 'open',
      openedOn: '2020-11-23',
      dueOn: '2020-11-26',
    });
    expect(change?.entry).toEqual({
      act: 'StepOpened',
      facts: { step: 'district-receive', organisation: police, dueOn: '2020-11-26' },
    });
  });

  it('lets nobody read twice', () => {
    expect(openNext(movingTo('ward-letter'), setting(today))?.subject.readers).toEqual([ward]);
  });

  it('expects what lies ahead from the day on which this step is due', () => {
    const change = openNext(movingTo('district-receive'), setting(day('2020-11-23')));
    expect(change?.subject.route?.steps.slice(2).map((step) => step.dueOn)).toEqual([
      '2020-11-26',
      '2020-12-10',
      '2020-12-15',
      '2020-12-15',
      '2020-12-24',
    ]);
  });

  it.each([
    ['a draft', aDraft()],
    ['an open step', caseAt('ward-council')],
    ['a case that ended', aCase({ status: 'AWARDED' })],
    ['a case without a way', aCase()],
  ])('does nothing to %s', (_what, subject) => {
    expect(openNext(subject, setting(today))).toBeUndefined();
  });

  it('opens every step of the way once, in order', () => {
    let subject = movingTo('ward-council');
    const opened: string[] = [];
    for (;;) {
      const change = openNext(subject, setting(today));
      if (change === undefined) break;
      opened.push(String(change.entry.facts['step']));
      const { position: _left, ...rest } = change.subject;
      const steps = rest.route!.steps.map((step) =>
        step.state === 'open' ? { ...step, state: 'settled' as const } : step,
      );
      subject = { ...rest, route: { ...rest.route!, steps } };
    }
    expect(opened).toEqual(stepCodes);
  });
});

describe('an issued list', () => {
  const letter = aList({ state: 'ISSUED', number: '80/TTr-CAQ', date: '2020-12-14' });
  const decision = aList({
    id: idOf('decision'),
    kind: 'decision',
    organisation: district,
    stepKind: 'decide',
    state: 'ISSUED',
  });
  const session = aList({
    id: idOf('session'),
    kind: 'session',
    organisation: district,
    stepKind: 'council',
    state: 'SIGNED',
  });
  const aNumbered = (change: Parameters<typeof aRow>[1] = {}) => ({ ...aRow('case', change), ordinal: 1 });
  const row = aNumbered();
  const onLetter = caseAt('district-police-letter', { list: letter.id });
  const onSession = caseAt('district-council', { list: session.id });
  const result = (outcome: string) =>
    aNumbered({ result: { outcome, agreed: 3, voting: 5, recused: [], presence: 1, note: '' } });

  it.each([
    [true, 'recommended'],
    [false, 'notRecommended'],
  ])('moves its case on, recommended %s', (recommended, outcome) => {
    const change = settleByList(onLetter, letter, aNumbered({ recommended }), today);
    expect(change?.subject.route?.steps[4]).toMatchObject({ state: 'settled', outcome });
    expect(change?.subject).toMatchObject({ status: 'AT_STEP', settledBy: [letter.id] });
    expect(change?.subject.list).toBeUndefined();
  });

  it('moves a case once, however often it is told', () => {
    const once = settleByList(onLetter, letter, row, today)!.subject;
    expect(settleByList(once, letter, row, today)).toBeUndefined();
    const openedAgain = openNext(once, setting(today))!.subject;
    expect(settleByList({ ...openedAgain, list: letter.id }, letter, row, today)).toBeUndefined();
  });

  it.each([
    ['that is held', { ...onLetter, hold: { by: idOf('person'), on: today, document: '01' } } as Case, row],
    ['that ended', aCase({ status: 'WITHDRAWN', list: letter.id }), row],
    ['that stands in another list', { ...onLetter, list: decision.id }, row],
    ['that stands in none', caseAt('district-police-letter'), row],
    ['whose row was struck', onLetter, aNumbered({ state: 'struck' })],
    ['whose row was held', onLetter, aNumbered({ state: 'held' })],
    ['whose row was withdrawn', onLetter, aNumbered({ state: 'withdrawn' })],
  ])('does not move a case %s', (_which, subject, standing) => {
    expect(settleByList(subject, letter, standing, today)).toBeUndefined();
  });

  it('awards by a decision and approves by an approval', () => {
    const awarded = settleByList(
      caseAt('district-decide', { list: decision.id }),
      decision,
      { ...row, goldenBookNumber: 7 },
      today,
    );
    expect(awarded?.subject).toMatchObject({ status: 'AWARDED', endedOn: today, goldenBookNumber: 7 });
    const approval = { ...decision, kind: 'approval' as const };
    const model = caseAt('district-decide', { kind: 'modelProposal', list: decision.id });
    expect(settleByList(model, approval, row, today)).toMatchObject({
      subject: { status: 'APPROVED' },
      entry: { act: 'Approved' },
    });
  });

  it.each([
    ['agreed', 'AT_STEP', 'settled'],
    ['notAgreed', 'NOT_AWARDED', 'settled'],
    ['otherForm', 'AT_STEP', 'open'],
    ['postponed', 'AT_STEP', 'open'],
  ])('of a council that found %s: %s, step %s', (outcome, status, state) => {
    const change = settleByList(onSession, session, result(outcome), today);
    expect(change?.subject.status).toBe(status);
    expect(change?.subject.route?.steps[5]?.state).toBe(state);
    expect(change?.subject.list).toBeUndefined();
    expect(change?.entry.facts['outcome']).toBe(outcome);
    expect(change?.subject.turn).toBeGreaterThan(onSession.turn);
  });

  it('calls a model that no council agreed to not approved', () => {
    const model = { ...onSession, kind: 'modelProposal' as const };
    expect(settleByList(model, session, result('notAgreed'), today)?.subject.status).toBe('NOT_APPROVED');
  });
});

interface Told {
  readonly on: string;
  readonly what: 'remind' | 'escalate' | 'both';
}

/** The flow as it is: it sleeps until `wakeOn`, looks at the dates, marks what it told. */
function daysTold(
  start: Case,
  from: CivilDate,
  until: CivilDate,
  change: (subject: Case, on: CivilDate) => Case = (same) => same,
): Told[] {
  const told: Told[] = [];
  let subject = start;
  let wake = wakeOn(subject, from, office);
  for (let on = addDays(from, 1); on <= until; on = addDays(on, 1)) {
    const changed = change(subject, on);
    if (changed !== subject) wake = wakeOn(changed, addDays(on, -1), office);
    subject = changed;
    if (on < wake) continue;
    const due = datesDue(subject, on, office);
    if (due.remind || due.escalate)
      told.push({ on, what: due.remind && due.escalate ? 'both' : due.remind ? 'remind' : 'escalate' });
    subject = markDates(subject, on, due);
    wake = wakeOn(subject, on, office);
  }
  return told;
}

const openedOn = (on: CivilDate, dueOn: CivilDate, more: Record<string, unknown> = {}): Case => {
  const subject = caseAt('district-appraise', more);
  const steps = subject.route!.steps.map((step) =>
    step.state === 'open' ? { ...step, openedOn: on, dueOn } : step,
  );
  return { ...subject, route: { ...subject.route!, steps } };
};

describe('the dates of a step', () => {
  it('are called to mind two working days before and on the day, told to the leader the day after, then weekly', () => {
    expect(daysTold(openedOn(today, day('2020-10-14')), today, day('2020-11-05'))).toEqual([
      { on: '2020-10-12', what: 'remind' },
      { on: '2020-10-14', what: 'remind' },
      { on: '2020-10-15', what: 'escalate' },
      { on: '2020-10-21', what: 'remind' },
      { on: '2020-10-28', what: 'remind' },
      { on: '2020-11-04', what: 'remind' },
    ]);
  });

  it('pass over a weekend: two working days before a Monday is a Thursday', () => {
    expect(daysTold(openedOn(today, day('2020-10-12')), today, day('2020-10-13'))).toEqual([
      { on: '2020-10-08', what: 'remind' },
      { on: '2020-10-12', what: 'remind' },
      { on: '2020-10-13', what: 'escalate' },
    ]);
  });

  it('are not told for a step that is due tomorrow before tomorrow', () => {
    expect(daysTold(openedOn(today, day('2020-10-06')), today, day('2020-10-07'))).toEqual([
      { on: '2020-10-06', what: 'remind' },
      { on: '2020-10-07', what: 'escalate' },
    ]);
  });

  it('make good at once what a sleeping program missed, both in one', () => {
    const subject = openedOn(today, day('2020-10-14'));
    expect(datesDue(subject, day('2020-10-20'), office)).toEqual({ remind: true, escalate: true });
    const marked = markDates(subject, day('2020-10-20'), { remind: true, escalate: true });
    expect(datesDue(marked, day('2020-10-20'), office)).toEqual({ remind: false, escalate: false });
    expect(wakeOn(marked, day('2020-10-20'), office)).toBe('2020-10-21');
  });

  it('sleep while the case is held', () => {
    const subject = openedOn(today, day('2020-10-14'), {
      hold: { by: idOf('person'), on: today, document: '01' },
    });
    expect(daysTold(subject, today, day('2020-12-31'))).toEqual([]);
    expect(wakeOn(subject, today, office)).toBe('2020-11-04');
    expect(datesDue(movingTo('district-appraise'), day('2030-01-01'), office)).toEqual({
      remind: false,
      escalate: false,
    });
  });

  it('are those of the supplement while one is out', () => {
    const supplement = { by: idOf('person'), on: today, fields: ['report'], dueOn: day('2020-10-21') };
    const subject = openedOn(today, day('2020-10-14'), { supplement });
    expect(daysTold(subject, today, day('2020-10-23'))).toEqual([
      { on: '2020-10-19', what: 'remind' },
      { on: '2020-10-21', what: 'remind' },
      { on: '2020-10-22', what: 'escalate' },
    ]);
  });

  it('go up to the leader for the step, too, when the supplement had gone up before', () => {
    const supplement = { by: idOf('person'), on: today, fields: ['report'], dueOn: day('2020-10-14') };
    const asked = openedOn(today, day('2020-11-20'), { supplement });
    const { supplement: _answered, ...answered } = asked;
    const told = daysTold(asked, today, day('2020-11-21'), (subject, on) => {
      if (on !== '2020-10-20') return subject;
      return { ...answered, route: subject.route! };
    });
    expect(told.filter(({ what }) => what !== 'remind').map(({ on }) => on)).toEqual([
      '2020-10-15',
      '2020-11-21',
    ]);
  });

  it('are told at most once a day, in every week of every year', () => {
    const starts = fc.integer({ min: 0, max: 700 }).map((count) => addDays(day('2020-01-01'), count));
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 40 }), (from, length) => {
        const dueOn = addDays(from, length);
        const told = daysTold(openedOn(from, dueOn), from, addDays(dueOn, 30));
        const { remindOn, escalateOn } = remindersFor(dueOn, office);
        expect(new Set(told.map(({ on }) => on)).size).toBe(told.length);
        expect(told.filter(({ what }) => what !== 'remind').map(({ on }) => on)).toEqual([escalateOn]);
        const reminded = told.filter(({ what }) => what !== 'escalate').map(({ on }) => on);
        const wanted = [remindOn, dueOn, ...[7, 14, 21, 28].map((days) => addDays(dueOn, days))];
        expect(reminded.filter((on) => on > escalateOn)).toEqual(wanted.slice(2));
        expect(reminded.filter((on) => on < escalateOn)).toEqual(
          wanted.slice(0, 2).filter((on) => on > from),
        );
      }),
    );
  });

  it('never wake the flow on a day that has gone by', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (offset) => {
        const on = addDays(today, offset);
        expect(wakeOn(openedOn(day('2020-01-02'), today), on, office) > on).toBe(true);
      }),
    );
  });
});
