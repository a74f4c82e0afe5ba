import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instantOf } from '#shared/domain/time.ts';
import { StoreUnavailable } from '#shared/ports.ts';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import {
  awaitToken,
  createLab,
  failing,
  flowText,
  gate,
  invoke,
  labClock,
  type Lab,
} from '#tests/support/flow-lab.ts';

const done = { Type: 'Succeed' } as const;
const step = flowText({
  Ask: invoke('Ask', { Next: 'AwaitStep' }, { name: '{% $states.context.Execution.Name %}' }),
  AwaitStep: awaitToken('AwaitStep', {
    TimeoutSeconds: 86_400,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
    Next: 'Done',
  }),
  Done: { ...done, Output: '{% $states.input %}' },
  Late: { Type: 'Fail', Error: 'Late' },
});

const labs: Lab[] = [];
let folder = '';
let file = '';
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinh-danh-flows-'));
  file = join(folder, 'data.sqlite');
  database = openDatabase(file);
});
afterEach(async () => {
  for (const { workflow } of labs.splice(0)) workflow.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function openLab(...args: Parameters<typeof createLab>): Lab {
  const lab = createLab(...args);
  labs.push(lab);
  return lab;
}

async function reopen(): Promise<Database> {
  await database.close();
  database = openDatabase(file);
  return database;
}

describe('after a restart', () => {
  it('calls a task again whose answer was not stored, and then goes on', async () => {
    const { opened, open } = gate();
    const before = openLab(step, { database, tasks: { ask: () => opened } });
    await before.workflow.start('case', 'A-1', {});
    before.workflow.close();
    open();
    await before.workflow.idle();
    const after = openLab(step, { database: await reopen(), clock: before.clock });
    after.workflow.resumeAll();
    await after.workflow.idle();

    expect(before.calls['ask']).toEqual(after.calls['ask']);
    expect(after.calls['ask']).toEqual([{ name: 'A-1' }]);
    expect(after.state()).toBe('AwaitStep');
  });

  it('calls the function of a wait again with the token of the same attempt', async () => {
    const { opened, open } = gate();
    const before = openLab(step, { database, tasks: { 'await-step': () => opened } });
    await before.workflow.start('case', 'A-1', {});
    await expect.poll(() => before.calls['await-step']).toHaveLength(1);
    before.workflow.close();
    open();
    const after = openLab(step, { database: await reopen(), clock: before.clock });
    after.workflow.resumeAll();
    await after.workflow.idle();

    expect(after.calls['await-step']).toEqual(before.calls['await-step']);
    expect(await after.workflow.resume(after.token(), { ok: true })).toBe('sent');
    await after.workflow.idle();
    expect(after.outcome()).toMatchObject({ status: 'SUCCEEDED', output: { ok: true } });
  });

  it('does not call a task twice whose call is still under way', async () => {
    const { opened, open } = gate();
    const lab = openLab(step, { database, tasks: { ask: () => opened } });
    await lab.workflow.start('case', 'A-1', {});
    lab.workflow.resumeAll();
    lab.workflow.tick();
    await new Promise((resolve) => setImmediate(resolve));
    open();
    await lab.workflow.idle();

    expect(lab.calls['ask']).toHaveLength(1);
    expect(lab.state()).toBe('AwaitStep');
  });

  it('leaves alone what waits, and takes its token', async () => {
    const before = openLab(step, { database });
    await before.run();
    const token = before.token();
    before.workflow.close();
    const after = openLab(step, { database: await reopen(), clock: before.clock });
    after.workflow.resumeAll();
    await after.workflow.idle();

    expect(after.calls).toEqual({ ask: [], 'await-step': [] });
    expect(await after.workflow.resume(token, {})).toBe('sent');
    await after.workflow.idle();
    expect(after.outcome().status).toBe('SUCCEEDED');
    expect(await after.workflow.start('case', 'A-1', {})).toBe('exists');
  });

  it('wakes what fell due while the program was off', async () => {
    const clock = labClock();
    const before = openLab(step, { database, clock });
    await before.run();
    before.workflow.close();
    clock.passOffice(30 * 86_400_000);
    const after = openLab(step, { database: await reopen(), clock });
    after.workflow.resumeAll();
    await after.workflow.idle();

    expect(after.outcome()).toMatchObject({ status: 'FAILED', error: 'Late' });
  });

  it('keeps the backoff of a retry and what is left of its attempts', async () => {
    const clock = labClock();
    const text = flowText({
      Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }], End: true }),
    });
    const before = openLab(text, { database, clock, tasks: { ask: failing('Busy') } });
    await before.run();
    before.workflow.close();
    const after = openLab(text, { database: await reopen(), clock, tasks: { ask: failing('Busy') } });
    after.workflow.resumeAll();
    await after.workflow.idle();
    expect(after.calls['ask']).toEqual([]);
    await after.passMachineSeconds(1);

    expect(after.outcome()).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it('finishes on the text it began with, while new executions take the new one', async () => {
    const newer = flowText({
      AwaitStep: awaitToken('AwaitStep', { Next: 'Done' }),
      Done: { ...done, Output: { flow: 'new' } },
    });
    const before = openLab(step, { database });
    await before.run();
    before.workflow.close();
    const after = openLab(newer, {
      database: await reopen(),
      clock: before.clock,
      tasks: { ask: async () => null },
    });
    await after.run({}, 'A-2');
    for (const name of ['A-1', 'A-2']) await after.workflow.resume(after.token(name), { word: 'old' });
    await after.workflow.idle();

    expect(after.outcome('A-1').output).toEqual({ word: 'old' });
    expect(after.outcome('A-2').output).toEqual({ flow: 'new' });
    expect(after.workflow.describe('case', 'A-1')?.definition).not.toBe(
      after.workflow.describe('case', 'A-2')?.definition,
    );
  });

  it('refuses to start when an execution still runs on a flow whose task is gone', async () => {
    const before = openLab(step, { database });
    await before.run();
    before.workflow.close();
    await reopen();
    const newer = flowText({ AwaitStep: awaitToken('AwaitStep', { End: true }) });

    expect(() => openLab(newer, { database })).toThrow('state Ask: no task is called ask');
  });

  it('goes on by itself after the disk was full', async () => {
    const clock = labClock();
    let full = true;
    const patient: Database = {
      ...database,
      write: (work) =>
        full && clock.machine() > labClock().machine()
          ? Promise.reject(new StoreUnavailable('the disk is full'))
          : database.write(work),
    };
    const lab = openLab(step, {
      database: patient,
      clock,
      tasks: { ask: async () => clock.passMachine(1) },
    });
    await lab.run();
    expect(lab.errors).toHaveLength(1);
    expect(lab.state()).toBe('Ask');
    full = false;
    await lab.passMachineSeconds(5);

    expect(lab.state()).toBe('AwaitStep');
    expect(lab.calls['ask']).toHaveLength(2);
  });
});

describe('when the timer finds the store out of service', () => {
  it('reports it and tries again, instead of ending the program', async () => {
    let broken = false;
    const fragile: Database = {
      ...database,
      read: (work) => {
        if (broken) throw new StoreUnavailable('the disk fails');
        return database.read(work);
      },
    };
    const now = () => instantOf(Date.now());
    const clock = { ...labClock(), office: now, machine: now };
    const lab = openLab(flowText({ Pause: { Type: 'Wait', Seconds: 60, Next: 'Done' }, Done: done }), {
      database: fragile,
      clock,
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    await lab.run();
    broken = true;
    await vi.advanceTimersByTimeAsync(60_000);
    broken = false;
    expect(lab.errors).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5000);
    await lab.workflow.idle();
    vi.useRealTimers();

    expect(lab.outcome().status).toBe('SUCCEEDED');
  });
});

describe('after a kill', () => {
  const program = fileURLToPath(new URL('../support/run-flows-until-killed.ts', import.meta.url));

  async function runAndKill(lines: number): Promise<readonly string[]> {
    const child = spawn(process.execPath, [program, file, step], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    const closed = once(child, 'close');
    createInterface(child.stdout).on('line', (line) => {
      said.push(line);
      if (said.length === lines) child.kill('SIGKILL');
    });
    await closed;
    return said;
  }

  it.each([40, 300])('loses no execution that was started, and no transition (%i lines)', async (lines) => {
    await database.close();
    const said = await runAndKill(lines);
    database = openDatabase(file);
    const clock = labClock();
    const lab = openLab(step, { database, clock });
    const started = said.filter((line) => line.startsWith('started ')).map((line) => line.slice(8));
    const askedBefore = new Set(said.filter((line) => line.startsWith('ask ')));
    lab.workflow.resumeAll();
    await lab.workflow.idle();
    const waiting = lab.workflow.running();
    for (const { token } of waiting) expect(await lab.workflow.resume(token ?? '', {})).toBe('sent');
    await lab.workflow.idle();

    expect(started.length).toBeGreaterThan(8);
    expect(started.map((name) => lab.outcome(name).status)).toEqual(started.map(() => 'SUCCEEDED'));
    const askedAfter = new Set(lab.calls['ask']!.map((payload) => `ask ${JSON.stringify(payload)}`));
    const asked = askedBefore.union(askedAfter);
    expect(started.filter((name) => !asked.has(`ask ${JSON.stringify({ name })}`))).toEqual([]);
    expect(lab.workflow.running()).toEqual([]);
    expect(lab.errors).toEqual([]);
  });
});
