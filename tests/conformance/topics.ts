import type { Line } from './behaviour.ts';
import { catchers } from './topics/catch.ts';
import { choice } from './topics/choice.ts';
import { data } from './topics/data.ts';
import { differences } from './topics/differences.ts';
import { executions } from './topics/executions.ts';
import { expressions } from './topics/expressions.ts';
import { limits } from './topics/limits.ts';
import { refusedExpressions } from './topics/refused-expressions.ts';
import { refusedFlows } from './topics/refused-flows.ts';
import { retry } from './topics/retry.ts';
import { statesVariable } from './topics/states-variable.ts';
import { tokens } from './topics/tokens.ts';
import { waitsAndEnds } from './topics/waits-and-ends.ts';

/** By the headings of the tick list in workflows/README.md. */
export const topics: Readonly<Record<string, readonly Line[]>> = {
  'Data and variables': data,
  '`$states`': statesVariable,
  'Expressions that fail': expressions,
  Choice: choice,
  'Wait, Pass, Succeed, Fail': waitsAndEnds,
  Retry: retry,
  Catch: catchers,
  'Tokens and timeouts': tokens,
  '256 KiB': limits,
  Executions: executions,
  'Otherwise than on AWS, on purpose': differences,
  'Refused when the flow is loaded': [...refusedFlows, ...refusedExpressions],
};
