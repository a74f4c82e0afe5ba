import type { ListId, PersonId } from '../../domain/id.ts';
import { listIdSchema } from '../../domain/id.ts';
import { addDays } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { indexes, keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { parseNotice } from '../../records/notice-record.ts';
import { getAll, queryAll } from '../../records/query.ts';
import { mayReadList } from '../acting/who-reads.ts';
import { readReader } from './reader.ts';

/** A session of one of the reader's councils, from the closing of its agenda to its minutes. */
export interface Agenda {
  readonly id: ListId;
  readonly title: string;
  readonly council: string;
  readonly heldOn?: string;
  readonly rows: number;
}

/** No agenda is closed so long before its session. */
const daysBack = 120;

/**
 * Soonest first. Members are found by what they were told: many sit on the council of an organisation at which they hold
 * no other post. Whether the agenda stands, and is theirs to read, its own record says.
 */
export async function readAgendas(ports: Ports, person: PersonId): Promise<Agenda[]> {
  const from = addDays(ports.clock.today(), -daysBack);
  const [reader, items] = await Promise.all([
    readReader(ports, person),
    queryAll(ports.store, { index: 'g3', pk: indexes.agendasTold(person).pk, from }),
  ]);
  const councils = new Map(
    items
      .map(parseNotice)
      .map(({ record = '', facts }) => [record.replace('LIST#', ''), String(facts['council'] ?? '')]),
  );
  const ids = [...councils.keys()].map((id) => listIdSchema.parse(id));
  const records = await getAll(
    ports.store,
    ids.map((id) => keys.listMeta(id)),
  );
  const closed = records
    .flatMap((item) => loadList(item)?.value ?? [])
    .filter((list) => list.state === 'CLOSED');
  const readable = await Promise.all(closed.map((list) => mayReadList(ports, reader.actor, list)));
  return closed
    .filter((_, index) => readable[index])
    .map(({ id, title, heldOn, rows }) => ({
      id,
      title,
      council: councils.get(id) ?? '',
      ...(heldOn === undefined ? {} : { heldOn }),
      rows,
    }))
    .sort((one, other) => ((one.heldOn ?? '') < (other.heldOn ?? '') ? -1 : 1));
}
