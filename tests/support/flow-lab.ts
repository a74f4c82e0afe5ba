import aslValidator from 'asl-validator';
import { afterAll, expect } from 'vitest';
import { instantOf, type Instant } from '#shared/domain/time.ts';
import type { Json } from '#shared/ports.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import {
  createWorkflow,
  type EmbeddedWorkflow,
  type WorkflowOptions,
} from '#local/workflow/create-workflow.ts';
import { placeholdersIn, taskNameOf } from '#workflows/definition.ts';

export type States = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An ASL text; the first state is where it starts. */
export function flowText(states: States, top: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: Object.keys(states)[0],
    ...top,
    States: states,
  });
}

export function invoke(task: string, rest: Readonly<Record<string, unknown>> = {}, payload: Json = {}) {
  const FunctionName = `\${${task}FunctionArn}`;
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName, Payload: payload },
    ...rest,
  };
}

/** A task that hands out its token and waits. */
export function awaitToken(task: string, rest: Readonly<Record<string, unknown>> = {}) {
  const Payload = { token: '{% $states.context.Task.Token %}' };
  return {
    ...invoke(task, rest),
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: `\${${task}FunctionArn}`, Payload },
  };
}

export function validatorErrors(text: string): readonly string[] {
  return aslValidator(JSON.parse(text)).errors.map((error) => JSON.stringify(error));
}

const used = new Set<string>();

// Every flow that a test runs must please asl-validator as well. All in one call, since each call takes 0.2 s.
afterAll(() => {
  const branches = [...used].map((text): unknown => JSON.parse(text));
  const all = { Type: 'Parallel', Branches: branches, End: true };
  const errors = validatorErrors(flowText({ All: all }));
  const own = errors.filter((error) => !error.includes('DUPLICATE_STATE_NAMES'));
  if (own.length > 0) throw new Error(own.join('\n'));
});

export interface LabClock {
  office(): Instant;
  machine(): Instant;
  passOffice(ms: number): void;
  passMachine(ms: number): void;
}

/** Two days that are far apart, unless both clocks begin at one instant. */
export function labClock(both?: number): LabClock {
  let office = both ?? Date.parse('2026-01-05T01:00:00.000Z');
  let machine = both ?? Date.parse('2026-08-20T09:00:00.000Z');
  return {
    office: () => instantOf(office),
    machine: () => instantOf(machine),
    passOffice: (ms) => (office += ms),
    passMachine: (ms) => (machine += ms),
  };
}

export interface Lab {
  readonly workflow: EmbeddedWorkflow;
  readonly clock: LabClock;
  /** Payloads by task, in the order of the calls. */
  readonly calls: Readonly<Record<string, Json[]>>;
  readonly ended: string[];
  readonly errors: unknown[];
  /** Starts it and lets it go on as far as it can. */
  run(input?: Readonly<Record<string, Json>>, name?: string): Promise<void>;
  passDays(days: number): Promise<void>;
  passSeconds(seconds: number): Promise<void>;
  passMachineSeconds(seconds: number): Promise<void>;
  outcome(name?: string): { status: string; output: Json; error: string | null; cause: string | null };
  state(name?: string): string | undefined;
  token(name?: string): string;
}

type Setup = Omit<Partial<WorkflowOptions>, 'flows' | 'clock'> & { clock?: LabClock };

/** The interpreter with both clocks in the hands of the test. */
export function createLab(text: string, { tasks = {}, ...setup }: Setup = {}): Lab {
  used.add(text);
  const clock = setup.clock ?? labClock();
  const calls: Record<string, Json[]> = {};
  const ended: string[] = [];
  const errors: unknown[] = [];
  const names = [...new Set([...placeholdersIn(text).map(taskNameOf), ...Object.keys(tasks)])];
  const recorded = names.map((name) => {
    calls[name] = [];
    return [
      name,
      (payload: Json) => {
        calls[name]?.push(payload);
        return tasks[name]?.(payload) ?? Promise.resolve(null);
      },
    ] as const;
  });
  const workflow = createWorkflow({
    jitter: () => 0.5,
    onEnd: (flow, name, status) => ended.push(`${flow}:${name} ${status}`),
    onError: (error) => errors.push(error),
    ...setup,
    database: setup.database ?? openDatabase(':memory:'),
    clock,
    flows: { case: text },
    tasks: Object.fromEntries(recorded),
  });
  async function pass(move: () => void): Promise<void> {
    move();
    workflow.tick();
    await workflow.idle();
  }
  return {
    workflow,
    clock,
    calls,
    ended,
    errors,
    async run(input = {}, name = 'A-1') {
      expect(await workflow.start('case', name, input)).toBe('started');
      await workflow.idle();
    },
    passDays: (days) => pass(() => clock.passOffice(days * 86_400_000)),
    passSeconds: (seconds) => pass(() => clock.passOffice(seconds * 1000)),
    passMachineSeconds: (seconds) => pass(() => clock.passMachine(seconds * 1000)),
    outcome(name = 'A-1') {
      const { status, output, error, cause } = workflow.describe('case', name)!;
      return { status, output, error, cause };
    },
    state: (name = 'A-1') => workflow.describe('case', name)?.state,
    token: (name = 'A-1') => workflow.describe('case', name)?.token ?? '',
  };
}

/** A task that throws these in turn, then answers. */
export function failing(...errors: readonly (string | Error)[]): () => Promise<Json> {
  const left = [...errors];
  return () => {
    const next = left.shift();
    if (next === undefined) return Promise.resolve('done');
    return Promise.reject(typeof next === 'string' ? named(next) : next);
  };
}

export function named(name: string, message = `${name} happened`): Error {
  return Object.assign(new Error(message), { name });
}

/** Holds what awaits `opened` until the test opens it. */
export function gate(): { readonly opened: Promise<undefined>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => resolve(undefined) };
}
