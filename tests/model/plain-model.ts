/**
 * What may be done next with a case and with a list, on one page. It shares nothing with the program, which is held to it act
 * by act. Left out: drafts, other forms, likenesses, sealed cases, outside decisions, days, and what bars one as a person.
 */
export type Office = 'ward' | 'sibling' | 'police' | 'district';
/** Who acts: in one post, which may have ended, and perhaps on a council. */
export interface Official {
  readonly name: string;
  readonly office: Office;
  readonly role: string;
  readonly former: boolean;
  readonly council: Office | undefined;
}
type Step = readonly [kind: string, office: Office];
const way = (text: string): Step[] => text.split(', ').map((step) => step.split(' ') as unknown as Step);
/** The way of a ward's nomination, and that of its model. */
export const steps = {
  nomination: way(
    'council ward, letter ward, receive police, appraise police, letter police, council district, decide district',
  ),
  modelProposal: way('letter ward, receive police, appraise police, decide district'),
};
export interface PlainCase {
  readonly id: string;
  readonly kind: keyof typeof steps;
  status: string;
  /** So many steps are behind it; unless the next one is open, the case is on its way there. */
  passed: number;
  open: boolean;
  /** So many have ever been open. */
  reached: number;
  supplement: boolean;
  hold: boolean;
  list: PlainList | undefined;
}
export interface PlainList {
  readonly id: string;
  readonly kind: 'letter' | 'session' | 'decision';
  readonly of: PlainCase['kind'];
  readonly office: Office;
  state: 'GATHERING' | 'CLOSED' | 'SIGNED' | 'ISSUED';
  rows: PlainCase[];
  presence: boolean;
  findings: Map<PlainCase, string>;
}
/** Who asks for what; stale: on an older reading of what is signed. */
export interface Ask {
  readonly who: Official;
  readonly act: string;
  readonly one?: PlainCase;
  readonly list?: PlainList;
  readonly finding?: string;
  readonly stale?: boolean;
}
const has = (words: string, word: string): boolean => words.split(' ').includes(word);
const stepOf = (one: PlainCase): Step | undefined => (one.open ? steps[one.kind][one.passed] : undefined);
const isOver = ({ kind, state }: PlainList): boolean =>
  state === 'ISSUED' || (kind === 'session' && state === 'SIGNED');
export function standingOf(one: PlainCase): string {
  if (one.status !== 'AT_STEP') return 'ended';
  if (!one.open) return 'moving';
  if (one.hold || one.supplement) return one.hold ? 'hold' : 'supplement';
  return one.list === undefined ? 'free' : 'inList';
}
/** In whose inbox it stands: office and role. Nobody's while it is written, on its way, or over. */
export function holderOf(one: PlainCase): string | undefined {
  const step = stepOf(one);
  if (step === undefined || standingOf(one) === 'supplement') return step && 'ward officer';
  if (standingOf(one) === 'inList') return keeperOf(one.list!);
  return `${step[1]} ${step[0] === 'council' ? 'secretary' : 'officer'}`;
}
export function keeperOf(list: PlainList): string | undefined {
  if (isOver(list)) return undefined;
  const keepers = { GATHERING: 'officer', CLOSED: 'leader', SIGNED: 'clerk', ISSUED: '' };
  return `${list.office} ${list.kind === 'session' ? 'secretary' : keepers[list.state]}`;
}

/** Whose act it is, in which roles, where the case stands, and at which steps if not at any. */
export const caseRules: Readonly<Record<string, readonly [string, string, string, string?]>> = {
  answerSupplement: ['entering', 'officer', 'supplement hold'],
  withdraw: ['entering', 'officer leader', 'free inList supplement hold moving'],
  receive: ['holder', 'officer', 'free', 'receive'],
  'recommend notRecommend': ['holder', 'officer', 'free', 'appraise'],
  returnIneligible: ['holder', 'officer', 'free', 'receive appraise'],
  askSupplement: ['holder', 'officer secretary', 'free'],
  hold: ['holder', 'officer secretary clerk', 'free inList supplement'],
  release: ['holder', 'officer secretary clerk', 'hold'],
  reassign: ['holder', 'officer leader secretary', 'free inList supplement hold'],
  refuse: ['holder', 'leader', 'free', 'decide'],
};
/** In which roles, in which state, and on which kinds of list. All that every kind takes is the secretary's on a session. */
export const listRules: Readonly<Record<string, readonly [string, string, string]>> = {
  'gather ungather close': ['officer', 'GATHERING', 'letter session decision'],
  'reopen strike': ['officer leader', 'CLOSED', 'letter session decision'],
  'presence result conclude': ['secretary', 'CLOSED', 'session'],
  sign: ['leader', 'CLOSED', 'letter decision'],
  issueSignedOutside: ['clerk', 'CLOSED', 'letter decision'],
  issue: ['clerk', 'SIGNED', 'letter decision'],
};
const ruleOf = <Rule>(rules: Readonly<Record<string, Rule>>, act: string): Rule =>
  Object.entries(rules).find(([acts]) => has(acts, act))![1];
/** Whoever entered it, each office whose step has opened, and a council while the case is on its agenda. */
function readsCase(who: Official, { kind, reached, list }: PlainCase): boolean {
  const opened = steps[kind].slice(0, reached).map(([, office]) => office);
  const own = who.role !== 'member' && ['ward', ...opened].includes(who.office);
  return !who.former && (own || (list?.kind === 'session' && who.council === list.office));
}
/** Whose list it is, whom an issued letter went to, and the council until its session is over. */
function readsList(who: Official, list: PlainList): boolean {
  const sent = list.kind === 'letter' && list.state === 'ISSUED';
  const addressee = sent && (list.office === 'ward' ? 'police' : 'district');
  const own = who.role !== 'member' && [list.office, addressee].includes(who.office);
  return !who.former && (own || (list.kind === 'session' && !isOver(list) && who.council === list.office));
}

/** Why an act on a case is refused; undefined where it is done. */
export function refusalOnCase({ who, act }: Ask, one: PlainCase): string | undefined {
  const [whose, roles, standings, kinds] = ruleOf(caseRules, act);
  const [standing, step] = [standingOf(one), stepOf(one)];
  const elsewhere = standing === 'moving' ? 'CaseIsMoving' : 'CaseMovedOn';
  if (!readsCase(who, one)) return 'CaseNotFound';
  const office = whose === 'entering' ? 'ward' : step?.[1];
  if (office === undefined) return elsewhere;
  if (who.office !== office || !has(roles, who.role)) return 'ActNotYours';
  if (!has(standings, standing)) return elsewhere;
  if (act === 'answerSupplement' && !one.supplement) return elsewhere;
  if (kinds !== undefined && !has(kinds, step![0])) return elsewhere;
  if (!has('hold withdraw', act)) return undefined;
  if (one.list !== undefined && isOver(one.list)) return elsewhere;
  const sent = steps[one.kind].slice(0, one.passed).some(([kind]) => kind === 'letter');
  return act === 'withdraw' && (sent || one.list?.state === 'SIGNED') ? 'WithdrawalTooLate' : undefined;
}
/** The same of an act on a list; each is closed for the head to sign. */
export function refusalOnList({ who, act, one, stale }: Ask, list: PlainList): string | undefined {
  const [usual, state, kinds] = ruleOf(listRules, act);
  const roles = list.kind === 'session' && has(kinds, 'session') ? 'secretary' : usual;
  if (!readsList(who, list)) return 'ListNotFound';
  if (who.office !== list.office || !has(roles, who.role)) return 'ActNotYours';
  if (list.state !== state || !has(kinds, list.kind)) return 'ListMovedOn';
  if (act === 'gather') return whyNotGathered(who, list, one!);
  if (has('ungather strike result', act) && !list.rows.includes(one!)) return 'CaseNotOfThisList';
  if (has('close conclude sign issue issueSignedOutside', act) && list.rows.length === 0) return 'ListEmpty';
  if (has('result conclude', act) && !list.presence) return 'PresenceMissing';
  if (act === 'conclude' && list.rows.some((row) => !list.findings.has(row))) return 'ResultsMissing';
  if (act === 'sign' && who.name.endsWith('deputy')) return 'ActNotYours';
  return stale === true && has('sign issueSignedOutside', act) ? 'HashChanged' : undefined;
}
function whyNotGathered(who: Official, list: PlainList, one: PlainCase): string | undefined {
  const [kind, office] = stepOf(one) ?? ['', 'ward'];
  if (!readsCase(who, one)) return 'CaseNotFound';
  if (standingOf(one) !== 'free') return standingOf(one) === 'moving' ? 'CaseIsMoving' : 'CaseNotFree';
  const listed = { letter: 'letter', council: 'session', decide: 'decision' }[kind];
  const fits = office === list.office && one.kind === list.of && listed === list.kind;
  return fits ? undefined : 'CaseNotOfThisList';
}
/** It is done: what stands on record at once. */
export function doIt({ act, one, list, finding = '' }: Ask): void {
  if (list === undefined) doOnCase(act, one!);
  else if (act === 'gather') [one!.list, list.rows] = [list, [...list.rows, one!]];
  else if (has('ungather strike', act)) leave(one!);
  else if (act === 'close') list.state = 'CLOSED';
  else if (act === 'reopen') [list.state, list.presence] = ['GATHERING', false];
  else if (act === 'presence') Object.assign(list, { presence: true, findings: new Map() });
  else if (act === 'result') list.findings.set(one!, finding);
  else list.state = has('sign conclude', act) ? 'SIGNED' : 'ISSUED';
}
function doOnCase(act: string, one: PlainCase): void {
  if (has('askSupplement answerSupplement', act)) one.supplement = act === 'askSupplement';
  if (has('hold release', act)) one.hold = act === 'hold';
  // Once it is signed, a list keeps what is held.
  if (act === 'hold' && one.list?.state !== 'SIGNED') leave(one);
  if (has('receive recommend notRecommend', act)) goOn(one);
  if (act === 'withdraw') end(one, 'WITHDRAWN');
  if (act === 'returnIneligible') end(one, 'INELIGIBLE');
  if (act === 'refuse') end(one, one.kind === 'nomination' ? 'NOT_AWARDED' : 'NOT_APPROVED');
}
function leave(one: PlainCase): void {
  if (one.list !== undefined) one.list.rows = one.list.rows.filter((row) => row !== one);
  one.list = undefined;
}
function end(one: PlainCase, status: string): void {
  leave(one);
  Object.assign(one, { status, open: false, supplement: false, hold: false });
}
const goOn = (one: PlainCase) => Object.assign(one, { list: undefined, open: false, passed: one.passed + 1 });
/** Everything comes to rest: what a list has decided befalls its cases, and what is on its way arrives. */
export function rest(cases: readonly PlainCase[]): void {
  for (const one of cases) {
    if (one.list !== undefined && isOver(one.list) && !one.hold) follow(one, one.list);
    if (standingOf(one) === 'moving') Object.assign(one, { open: true, reached: one.passed + 1 });
  }
}
function follow(one: PlainCase, { kind, findings }: PlainList): void {
  const finding = kind === 'session' ? findings.get(one) : kind;
  if (finding === 'letter' || finding === 'agreed') goOn(one);
  // A list that is over keeps its rows.
  one.list = undefined;
  if (finding === 'decision') end(one, one.kind === 'nomination' ? 'AWARDED' : 'APPROVED');
  if (finding === 'notAgreed') end(one, 'NOT_AWARDED');
}
