import { addWorkingDays } from './calendar.ts';
import type { ActSetting } from './case-acts/change.ts';
import type { CaseId, OrganisationId } from './id.ts';
import type { ListChange } from './list-acts.ts';
import type { ListCommand } from './list-command.ts';
import type { List, ListRow } from './list.ts';
import { correctableOn, countLeft, missingOn, type Opinion } from './opinion.ts';
import { Refusal } from './refusal.ts';
import type { CivilDate } from './time.ts';

/** Pure decisions about an opinion request once it is issued. */

/** What an act makes of several rows of its list. */
export interface RowsChange extends Omit<ListChange, 'row'> {
  readonly changed: readonly ListRow[];
}

/**
 * From its issue a request waits for answers: by the day that it names, never before the one that the law gives from the
 * day of the paper. `lawful`: working days that the law gives.
 */
export function awaitingAnswers(
  list: List,
  rows: readonly ListRow[],
  lawful: number,
  { calendar, today }: Pick<ActSetting, 'calendar' | 'today'>,
): List {
  if (list.kind !== 'opinionRequest') return list;
  const least = addWorkingDays(calendar, list.date ?? today, lawful);
  const { answerBy = least } = list;
  return {
    ...list,
    answerBy: answerBy < least ? least : answerBy,
    asked: countLeft(list.asked ?? [], rows),
  };
}

/** What one asked organisation answers on as many rows as it likes, in one act. Each row takes one answer of each. */
export function answer(
  list: List,
  rows: readonly ListRow[],
  command: ListCommand<'answer'>,
  { post, today }: ActSetting,
): RowsChange {
  const { organisation, paper } = command;
  requirePaper(list, command, today);
  const changed = command.answers.map(({ case: id, opinion, reason }, place): ListRow => {
    const row = waitingRow(list, rows, id, organisation, `answers.${place}.case`);
    const given: Opinion = {
      ...{ organisation, opinion, reason, on: today, by: post.person },
      ...(paper === undefined ? {} : { paper }),
    };
    return { ...row, opinions: [...(row.opinions ?? []), given] };
  });
  refuseTwice(command.answers.map((one) => one.case));
  return {
    list: recounted(list, rows, changed),
    changed,
    entry: {
      act: 'OpinionGiven',
      facts: {
        organisation,
        rows: changed.length,
        cases: changed.map((row) => row.case),
        opinions: command.answers.map((one) => one.opinion),
        ...paper,
      },
      payload: { reasons: command.answers.map((one) => one.reason) },
    },
  };
}

/**
 * The organisation answers otherwise on a row on which another's answer is awaited. The last answer settles, so that from
 * then on nobody corrects any.
 * @throws Refusal OpinionNotAwaited where it hasn't answered on the row, or all have
 */
export function correctAnswer(
  list: List,
  rows: readonly ListRow[],
  command: ListCommand<'correctAnswer'>,
  { post, today }: ActSetting,
): RowsChange {
  const { organisation, paper, answer: said } = command;
  requirePaper(list, command, today);
  const row = rows.find((one) => one.case === said.case && one.state === 'on');
  if (row === undefined) throw new Refusal('CaseNotOfThisList', { case: said.case }).at('answer.case');
  const before = row.opinions?.find((one) => one.organisation === organisation);
  if (before === undefined || !correctableOn(list, row).includes(organisation))
    throw new Refusal('OpinionNotAwaited', { case: said.case }).at('answer.case');
  const { opinion, reason } = said;
  const corrected: Opinion = {
    ...{ organisation, opinion, reason, on: today, by: post.person },
    firstOn: before.firstOn ?? before.on,
    ...(paper === undefined ? {} : { paper }),
  };
  const opinions = row.opinions?.map((one) => (one === before ? corrected : one));
  const changed: ListRow[] = [{ ...row, opinions }];
  return {
    list: recounted(list, rows, changed),
    changed,
    entry: {
      act: 'OpinionCorrected',
      facts: { organisation, case: said.case, from: before.opinion, to: opinion, ...paper },
      payload: { before: before.reason, reason },
    },
  };
}

/** An office outside answers on paper: its number and date are what stands for its signature here. */
function requirePaper(
  { asked = [] }: List,
  { organisation, paper }: Pick<ListCommand<'answer'>, 'organisation' | 'paper'>,
  today: CivilDate,
) {
  const outside = asked.some((one) => one.organisation === organisation && one.outside === true);
  if (outside && paper === undefined)
    throw new Refusal('InputInvalid', {}, [{ field: 'paper.number', code: 'empty' }]);
  if (paper !== undefined && paper.date > today) {
    throw new Refusal('DateNotLawful', { date: paper.date, today }, [
      { field: 'paper.date', code: 'inFuture' },
    ]);
  }
}

function refuseTwice(cases: readonly CaseId[]): void {
  const faults = cases.flatMap((id, place) =>
    cases.indexOf(id) < place ? [{ field: `answers.${place}.case`, code: 'twice' }] : [],
  );
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

function waitingRow(
  list: List,
  rows: readonly ListRow[],
  id: CaseId,
  organisation: OrganisationId,
  field: string,
): ListRow {
  const row = rows.find((one) => one.case === id && one.state === 'on');
  if (row === undefined) throw new Refusal('CaseNotOfThisList', { case: id }).at(field);
  if (missingOn(list, row).includes(organisation)) return row;
  throw new Refusal('OpinionNotAwaited', { case: id }).at(field);
}

/** Whether the day by which answers are due is still to come, or is today. */
export const isEarly = ({ answerBy }: Pick<List, 'answerBy'>, today: CivilDate): boolean =>
  answerBy !== undefined && today <= answerBy;

/**
 * The asker goes on without answers that are missing, once the day by which they were due has passed (`isEarly`), and
 * says why.
 */
export function goOn(
  list: List,
  rows: readonly ListRow[],
  command: ListCommand<'goOn'>,
  { today }: ActSetting,
): RowsChange {
  const changed = [...new Set(command.cases)].map((id, place): ListRow => {
    const row = rows.find((one) => one.case === id && one.state === 'on');
    if (row === undefined) throw new Refusal('CaseNotOfThisList', { case: id }).at(`cases.${place}`);
    if (missingOn(list, row).length === 0)
      throw new Refusal('OpinionNotAwaited', { case: id }).at(`cases.${place}`);
    return { ...row, over: { on: today, why: 'wentOn', reason: command.reason } };
  });
  return {
    list: recounted(list, rows, changed),
    changed,
    entry: {
      act: 'WentOn',
      facts: {
        rows: changed.length,
        cases: changed.map((row) => row.case),
        missing: owing(list, rows, changed),
      },
      payload: { reason: command.reason },
    },
  };
}

/** A case of the request left the step at which it was asked about: nobody need answer on it any more. */
export function rowOver(list: List, rows: readonly ListRow[], id: CaseId, today: CivilDate) {
  const row = rows.find((one) => one.case === id && one.state === 'on');
  if (row === undefined || missingOn(list, row).length === 0) return undefined;
  const over: ListRow = { ...row, over: { on: today, why: 'left', reason: '' } };
  return {
    list: recounted(list, rows, [over]),
    changed: [over],
    entry: { act: 'RowOver', facts: { case: id, missing: owing(list, rows, [over]) } },
  } satisfies RowsChange;
}

/** Organisations that owed an answer on one of these rows until now: they are asked no more. */
function owing(list: List, rows: readonly ListRow[], changed: readonly ListRow[]): OrganisationId[] {
  const ids = changed.map((row) => row.case);
  const before = rows.filter((row) => ids.includes(row.case));
  return [...new Set(before.flatMap((row) => missingOn(list, row)))];
}

function recounted(list: List, rows: readonly ListRow[], changed: readonly ListRow[]): List {
  const after = rows.map((row) => changed.find((one) => one.case === row.case) ?? row);
  return { ...list, asked: countLeft(list.asked ?? [], after), turn: list.turn + 1 };
}
