import { describe, expect, it } from 'vitest';
import { leavesARoot, rootFactsSchema, rootTree } from '#shared/domain/daily-root.ts';
import { chainStart } from '#shared/domain/history.ts';
import { includedIn } from '#shared/domain/merkle-tree.ts';
import { printCodeOf } from '#shared/domain/print-code.ts';
import { addDays, at, dayOf } from '#shared/domain/time.ts';
import type { Store } from '#shared/ports.ts';
import { parseEntryItem, readChain } from '#shared/records/history-record.ts';
import { encode } from '#shared/records/item.ts';
import { keys, prefixes } from '#shared/records/keys.ts';
import { importMarkWrite } from '#shared/records/import-record.ts';
import { queryAll } from '#shared/records/query.ts';
import { readUnrooted } from '#shared/records/root-record.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { closeDays } from '#shared/use-cases/roots/close-days.ts';
import { verifyHistory } from '#shared/use-cases/views/browse.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { engineMissing } from '../support/dynamo-table.ts';
import { tableOfTests } from '../support/table-of-tests.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const rootsOf = async ({ store }: { store: Store }) => {
  const items = await queryAll(store, { pk: keys.closings().pk, prefix: prefixes.entries });
  return items.map((item) => {
    const { entry, hash } = parseEntryItem(item);
    return { ...rootFactsSchema.parse(entry.facts), previous: entry.previous, hash };
  });
};

function skipDays({ ports }: TestHome, days: number): void {
  ports.clock.setOffice(at(addDays(dayOf(ports.clock.office()), days), 9));
}

describe('days are closed', () => {
  it('each by one root that hangs on the one before, and covers what changed', async () => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports);
    await home.settle();
    for (let days = 0; days < 3; days += 1) {
      expect(await closeDays(home.ports)).toBe(1);
      expect(await closeDays(home.ports)).toBe(0);
      if (days === 1) await walkIn(home).act(people.wardOfficer, id, 'submit');
      await home.settle();
      skipDays(home, 1);
    }
    expect(await closeDays(home.ports)).toBe(1);

    const [first, second, third, fourth, ...more] = await rootsOf(home.ports);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ through: '2020-10-04', records: 0, previous: chainStart });
    expect(first).not.toHaveProperty('from');
    expect(second).toMatchObject({ from: '2020-10-05', through: '2020-10-05', previous: first?.hash });
    expect(third).toMatchObject({ from: '2020-10-06', through: '2020-10-06', previous: second?.hash });
    expect([second?.records, third?.records, fourth?.records]).toEqual([1, 1, 0]);
    expect(fourth?.tree).toBe(rootTree([]));
    await home.settle();
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('together after a sleep of three, by one root that says which', async () => {
    const home = await createTestHome();
    await draftNomination(home.ports);
    expect((await sweep(home.ports)).closed).toBe(1);
    skipDays(home, 3);
    expect((await sweep(home.ports)).closed).toBe(1);
    expect((await rootsOf(home.ports)).at(-1)).toMatchObject({ from: '2020-10-05', through: '2020-10-07' });
  });

  it('once, however many sweeps come at the same time', async () => {
    const home = await createTestHome();
    for (let count = 0; count < 3; count += 1) await draftNomination(home.ports, { birthYear: 1950 + count });
    await home.settle();
    await closeDays(home.ports);
    skipDays(home, 1);
    const made = await Promise.all([1, 2, 3].map(() => closeDays(home.ports)));
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await rootsOf(home.ports)).toHaveLength(2);
  });

  it('not where there is nothing yet, and not while an import is under way', async () => {
    const { ports } = await createTestHome();
    expect(await closeDays(ports)).toBe(0);
    await draftNomination(ports);
    const mark = { manifest: 'm', state: 'importing', at: ports.clock.machine() } as const;
    await ports.store.commit([importMarkWrite(undefined, mark)]);
    expect(await closeDays(ports)).toBe(0);
    expect(await rootsOf(ports)).toEqual([]);
  });

  it('so that nothing is covered twice, and what changed meanwhile is covered the next time', async () => {
    const home = await createTestHome();
    const [one, other] = [
      await draftNomination(home.ports),
      await draftNomination(home.ports, { birthYear: 1970 }),
    ];
    await home.settle();
    await closeDays(home.ports);
    skipDays(home, 1);
    await closeDays(home.ports);
    // The marks of a root go when the next one is made: until then both stand.
    expect(await readUnrooted(home.ports.store)).toHaveLength(2);
    await walkIn(home).act(people.wardOfficer, other, 'submit');
    await home.settle();
    skipDays(home, 1);
    await closeDays(home.ports);
    expect((await rootsOf(home.ports)).map(({ records }) => records)).toEqual([0, 2, 1]);
    expect((await readUnrooted(home.ports.store)).map(({ record }) => record)).toEqual([`CASE#${other}`]);
    expect(one).not.toBe(other);
  });

  it(`in parts of ${String(leavesARoot)} records where more changed`, async () => {
    const home = await createTestHome();
    const { ports, settle } = home;
    const tip = { entries: 1, head: 'a'.repeat(64) };
    const many = Array.from(
      { length: leavesARoot + 1 },
      (_, index) => `LIST#${String(index).padStart(26, '0')}`,
    );
    for (let start = 0; start < many.length; start += 50) {
      await ports.store.commit(
        many
          .slice(start, start + 50)
          .flatMap((record) => [
            { put: encode({ pk: record, sk: 'META' }, tip, 1) },
            { put: encode(keys.unrooted(record), { seq: 1 }, 1) },
          ]),
      );
    }
    expect(await closeDays(ports)).toBe(1);
    skipDays(home, 1);
    expect(await closeDays(ports)).toBe(2);
    expect(await closeDays(ports)).toBe(0);
    await settle();
    const roots = await rootsOf(ports);
    expect(roots.map(({ records, through }) => [records, through])).toEqual([
      [0, '2020-10-04'],
      [leavesARoot, '2020-10-05'],
      [1, '2020-10-05'],
    ]);
  });

  it('and every auditor is told the code of what was covered, once', async () => {
    const home = await createTestHome();
    await draftNomination(home.ports);
    await closeDays(home.ports);
    skipDays(home, 1);
    await closeDays(home.ports);
    await home.settle();
    await sweep(home.ports);
    const [, root] = await rootsOf(home.ports);
    const { notices } = await readNotices(home.ports, people.auditor.id);
    expect(notices).toMatchObject([
      { kind: 'DaysClosed', record: 'ROOT#DAILY', count: 1, facts: { code: printCodeOf(root!.hash) } },
    ]);
    expect(home.ports.mailer.sent).toHaveLength(1);
    expect(home.ports.mailer.sent[0]?.subject).toContain(printCodeOf(root!.hash));
    expect(await readNotices(home.ports, people.wardLeader.id)).toMatchObject({ notices: [] });
  });
});

describe('a record that a root covers', () => {
  it('is shown to be in it by the path alone', async () => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports);
    for (let count = 0; count < 6; count += 1) await draftNomination(home.ports, { birthYear: 1950 + count });
    const way = walkIn(home);
    await way.act(people.wardOfficer, id, 'submit');
    await home.settle();
    await closeDays(home.ports);
    expect(await verifyHistory(home.ports, `CASE#${id}`)).not.toHaveProperty('rooted');
    skipDays(home, 1);
    await closeDays(home.ports);
    await way.session('ward', [id]);

    const { rooted, faults, entries } = await verifyHistory(home.ports, `CASE#${id}`);
    const [, root] = await rootsOf(home.ports);
    expect(faults).toEqual([]);
    expect(includedIn(rooted!.inclusion)).toBe(root?.tree);
    expect(rooted?.root).toEqual({ seq: 2, through: '2020-10-05' });
    const chain = await readChain(home.ports.store, `CASE#${id}`);
    expect(rooted?.covers.entries).toBeLessThan(entries);
    expect(chain[rooted!.covers.entries - 1]?.hash).toBe(rooted?.covers.head);
  });
});

describe.skipIf(engineMissing !== undefined)('in a DynamoDB table', () => {
  const table = tableOfTests();

  it('days are closed as in a file', async () => {
    const home = await createTestHome({ store: table().createStore() });
    const way = walkIn(home);
    const id = await draftNomination(home.ports);
    await way.act(people.wardOfficer, id, 'submit');
    await way.session('ward', [id]);
    await way.letter(desks.ward, [id]);
    expect((await sweep(home.ports)).closed).toBe(1);
    skipDays(home, 2);
    expect((await sweep(home.ports)).closed).toBe(1);
    await home.settle();
    expect((await rootsOf(home.ports)).map(({ records }) => records)).toEqual([0, 3]);
    expect(await brokenInvariants(home.ports.store, table().items)).toEqual([]);
  }, 60_000);
});
