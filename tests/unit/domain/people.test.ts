import { describe, expect, it } from 'vitest';
import { actingPost, postsOn, worksAt, type Actor } from '#shared/domain/actor.ts';
import { councilSchema, holdsOn, membersOn, validOn, type Role } from '#shared/domain/directory.ts';
import { barredFrom, judgements, type CaseFacts } from '#shared/domain/four-eyes.ts';
import { caseIdSchema, personIdSchema } from '#shared/domain/id.ts';
import { isRefusal, refusals } from '#shared/domain/refusal.ts';
import { likenessKey, overlapping, withoutCase, type GuardEntry } from '#shared/domain/subject.ts';
import { aPost, day, district, idOf, police, ward } from './samples.ts';

const person = (name: string) => personIdSchema.parse(idOf(name));

describe('four facts, four eyes', () => {
  const facts: CaseFacts = {
    proposer: person('proposer'),
    appraisers: [person('first-appraiser'), person('appraiser')],
    subjectAccounts: [person('subject'), person('wife')],
  };

  it.each([
    ['subject', 'ownCase', 'ownCase', 'ownCase', 'ownCase', 'ownCase'],
    ['wife', 'ownCase', 'ownCase', 'ownCase', 'ownCase', 'ownCase'],
    ['proposer', 'proposedIt', undefined, 'proposedIt', undefined, undefined],
    ['first-appraiser', undefined, undefined, 'appraisedIt', undefined, undefined],
    ['appraiser', undefined, undefined, 'appraisedIt', undefined, undefined],
    ['typist', undefined, undefined, undefined, undefined, undefined],
  ])('%s: appraise %s, vote %s, decide %s, sign %s, handle %s', (who, ...bars) => {
    expect(judgements).toEqual(['appraise', 'vote', 'decide', 'sign', 'handle']);
    expect(judgements.map((judgement) => barredFrom(judgement, person(who), facts))).toEqual(bars);
  });

  it('tells one’s own case first', () => {
    const both = { proposer: person('a'), appraisers: [person('a')], subjectAccounts: [person('a')] };
    expect(barredFrom('decide', person('a'), both)).toBe('ownCase');
    expect(barredFrom('decide', person('a'), { ...both, subjectAccounts: [] })).toBe('proposedIt');
  });

  it('bars nobody from a case of which nothing is known', () => {
    expect(barredFrom('decide', person('a'), { appraisers: [], subjectAccounts: [] })).toBeUndefined();
  });
});

describe('the guard of a subject in a round', () => {
  const entry = (code: string, from: string, to: string): GuardEntry => ({
    case: caseIdSchema.parse(idOf(code)),
    form: 'GK_HUYEN',
    from: day(from),
    to: day(to),
    declaredOther: false,
  });
  const known = entry('known', '2020-01-01', '2020-06-30');
  const guard = { nominations: [known] };

  it.each([
    ['the same time', '2020-01-01', '2020-06-30', true],
    ['inside', '2020-03-01', '2020-03-31', true],
    ['around', '2019-01-01', '2021-01-01', true],
    ['its last day', '2020-06-30', '2020-12-31', true],
    ['its first day', '2019-01-01', '2020-01-01', true],
    ['the day after', '2020-07-01', '2020-12-31', false],
    ['the day before', '2019-01-01', '2019-12-31', false],
    ['one single day of it', '2020-06-30', '2020-06-30', true],
  ])('%s: overlaps %s', (_what, from, to, overlaps) => {
    expect(overlapping(guard, entry('other', from, to))).toEqual(overlaps ? [known] : []);
  });

  it('never stands in the way of the case itself', () => {
    expect(overlapping(guard, known)).toEqual([]);
    expect(overlapping({ nominations: [] }, known)).toEqual([]);
  });

  it('lets a case go, and only that', () => {
    const two = { nominations: [known, entry('other', '2021-01-01', '2021-02-01')] };
    expect(withoutCase(two, known.case).nominations.map((one) => one.case)).toEqual([idOf('other')]);
    expect(withoutCase(two, caseIdSchema.parse(idOf('third')))).toEqual(two);
  });

  it.each([
    ['the place of a tone', { name: 'Nguyễn Thị Hòa' }, { name: 'nguyen  thi hoà' }, true],
    ['another birth year', { birthYear: 1958 }, { birthYear: 1959 }, false],
    ['no birth year', { birthYear: 1958 }, { birthYear: undefined }, false],
    ['another kind', { kind: 'individual' as const }, { kind: 'household' as const }, false],
  ])('takes two of like name for like over %s: %4$s', (_what, one, other, like) => {
    const keyOf = (change: object) =>
      likenessKey({ name: 'Nguyễn Thị Hòa', birthYear: 1958, kind: 'individual', ...change });
    expect(keyOf(one) === keyOf(other)).toBe(like);
  });
});

describe('posts', () => {
  const actor: Actor = {
    person: person('a'),
    name: 'A',
    posts: [
      aPost({ id: idOf('old'), organisation: police, role: 'officer', to: '2020-10-04' }),
      aPost({ id: idOf('clerk'), organisation: police, role: 'clerk' }),
      aPost({ id: idOf('ward'), organisation: ward, role: 'officer', sealed: true }),
      aPost({ id: idOf('soon'), organisation: district, role: 'leader', from: '2020-10-06' }),
    ],
  };
  const actingAt = (
    organisation: string,
    wanted: readonly Role[],
    more: { among?: string[]; on?: string } = {},
  ): string => {
    try {
      const need = { organisation: organisation as never, roles: wanted, among: more.among as never };
      return actingPost(actor, day(more.on ?? '2020-10-05'), need).id;
    } catch (error) {
      return isRefusal(error) ? error.code : 'thrown';
    }
  };

  it.each([
    ['the post that fits', police, ['clerk'], idOf('clerk')],
    ['one of several roles', police, ['officer', 'clerk'], idOf('clerk')],
    ['a post that has ended', police, ['officer'], 'PostEnded'],
    ['a post that has not begun', district, ['leader'], 'PostEnded'],
    ['a role held elsewhere', district, ['officer'], 'ActNotYours'],
    ['no role at all', police, [], 'ActNotYours'],
  ] as const)('%s', (_what, organisation, wanted, expected) => {
    expect(actingAt(organisation, [...wanted])).toBe(expected);
  });

  it('end with their last day', () => {
    expect(actingAt(police, ['officer'], { on: '2020-10-04' })).toBe(idOf('old'));
    expect(holdsOn({ from: day('2020-10-05') }, day('2020-10-04'))).toBe(false);
    expect(validOn({ validFrom: day('2020-10-05'), validTo: day('2020-10-05') }, day('2020-10-05'))).toBe(
      true,
    );
    expect(validOn({ validFrom: day('2020-10-05'), validTo: day('2020-10-05') }, day('2020-10-06'))).toBe(
      false,
    );
  });

  it('must be among the named ones for what is sealed', () => {
    expect(actingAt(ward, ['officer'], { among: [idOf('ward')] })).toBe(idOf('ward'));
    expect(actingAt(ward, ['officer'], { among: [idOf('clerk')] })).toBe('ActNotYours');
    expect(actingAt(ward, ['officer'], { among: [] })).toBe('ActNotYours');
  });

  it('tell where somebody works today', () => {
    expect(postsOn(actor, day('2020-10-05')).map((post) => post.id)).toEqual([idOf('clerk'), idOf('ward')]);
    expect(worksAt(actor, day('2020-10-05'), ward as never)).toBe(true);
    expect(worksAt(actor, day('2020-10-05'), district as never)).toBe(false);
  });

  it('make a council of whoever has a seat on the day', () => {
    const seat = (name: string, from: string, to?: string) => ({
      person: idOf(name),
      seat: 'member',
      from,
      to,
    });
    const council = councilSchema.parse({
      id: idOf('council'),
      organisation: ward,
      name: 'Hội đồng',
      standing: false,
      members: [seat('a', '2016-07-01', '2020-10-05'), seat('b', '2020-10-06')],
      foundingDecision: 'Quyết định',
    });
    expect(membersOn(council, day('2020-10-05')).map((member) => member.person)).toEqual([idOf('a')]);
    expect(membersOn(council, day('2020-10-06')).map((member) => member.person)).toEqual([idOf('b')]);
  });
});

describe('what is refused', () => {
  it.each(Object.entries(refusals))('%s has a status that HTTP knows for refusals', (_code, { status }) => {
    expect([400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 500, 503]).toContain(status);
  });
});
