import type { Case } from '../../domain/case.ts';
import type { List } from '../../domain/list.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';

/** The issued decision in which the case stands, and its place there. */
export interface AwardOf {
  readonly list: List['id'];
  readonly number: string;
  readonly date: string;
  readonly goldenBookNumber?: number;
}

/** Number and date are the decision's, of which the case knows its own row's number. @returns undefined before it is issued */
export async function awardOf(ports: Ports, subject: Case): Promise<AwardOf | undefined> {
  if (subject.status !== 'AWARDED' && subject.status !== 'APPROVED') return undefined;
  const last = subject.settledBy.at(-1);
  if (last === undefined) return undefined;
  const [item] = await ports.store.get([keys.listMeta(last)]);
  const list = loadList(item)?.value;
  if (list?.number === undefined || list.date === undefined) return undefined;
  const { goldenBookNumber } = subject;
  return {
    list: list.id,
    number: list.number,
    date: list.date,
    ...(goldenBookNumber === undefined ? {} : { goldenBookNumber }),
  };
}
