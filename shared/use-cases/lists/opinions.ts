import { addWorkingDays } from '../../domain/calendar.ts';
import { isEnded, type Case } from '../../domain/case.ts';
import { barredFrom } from '../../domain/four-eyes.ts';
import type { CaseId, ListId } from '../../domain/id.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import type { List, ListRow } from '../../domain/list.ts';
import {
  answer,
  awaitingAnswers,
  correctAnswer,
  goOn,
  isEarly,
  type RowsChange,
} from '../../domain/opinion-acts.ts';
import { answering } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Loaded } from '../../records/item.ts';
import type { Key, Ports, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { rowWrite } from '../../records/list-record.ts';
import { readLoadedRows, readRows } from '../cases/case-on-list.ts';
import { stillAwaited } from '../cases/opinions-awaited.ts';
import type { ListDecided, ListScene } from './list-scene.ts';

/** Acts on an opinion request once it is issued: answers that come in, and going on without those that don't. */

/** Working days that the law of the day gives for an answer. */
async function lawfulDays(ports: Pick<Ports, 'law'>, today: CivilDate): Promise<number> {
  return (await ports.law.current()).number('limit.opinion', today).value;
}

/** The first day that a request of today may name for its answers. */
export async function earliestAnswerBy(ports: Pick<Ports, 'law' | 'clock'>): Promise<CivilDate> {
  const today = ports.clock.today();
  return addWorkingDays((await ports.law.current()).calendar, today, await lawfulDays(ports, today));
}

/** From its issue a request waits for answers; any other list is as it was. */
export async function asksFrom({ ports, setting }: Pick<ListScene, 'ports' | 'setting'>, list: List) {
  if (list.kind !== 'opinionRequest') return list;
  const days = await lawfulDays(ports, setting.today);
  return awaitingAnswers(list, await readRows(ports, list), days, setting);
}

export const placeOfAnswer = (list: List, { organisation }: Pick<ListCommand<'answer'>, 'organisation'>) => {
  const place = answering(list, organisation);
  if (place === undefined)
    throw new Refusal('InputInvalid', {}, [{ field: 'organisation', code: 'unknown' }]);
  return place;
};

export const casesAnswered = (_list: ListId, { answers }: ListCommand<'answer'>): readonly Key[] =>
  answers.map((one) => keys.caseMeta(one.case));

export async function giveAnswer(scene: ListScene, command: ListCommand<'answer'>): Promise<ListDecided> {
  const held = command.answers.map(({ case: id }, place) => heldFast(scene, id, `answers.${place}.case`));
  const { ports, list, setting } = scene;
  // Behind the list: an answer that came in between has moved it, and is not written over.
  const rows = await readLoadedRows(ports, list.value.id);
  return besides(held, rowsChanged(rows, answer(list.value, valuesOf(rows), command, setting)));
}

export const caseCorrected = (_list: ListId, command: ListCommand<'correctAnswer'>): readonly Key[] => [
  keys.caseMeta(command.answer.case),
];

export async function giveCorrection(
  scene: ListScene,
  command: ListCommand<'correctAnswer'>,
): Promise<ListDecided> {
  const held = heldFast(scene, command.answer.case, 'answer.case');
  const { ports, list, setting } = scene;
  const rows = await readLoadedRows(ports, list.value.id);
  return besides([held], rowsChanged(rows, correctAnswer(list.value, valuesOf(rows), command, setting)));
}

const besides = (held: readonly Write[], decided: ListDecided): ListDecided => ({
  ...decided,
  writes: [...(decided.writes ?? []), ...held],
});

/**
 * The case is still asked about, and the person isn't barred from saying anything of it.
 * @returns what holds it so: of an answer and a withdrawal that come at the same time, one wins
 */
function heldFast({ items, list, context }: ListScene, id: CaseId, field: string): Write {
  const loaded = items.flatMap((item) => loadCase(item) ?? []).find(({ value }) => value.id === id);
  if (loaded === undefined || isOver(loaded.value, list.value))
    throw new Refusal('OpinionNotAwaited', { case: id }).at(field);
  const { value: subject, version } = loaded;
  const bar = barredFrom('vote', context.actor.person, {
    appraisers: subject.appraisers,
    subjectAccounts: subject.subjectAccounts,
  });
  if (bar !== undefined) throw new Refusal('ConflictOfInterest', { bar });
  return { check: keys.caseMeta(id), if: { version } };
}

/** The case has left the step at which it was asked about; its row follows in a moment. */
const isOver = ({ status, opinions = [] }: Case, { id }: List): boolean =>
  isEnded(status) || opinions.some((one) => one.list === id && one.over !== undefined);

/** Only where the request is a step of its cases' way: an appraiser just goes on with the appraisal. */
export async function goOnWithout(
  { ports, list, setting }: ListScene,
  command: ListCommand<'goOn'>,
): Promise<ListDecided> {
  if (list.value.stepKind !== 'opinion') throw new Refusal('ListMovedOn', { state: list.value.state });
  const { date, answerBy, asked = [] } = list.value;
  if (answerBy !== undefined && isEarly(list.value, setting.today)) {
    const owing = asked.filter(({ left }) => left > 0).map(({ organisation }) => organisation);
    throw await stillAwaited(ports, { date, answerBy }, owing);
  }
  const rows = await readLoadedRows(ports, list.value.id);
  return rowsChanged(rows, goOn(list.value, valuesOf(rows), command, setting));
}

const valuesOf = (rows: readonly Loaded<ListRow>[]): ListRow[] => rows.map(({ value }) => value);

/** Writes of the rows that change, each as it was read; what the history is told of them is the difference. */
export function rowsChanged(rows: readonly Loaded<ListRow>[], change: RowsChange): ListDecided {
  const { list, changed } = change;
  const before = (row: ListRow) => rows.find(({ value }) => value.case === row.case);
  return {
    change,
    writes: changed.map((row) => rowWrite(list, row, before(row))),
    read: Object.fromEntries(changed.map((row) => [keys.listRow(list.id, row.case).sk, before(row)?.value])),
  };
}
