import { personIdSchema } from '#shared/domain/id.ts';
import { addDays, civilDateSchema, instantSchema } from '#shared/domain/time.ts';
import type { Store } from '#shared/ports.ts';
import { noticeIfAbsent, type Notice } from '#shared/records/notice-record.ts';

const firstDay = civilDateSchema.parse('2020-01-01');

/** Notice `n` came a day after notice `n - 1`. */
export function noticeOf(person: string, n: number, change: Partial<Notice> = {}): Notice {
  const on = addDays(firstDay, n);
  const at = instantSchema.parse(`${on}T02:00:00.000Z`);
  return {
    person: personIdSchema.parse(person),
    event: `notice/${String(n)}`,
    origin: 'CASE#01Z00000000000000000000001/1',
    kind: 'ResultsIssued',
    on,
    at,
    machineAt: at,
    count: n,
    facts: {},
    mail: 'none',
    read: false,
    ...change,
  };
}

export async function putNotices(store: Store, notices: readonly Notice[]): Promise<void> {
  for (let start = 0; start < notices.length; start += 100)
    await store.commit(notices.slice(start, start + 100).map(noticeIfAbsent));
}
