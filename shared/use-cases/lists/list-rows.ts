import type { Case } from '../../domain/case.ts';
import type { CaseId, ListId } from '../../domain/id.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import { earliestDue, type List, type ListRow } from '../../domain/list.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Key } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { ifUnchanged, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { loadRow, orderWrite, parseOrder, rowWrite } from '../../records/list-record.ts';
import { afterLeaving, readRows } from '../cases/case-on-list.ts';
import type { ListDecided, ListScene, ListSceneWithRows } from './list-scene.ts';
import { numbered } from './rows-of-list.ts';

/** Rows that come off, and the order of those that stay. */

/** What `ungather`, `strike` and `result` name beside their list. */
export const rowAndCaseKeys = (list: ListId, { case: id }: { readonly case: CaseId }): readonly Key[] => [
  keys.listRow(list, id),
  keys.caseMeta(id),
];

function rowAndCase({ list, items }: ListScene, id: CaseId) {
  const [rowItem, caseItem] = items;
  const row = loadRow(rowItem);
  const subject = loadCase(caseItem);
  if (row?.value.state !== 'on' || subject?.value.list !== list.value.id) {
    throw new Refusal('CaseNotOfThisList', { case: id });
  }
  return { row, subject };
}

const freed = (subject: Loaded<Case>): Case => {
  const { list: _off, ...rest } = subject.value;
  return { ...rest, turn: subject.value.turn + 1 };
};

/** While a list gathers, a row goes as it came; the case waits free at its step. */
export async function ungatherRow(scene: ListScene, command: ListCommand<'ungather'>): Promise<ListDecided> {
  const { row, subject } = rowAndCase(scene, command.case);
  const list = await withoutRow(scene, row.value);
  return {
    change: {
      list: { ...list, turn: list.turn + 1 },
      entry: { act: 'RowUngathered', facts: { case: command.case, rows: list.rows } },
    },
    writes: [{ delete: keys.listRow(list.id, command.case), if: ifUnchanged(row) }],
    also: (work) => {
      work.changeCase(subject, {
        subject: freed(subject),
        entry: { act: 'Ungathered', facts: { list: list.id } },
      });
    },
  };
}

/** When the list is due is asked of the rows only where one goes that was due first. */
async function withoutRow({ ports, list }: ListScene, gone: ListRow): Promise<List> {
  const left: List = { ...list.value, rows: list.value.rows - 1 };
  if (gone.dueOn !== left.dueOn) return left;
  const { dueOn: _before, ...rest } = left;
  const rows = await readRows(ports, left);
  const dueOn = earliestDue(rows.filter((row) => row.case !== gone.case));
  return dueOn === undefined ? rest : { ...rest, dueOn };
}

/** From close to signature a row goes only with a reason; count and hash are renewed, the rest goes on. */
export function strikeRow(scene: ListSceneWithRows, command: ListCommand<'strike'>): ListDecided {
  const { row, subject } = rowAndCase(scene, command.case);
  const { rows, order } = scene;
  const struck = { ...row.value, state: 'struck' as const };
  const list = afterLeaving(scene.list.value, { rows, order: parseOrder(order) }, struck);
  return {
    change: {
      list: { ...list, turn: list.turn + 1 },
      entry: {
        act: 'RowStruck',
        facts: { case: command.case, rows: list.rows, hash: list.hash ?? '' },
        payload: { reason: command.reason },
      },
    },
    writes: [rowWrite(list, struck, row)],
    also: (work) => {
      work.changeCase(subject, {
        subject: { ...freed(subject), struckFrom: list.id },
        entry: { act: 'Struck', facts: { list: list.id }, payload: { reason: command.reason } },
      });
    },
  };
}

/**
 * The order is one item that names every standing row once. One that came while another went, between two reads, is
 * named by none and stands at the end.
 */
export function orderRows(scene: ListSceneWithRows, command: ListCommand<'order'>): ListDecided {
  const { list, order } = scene;
  const rows = numbered(list.value, scene);
  const given = new Set(command.cases);
  const complete =
    given.size === command.cases.length &&
    given.size === rows.length &&
    rows.every((row) => given.has(row.case));
  if (!complete) throw new Refusal('OrderIncomplete', { rows: rows.length, given: command.cases.length });
  const before = order === undefined ? undefined : { value: order, version: order.version };
  return {
    change: {
      list: { ...list.value, turn: list.value.turn + 1 },
      entry: { act: 'Ordered', facts: { rows: rows.length } },
    },
    writes: [orderWrite(list.value, command.cases, before)],
  };
}
