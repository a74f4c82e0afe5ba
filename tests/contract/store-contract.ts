import { afterAll, beforeAll } from 'vitest';
import { describeCommits } from './store-commits.ts';
import { describeIndexes } from './store-indexes.ts';
import { describeLimits } from './store-limits.ts';
import { describeQueries } from './store-queries.ts';
import { describeReads } from './store-reads.ts';
import type { StoreSubject } from './store-subject.ts';

/** Every promise that shared/ports.ts makes about a Store, inside a `describe` that names the adapter. */
export function storeContract(create: () => Promise<StoreSubject>): void {
  let subject: StoreSubject | undefined;
  beforeAll(async () => {
    subject = await create();
  });
  afterAll(() => subject?.close());

  const use = (): StoreSubject => {
    if (!subject) throw new Error('the store was not made');
    return subject;
  };
  describeReads(use);
  describeCommits(use);
  describeQueries(use);
  describeIndexes(use);
  describeLimits(use);
}
