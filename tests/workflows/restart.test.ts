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
  vi.useRealTimers();
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

  it('keeps the backoff of a retry, how far its waits have grown, and what is left of its attempts', async () => {
    const clock = labClock();
    const retry = { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }], End: true };
    const text = flowText({
      Ask: invoke('Ask', retry, { attempt: '{% $states.context.State.RetryCount %}' }),
    });
    const before = openLab(text, { database, clock, tasks: { ask: failing('Busy') } });
    await before.run();
    before.workflow.close();
    const after = openLab(text, { database: await reopen(), clock, tasks: { ask: failing('Busy', 'Busy') } });
    after.workflow.resumeAll();
    await after.passMachineSeconds(0.999);
    expect(after.calls['ask']).toEqual([]);
    await after.passMachineSeconds(0.001);
    expect(after.calls['ask']).toEqual([{ attempt: 1 }]);
    await after.passMachineSeconds(1.999);
    expect(after.calls['ask']).toHaveLength(1);
    await after.passMachineSeconds(0.001);

    expect(after.calls['ask']).toEqual([{ attempt: 1 }, { attempt: 2 }]);
    expect(after.outcome()).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it('waits on to the same instant in a Wait state, with the variables that were assigned before it', async () => {
    const text = flowText({
      First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Pause' },
      Pause: { Type: 'Wait', Seconds: 3600, Assign: { n: '{% $n + 1 %}' }, Next: 'Told' },
      Told: { ...done, Output: '{% [$n, $states.input.id] %}' },
    });
    const clock = labClock();
    const before = openLab(text, { database, clock });
    await before.run({ id: 'N1' });
    before.workflow.close();
    clock.passOffice(3_599_999);
    const after = openLab(text, { database: await reopen(), clock });
    after.workflow.resumeAll();
    await after.workflow.idle();
    expect(after.state()).toBe('Pause');
    await after.passSeconds(0.001);

    expect(after.outcome()).toMatchObject({ status: 'SUCCEEDED', output: [2, 'N1'] });
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

    expect(lab.outcome().status).toBe('SUCCEEDED');
  });
});

describe('after a kill', () => {
  const program = fileURLToPath(new URL('../support/run-flows-until-killed.ts', import.meta.url));

  async function runAndKill(lines: number, flow = step): Promise<readonly string[]> {
    const child = spawn(process.execPath, [program, file, flow], { stdio: ['ignore', 'pipe', 'inherit'] });
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

  const trying = flowText({
    TakeUp: { Type: 'Pass', Assign: { name: '{% $states.input.name %}', steps: 1 }, Next: 'AskAgain' },
    AskAgain: invoke(
      'AskAgain',
      {
        Retry: [{ ErrorEquals: ['Error'], MaxAttempts: 2, JitterStrategy: 'FULL' }],
        Assign: { steps: '{% $steps + 1 %}' },
        Next: 'Pause',
      },
      { name: '{% $name %}', attempt: '{% $states.context.State.RetryCount %}' },
    ),
    Pause: { Type: 'Wait', Seconds: 3600, Assign: { steps: '{% $steps + 1 %}' }, Next: 'Told' },
    Told: { ...done, Output: '{% [$name, $steps] %}' },
  });
  const attemptsIn = (payloads: readonly unknown[], name: string) =>
    (payloads as { name: string; attempt: number }[]).flatMap((each) =>
      each.name === name ? [each.attempt] : [],
    );

  it.each([60, 350])(
    'goes on where each one stood: in a backoff, in a wait, between states (%i lines)',
    async (lines) => {
      await database.close();
      const said = await runAndKill(lines, trying);
      database = openDatabase(file);
      const clock = labClock(Date.now());
      const lab = openLab(trying, {
        database,
        clock,
        tasks: {
          'ask-again': async (payload) => {
            if ((payload as { attempt: number }).attempt < 2) throw new Error('busy until the third attempt');
            return null;
          },
        },
      });
      const stood = lab.workflow.running();
      lab.workflow.resumeAll();
      await lab.workflow.idle();
      const inBackoff = stood.filter(({ backoffDue }) => backoffDue !== null && backoffDue > clock.machine());
      const inWait = stood.filter(({ state }) => state === 'Pause');
      expect([...inBackoff, ...inWait]).not.toEqual([]);
      expect(inBackoff.filter(({ name }) => attemptsIn(lab.calls['ask-again']!, name).length > 0)).toEqual(
        [],
      );
      expect(inWait.map(({ name }) => lab.workflow.describe('case', name)?.due)).toEqual(
        inWait.map(({ due }) => due),
      );

      for (let second = 0; second < 5; second += 1) await lab.passMachineSeconds(1);
      await lab.passSeconds(3600);

      const started = said.filter((line) => line.startsWith('started ')).map((line) => line.slice(8));
      expect(started.map((name) => lab.outcome(name).output)).toEqual(started.map((name) => [name, 3]));
      expect(lab.workflow.running()).toEqual([]);
      const before = said.flatMap((line) =>
        line.startsWith('ask-again ') ? [JSON.parse(line.slice('ask-again '.length)) as unknown] : [],
      );
      const attempts = (name: string) => [
        ...attemptsIn(before, name),
        ...attemptsIn(lab.calls['ask-again']!, name),
      ];
      // The call that was under way at the kill is made once more; no attempt is left out, none begins anew.
      expect(started.filter((name) => [...new Set(attempts(name))].join() !== '0,1,2')).toEqual([]);
      expect(started.filter((name) => attempts(name).length > 4)).toEqual([]);
      expect(lab.errors).toEqual([]);
    },
  );
});
