import { describe, expect, it } from 'vitest';
import type { Post } from '#shared/domain/directory.ts';
import { organisationIdSchema, personIdSchema, subjectIdSchema } from '#shared/domain/id.ts';
import { handsOnCase, handsOnList, standsIn, type Hand } from '#shared/domain/sealed-hands.ts';
import { eldestOf, told, type Subject } from '#shared/domain/subject.ts';
import { aList, aPost, caseAt, district, idOf, police, today, ward } from './samples.ts';

const person = (code: string) => personIdSchema.parse(idOf(`p-${code}`));
const post = (code: string, change: Partial<Record<keyof Post, unknown>>): Post =>
  aPost({ id: idOf(code), person: person(code), title: code, organisation: district, ...change });

const officer = post('officer', { role: 'officer' });
const head = post('head', { role: 'leader', capacity: 'head' });
const deputy = post('deputy', { role: 'leader', capacity: 'deputy' });
const clerk = post('clerk', { role: 'clerk' });
const named = (one: Post): Post => ({ ...one, sealed: true });
const secretary = post('secretary', { role: 'secretary' });
const office = [officer, secretary, head, deputy, clerk];

const asText = (hands: readonly Hand[]) =>
  Object.fromEntries(hands.map((hand) => [hand.post.title, [...hand.roles].sort().join(' ')]));
const at = organisationIdSchema.parse(district);
const decided = (posts: readonly Post[], change: Record<string, unknown> = {}) =>
  asText(handsOnCase(caseAt('district-decide', { sealed: { number: 1 }, ...change }), at, posts));

describe('who handles a sealed case that is to be decided', () => {
  const all = 'clerk leader officer secretary';
  const own = {
    officer: 'officer',
    secretary: 'secretary',
    head: 'leader',
    deputy: 'leader',
    clerk: 'clerk',
  };

  it.each([
    ['those who are named, each as what they are', office.map(named), own],
    ['the head for everybody where nobody is named', office, { head: all }],
    [
      'the head for whoever is not named',
      [named(officer), secretary, head, deputy, clerk],
      { officer: 'officer', head: 'clerk leader secretary' },
    ],
    ['whoever leads where there is no head', [officer, deputy, clerk], { deputy: all }],
    ['nobody where nobody leads', [officer, clerk], {}],
  ])('%s', (_who, posts, hands) => {
    expect(decided(posts)).toEqual(hands);
  });

  it('the deputies, too, where four eyes bar the head', () => {
    const appraisers = [person('head')];
    expect(decided(office, { appraisers })['deputy']).toBe('leader');
    expect(
      decided(
        office.map((one) => (one === head ? named(one) : one)),
        { appraisers },
      ),
    ).toMatchObject({
      deputy: 'leader',
    });
    expect(decided(office, { appraisers: [person('officer')] })['deputy']).toBeUndefined();
    expect(decided(office.map(named), { appraisers: [person('head'), person('deputy')] })['deputy']).toBe(
      'leader',
    );
  });

  it('the head for a named officer who may not appraise what they proposed', () => {
    const posts = [named(officer), head, deputy].map((one) => ({
      ...one,
      organisation: organisationIdSchema.parse(police),
    }));
    const proposer = { name: 'A', person: person('officer') };
    const one = caseAt('district-appraise', { sealed: { number: 1 }, proposer });
    expect(asText(handsOnCase(one, organisationIdSchema.parse(police), posts))).toEqual({
      officer: 'officer',
      head: 'officer',
    });
  });
});

describe('who handles a sealed case elsewhere', () => {
  const posts = office.map((one) => ({ ...one, organisation: organisationIdSchema.parse(ward) }));

  it('is nobody who only stands in, before a step has opened there', () => {
    const one = caseAt('ward-letter', { sealed: { number: 1 } });
    expect(handsOnCase(one, at, office)).toEqual([]);
    expect(asText(handsOnCase(one, at, office.map(named)))).toMatchObject({ head: 'leader' });
  });

  it('is whoever mends it where it was entered', () => {
    const draft = caseAt('ward-letter', { sealed: { number: 1 }, route: undefined, position: undefined });
    expect(asText(handsOnCase(draft, organisationIdSchema.parse(ward), posts))).toEqual({ head: 'officer' });
  });
});

describe('who handles a sealed list', () => {
  const list = aList({ organisation: district, stepKind: 'decide', kind: 'decision', sealed: true });

  it('is whoever is named, the head for others, and the signer from the day it was closed', () => {
    expect(asText(handsOnList(list, office))).toEqual({ head: 'clerk leader officer' });
    const signer = {
      post: deputy.id,
      person: deputy.person,
      name: '',
      title: '',
      capacity: 'deputy' as const,
    };
    const hands = handsOnList({ ...list, signer }, office);
    expect(asText(hands)).toEqual({ head: 'clerk leader officer', deputy: 'leader' });
    expect(hands.map(standsIn)).toEqual([true, true]);
    expect(handsOnList(list, office.map(named)).map(standsIn)).toEqual([false, false, false, false, false]);
  });
});

describe('subjects told to be the same', () => {
  const subject = (code: string, same: string[] = [], change: Partial<Subject> = {}): Subject => ({
    id: subjectIdSchema.parse(idOf(code)),
    kind: 'individual',
    name: code,
    unit: '',
    area: idOf('area') as Subject['area'],
    enteredBy: at,
    sealed: false,
    accounts: [],
    answers: same.map((other) => ({
      subject: subjectIdSchema.parse(idOf(other)),
      answer: 'same',
      by: person('officer'),
      on: today,
    })),
    sameAs: [],
    namedAgain: false,
    ...change,
  });
  const groups = (subjects: readonly Subject[]) =>
    told(subjects).map(({ name, sameAs }) => [
      name,
      sameAs.map((id) => subjects.find((one) => one.id === id)?.name),
    ]);

  it('are one by every answer about any of them', () => {
    const all = [subject('a'), subject('b', ['a']), subject('c', ['b']), subject('d')];
    expect(groups(all)).toEqual([
      ['a', ['b', 'c']],
      ['b', ['a', 'c']],
      ['c', ['a', 'b']],
      ['d', []],
    ]);
    expect(told(all).map(eldestOf)).toEqual([all[0]!.id, all[0]!.id, all[0]!.id, all[3]!.id]);
  });

  it('are never an open one and a sealed one', () => {
    expect(groups([subject('a'), subject('b', ['a'], { sealed: true })])).toEqual([
      ['a', []],
      ['b', []],
    ]);
  });
});
