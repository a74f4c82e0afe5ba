import type { ListId } from '../../domain/id.ts';
import { listHash, numberRows, type List, type ListRow, type NumberedRow } from '../../domain/list.ts';
import type { Item, Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { parseOrder } from '../../records/list-record.ts';
import { readRows } from '../cases/case-on-list.ts';

/** All rows of a list, those that left among them, and the item of their order. */
export interface RowsOfList {
  readonly rows: readonly ListRow[];
  readonly order: Item | undefined;
}

export async function readRowsOfList(ports: Ports, id: ListId): Promise<RowsOfList> {
  const [rows, [order]] = await Promise.all([readRows(ports, { id }), ports.store.get([keys.listOrder(id)])]);
  return { rows, order };
}

export const numbered = ({ kind }: Pick<List, 'kind'>, { rows, order }: RowsOfList): NumberedRow[] =>
  numberRows(kind, rows, parseOrder(order));

/**
 * Reads that run at once may see one commit each in another state: rows that came beside their list and don't agree
 * with its count, or once it is closed with its hash, are read again behind it.
 */
export async function rowsAsListed(ports: Ports, list: List, beside: RowsOfList): Promise<RowsOfList> {
  const standing = numbered(list, beside);
  const agreed =
    standing.length === list.rows && (list.hash === undefined || list.hash === listHash(list, standing));
  return agreed ? beside : readRowsOfList(ports, list.id);
}
