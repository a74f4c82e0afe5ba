import type { Case } from '../../domain/case.ts';
import type { CaseId } from '../../domain/id.ts';
import { earliestDue, listHash, numberRows, type List, type ListRow } from '../../domain/list.ts';
import type { Ports } from '../../ports.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, prefixes } from '../../records/keys.ts';
import { loadList, loadRow, parseOrder, parseRow, rowWrite } from '../../records/list-record.ts';
import { queryAll } from '../../records/query.ts';
import type { CaseScene } from './case-scene.ts';
import type { Work } from '../acting/work.ts';

/** A case that leaves the list it stands in, in the same commit as the act that takes it off. */

export async function readListOfCase(ports: Ports, subject: Case): Promise<Loaded<List> | undefined> {
  if (subject.list === undefined) return undefined;
  const [item] = await ports.store.get([keys.listMeta(subject.list)]);
  return loadList(item);
}

export async function readRows(ports: Ports, list: Pick<List, 'id'>): Promise<ListRow[]> {
  const items = await queryAll(ports.store, { pk: keys.listMeta(list.id).pk, prefix: prefixes.rows });
  return items.map(parseRow);
}

/** Count, due day and hash of a list after a row left it. Only a closed list has a hash to renew. */
async function renewed(ports: Ports, list: List, without: ListRow): Promise<List> {
  const [rows, [order]] = await Promise.all([
    readRows(ports, list),
    ports.store.get([keys.listOrder(list.id)]),
  ]);
  return afterLeaving(list, { rows, order: parseOrder(order) }, without);
}

export function afterLeaving(
  list: List,
  { rows, order }: { rows: readonly ListRow[]; order: readonly CaseId[] },
  without: ListRow,
): List {
  const staying = rows.map((row) => (row.case === without.case ? without : row));
  const numbered = numberRows(list.kind, staying, order);
  const { dueOn: _before, ...rest } = list;
  const dueOn = earliestDue(staying);
  return {
    ...rest,
    rows: numbered.length,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(list.state === 'CLOSED' ? { hash: listHash(list, numbered) } : {}),
  };
}

/** What the list's record and the row become when an act on the case takes it off. */
export async function rowLeaves(
  scene: CaseScene,
  list: Loaded<List> | undefined,
  as: Exclude<ListRow['state'], 'on'>,
): Promise<(work: Work) => void> {
  if (list === undefined) return () => undefined;
  const { ports, meta } = scene;
  const [item] = await ports.store.get([keys.listRow(list.value.id, meta.value.id)]);
  const row = loadRow(item);
  if (row === undefined) return () => undefined;
  const gone: ListRow = { ...row.value, state: as };
  const after = await renewed(ports, list.value, gone);
  return (work) => {
    work.add(rowWrite(after, gone, row));
    work.changeList(list, after, {
      act: 'RowLeft',
      facts: {
        case: meta.value.id,
        as,
        rows: after.rows,
        ...(after.hash === undefined ? {} : { hash: after.hash }),
      },
    });
  };
}
