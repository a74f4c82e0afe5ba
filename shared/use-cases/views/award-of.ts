import type { Case } from '../../domain/case.ts';
import { numberRows, type List } from '../../domain/list.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { loadList, parseOrder } from '../../records/list-record.ts';
import { readRows } from '../cases/case-on-list.ts';

/** The issued decision in which the case stands, and its place there. */
export interface AwardOf {
  readonly list: List['id'];
  readonly number: string;
  readonly date: string;
  readonly goldenBookNumber?: number;
}

/** Read from the rows of the issued decision, never from the status alone. @returns undefined before it is issued */
export async function awardOf(ports: Ports, subject: Case): Promise<AwardOf | undefined> {
  if (subject.status !== 'AWARDED' && subject.status !== 'APPROVED') return undefined;
  const last = subject.settledBy.at(-1);
  if (last === undefined) return undefined;
  const [item, order] = await ports.store.get([keys.listMeta(last), keys.listOrder(last)]);
  const list = loadList(item)?.value;
  if (list?.number === undefined || list.date === undefined) return undefined;
  const rows = numberRows(list.kind, await readRows(ports, list), parseOrder(order));
  const row = rows.find((candidate) => candidate.case === subject.id);
  return {
    list: list.id,
    number: list.number,
    date: list.date,
    ...(row?.goldenBookNumber === undefined ? {} : { goldenBookNumber: row.goldenBookNumber }),
  };
}
