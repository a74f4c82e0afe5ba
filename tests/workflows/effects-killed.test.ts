import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createWorkflow } from '#local/workflow/create-workflow.ts';
import { epochMs, instantOf } from '#shared/domain/time.ts';
import type { Mail, Ports } from '#shared/ports.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { recordId } from '#shared/records/keys.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { caseTasks } from '#workflows/case/tasks.ts';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { createRecordingMailer } from '../support/fake-ports.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const flowText = readFileSync(new URL('../../workflows/case/flow.asl.json', import.meta.url), 'utf8');
const tables = ['items', 'flow_definitions', 'executions'];

/** A program of its own on a copy of the data: what is nudged is left to the sweep. */
async function copyOf(home: TestHome) {
  const database = openDatabase(':memory:');
  const store = createSqliteStore(database);
  const mailer = createRecordingMailer();
  const { clock, files, law, vault, publicUrl, alarm } = home.ports;
  const workflow = createWorkflow({
    database,
    clock,
    flows: { case: flowText },
    tasks: Object.fromEntries(
      Object.entries(caseTasks).map(([name, task]) => [
        name,
        (payload: unknown): Promise<unknown> => task(ports, payload),
      ]),
    ),
    onError: (error) => {
      throw error;
    },
  });
  const random = createSeededRandom(7);
  const ports: Ports = {
    store,
    clock,
    law,
    workflow,
    mailer,
    files,
    vault,
    publicUrl,
    alarm,
    random,
    nudge: () => undefined,
  };
  await copyTables(home.ports.database, database);
  return { ports, database, workflow, mailer, clock };
}

async function copyTables(from: Database, to: Database): Promise<void> {
  for (const table of tables) {
    const rows = from.read((db) => db.prepare(`SELECT * FROM ${table}`).all());
    await to.write((db) => {
      for (const row of rows) {
        const names = Object.keys(row);
        const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
        db.prepare(sql).run(...Object.values(row));
      }
    });
  }
}
type Copy = Awaited<ReturnType<typeof copyOf>>;

class Killed extends Error {}

/** Ports that die just after the n-th call to the outside was done, and never come back. */
function dyingAfter(ports: Ports, last: number) {
  let calls = 0;
  let unmarked: Mail | undefined;
  async function mortal<T>(call: () => Promise<T>): Promise<T> {
    calls += 1;
    const own = calls;
    if (own > last) throw new Killed();
    const answer = await call();
    if (own === last) throw new Killed();
    return answer;
  }
  const { store, workflow, mailer } = ports;
  const dying: Ports = {
    ...ports,
    store: {
      get: (wanted) => mortal(() => store.get(wanted)),
      query: (query) => mortal(() => store.query(query)),
      commit: (writes) => mortal(() => store.commit(writes)),
    },
    workflow: {
      start: (...input) => mortal(() => workflow.start(...input)),
      resume: (...input) => mortal(() => workflow.resume(...input)),
      status: (...input) => mortal(() => workflow.status(...input)),
    },
    mailer: {
      send: async (mail) => {
        if (calls + 1 === last) unmarked = mail;
        await mortal(async () => mailer?.send(mail));
      },
    },
    alarm: () => undefined,
  };
  // The one window in which a mail is doubled: sent, and dead before it was marked as sent.
  return {
    ports: dying,
    calls: () => calls,
    unmarked: () => (unmarked === undefined ? [] : [unmarked.eventId]),
  };
}

const enough = 20;

/** Runs what is due until the program dies. @returns whether it died */
async function runUntilKilled(copy: Copy, dying: Ports): Promise<boolean> {
  for (let round = 1; round <= enough; round += 1) {
    const pending = await pendingRecords(copy.ports);
    if (pending.length === 0) return false;
    for (const record of pending) {
      try {
        await catchUp(dying, record);
      } catch (error) {
        if (error instanceof Killed) return true;
        throw error;
      }
      await copy.workflow.idle();
    }
  }
  throw new Error('effects never come to rest');
}

/** The sweep comes by every five minutes. */
async function recover(copy: Copy): Promise<void> {
  for (let round = 1; round <= enough; round += 1) {
    copy.clock.setMachine(instantOf(epochMs(copy.clock.machine()) + 5 * 60_000));
    await sweep(copy.ports);
    await copy.workflow.idle();
    if ((await pendingRecords(copy.ports)).length === 0) return;
  }
  throw new Error('effects never come to rest');
}

interface Outcome {
  readonly notices: readonly string[];
  readonly mails: readonly string[];
  readonly acts: readonly string[][];
}

async function outcomeOf(copy: Copy, cases: readonly CaseId[]): Promise<Outcome> {
  const told = await Promise.all(
    Object.values(people).map(async (person) =>
      (await readNotices(copy.ports, person.id)).notices.map(
        (one) => `${person.username} ${one.kind} ${one.event} ${String(one.count)} ${one.mail}`,
      ),
    ),
  );
  const histories = await Promise.all(cases.map((id) => readHistory(copy.ports.store, recordId('CASE', id))));
  return {
    notices: told.flat().sort(),
    mails: copy.mailer.sent.map((mail) => mail.eventId).sort(),
    acts: histories.map((history) => history.map(({ entry }) => entry.act)),
  };
}

interface Scene {
  readonly home: TestHome;
  readonly cases: readonly CaseId[];
}

/** Acts under a program that dies with the act: everything that follows is still due. */
async function standstill(
  home: TestHome,
  act: (walk: ReturnType<typeof walkIn>) => Promise<unknown>,
): Promise<void> {
  await act(walkIn(home, { ...home.ports, nudge: () => undefined }));
}

const scenes: Record<string, () => Promise<Scene>> = {
  'a letter of two cases is issued': async () => {
    const { home, cases, walk } = await twoCases('ward-letter');
    const list = await walk.letterOf(desks.ward, cases);
    await walk.close(desks.ward, list);
    await walk.sign(people.wardLeader, list);
    await standstill(home, (still) => still.issue(desks.ward, list));
    return { home, cases };
  },
  'a council agrees to nothing': async () => {
    const { home, cases } = await twoCases('ward-council');
    await standstill(home, (still) => still.session('ward', cases, { outcome: 'notAgreed' }));
    return { home, cases };
  },
  'a held case is released after the issue': async () => {
    const { home, cases, walk } = await twoCases('ward-letter');
    const list: ListId = await walk.letterOf(desks.ward, cases);
    await walk.close(desks.ward, list);
    await walk.sign(people.wardLeader, list);
    const [one] = cases;
    await walk.act(people.wardClerk, one!, 'hold', { reason: 'Chờ', document: '01' });
    await walk.issue(desks.ward, list);
    await standstill(home, (still) =>
      still.act(people.wardClerk, one!, 'release', { reason: 'Xong', document: '02' }),
    );
    return { home, cases };
  },
  'a case is withdrawn': async () => {
    const { home, cases } = await twoCases('ward-council');
    const [one] = cases;
    await standstill(home, (still) => still.act(people.wardOfficer, one!, 'withdraw', { reason: 'Trùng' }));
    return { home, cases };
  },
  'a case is submitted': async () => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports);
    await home.settle();
    await standstill(home, (still) => still.act(people.wardOfficer, id, 'submit'));
    return { home, cases: [id] };
  },
};

async function twoCases(step: string) {
  const home = await createTestHome();
  const walk = walkIn(home);
  const cases = [
    await draftNomination(home.ports),
    await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 }),
  ];
  for (const id of cases) await walk.act(people.wardOfficer, id, 'submit');
  await walk.to(step, cases);
  await home.settle();
  return { home, walk, cases };
}

describe.each(Object.entries(scenes))('when %s', (_what, prepare) => {
  it('every notice is given once, with one mail but in one window, and every case settled once, wherever the program is killed', async () => {
    const { home, cases } = await prepare();
    const whole = await copyOf(home);
    const counted = dyingAfter(whole.ports, Number.POSITIVE_INFINITY);
    expect(await runUntilKilled(whole, counted.ports)).toBe(false);
    const wanted = await outcomeOf(whole, cases);
    expect(wanted.notices.length).toBeGreaterThan(0);
    expect(await brokenInvariants(whole.ports.store, whole.database)).toEqual([]);

    for (let last = 1; last <= counted.calls(); last += 1) {
      const copy = await copyOf(home);
      const dying = dyingAfter(copy.ports, last);
      expect(await runUntilKilled(copy, dying.ports)).toBe(true);
      await recover(copy);
      const mails = [...wanted.mails, ...dying.unmarked()].sort();
      expect({ last, ...(await outcomeOf(copy, cases)) }).toEqual({ last, ...wanted, mails });
      expect(await brokenInvariants(copy.ports.store, copy.database)).toEqual([]);
      await copy.database.close();
    }
  }, 30_000);
});
