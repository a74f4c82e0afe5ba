import { describe, expect, it } from 'vitest';
import { standings, type Standing } from '#shared/domain/case.ts';
import { caseCommands } from '#shared/domain/case-command.ts';
import { ceremonyCommands } from '#shared/domain/ceremony.ts';
import { roles } from '#shared/domain/directory.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import { listKinds, listStates } from '#shared/domain/list.ts';
import {
  caseActs,
  caseRules,
  ceremonyPhases,
  ceremonyRules,
  listRules,
  officeRules,
  type CaseAct,
  type CaseRule,
  type ListAct,
  type ListRule,
} from '#shared/domain/permission.ts';
import { stepKinds } from '#shared/domain/route-template.ts';

const sorted = (names: readonly string[]) => [...names].sort();
const ruleOf = (act: CaseAct): CaseRule => caseRules[act];

/** Who may do what, where, from which standing: written here a second time, by hand, so that a change is meant. */
const caseTable: Record<CaseAct, readonly [at: string, roles: string, standings: string, kinds?: string]> = {
  edit: ['entering', 'officer', 'draft'],
  discard: ['entering', 'officer', 'draft'],
  submit: ['entering', 'officer', 'draft'],
  answerSupplement: ['entering', 'officer', 'supplement hold'],
  withdraw: ['entering', 'officer leader', 'free inList supplement hold moving'],
  withdrawConsent: ['entering', 'officer', 'free inList supplement hold moving ended'],
  attach: ['entering', 'officer', 'draft supplement hold'],
  attachAtStep: ['holder', 'officer secretary clerk', 'free inList supplement hold'],
  receive: ['holder', 'officer', 'free', 'receive'],
  recommend: ['holder', 'officer', 'free', 'appraise'],
  notRecommend: ['holder', 'officer', 'free', 'appraise'],
  askSupplement: ['holder', 'officer secretary', 'free', 'receive appraise opinion letter council decide'],
  returnIneligible: ['holder', 'officer', 'free', 'receive appraise'],
  changeForm: ['holder', 'officer secretary', 'free', 'receive appraise opinion letter council decide'],
  chooseLaw: ['holder', 'officer secretary', 'free', 'appraise council decide'],
  judgeAchievement: ['holder', 'officer secretary', 'free', 'receive appraise council decide'],
  mendWording: ['holder', 'officer secretary', 'free', 'receive appraise opinion letter council decide'],
  askQuestion: ['holder', 'officer secretary leader', 'free inList supplement hold'],
  answerQuestion: ['asked', 'officer secretary leader', 'free inList supplement hold moving'],
  hold: ['holder', 'officer secretary clerk', 'free inList supplement'],
  release: ['holder', 'officer secretary clerk', 'hold'],
  reassign: ['holder', 'officer leader secretary', 'free inList supplement hold'],
  refuse: ['holder', 'leader', 'free', 'decide'],
  recordNotAwarded: ['holder', 'clerk', 'free inList', 'outside'],
  judgeIdentity: ['holder', 'officer secretary', 'draft free inList supplement hold'],
};

describe('the rules of acts on a case', () => {
  it('are there for every act, and for papers', () => {
    const files = ['attach', 'attachAtStep'];
    expect(sorted(caseActs)).toEqual(sorted([...Object.keys(caseCommands), ...files]));
  });

  it.each(Object.entries(caseTable))('%s', (act, [at, who, when, kinds]) => {
    const rule = ruleOf(act as CaseAct);
    expect(rule.at).toBe(at);
    expect(sorted(rule.roles)).toEqual(sorted(who.split(' ')));
    expect(sorted(rule.standings)).toEqual(sorted(when.split(' ')));
    expect(rule.stepKinds === undefined ? undefined : sorted(rule.stepKinds)).toEqual(
      kinds === undefined ? undefined : sorted(kinds.split(' ')),
    );
  });

  it('allow after the end nothing but that publication ends, and the holder nothing on the way', () => {
    const from = (standing: Standing) => caseActs.filter((act) => ruleOf(act).standings.includes(standing));
    expect(from('ended')).toEqual(['withdrawConsent']);
    expect(from('moving')).toEqual(['withdraw', 'withdrawConsent', 'answerQuestion']);
    // A draft is in the hands of who enters it, so judging likeness is theirs as well.
    expect(from('draft').filter((act) => ruleOf(act).at === 'holder')).toEqual(['judgeIdentity']);
  });

  it('leave no case where nobody may do anything', () => {
    for (const standing of standings.filter((one) => one !== 'ended')) {
      expect(caseActs.some((act) => ruleOf(act).standings.includes(standing))).toBe(true);
    }
  });

  it('open to the submitter of a held case what was asked for before the hold, and nothing else', () => {
    const below = caseActs.filter((act) => ruleOf(act).asksBelowHold === true);
    expect(below).toEqual(['answerSupplement', 'attach']);
    const others = caseActs.filter((act) => ruleOf(act).at === 'entering' && !below.includes(act));
    expect(others.filter((act) => ruleOf(act).standings.includes('hold'))).toEqual([
      'withdraw',
      'withdrawConsent',
    ]);
  });

  it('speak of roles, standings and kinds that exist', () => {
    for (const act of caseActs) {
      const rule = ruleOf(act);
      expect(rule.roles.length).toBeGreaterThan(0);
      expect(rule.roles.filter((role) => !roles.includes(role))).toEqual([]);
      expect(rule.standings.filter((standing) => !standings.includes(standing))).toEqual([]);
      expect((rule.stepKinds ?? []).filter((kind) => !stepKinds.includes(kind))).toEqual([]);
    }
  });
});

const listTable: Record<ListAct, readonly [roles: string, states: string, kinds: string]> = {
  gather: ['officer secretary', 'GATHERING', 'letter session decision approval opinionRequest'],
  ungather: ['officer secretary', 'GATHERING', 'letter session decision approval opinionRequest'],
  order: ['officer secretary', 'GATHERING', 'letter session decision approval opinionRequest'],
  close: ['officer secretary', 'GATHERING', 'letter session decision approval opinionRequest'],
  reopen: ['officer secretary leader', 'CLOSED', 'letter session decision approval opinionRequest'],
  strike: ['officer secretary leader', 'CLOSED', 'letter session decision approval opinionRequest'],
  attach: [
    'officer secretary clerk',
    'GATHERING CLOSED SIGNED ISSUED',
    'letter session decision approval opinionRequest',
  ],
  presence: ['secretary', 'CLOSED', 'session'],
  result: ['secretary', 'CLOSED', 'session'],
  conclude: ['secretary', 'CLOSED', 'session'],
  sign: ['leader', 'CLOSED', 'letter decision approval opinionRequest'],
  issue: ['clerk', 'SIGNED', 'letter decision approval opinionRequest'],
  issueSignedOutside: ['clerk', 'CLOSED', 'letter decision approval opinionRequest'],
  answer: ['officer leader clerk', 'ISSUED', 'opinionRequest'],
  correctAnswer: ['officer leader clerk', 'ISSUED', 'opinionRequest'],
  goOn: ['officer', 'ISSUED', 'opinionRequest'],
};

describe('the rules of acts on a list', () => {
  it('are there for every act, and for papers', () => {
    expect(sorted(Object.keys(listRules))).toEqual(sorted([...Object.keys(listCommands), 'attach']));
  });

  it.each(Object.entries(listTable))('%s', (act, [who, states, kinds]) => {
    const rule: ListRule = listRules[act as ListAct];
    expect(sorted(rule.roles)).toEqual(sorted(who.split(' ')));
    expect(sorted(rule.states)).toEqual(sorted(states.split(' ')));
    expect(sorted(rule.kinds)).toEqual(sorted(kinds.split(' ')));
    expect(rule.states.filter((state) => !listStates.includes(state))).toEqual([]);
    expect(rule.kinds.filter((kind) => !listKinds.includes(kind))).toEqual([]);
  });

  it('let an issued list be changed by nobody, but answers come in to a request for opinions', () => {
    const after = Object.entries(listRules).filter(([, rule]) =>
      (rule.states as readonly string[]).includes('ISSUED'),
    );
    expect(after.map(([act]) => act)).toEqual(['attach', 'answer', 'correctAnswer', 'goOn']);
  });
});

describe('the rules of offices and ceremonies', () => {
  it('name roles that exist', () => {
    const named = [...Object.values(officeRules), ...Object.values(ceremonyRules)].flatMap((rule) => [
      ...rule.roles,
    ]);
    expect(named.filter((role) => !roles.includes(role))).toEqual([]);
  });

  it('are there for every act on a ceremony, in phases that exist', () => {
    expect(sorted(Object.keys(ceremonyRules))).toEqual(sorted(Object.keys(ceremonyCommands)));
    const phases = Object.values(ceremonyRules).flatMap((rule) => [...rule.phases]);
    expect(phases.filter((phase) => !ceremonyPhases.includes(phase))).toEqual([]);
  });
});
