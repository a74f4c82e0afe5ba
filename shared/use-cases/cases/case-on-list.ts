import type { Case } from '../../domain/case.ts';
import type { CaseId, ListId } from '../../domain/id.ts';
import { earliestDue, listHash, numberRows, type List, type ListRow } from '../../domain/list.ts';
import { CommitConflict, type Item, type Ports } from '../../ports.ts';
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

const rowItems = (ports: Ports, list: ListId): Promise<Item[]> =>
  queryAll(ports.store, { pk: keys.listMeta(list).pk, prefix: prefixes.rows });

/** All rows, each as it may be written again. */
export async function readLoadedRows(ports: Ports, list: ListId): Promise<Loaded<ListRow>[]> {
  return (await rowItems(ports, list)).flatMap((item) => loadRow(item) ?? []);
}

export async function readRows(ports: Ports, list: Pick<List, 'id'>): Promise<ListRow[]> {
  return (await rowItems(ports, list.id)).map(parseRow);
}

/** The list in which a case stands, with all that it carries. */
interface Carrying {
  readonly list: Loaded<List>;
  readonly rows: readonly Loaded<ListRow>[];
  readonly order: readonly CaseId[];
}

/**
 * @throws CommitConflict where rows and list were read at two moments: rows that came or went between them would be lost
 * to the count, though the list's version held
 */
export async function readCarrying(ports: Ports, { list: id }: Case): Promise<Carrying | undefined> {
  if (id === undefined) return undefined;
  const [[listItem, order], items] = await Promise.all([
    ports.store.get([keys.listMeta(id), keys.listOrder(id)]),
    rowItems(ports, id),
  ]);
  const list = loadList(listItem);
  if (list === undefined) return undefined;
  const rows = items.flatMap((item) => loadRow(item) ?? []);
  if (rows.filter(({ value }) => value.state === 'on').length !== list.value.rows)
    throw new CommitConflict([]);
  return { list, rows, order: parseOrder(order) };
}

/** Count, due day and hash of a list after a row left it. Only a closed list has a hash to renew. */
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
export function rowLeaves(
  { meta }: CaseScene,
  carrying: Carrying | undefined,
  as: Exclude<ListRow['state'], 'on'>,
): (work: Work) => void {
  const row = carrying?.rows.find(({ value }) => value.case === meta.value.id);
  if (carrying === undefined || row === undefined) return () => undefined;
  const { list, order } = carrying;
  const gone: ListRow = { ...row.value, state: as };
  const rows = carrying.rows.map(({ value }) => value);
  const after = afterLeaving(list.value, { rows, order }, gone);
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
