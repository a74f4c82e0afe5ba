import { settleByList } from '../../domain/case-acts/flowing.ts';
import type { CaseId } from '../../domain/id.ts';
import type { List, NumberedRow } from '../../domain/list.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { withRetries } from '../acting/request.ts';
import { numbered, readRowsOfList } from '../lists/rows-of-list.ts';
import { Work } from '../acting/work.ts';

/** After an issued list or a signed session: each of its cases leaves its step, one commit a case, repeatable. */
export async function settleCases(ports: Ports, list: List): Promise<void> {
  const standing = await standingRows(ports, list);
  const width = 16;
  for (let start = 0; start < standing.length; start += width) {
    await Promise.all(standing.slice(start, start + width).map((row) => settleOne(ports, list, row)));
  }
}

/** Of a case that was held when its list said what becomes of it. */
export async function settleReleased(ports: Ports, list: List, id: CaseId): Promise<void> {
  const row = (await standingRows(ports, list)).find((one) => one.case === id);
  if (row !== undefined) await settleOne(ports, list, row);
}

const standingRows = async (ports: Ports, list: List): Promise<NumberedRow[]> =>
  numbered(list, await readRowsOfList(ports, list.id));

async function settleOne(ports: Ports, list: List, row: NumberedRow): Promise<void> {
  await withRetries(async () => {
    const [item] = await ports.store.get([keys.caseMeta(row.case)]);
    const meta = loadCase(item);
    if (meta === undefined) return;
    const change = settleByList(meta.value, list, row, ports.clock.today());
    if (change === undefined) return;
    const work = new Work(ports, undefined);
    work.changeCase(meta, change);
    await work.commit();
  });
}
