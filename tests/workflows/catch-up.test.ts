import { expect, it } from 'vitest';
import { countOf, createCountingStore } from '#bench/scale/counting-store.ts';
import type { CaseId } from '#shared/domain/id.ts';
import type { Ports, Store } from '#shared/ports.ts';
import { loadEffects } from '#shared/records/flow-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

/** Acts in a home whose nudges are lost. */
async function still(): Promise<{
  home: TestHome;
  ports: TestHome['ports'];
  walk: ReturnType<typeof walkIn>;
}> {
  const home = await createTestHome();
  const ports = { ...home.ports, nudge: () => undefined };
  return { home, ports, walk: walkIn(home, ports) };
}

const withStore = (ports: Ports, store: Partial<Store>): Ports => ({
  ...ports,
  store: { ...ports.store, ...store },
});

async function throughOf({ store }: Ports, record: string): Promise<number | undefined> {
  const [item] = await store.get([keys.effects(record)]);
  return loadEffects(item)?.value.through;
}

it('entries of which nothing follows are passed in one move, however many they are', async () => {
  const { ports } = await still();
  const id = await draftNomination(ports);
  for (let times = 1; times <= 20; times += 1)
    await actOnCase(ports, asks(people.wardOfficer, { ifVersion: times }), id, 'edit', {
      content: { report: `Báo cáo lần ${String(times)}` },
    });
  const counting = createCountingStore(ports.store);
  await catchUp({ ...ports, store: counting }, recordId('CASE', id));
  const { gets, queries, commits } = countOf(counting.take());
  // All but one read are of how the draft is found by its name.
  expect({ gets, queries, commits }).toEqual({ gets: 4, queries: 1, commits: 3 });
  expect([await throughOf(ports, recordId('CASE', id)), await pendingRecords(ports)]).toEqual([21, []]);
});

it('an entry that was made while a record was read is told of the record as it stands after it', async () => {
  const { home, ports, walk } = await still();
  const id = await draftNomination(ports);
  await walk.act(people.wardOfficer, id, 'submit');
  const record = recordId('CASE', id);
  let queries = 0;
  const meanwhile = withStore(ports, {
    query: async (query) => {
      queries += 1;
      // Behind the read of the record, before that of its entries.
      if (queries === 1) await walk.act(people.wardOfficer, id, 'withdraw', { reason: 'Nhầm' });
      return ports.store.query(query);
    },
  });
  await catchUp(meanwhile, record);
  await home.settle();
  expect([await throughOf(ports, record), await pendingRecords(ports)]).toEqual([3, []]);
  const told = (await readNotices(ports, people.wardOfficer.id)).notices;
  expect(told.map(({ kind }) => kind)).toEqual(['Withdrawn']);
});

it('the cases of a list tell its holders once, and no put is refused for it', async () => {
  const { home, ports, walk } = await still();
  const cases: CaseId[] = [
    await draftNomination(ports),
    await draftNomination(ports, { name: 'Lê Văn Tám', birthYear: 1970 }),
  ];
  const restless = walkIn(home);
  for (const id of cases) await restless.act(people.wardOfficer, id, 'submit');
  await restless.to('ward-letter', cases);
  const list = await restless.letterOf(desks.ward, cases);
  await restless.close(desks.ward, list);
  await restless.sign(people.wardLeader, list);
  await home.settle();

  await walk.issue(desks.ward, list);
  const counting = createCountingStore(ports.store);
  for (let due = await pendingRecords(ports); due.length > 0; due = await pendingRecords(ports)) {
    for (const record of due) await catchUp({ ...ports, store: counting }, record);
    await home.settle();
  }
  const refused = counting.take().filter((trip) => trip.refused !== undefined);
  expect(
    refused.filter(({ touches }) => touches.some(({ partition }) => partition.startsWith('NOTICES#'))),
  ).toEqual([]);
  const told = (await readNotices(ports, people.policeOfficer.id)).notices;
  expect(told.map(({ kind, count }) => [kind, count])).toEqual([['ListArrived', 2]]);
});
