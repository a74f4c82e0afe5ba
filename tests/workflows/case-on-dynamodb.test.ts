import { describe, expect, it } from 'vitest';
import type { Item, Store } from '#shared/ports.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { engineMissing } from '../support/dynamo-table.ts';
import { tableOfTests } from '../support/table-of-tests.ts';
import { people } from '../support/small-directory.ts';
import { countRequestsAnew, draftNomination } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

/** Two nominations from the ward's drafts to the district's decision, a day passing on the way. */
async function walk(given?: { readonly store: Store }): Promise<{ home: TestHome; ends: readonly string[] }> {
  countRequestsAnew();
  const home = await createTestHome(given);
  const way = walkIn(home);
  const one = await draftNomination(home.ports);
  const other = await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 });
  for (const id of [one, other]) await way.act(people.wardOfficer, id, 'submit');
  await way.to('district-receive', [one, other]);
  await home.passDays(1);
  await way.to('district-decide', [one, other]);
  await way.decision(desks.district, [one, other]);
  return { home, ends: [(await way.caseOf(one)).status, (await way.caseOf(other)).status] };
}

describe.skipIf(engineMissing !== undefined)('nominations in a DynamoDB table', () => {
  const table = tableOfTests();

  it('end as they do in SQLite: each record, entry, inbox row and notice alike', async () => {
    const here = await walk();
    const there = await walk({ store: table().createStore() });

    expect(there.ends).toEqual(['AWARDED', 'AWARDED']);
    expect((await table().items()).map(whoeverTold)).toStrictEqual(
      itemsIn(here.home.ports.database).map(whoeverTold),
    );
    expect(mailsOf(there.home)).toStrictEqual(mailsOf(here.home));
    expect(there.home.ports.alarms).toEqual([]);
  }, 60_000);
});

/** What concerns both cases is told once, by the one that was caught up first; entries are caught up one by one or together. */
function whoeverTold(item: Item): Item {
  if (item.sk === 'EFFECTS') return { ...item, version: 1 };
  if (item.pk.startsWith('RECOUNT#')) return { ...item, version: 1, body: { ...item.body, by: 'either' } };
  return 'origin' in item.body && item.pk.startsWith('NOTICES#')
    ? { ...item, body: { ...item.body, origin: 'either' } }
    : item;
}

const mailsOf = ({ ports }: TestHome): readonly string[] =>
  ports.mailer.sent.map((mail) => JSON.stringify(mail)).toSorted();
