import type { Json } from '#shared/ports.ts';
import type { Database } from '#local/sqlite/database.ts';
import type { EmbeddedWorkflow } from '#local/workflow/create-workflow.ts';
import type { Reason } from '#local/workflow/reason.ts';
import type { LabClock } from '#tests/support/flow-lab.ts';

/** The execution that a case looks at. */
export const caseName = 'A-1';

/** What an execution is when nothing more is done to it. */
export interface Ending {
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output: Json | null;
  readonly error: string | null;
  readonly cause: string | null;
}

/** The API's own words, `ok` where it names no error. */
export type Answer =
  | 'ok'
  | 'ExecutionAlreadyExists'
  | 'ExecutionDoesNotExist'
  | 'InvalidName'
  | 'InvalidToken'
  | 'TaskTimedOut'
  | 'ValidationException';

/** How a home is spoken to. */
export interface Calls {
  readonly workflow: EmbeddedWorkflow;
  start(name: string, input: Json): Promise<string>;
  succeed(token: string, output: Json): Promise<string>;
  fail(token: string, reason: Reason): Promise<string>;
  stop(name: string, reason: Reason): Promise<string>;
  describe(name: string): Promise<Ending>;
  /** What this home says where Step Functions gives this answer. */
  says(answer: Answer): string;
  close(): Promise<void>;
}

export const homes = ['interpreter', 'endpoint'] as const;
export type HomeName = (typeof homes)[number];

export interface Surroundings {
  readonly flow: string;
  readonly database: Database;
  readonly clock: LabClock;
  readonly jitter: () => number;
  /** By the task's name. */
  readonly run: (task: string, payload: Json) => Promise<unknown>;
  readonly tasks: readonly string[];
}

export interface Subject extends Omit<Calls, 'workflow'> {
  readonly entered: readonly string[];
  readonly calls: Readonly<Record<string, readonly Json[]>>;
  /** Tokens in the order in which functions got them. */
  tokens(): readonly string[];
  passOffice(seconds: number): Promise<void>;
  passMachine(seconds: number): Promise<void>;
  /** Without a tick: only the clock shows a later time. */
  setOfficeForward(seconds: number): void;
  functionsReturn(): Promise<void>;
  /** As if earlier states had assigned them. */
  holdVariables(variables: Readonly<Record<string, Json>>): Promise<void>;
}
