import type { Instant } from '#shared/domain/time.ts';
import type { FlowName, Json } from '#shared/ports.ts';
import type { Definition } from './definition/schema.ts';
import type { Execution } from './execution.ts';
import { exceedsPayloadLimit } from './json.ts';

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html#API_StartExecution_RequestSyntax */
// eslint-disable-next-line no-control-regex -- control characters are what AWS refuses
const refusedInNames = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

export function idOf(flow: FlowName, name: string): string {
  return `${flow}:${name}`;
}

/** @throws TypeError for what StartExecution refuses as well. */
export function newExecution(
  of: { flow: FlowName; name: string; input: Json; hash: string; now: Instant },
  definition: Definition,
): Omit<Execution, 'endDue'> {
  const { flow, name, input, hash, now } = of;
  if (name.length === 0 || name.length > 80 || refusedInNames.test(name)) {
    throw new TypeError(`an execution can't be called ${JSON.stringify(name)}`);
  }
  if (exceedsPayloadLimit(input)) throw new TypeError('the input is larger than 256 KiB');
  return {
    id: idOf(flow, name),
    flow,
    name,
    definition: hash,
    version: 0,
    status: 'RUNNING',
    phase: 'entered',
    state: definition.startAt,
    input,
    stateInput: input,
    variables: {},
    retries: [],
    token: null,
    startedAt: now,
    enteredAt: now,
    endedAt: null,
    due: null,
    backoffDue: null,
    output: null,
    error: null,
    cause: null,
  };
}
