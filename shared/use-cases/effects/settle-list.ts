import { settleByList } from '../../domain/case-acts/flowing.ts';
import type { CaseId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys, prefixes } from '../../records/keys.ts';
import { loadRow, parseRow } from '../../records/list-record.ts';
import { queryAll } from '../../records/query.ts';
import { withRetries } from '../acting/request.ts';
import { Work } from '../acting/work.ts';

/** After an issued list or a signed session: each of its cases leaves its step, one commit a case, repeatable. */
export async function settleCases(ports: Ports, list: List): Promise<void> {
  const items = await queryAll(ports.store, { pk: keys.listMeta(list.id).pk, prefix: prefixes.rows });
  const standing = items.map(parseRow).filter((row) => row.state === 'on');
  const width = 16;
  for (let start = 0; start < standing.length; start += width) {
    await Promise.all(standing.slice(start, start + width).map((row) => settleOne(ports, list, row.case)));
  }
}

export async function settleOne(ports: Ports, list: List, id: CaseId): Promise<void> {
  await withRetries(async () => {
    const [metaItem, rowItem] = await ports.store.get([keys.caseMeta(id), keys.listRow(list.id, id)]);
    const meta = loadCase(metaItem);
    const row = loadRow(rowItem);
    if (meta === undefined || row === undefined) return;
    const change = settleByList(meta.value, list, row.value, ports.clock.today());
    if (change === undefined) return;
    const work = new Work(ports, undefined);
    work.changeCase(meta, change);
    await work.commit();
  });
}
