import type { Json } from '#shared/ports.ts';
import type { PageName, Source } from './pages.ts';
import type { Ending, HomeName, Subject } from './home.ts';

/** What a function of the flow does when it is called for the nth time, in this order. */
export interface Doing {
  /** Sends its own token with this. */
  readonly sends?: Json;
  /** Runs on until the act `functionsReturn`. */
  readonly runs?: true;
  readonly throws?: string;
  /** The message of what it throws. */
  readonly says?: string;
  readonly gives?: unknown;
}

/** What happens to an execution from outside: time, tokens, a second start, a stop. It checks what it is answered. */
export type Act = (subject: Subject) => Promise<void>;

export interface Case {
  readonly flow: string;
  readonly input?: Json;
  /** By the task's name, in the order of the calls; after the last a function gives null. */
  readonly functions?: Readonly<Record<string, readonly Doing[]>>;
  /** In [0, 1), for JitterStrategy FULL. */
  readonly jitter?: number;
  readonly then?: readonly Act[];
  /** Only what is named is compared. */
  readonly ends?: { readonly [field in keyof Ending]?: unknown };
  /** States in the order in which they are entered. */
  readonly enters?: readonly string[];
  /** Payloads by task, in the order of the calls. */
  readonly calls?: Readonly<Record<string, readonly unknown[]>>;
  /** asl-validator takes an object or one expression where the page allows any JSON value. */
  readonly wider?: true;
  /** Where it costs too much, or is said otherwise, on the other home. */
  readonly only?: HomeName;
}

interface Row {
  readonly page: PageName;
  readonly beside?: Source;
}

/** One line of the tick list that the interpreter does as Step Functions does. */
export interface Behaviour extends Row {
  readonly does: string;
  readonly cases: Readonly<Record<string, Case>>;
}

/** One line that it does otherwise, on purpose. */
export interface Difference extends Row {
  readonly differs: string;
  readonly cases: Readonly<Record<string, Case>>;
}

/** One line that it refuses when the flow is loaded. */
export interface Refusal extends Row {
  readonly refuses: string;
  /** What the refusal says, where and what, and the flow that is refused. */
  readonly flows: readonly (readonly [says: string, flow: string])[];
}

export type Line = Behaviour | Difference | Refusal;

export function sentenceOf(line: Line): string {
  if ('does' in line) return line.does;
  return 'differs' in line ? line.differs : line.refuses;
}
