import type { Clock, FlowName, Json } from '#shared/ports.ts';
import type { Database } from '#local/sqlite/database.ts';
import { createWorkflow, type EmbeddedWorkflow } from '#local/workflow/create-workflow.ts';
import type { Execution } from '#local/workflow/execution.ts';
import { jsonProtocol, serve, ServiceError, type Operations, type StandIn } from '../json-service.ts';
import { jsonOf, requestOf, tokenIsGone, tokenIsNone } from './step-functions-requests.ts';

export interface StepFunctions extends StandIn {
  readonly workflow: EmbeddedWorkflow;
}

export interface StepFunctionsOptions {
  readonly database: Database;
  readonly clock: Pick<Clock, 'office' | 'machine'>;
  /** The state machines of the template: their `DefinitionString` is what runs. */
  readonly machines: Readonly<Record<FlowName, { readonly arn: string; readonly definition: string }>>;
  /** By the ARN that the definition invokes. */
  readonly invoke: (functionArn: string, payload: unknown) => Promise<unknown>;
  readonly functionArns: readonly string[];
  readonly onEnd: (flow: FlowName, name: string, status: string) => void;
  readonly jitter?: (() => number) | undefined;
}

const flows: readonly FlowName[] = ['case', 'ceremony'];

/** The embedded interpreter behind Step Functions' own protocol, running the template's definitions. */
export async function serveStepFunctions(options: StepFunctionsOptions): Promise<StepFunctions> {
  const { database, clock, machines, invoke, functionArns } = options;
  const workflow = createWorkflow({
    database,
    clock,
    flows: {
      case: machines.case.definition,
      ceremony: machines.ceremony.definition,
    },
    tasks: Object.fromEntries(functionArns.map((arn) => [arn, (payload: unknown) => invoke(arn, payload)])),
    onEnd: options.onEnd,
    ...(options.jitter === undefined ? {} : { jitter: options.jitter }),
  });
  const machineArns = new Map(flows.map((flow) => [machines[flow].arn, flow]));
  const standIn = await serve(jsonProtocol(operationsOf(workflow, machineArns)));
  return {
    ...standIn,
    workflow,
    async close() {
      workflow.close();
      await standIn.close();
    },
  };
}

type Fields = Readonly<Record<string, Json>>;

function operationsOf(workflow: EmbeddedWorkflow, machines: ReadonlyMap<string, FlowName>): Operations {
  function flowOf(arn: string): FlowName {
    const flow = machines.get(arn);
    if (flow === undefined)
      throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return flow;
  }
  /** `arn:…:execution:MACHINE:NAME` */
  function executionOf(arn: string): { flow: FlowName; name: string; execution: Execution } {
    const [machine = '', name = ''] = arnOf(arn, 'execution').split(':').slice(-2);
    const flow = machines.get(arn.split(':').slice(0, 5).concat('stateMachine', machine).join(':'));
    const execution = flow === undefined ? undefined : workflow.describe(flow, name);
    if (flow === undefined || execution === undefined)
      throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return { flow, name, execution };
  }
  async function send(token: string, sending: () => Promise<'sent' | 'gone'>): Promise<object> {
    if (!workflow.isToken(token)) throw tokenIsNone();
    if ((await sending()) === 'gone') throw tokenIsGone();
    return {};
  }
  return {
    async StartExecution(raw) {
      const { stateMachineArn, name, input } = requestOf('StartExecution', raw);
      const flow = flowOf(arnOf(stateMachineArn, 'stateMachine'));
      const given = jsonOf(input, 'InvalidExecutionInput') as Fields;
      const started = await workflow.start(flow, name, given).catch((error: unknown) => {
        throw error instanceof TypeError ? new ServiceError('InvalidName', `Invalid Name: '${name}'`) : error;
      });
      const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      if (started === 'exists')
        throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
      return { executionArn, startDate: secondsOf(executionOf(executionArn).execution.startedAt) };
    },
    async SendTaskSuccess(raw) {
      const { taskToken, output } = requestOf('SendTaskSuccess', raw);
      const given = jsonOf(output, 'InvalidOutput') as Fields;
      return send(taskToken, () => workflow.resume(taskToken, given));
    },
    async SendTaskFailure(raw) {
      const { taskToken, ...reason } = requestOf('SendTaskFailure', raw);
      return send(taskToken, () => workflow.fail(taskToken, reason));
    },
    // No state of this system sets HeartbeatSeconds, so there is nothing to put off: the token is live, or gone.
    async SendTaskHeartbeat(raw) {
      const { taskToken } = requestOf('SendTaskHeartbeat', raw);
      return send(taskToken, async () => (workflow.waits(taskToken) ? 'sent' : 'gone'));
    },
    async DescribeExecution(raw) {
      const { executionArn } = requestOf('DescribeExecution', raw);
      return { executionArn, ...told(executionOf(executionArn).execution) };
    },
    async StopExecution(raw) {
      const { executionArn, ...reason } = requestOf('StopExecution', raw);
      const { flow, name } = executionOf(executionArn);
      await workflow.stop(flow, name, reason);
      return { stopDate: secondsOf(executionOf(executionArn).execution.endedAt ?? '') };
    },
  };
}

const secondsOf = (instant: string): number => Date.parse(instant) / 1000;

function arnOf(text: string, kind: 'stateMachine' | 'execution'): string {
  const parts = text.split(':');
  if (parts[0] !== 'arn' || parts.length < 7)
    throw new ServiceError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${text}'`);
  if (parts[5] !== kind)
    throw new ServiceError(
      'InvalidArn',
      `Invalid Arn: 'Resource type not valid in this context: ${String(parts[5])}'`,
    );
  return text;
}

function told({ name, status, startedAt, endedAt, input, output, error, cause }: Execution): object {
  return {
    name,
    status,
    startDate: secondsOf(startedAt),
    input: JSON.stringify(input),
    ...(endedAt === null ? {} : { stopDate: secondsOf(endedAt) }),
    ...(status === 'SUCCEEDED' ? { output: JSON.stringify(output) } : {}),
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
  };
}
