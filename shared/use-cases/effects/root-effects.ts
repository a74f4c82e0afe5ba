import { rootFactsSchema, type Closings } from '../../domain/daily-root.ts';
import { holdsOn } from '../../domain/directory.ts';
import type { Entry } from '../../domain/history.ts';
import { rootReaders } from '../../domain/permission.ts';
import { printCodeOf } from '../../domain/print-code.ts';
import type { Ports } from '../../ports.ts';
import { listPeople } from '../../records/directory-record.ts';
import { readEntryHash } from '../../records/history-record.ts';
import { notify } from './notify.ts';

/** Every auditor is told of each root that covers something: their mailboxes are witnesses that nobody here can alter. */
export async function rootEffects(ports: Ports, _closings: Closings, entry: Entry): Promise<void> {
  const { through, records } = rootFactsSchema.parse(entry.facts);
  const root = await readEntryHash(ports.store, entry.record, entry.seq);
  if (records === 0 || root === undefined) return;
  const today = ports.clock.today();
  const auditors = (await listPeople(ports.store)).filter(({ posts }) =>
    posts.some((post) => rootReaders.includes(post.role) && holdsOn(post, today)),
  );
  await notify(
    ports,
    auditors.map(({ id }) => id),
    entry,
    {
      kind: 'DaysClosed',
      record: entry.record,
      event: `${entry.record}/${entry.seq}`,
      count: () => records,
      facts: { dueOn: through, code: printCodeOf(root) },
    },
  );
}
