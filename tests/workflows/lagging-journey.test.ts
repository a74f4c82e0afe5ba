import { expect, it } from 'vitest';
import type { Item } from '#shared/ports.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { follow } from '#shared/use-cases/views/browse.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { createLaggingHome } from '../support/lagging-home.ts';
import { people } from '../support/small-directory.ts';
import { countRequestsAnew, draftNomination } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

/** From two drafts to the district's decision; days pass at each step, and the sweep comes by on each of them. */
async function journeyIn(home: TestHome): Promise<readonly Item[]> {
  countRequestsAnew();
  const walk = walkIn(home);
  const cases = [
    await draftNomination(home.ports),
    await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 }),
  ];
  for (const id of cases) await walk.act(people.wardOfficer, id, 'submit');
  for (const step of ['ward-letter', 'district-receive', 'district-council', 'district-decide']) {
    for (let day = 1; day <= 9; day += 1) {
      await home.passDays(1);
      await sweep(home.ports);
      await home.settle();
    }
    await walk.to(step, cases);
  }
  await walk.decision(desks.district, cases);
  const { publicCode } = await walk.caseOf(cases[0]!);
  expect(await follow(home.ports, publicCode)).toMatchObject({ status: 'AWARDED', award: {} });
  expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  return itemsIn(home.ports.database);
}

it.each([
  ['two commits behind', 2],
  ['of the day before the first nomination', Number.POSITIVE_INFINITY],
])(
  'two nominations come to their decision as ever with indexes %s: each record, entry, inbox row and notice alike',
  async (_what, lag) => {
    const [prompt, late] = [await createTestHome(), await createLaggingHome(lag)];
    expect(await journeyIn(late)).toStrictEqual(await journeyIn(prompt));
    expect(late.ports.mailer.sent).toStrictEqual(prompt.ports.mailer.sent);
    expect([late.ports.alarms, prompt.ports.alarms]).toEqual([[], []]);
  },
  60_000,
);
