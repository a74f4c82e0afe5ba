import { expect, it } from 'vitest';
import { createCountingStore } from '#bench/scale/counting-store.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { follow } from '#shared/use-cases/views/browse.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { wardOfficer, districtOfficer, districtClerk, districtLeader } = people;

it('each case of a decision bears the number of its row, also one that was held when it was issued', async () => {
  const home = await createTestHome();
  const { ports } = home;
  const walk = walkIn(home);
  const cases: CaseId[] = [];
  for (const [index, name] of ['Nguyễn Thị Sáu', 'Lê Văn Tám', 'Trần Thị Mười'].entries())
    cases.push(await draftNomination(ports, { name, birthYear: 1950 + index }));
  for (const id of cases) await walk.act(wardOfficer, id, 'submit');
  await walk.to('district-decide', cases);
  const list = await walk.decisionOf(desks.district, cases);
  const [first, second, third] = cases;
  await walk.onList(districtOfficer, list, 'order', { cases: [third, first, second] });
  await walk.close(desks.district, list);
  await walk.sign(districtLeader, list);
  await walk.act(districtClerk, first!, 'hold', { reason: 'Chờ', document: '01' });
  await walk.issue(desks.district, list);

  const bookOf = async (id: CaseId) =>
    (await readCaseView(ports, wardOfficer.id, id)).award?.goldenBookNumber;
  const books = () => Promise.all(cases.map(bookOf));
  expect(await books()).toEqual([undefined, 3, 1]);
  await walk.act(districtClerk, first!, 'release', { reason: 'Xong', document: '02' });
  expect(await books()).toEqual([2, 3, 1]);
  const { rows } = await readListView(ports, districtOfficer.id, list);
  expect(rows.map((row) => [row.case, row.goldenBookNumber])).toEqual([
    [third, 1],
    [first, 2],
    [second, 3],
  ]);
  expect(await brokenInvariants(ports.store, ports.database)).toEqual([]);

  const counting = createCountingStore(ports.store);
  const { publicCode } = await walk.caseOf(first!);
  expect((await follow({ ...ports, store: counting }, publicCode)).award).toBeDefined();
  expect(counting.take().map(({ operation }) => operation)).toEqual(['get', 'get', 'get', 'get']);
});
