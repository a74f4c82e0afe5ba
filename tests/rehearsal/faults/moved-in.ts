import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { toAttributes } from '#shared/dynamodb/item-attributes.ts';
import type { CaseId } from '#shared/domain/id.ts';
import type { Item } from '#shared/ports.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { createTestHome } from '#tests/support/test-home.ts';
import type { RehearsedHome } from '../rehearsed-home.ts';

/** Many cases that are appraised now: brought so far in memory, where it takes seconds, and moved into the table. */
export async function appraisedNow(
  { dynamo, table }: RehearsedHome,
  count: number,
): Promise<readonly CaseId[]> {
  const there = await createTestHome();
  const way = walkIn(there);
  const cases: CaseId[] = [];
  for (let entered = 0; entered < count; entered += 1) {
    const name = `Trần Thị Đua ${String(entered)}`;
    cases.push(await draftNomination(there.ports, { name, birthYear: 1900 + (entered % 100) }));
  }
  for (const id of cases) await way.act(people.wardOfficer, id, 'submit');
  await way.to('district-appraise', cases);
  // Answers to requests, mails and executions stay behind.
  const items = itemsIn(there.ports.database)
    .filter(({ pk }) => !pk.startsWith('ANSWER#'))
    .map((item) =>
      item.pk.startsWith('NOTICES#') ? { ...item, body: { ...item.body, mail: 'none' } } : item,
    );
  for (let start = 0; start < items.length; start += 25) {
    await dynamo.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: items.slice(start, start + 25).map(put) } }),
    );
  }
  await there.ports.database.close();
  return cases;
}

const put = (item: Item) => ({ PutRequest: { Item: toAttributes(item) } });
