import type { Json } from '#shared/ports.ts';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import { labClock, named } from '#tests/support/flow-lab.ts';
import { placeholdersIn, taskNameOf } from '#workflows/definition.ts';
import type { Case, Doing } from './behaviour.ts';
import { caseName, type Calls, type HomeName, type Subject } from './home.ts';
import { callsOnEndpoint } from './on-endpoint.ts';
import { callsOnInterpreter } from './on-interpreter.ts';

export async function openSubject(home: HomeName, { flow, functions, jitter = 0.5 }: Case): Promise<Subject> {
  const clock = labClock();
  const entered: string[] = [];
  const tasks = placeholdersIn(flow).map(taskNameOf);
  const calls: Record<string, Json[]> = Object.fromEntries(tasks.map((task) => [task, []]));
  const running: (() => void)[] = [];

  async function run(task: string, payload: Json): Promise<unknown> {
    const called = (calls[task] ??= []).push(payload);
    const doing: Doing = functions?.[task]?.[called - 1] ?? {};
    if (doing.sends !== undefined) await opened.succeed(tokenIn(payload), doing.sends);
    if (doing.runs) await new Promise<void>((resolve) => running.push(resolve));
    if (doing.throws !== undefined) throw named(doing.throws, doing.says);
    return doing.gives;
  }

  const database = watched(openDatabase(':memory:'), entered);
  const opened: Calls = await (home === 'endpoint' ? callsOnEndpoint : callsOnInterpreter)({
    flow,
    database,
    clock,
    jitter: () => jitter,
    run,
    tasks,
  });
  const { workflow, ...spoken } = opened;

  /** As far as it can go; beside functions that run on, as far as many turns of the event loop bring it. */
  async function settle(): Promise<void> {
    const runsOn = Object.values(functions ?? {}).some((all) => all.some((doing) => 'runs' in doing));
    if (!runsOn) return workflow.idle();
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  async function settled<T>(answer: Promise<T>): Promise<T> {
    const given = await answer;
    await settle();
    return given;
  }
  async function tick(): Promise<void> {
    workflow.tick();
    await settle();
  }

  return {
    ...spoken,
    entered,
    calls,
    start: (name, input) => settled(spoken.start(name, input)),
    succeed: (token, output) => settled(spoken.succeed(token, output)),
    fail: (token, reason) => settled(spoken.fail(token, reason)),
    tokens: () => Object.values(calls).flat().map(tokenIn).filter(Boolean),
    async passOffice(seconds) {
      clock.passOffice(seconds * 1000);
      await tick();
    },
    async passMachine(seconds) {
      clock.passMachine(seconds * 1000);
      await tick();
    },
    setOfficeForward: (seconds) => clock.passOffice(seconds * 1000),
    async functionsReturn() {
      for (const resolve of running.splice(0)) resolve();
      await settle();
    },
    async holdVariables(variables) {
      const text = JSON.stringify(variables);
      await database.write((db) =>
        db.prepare('UPDATE executions SET variables = ?, version = version + 1').run(text),
      );
    },
    async close() {
      await spoken.close();
      await database.close();
    },
  };
}

function tokenIn(payload: Json): string {
  const held = typeof payload === 'object' && payload !== null && 'token' in payload ? payload['token'] : '';
  return typeof held === 'string' ? held : '';
}

/** Notes each state that the rows of the execution come to: the interpreter keeps no history of its own. */
function watched(database: Database, entered: string[]): Database {
  function note(): void {
    const row = database.read((db) =>
      db.prepare('SELECT state FROM executions WHERE name = ?').get(caseName),
    );
    const state = row?.['state'];
    if (typeof state === 'string' && state !== entered.at(-1)) entered.push(state);
  }
  return {
    ...database,
    async write(work) {
      const done = await database.write(work);
      note();
      return done;
    },
  };
}
