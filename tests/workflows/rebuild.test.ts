import { describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { StoreUnavailable } from '#shared/ports.ts';
import { flowWrite, loadFlow, type Flow } from '#shared/records/flow-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { rebuild } from '#shared/use-cases/flow/rebuild.ts';
import { walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  await walk.act(people.wardOfficer, one, 'submit');
  return { home, one, record: recordId('CASE', one), ...walk };
}

async function rebuildAll(home: TestHome, options?: { replace?: boolean }, ports = home.ports) {
  const done = await rebuild(ports, everything(home), options);
  await home.settle();
  return done;
}

async function* everything({ ports }: TestHome) {
  yield itemsIn(ports.database);
}

async function flowOf({ ports }: TestHome, id: CaseId) {
  const [item] = await ports.store.get([keys.flow(recordId('CASE', id))]);
  return loadFlow(item);
}

async function setFlow(home: TestHome, id: CaseId, after: Flow): Promise<void> {
  await home.ports.store.commit([flowWrite(recordId('CASE', id), await flowOf(home, id), after)]);
}

const whole = (home: TestHome) => brokenInvariants(home.ports.store, home.ports.database);

describe('rebuild', () => {
  it('starts executions that are gone, and counts none of them as lost', async () => {
    const { home, one, record, session, stepOf } = await begin();
    await home.ports.database.write((db) => db.prepare('DELETE FROM executions').run());
    for (const generation of [1, 2, 3, 4]) {
      expect(await rebuildAll(home)).toEqual({
        records: 1,
        living: 0,
        // The names of those that vanished are free again: the next number is the record's own.
        started: [record],
        failed: [],
      });
      expect((await flowOf(home, one))?.value).toMatchObject({
        generation: generation + 1,
        state: 'running',
      });
      expect((await flowOf(home, one))?.value.lost).toBeUndefined();
      if (generation < 4) await home.ports.database.write((db) => db.prepare('DELETE FROM executions').run());
    }
    await session('ward', [one]);
    expect(await stepOf(one)).toBe('ward-letter');
    expect(await whole(home)).toEqual([]);
  });

  it('leaves those alone that live, unless they are to be replaced', async () => {
    const { home, one, record, session, stepOf } = await begin();
    expect(await rebuildAll(home)).toEqual({ records: 1, living: 1, started: [], failed: [] });
    // As after a restore: the wait stands, under a token that the record doesn't know.
    await setFlow(home, one, { ...(await flowOf(home, one))!.value, token: 'another' });
    expect((await rebuildAll(home, { replace: true })).started).toEqual([record]);
    await session('ward', [one]);
    expect([await stepOf(one), (await flowOf(home, one))?.value.generation]).toEqual(['ward-letter', 2]);
  });

  it('takes a parked record up again, with its losses forgotten', async () => {
    const { home, one, session, stepOf } = await begin();
    await home.workflow.stop('case', `${one}-1`);
    await setFlow(home, one, { generation: 1, state: 'parked', lost: { day: '2020-10-05', count: 3 } });
    expect((await rebuildAll(home)).started).toHaveLength(1);
    expect((await flowOf(home, one))?.value.lost).toBeUndefined();
    await session('ward', [one]);
    expect(await stepOf(one)).toBe('ward-letter');
  });

  it('makes even the flow’s own item again, and uses no name a second time', async () => {
    const { home, one, record } = await begin();
    await home.workflow.start('case', `${one}-2`, { record, generation: 2 });
    await home.ports.store.commit([{ delete: keys.flow(record) }]);
    expect((await rebuildAll(home)).started).toEqual([record]);
    expect((await flowOf(home, one))?.value.generation).toBe(3);
    expect(await whole(home)).toEqual([]);
  });

  it('starts nothing for drafts and for what has ended', async () => {
    const { home, one, act } = await begin();
    await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 });
    await act(people.wardOfficer, one, 'withdraw', { reason: 'Lý do' });
    expect(await rebuildAll(home)).toEqual({ records: 0, living: 0, started: [], failed: [] });
  });

  it('names what could not be started now, and does the rest', async () => {
    const { home, record } = await begin();
    const other = await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 });
    await walkIn(home).act(people.wardOfficer, other, 'submit');
    await home.ports.database.write((db) => db.prepare('DELETE FROM executions').run());
    const throttled = {
      ...home.ports,
      workflow: {
        ...home.workflow,
        status: async (flow: 'case' | 'ceremony', name: string) => {
          if (record.includes(name.slice(0, 26))) throw new StoreUnavailable('throttled');
          return home.workflow.status(flow, name);
        },
      },
    };
    expect(await rebuildAll(home, {}, throttled)).toEqual({
      records: 2,
      living: 0,
      started: [recordId('CASE', other)],
      failed: [{ record, error: 'StoreUnavailable' }],
    });
  });
});
