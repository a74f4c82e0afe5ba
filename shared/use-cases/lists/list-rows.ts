import type { Case } from '../../domain/case.ts';
import type { CaseId } from '../../domain/id.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import { Refusal } from '../../domain/refusal.ts';
import { loadCase } from '../../records/case-record.ts';
import { ifUnchanged, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { loadRow, orderWrite, rowWrite } from '../../records/list-record.ts';
import { renewed } from '../cases/case-on-list.ts';
import { numberedRows } from './close-list.ts';
import type { ListDecided, ListScene } from './list-scene.ts';

/** Rows that come off, and the order of those that stay. */

async function readRowAndCase(scene: ListScene, id: CaseId) {
  const [rowItem, caseItem] = await scene.ports.store.get([
    keys.listRow(scene.list.value.id, id),
    keys.caseMeta(id),
  ]);
  const row = loadRow(rowItem);
  const subject = loadCase(caseItem);
  if (row?.value.state !== 'on' || subject?.value.list !== scene.list.value.id) {
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
  const { row, subject } = await readRowAndCase(scene, command.case);
  const list = await renewed(scene.ports, scene.list.value, { ...row.value, state: 'struck' });
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

/** From close to signature a row goes only with a reason; count and hash are renewed, the rest goes on. */
export async function strikeRow(scene: ListScene, command: ListCommand<'strike'>): Promise<ListDecided> {
  const { row, subject } = await readRowAndCase(scene, command.case);
  const struck = { ...row.value, state: 'struck' as const };
  const list = await renewed(scene.ports, scene.list.value, struck);
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

/** The order is one item that names every standing row once. */
export async function orderRows(scene: ListScene, command: ListCommand<'order'>): Promise<ListDecided> {
  const { ports, list } = scene;
  const rows = await numberedRows(ports, list.value);
  const given = new Set(command.cases);
  const complete =
    given.size === command.cases.length &&
    given.size === rows.length &&
    rows.every((row) => given.has(row.case));
  if (!complete) throw new Refusal('OrderIncomplete', { rows: rows.length, given: command.cases.length });
  const [before] = await ports.store.get([keys.listOrder(list.value.id)]);
  const loadedBefore = before === undefined ? undefined : { value: before, version: before.version };
  return {
    change: {
      list: { ...list.value, turn: list.value.turn + 1 },
      entry: { act: 'Ordered', facts: { rows: rows.length } },
    },
    writes: [orderWrite(list.value, command.cases, loadedBefore)],
  };
}
