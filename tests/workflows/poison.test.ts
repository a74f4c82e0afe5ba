import { describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { StoreUnavailable, type Item, type Key, type Store } from '#shared/ports.ts';
import { loadEffects, loadFlow } from '#shared/records/flow-record.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { letGoParked } from '#shared/use-cases/effects/let-go.ts';
import { notify } from '#shared/use-cases/effects/notify.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

/** Two submitted cases whose effects were never nudged: one will be poisoned, the other has to go on. */
async function begin() {
  const home = await createTestHome();
  const poisoned = await draftNomination(home.ports);
  const sound = await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 });
  await home.settle();
  const deaf = walkIn(home, { ...home.ports, nudge: () => undefined });
  for (const id of [poisoned, sound]) await deaf.act(people.wardOfficer, id, 'submit');
  return { home, poisoned, sound, ...walkIn(home) };
}

/** What this program never wrote. @returns what stood there */
async function poison(home: TestHome, key: Key): Promise<Item> {
  const [item] = await home.ports.store.get([key]);
  await home.ports.store.commit([{ put: { ...item!, body: { what: 'is this?' }, version: item!.version } }]);
  return item!;
}

async function sweeps(home: TestHome, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    await sweep(home.ports);
    await home.settle();
  }
}
const parkedAlarms = (home: TestHome, id: CaseId) =>
  home.ports.alarms.filter(({ code, facts }) => code === 'EffectsParked' && facts['record'] === `CASE#${id}`);

describe('a record that can not be read', () => {
  const parts: readonly (readonly [string, (id: CaseId) => Key])[] = [
    ['in an entry of its history', (id) => keys.entry(recordId('CASE', id), 2)],
    ['at all', (id) => keys.caseMeta(id)],
  ];
  it.each(parts)(
    '%s is parked with one alarm after eight failures, and the others go on',
    async (_part, keyOf) => {
      const { home, poisoned, sound, stepOf } = await begin();
      await poison(home, keyOf(poisoned));
      await sweeps(home, 1);
      expect(await stepOf(sound)).toBe('ward-council');
      await sweeps(home, 10);
      expect(parkedAlarms(home, poisoned)).toHaveLength(1);
      expect(await pendingRecords(home.ports)).toEqual([recordId('CASE', poisoned)]);
      await expect(catchUp(home.ports, recordId('CASE', poisoned))).resolves.toBeUndefined();
    },
  );

  it('goes on when it was mended before it was parked', async () => {
    const { home, poisoned, stepOf } = await begin();
    const stood = await poison(home, keys.entry(recordId('CASE', poisoned), 2));
    await sweeps(home, 7);
    await home.ports.store.commit([{ put: stood }]);
    await sweeps(home, 1);
    expect(await stepOf(poisoned)).toBe('ward-council');
    expect(parkedAlarms(home, poisoned)).toEqual([]);
  });
});

it('a record that was parked goes on when it was mended and an operator has let it go', async () => {
  const { home, poisoned, stepOf } = await begin();
  const stood = await poison(home, keys.entry(recordId('CASE', poisoned), 2));
  await sweeps(home, 8);
  await home.ports.store.commit([{ put: stood }]);
  const { store, database } = home.ports;
  async function* everything() {
    yield itemsIn(database);
  }
  const record = recordId('CASE', poisoned);
  expect(await letGoParked(store, everything())).toEqual({ records: [record], mails: 0, failed: [] });
  await sweeps(home, 1);
  expect(await stepOf(poisoned)).toBe('ward-council');
});

/** The sweep of a program that ends, without a word, as soon as it looks at the history of this record. */
async function sweepUntilKilled({ ports, settle }: TestHome, id: CaseId): Promise<void> {
  const { promise: killed, resolve } = Promise.withResolvers<undefined>();
  const never = (): Promise<never> => {
    resolve(undefined);
    return new Promise(() => undefined);
  };
  const query: Store['query'] = (asked) =>
    asked.pk === recordId('CASE', id) ? never() : ports.store.query(asked);
  await Promise.race([sweep({ ...ports, store: { ...ports.store, query } }), killed]);
  await settle();
}

async function sweepsUntilKilled(home: TestHome, id: CaseId, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) await sweepUntilKilled(home, id);
}

describe('a record that ends each program which works on it', () => {
  async function beginBoth() {
    const { home, poisoned, sound, ...walk } = await begin();
    // Whichever of the two the sweep meets first.
    const others = [sound];
    for (const name of ['Trần Thị Bảy', 'Phạm Thị Chín', 'Vũ Văn Mười']) {
      const id = await draftNomination(home.ports, { name });
      await walkIn(home, { ...home.ports, nudge: () => undefined }).act(people.wardOfficer, id, 'submit');
      others.push(id);
    }
    const stepsOfOthers = () => Promise.all(others.map(walk.stepOf));
    return { home, poisoned, stepsOfOthers, ...walk };
  }

  it('holds up nobody beyond the first time, and is parked with one alarm after eight', async () => {
    const { home, poisoned, stepsOfOthers } = await beginBoth();
    await sweepsUntilKilled(home, poisoned, 2);
    expect(await stepsOfOthers()).toEqual(Array(4).fill('ward-council'));
    await sweepsUntilKilled(home, poisoned, 6);
    expect(parkedAlarms(home, poisoned)).toEqual([]);
    await sweepsUntilKilled(home, poisoned, 2);
    expect(parkedAlarms(home, poisoned)).toMatchObject([{ facts: { error: 'CutOff' } }]);
    expect(await pendingRecords(home.ports)).toEqual([recordId('CASE', poisoned)]);
  });

  it('lets the sweep do all else first: mails and lost executions', async () => {
    const { home, poisoned, stepsOfOthers, stepOf } = await beginBoth();
    await sweepsUntilKilled(home, poisoned, 2);
    const secretary = people.wardSecretary.id;
    const failing = { send: () => Promise.reject(new Error('no mail server')) };
    const [first] = await readHistory(home.ports.store, recordId('CASE', poisoned));
    const draft = { kind: 'Reminder', event: 'reminder' } as const;
    await notify({ ...home.ports, mailer: failing }, [secretary], first!.entry, draft);
    const mails = home.ports.mailer.sent.length;
    home.ports.clock.advance(5 * 60_000);
    await sweepUntilKilled(home, poisoned);
    expect(home.ports.mailer.sent.length - mails).toBe(1);
    expect([await stepOf(poisoned), new Set(await stepsOfOthers()).size]).toEqual([undefined, 1]);
  });

  it('goes on, its failures forgotten, when it comes through', async () => {
    const { home, poisoned, stepOf } = await beginBoth();
    await sweepsUntilKilled(home, poisoned, 7);
    await sweeps(home, 1);
    const [effects] = await home.ports.store.get([keys.effects(recordId('CASE', poisoned))]);
    expect([await stepOf(poisoned), loadEffects(effects)?.value.failures]).toEqual(['ward-council', 0]);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('is not blamed for an outage of the store', async () => {
    const { home, poisoned } = await begin();
    const { store } = home.ports;
    const query: Store['query'] = (asked) =>
      asked.pk.startsWith('CASE#') ? Promise.reject(new StoreUnavailable('throttled')) : store.query(asked);
    for (let time = 1; time <= 12; time += 1) await sweep({ ...home.ports, store: { ...store, query } });
    const [effects] = await store.get([keys.effects(recordId('CASE', poisoned))]);
    expect(loadEffects(effects)?.value).toMatchObject({ failures: 0, parked: false });
    await sweeps(home, 1);
    expect(await pendingRecords(home.ports)).toEqual([]);
  });
});

describe('the sweep', () => {
  it('takes up records whose mark can not be read', async () => {
    const { home, poisoned, sound, stepOf } = await begin();
    await poison(home, keys.pending(recordId('CASE', poisoned)));
    await sweeps(home, 1);
    expect([await stepOf(poisoned), await stepOf(sound)]).toEqual(['ward-council', 'ward-council']);
  });

  it('replaces lost executions behind one that it fails on, and alarms', async () => {
    const { home, poisoned, sound } = await begin();
    await sweeps(home, 1);
    for (const id of [poisoned, sound]) await home.workflow.stop('case', `${id}-1`);
    await poison(home, keys.flow(recordId('CASE', poisoned)));
    await home.passDays(30);
    await sweeps(home, 1);
    const [flow] = await home.ports.store.get([keys.flow(recordId('CASE', sound))]);
    expect(loadFlow(flow)?.value).toMatchObject({ generation: 2, state: 'running' });
    expect(home.ports.alarms.map(({ code }) => code)).toContain('RestartFailed');
  });
});
