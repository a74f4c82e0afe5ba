import { hash } from 'node:crypto';
import type { Execution } from '#local/workflow/execution.ts';
import { isEnded, openStep } from '#shared/domain/case.ts';
import type { Person } from '#shared/domain/directory.ts';
import { listHash, numberRows } from '#shared/domain/list.ts';
import { missingOn } from '#shared/domain/opinion.ts';
import { dayOf, type CivilDate, type Instant } from '#shared/domain/time.ts';
import {
  carrierOf,
  generationOf,
  onlyTells,
  type Backlog,
  type CaseSituation,
  type ListSituation,
  type Situation,
} from './situation.ts';

/**
 * Two states are one where nobody's next move, and nothing that comes of it, can tell them apart. So ids, hashes, salts,
 * hours and what is over are left out; of counters (turn, stage, generation, versions) stays whether two of them agree.
 */
export function canonicalOf(situation: Situation, now: Instant): string {
  const texts = orders(situation.cases).map((cases) => textOf(situation, cases, now));
  return hash('sha256', texts.sort()[0]!, 'base64').slice(0, 22);
}

/** What the records alone say: for whoever acts, effects and flow are no part of it. */
export function recordsOf(situation: Situation, now: Instant): string {
  const without = situation.cases.map(({ record, subject }) => ({
    ...{ record, subject, flow: undefined, executions: [] },
    backlog: { entries: [], marked: false, parked: false },
  }));
  const lists = situation.lists.map((one) => ({
    ...one,
    backlog: { entries: [], marked: false, parked: false },
  }));
  return canonicalOf({ ...situation, cases: without, lists }, now);
}

/** Cases that began alike are one another's mirror images. */
function orders(cases: readonly CaseSituation[]): CaseSituation[][] {
  const [one, other, ...more] = cases;
  if (one === undefined || other === undefined || more.length > 0) return [[...cases]];
  return [
    [one, other],
    [other, one],
  ];
}

function textOf(situation: Situation, cases: readonly CaseSituation[], now: Instant): string {
  const today = dayOf(now);
  const caseNames = new Map(cases.map(({ subject }, index) => [subject.id, `case ${String(index)}`]));
  const name = (id: string): string => caseNames.get(id as never) ?? 'elsewhere';
  const lists = situation.lists
    .map((one) => ({ id: one.list.id, text: JSON.stringify(ofList(one, name)) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1));
  const listNames = new Map(lists.map(({ id, text }) => [id as string, text]));
  const places = [...new Set(lists.map(({ text }) => text))];
  const listName = (id: string): string => {
    const text = listNames.get(id);
    return text === undefined ? 'over' : `list ${String(places.indexOf(text))}`;
  };
  const holderName = (post: string | undefined): string =>
    situation.people.find(({ posts }) => posts.some(({ id }) => id === post))?.id ?? '';
  return JSON.stringify([
    today,
    ...[situation.people.map(postsOf), lists.map(({ text }) => text)],
    cases.map((one) => ofCase(one, { listName, holderName, today })),
  ]);
}

const postTexts = new WeakMap<Person, string>();

/** Whichever ids they bear. */
function postsOf(person: Person): string {
  const known = postTexts.get(person);
  if (known !== undefined) return known;
  const text = person.posts.map(({ role, to }) => `${role} ${to ?? ''}`).join();
  postTexts.set(person, text);
  return text;
}

function ofList({ list, rows, backlog }: ListSituation, name: (id: string) => string): unknown {
  const numbered = numberRows(list.kind, rows, []);
  const fixed = list.hash === undefined ? 'none' : list.hash === hashNow({ list, rows }) ? 'right' : 'wrong';
  const { presence, signature } = list;
  return [
    ...[list.kind, list.organisation, list.caseKind, list.origin, list.state, list.dueOn ?? ''],
    ...[fixed, numbered.length, list.signer?.person ?? '', list.admittedLate],
    signature === undefined ? 'unsigned' : `${signature.where} ${String(signature.hash === list.hash)}`,
    ...[presence?.present ?? 'nobody', list.stepKind, list.answerBy ?? ''],
    rows
      .map((row) => [
        ...[name(row.case), row.state, row.recommended, row.dueOn ?? '', row.result?.outcome ?? ''],
        row.result?.presence === presence?.turn,
        ...[missingOn(list, row), row.over === undefined],
      ])
      .sort(),
    ofBacklog(backlog),
  ];
}

/** The hash that a signature would have to name. An order that was asked for is that of the ids here. */
export const hashNow = ({ list, rows }: Pick<ListSituation, 'list' | 'rows'>): string =>
  listHash(list, numberRows(list.kind, rows, []));

interface Names {
  readonly listName: (id: string) => string;
  readonly holderName: (post: string | undefined) => string;
  readonly today: CivilDate;
}

function ofCase(one: CaseSituation, { listName, holderName, today }: Names): unknown {
  const { subject, backlog, flow } = one;
  const around = [
    ofBacklog(backlog),
    flow === undefined ? '' : [flow.state, flow.lost?.count ?? 0, dayFrom(flow.lookAgainAt, today)],
    ofExecutions(one, today),
  ];
  if (isEnded(subject.status)) return [subject.status, subject.kind, around];
  const step = openStep(subject);
  const steps = subject.route?.steps.map(({ code, state, outcome }) => [
    ...[code, state],
    outcome === 'formChanged' ? outcome : '',
  ]);
  return [
    ...[subject.kind, subject.form ?? '', subject.status, subject.submittedOn !== undefined],
    ...[steps ?? [], subject.route?.frozenOn !== undefined, subject.position ?? ''],
    ...[step?.dueOn ?? '', step?.remindedOn ?? '', step?.escalatedOn ?? ''],
    subject.supplement === undefined ? '' : [subject.supplement.dueOn, subject.supplement.daysLeft ?? ''],
    subject.hold === undefined ? '' : (subject.hold.daysLeft ?? 'fixed'),
    ...[holderName(subject.assignee), subject.appraisers],
    subject.list === undefined ? '' : listName(subject.list),
    (subject.opinions ?? []).flatMap(({ list, dueOn, over }) => {
      const name = listName(list);
      return name === 'over' ? [] : [[name, dueOn, over === undefined]];
    }),
    subject.settledBy.map(listName).filter((list) => list !== 'over'),
    around,
  ];
}

/** What is still to come of the entries: however many wake the flow, it is woken; notices nobody's move depends on. */
function ofBacklog({ entries, marked, parked }: Backlog): unknown {
  const acts = entries.map(({ act }) => act);
  const due = ['Submitted', 'Released', 'Concluded', 'Issued'].filter((act) => acts.includes(act));
  const wakes = acts.some((act) => !onlyTells(act));
  return [parked, due, wakes, wakes && marked];
}

/** Of those that ended only the one matters that should carry the case. */
function ofExecutions(one: CaseSituation, today: CivilDate): unknown {
  const carrier = carrierOf(one);
  const running = one.executions.filter(({ status }) => status === 'RUNNING');
  return [
    carrier?.status ?? 'NOT_FOUND',
    running.map((execution) => [
      generationOf(execution) === one.flow?.generation,
      ...ofExecution(execution, one, today),
    ]),
  ];
}

const reading: readonly string[] = ['OpenStep', 'CheckDates'];

function ofExecution(execution: Execution, { subject, flow }: CaseSituation, today: CivilDate): unknown[] {
  const { state, phase, due, token, variables } = execution;
  // What reads the record anew takes nothing along from its last reading.
  if (reading.includes(state)) return [state, phase];
  // All three waits are one but for their names.
  return [
    ...['Await', phase, dayFrom(due ?? undefined, today)],
    ...[variables['turn'] === subject.turn, token !== null && flow?.token === token],
  ];
}

/** Hours don't count: today is now. */
function dayFrom(instant: Instant | undefined, today: CivilDate): string {
  if (instant === undefined) return 'never';
  const day = dayOf(instant);
  return day <= today ? 'now' : day;
}
