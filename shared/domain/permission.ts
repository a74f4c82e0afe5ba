import { holderOf, standingOf, type Case, type Standing } from './case.ts';
import type { Role } from './directory.ts';
import type { Judgement } from './four-eyes.ts';
import type { OrganisationId } from './id.ts';
import type { List, ListKind, ListState } from './list.ts';
import type { StepKind } from './route-template.ts';

/**
 * Who may do what in which state. API, pages and tests read these tables and nothing else decides it;
 * what depends on persons (four eyes, conflicts of interest) is in four-eyes.ts.
 */
export interface CaseRule {
  /**
   * `entering`: the organisation that entered the case; `holder`: the one whose step is open, or that drafts it; `asked`: the one
   * that is asked about it without having it.
   */
  readonly at: 'entering' | 'holder' | 'asked';
  readonly roles: readonly Role[];
  readonly standings: readonly Standing[];
  /** Kinds of the open step; any when absent. */
  readonly stepKinds?: readonly StepKind[];
  /** On hold only while a supplement is asked for below it: that one may be answered meanwhile. */
  readonly asksBelowHold?: true;
}

/** Whether a case takes the act from where it stands. */
export function standsFor({ standings, asksBelowHold }: CaseRule, subject: Case): boolean {
  const standing = standingOf(subject);
  if (standing === 'hold' && asksBelowHold === true && subject.supplement === undefined) return false;
  return standings.includes(standing);
}

const onStep = ['free', 'inList'] as const;

export const caseRules = {
  edit: { at: 'entering', roles: ['officer'], standings: ['draft'] },
  discard: { at: 'entering', roles: ['officer'], standings: ['draft'] },
  submit: { at: 'entering', roles: ['officer'], standings: ['draft'] },
  answerSupplement: {
    at: 'entering',
    roles: ['officer'],
    standings: ['supplement', 'hold'],
    asksBelowHold: true,
  },
  withdraw: {
    at: 'entering',
    roles: ['officer', 'leader'],
    standings: ['free', 'inList', 'supplement', 'hold', 'moving'],
  },
  withdrawConsent: {
    at: 'entering',
    roles: ['officer'],
    standings: [...onStep, 'supplement', 'hold', 'moving', 'ended'],
  },
  attach: {
    at: 'entering',
    roles: ['officer'],
    standings: ['draft', 'supplement', 'hold'],
    asksBelowHold: true,
  },
  attachAtStep: {
    at: 'holder',
    roles: ['officer', 'secretary', 'clerk'],
    standings: ['free', 'inList', 'supplement', 'hold'],
  },
  receive: { at: 'holder', roles: ['officer'], standings: ['free'], stepKinds: ['receive'] },
  recommend: { at: 'holder', roles: ['officer'], standings: ['free'], stepKinds: ['appraise'] },
  notRecommend: { at: 'holder', roles: ['officer'], standings: ['free'], stepKinds: ['appraise'] },
  askSupplement: {
    at: 'holder',
    roles: ['officer', 'secretary'],
    standings: ['free'],
    stepKinds: ['receive', 'appraise', 'opinion', 'letter', 'council', 'decide'],
  },
  returnIneligible: {
    at: 'holder',
    roles: ['officer'],
    standings: ['free'],
    stepKinds: ['receive', 'appraise'],
  },
  changeForm: {
    at: 'holder',
    roles: ['officer', 'secretary'],
    standings: ['free'],
    stepKinds: ['receive', 'appraise', 'opinion', 'letter', 'council', 'decide'],
  },
  chooseLaw: {
    at: 'holder',
    roles: ['officer', 'secretary'],
    standings: ['free'],
    stepKinds: ['appraise', 'council', 'decide'],
  },
  judgeAchievement: {
    at: 'holder',
    roles: ['officer', 'secretary'],
    standings: ['free'],
    stepKinds: ['receive', 'appraise', 'council', 'decide'],
  },
  mendWording: {
    at: 'holder',
    roles: ['officer', 'secretary'],
    standings: ['free'],
    stepKinds: ['receive', 'appraise', 'opinion', 'letter', 'council', 'decide'],
  },
  askQuestion: {
    at: 'holder',
    roles: ['officer', 'secretary', 'leader'],
    standings: [...onStep, 'supplement', 'hold'],
  },
  answerQuestion: {
    at: 'asked',
    roles: ['officer', 'secretary', 'leader'],
    standings: [...onStep, 'supplement', 'hold', 'moving'],
  },
  hold: {
    at: 'holder',
    roles: ['officer', 'secretary', 'clerk'],
    standings: ['free', 'inList', 'supplement'],
  },
  release: { at: 'holder', roles: ['officer', 'secretary', 'clerk'], standings: ['hold'] },
  reassign: {
    at: 'holder',
    roles: ['officer', 'leader', 'secretary'],
    standings: [...onStep, 'supplement', 'hold'],
  },
  refuse: { at: 'holder', roles: ['leader'], standings: ['free'], stepKinds: ['decide'] },
  /** No judgement of whoever enters it: the authority outside did not agree, alone or of its whole list. */
  recordNotAwarded: { at: 'holder', roles: ['clerk'], standings: onStep, stepKinds: ['outside'] },
  /** On a draft, too: what like subjects are must be said before it is submitted. */
  judgeIdentity: {
    at: 'holder',
    roles: ['officer', 'secretary'],
    standings: ['draft', ...onStep, 'supplement', 'hold'],
  },
} as const satisfies Record<string, CaseRule>;

export type CaseAct = keyof typeof caseRules;
export const caseActs: readonly CaseAct[] = Object.keys(caseRules).filter(
  (act): act is CaseAct => act in caseRules,
);

/** The organisation whose people do this to the case now; none when nobody holds it. */
export function officeOf({ at }: CaseRule, subject: Case): OrganisationId | undefined {
  switch (at) {
    case 'entering':
      return subject.enteredBy;
    case 'holder':
      return holderOf(subject);
    case 'asked':
      return subject.question?.to;
  }
}

/** Which acts judge a case, and as what: four-eyes.ts says who is barred from it. `undefined`: judges nothing, bars nobody. */
export const judgementOf: Readonly<Record<CaseAct, Judgement | undefined>> = {
  edit: undefined,
  discard: undefined,
  submit: undefined,
  answerSupplement: undefined,
  withdraw: undefined,
  withdrawConsent: undefined,
  attach: undefined,
  attachAtStep: undefined,
  receive: 'appraise',
  recommend: 'appraise',
  notRecommend: 'appraise',
  askSupplement: undefined,
  returnIneligible: 'appraise',
  changeForm: 'handle',
  chooseLaw: 'handle',
  judgeAchievement: 'handle',
  mendWording: 'handle',
  askQuestion: undefined,
  answerQuestion: undefined,
  hold: 'handle',
  release: 'handle',
  reassign: undefined,
  refuse: 'decide',
  recordNotAwarded: undefined,
  judgeIdentity: undefined,
};

export interface ListRule {
  readonly roles: readonly Role[];
  readonly states: readonly ListState[];
  readonly kinds: readonly ListKind[];
}

const anyKind = ['letter', 'session', 'decision', 'approval', 'opinionRequest'] as const;
const signedKinds = ['letter', 'decision', 'approval', 'opinionRequest'] as const;

/** All at the list's own organisation. A session is kept by the council's secretary, every other list by officers. */
export const listRules = {
  gather: { roles: ['officer', 'secretary'], states: ['GATHERING'], kinds: anyKind },
  ungather: { roles: ['officer', 'secretary'], states: ['GATHERING'], kinds: anyKind },
  order: { roles: ['officer', 'secretary'], states: ['GATHERING'], kinds: anyKind },
  close: { roles: ['officer', 'secretary'], states: ['GATHERING'], kinds: anyKind },
  reopen: { roles: ['officer', 'secretary', 'leader'], states: ['CLOSED'], kinds: anyKind },
  strike: { roles: ['leader', 'officer', 'secretary'], states: ['CLOSED'], kinds: anyKind },
  attach: {
    roles: ['officer', 'secretary', 'clerk'],
    states: ['GATHERING', 'CLOSED', 'SIGNED', 'ISSUED'],
    kinds: anyKind,
  },
  presence: { roles: ['secretary'], states: ['CLOSED'], kinds: ['session'] },
  result: { roles: ['secretary'], states: ['CLOSED'], kinds: ['session'] },
  conclude: { roles: ['secretary'], states: ['CLOSED'], kinds: ['session'] },
  sign: { roles: ['leader'], states: ['CLOSED'], kinds: signedKinds },
  issue: { roles: ['clerk'], states: ['SIGNED'], kinds: signedKinds },
  /** A signature made outside, entered in one act with number and date. */
  issueSignedOutside: { roles: ['clerk'], states: ['CLOSED'], kinds: signedKinds },
  /** At an organisation that is asked; for one outside, the asker's records clerk enters the paper (`answering`). */
  answer: { roles: ['officer', 'leader', 'clerk'], states: ['ISSUED'], kinds: ['opinionRequest'] },
  /** The same people, as long as another's answer on the row is awaited. */
  correctAnswer: { roles: ['officer', 'leader', 'clerk'], states: ['ISSUED'], kinds: ['opinionRequest'] },
  /** After the due day, without the answers that are missing. */
  goOn: { roles: ['officer'], states: ['ISSUED'], kinds: ['opinionRequest'] },
} as const satisfies Record<string, ListRule>;

export type ListAct = keyof typeof listRules;

/** Acts that count as a signature: a home may ask for a stronger sign-in before them. */
const signingListActs: readonly ListAct[] = ['sign', 'issue', 'issueSignedOutside', 'conclude'];
export const signsList = (act: ListAct): boolean => signingListActs.includes(act);

/** Acts that make something new, or that stand above single cases: role at any of one's organisations. */
export const officeRules = {
  nominate: { roles: ['officer'] },
  proposeModel: { roles: ['officer'] },
  /** Administrators open the first one while they set the office up. */
  openRound: { roles: ['officer', 'administrator'] },
  /** At the round's owner: lets one organisation's letter in after the closing day. */
  admitLate: { roles: ['officer'] },
  startLetter: { roles: ['officer'] },
  startSession: { roles: ['secretary'] },
  startOpinionRequest: { roles: ['officer'] },
  /** Officers; a decision from outside is recorded by the records clerk. */
  startDecision: { roles: ['officer', 'clerk'] },
  holdCeremony: { roles: ['organiser'] },
  /** At an office that the person has or had a post at: signs them out of every browser. */
  endSignIns: { roles: ['administrator'] },
  /** Decisions of before: brought in, corrected, taken back. */
  keepPast: { roles: ['officer', 'clerk', 'administrator'] },
  readPast: { roles: ['officer', 'clerk', 'administrator', 'leader', 'secretary', 'auditor'] },
  /** Proposal slips: the link that takes them in, and what becomes of each. */
  keepSlips: { roles: ['officer'] },
  readSlips: { roles: ['officer', 'leader', 'auditor'] },
  /** Organisations, people, posts, councils, accounts: of one's own organisation and of those that it keeps. */
  keepDirectory: { roles: ['administrator'] },
  /** A value that the office sets itself in place of the law's row, and taking it back. */
  proposeSetting: { roles: ['administrator'] },
  /** Confirms or refuses it: never whoever proposed it. */
  settleSetting: { roles: ['leader', 'administrator'] },
} as const satisfies Record<string, { roles: readonly Role[] }>;

export type OfficeAct = keyof typeof officeRules;

/** Who reads the daily roots, and is told of each: at any organisation, since a root covers them all. */
export const rootReaders: readonly Role[] = ['auditor'];

const keeping: readonly ListAct[] = ['gather', 'ungather', 'order', 'close', 'reopen', 'strike'];

/** Roles that do this to this list: sessions are kept by the secretary, outside decisions by the clerk, others by officers. */
export function listRolesFor(
  act: ListAct,
  list: { readonly kind: string; readonly origin: string },
): readonly Role[] {
  const { roles }: ListRule = listRules[act];
  if (!keeping.includes(act)) return roles;
  if (list.kind === 'session') return ['secretary'];
  if (list.origin === 'outside') return ['clerk'];
  return roles.filter((role) => role !== 'secretary');
}

/** Where, and in which roles, an answer of this asked organisation is given; nowhere when it isn't asked. */
export function answering(
  { organisation, asked = [] }: Pick<List, 'organisation' | 'asked'>,
  answers: OrganisationId,
): { readonly organisation: OrganisationId; readonly roles: readonly Role[] } | undefined {
  const one = asked.find((candidate) => candidate.organisation === answers);
  if (one === undefined) return undefined;
  return one.outside === true
    ? { organisation, roles: ['clerk'] }
    : { organisation: answers, roles: ['officer', 'leader'] };
}

/** Who starts a decision: officers, or the records clerk where it comes from outside. */
export const decisionRolesFor = (origin: string): readonly Role[] =>
  officeRules.startDecision.roles.filter((role) => (role === 'clerk') === (origin === 'outside'));

export const ceremonyPhases = ['PREPARING', 'FROZEN', 'HELD', 'FINISHED', 'CANCELLED'] as const;
export type CeremonyPhase = (typeof ceremonyPhases)[number];

/** All by the host's organiser. */
export const ceremonyRules = {
  draw: { roles: ['organiser'], phases: ['PREPARING'] },
  arrange: { roles: ['organiser'], phases: ['PREPARING'] },
  takeOut: { roles: ['organiser'], phases: ['PREPARING'] },
  regroup: { roles: ['organiser'], phases: ['PREPARING'] },
  cancel: { roles: ['organiser'], phases: ['PREPARING', 'FROZEN'] },
  handOver: { roles: ['organiser'], phases: ['HELD'] },
} as const satisfies Record<string, { roles: readonly Role[]; phases: readonly CeremonyPhase[] }>;

export type CeremonyAct = keyof typeof ceremonyRules;
