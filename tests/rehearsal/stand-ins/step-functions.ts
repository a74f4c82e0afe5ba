import { z } from 'zod';
import type { Clock, FlowName, Json } from '#shared/ports.ts';
import type { Database } from '#local/sqlite/database.ts';
import { createWorkflow, type EmbeddedWorkflow } from '#local/workflow/create-workflow.ts';
import type { Execution } from '#local/workflow/execution.ts';
import { jsonProtocol, serve, ServiceError, type Operations, type StandIn } from '../json-service.ts';

export interface StepFunctions extends StandIn {
  readonly workflow: EmbeddedWorkflow;
}

export interface StepFunctionsOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** The state machines of the template: their `DefinitionString` is what runs. */
  readonly machines: Readonly<Record<FlowName, { readonly arn: string; readonly definition: string }>>;
  /** By the ARN that the definition invokes. */
  readonly invoke: (functionArn: string, payload: unknown) => Promise<unknown>;
  readonly functionArns: readonly string[];
  readonly onEnd: (flow: FlowName, name: string, status: string) => void;
  readonly jitter?: (() => number) | undefined;
}

const flows: readonly FlowName[] = ['case', 'ceremony'];
const inputs = {
  StartExecution: z.object({ stateMachineArn: z.string(), name: z.string(), input: z.string() }),
  SendTaskHeartbeat: z.object({ taskToken: z.string() }),
  SendTaskFailure: z.object({
    taskToken: z.string(),
    error: z.string().optional(),
    cause: z.string().optional(),
  }),
  SendTaskSuccess: z.object({ taskToken: z.string(), output: z.string() }),
  Execution: z.object({ executionArn: z.string() }),
  StopExecution: z.object({
    executionArn: z.string(),
    error: z.string().optional(),
    cause: z.string().optional(),
  }),
};

const tokenGone = (): ServiceError =>
  new ServiceError('TaskTimedOut', 'the token was used or its task has timed out');

function given(reason: { readonly error?: string | undefined; readonly cause?: string | undefined }) {
  return {
    ...(reason.error === undefined ? {} : { error: reason.error }),
    ...(reason.cause === undefined ? {} : { cause: reason.cause }),
  };
}

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

function operationsOf(workflow: EmbeddedWorkflow, machines: ReadonlyMap<string, FlowName>): Operations {
  function flowOf(arn: string): FlowName {
    const flow = machines.get(arn);
    if (flow === undefined) throw new ServiceError('StateMachineDoesNotExist', arn);
    return flow;
  }
  /** `arn:…:execution:MACHINE:NAME` */
  function executionOf(arn: string): { flow: FlowName; name: string } {
    const [machine = '', name = ''] = arn.split(':').slice(-2);
    return { flow: flowOf(arn.split(':').slice(0, 5).concat('stateMachine', machine).join(':')), name };
  }
  function described(arn: string): Execution {
    const { flow, name } = executionOf(arn);
    const execution = workflow.describe(flow, name);
    if (execution === undefined) throw new ServiceError('ExecutionDoesNotExist', arn);
    return execution;
  }
  return {
    async StartExecution(raw) {
      const { stateMachineArn, name, input } = inputs.StartExecution.parse(raw);
      const flow = flowOf(stateMachineArn);
      const started = await workflow.start(flow, name, JSON.parse(input) as Readonly<Record<string, Json>>);
      const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      const execution = described(executionArn);
      // The same name with the same input while it runs is the same start, and no error:
      // https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
      const same =
        execution.status === 'RUNNING' &&
        JSON.stringify(execution.input) === JSON.stringify(JSON.parse(input));
      if (started === 'exists' && !same) throw new ServiceError('ExecutionAlreadyExists', executionArn);
      return { executionArn, startDate: Date.parse(execution.startedAt) / 1000 };
    },
    async SendTaskSuccess(raw) {
      const { taskToken, output } = inputs.SendTaskSuccess.parse(raw);
      const sent = await workflow.resume(taskToken, JSON.parse(output) as Readonly<Record<string, Json>>);
      if (sent === 'gone') throw tokenGone();
      return {};
    },
    async SendTaskFailure(raw) {
      const { taskToken, ...reason } = inputs.SendTaskFailure.parse(raw);
      if ((await workflow.fail(taskToken, given(reason))) === 'gone') throw tokenGone();
      return {};
    },
    // No state of this system sets HeartbeatSeconds, so there is nothing to put off: the token is live, or gone.
    async SendTaskHeartbeat(raw) {
      if (!workflow.waits(inputs.SendTaskHeartbeat.parse(raw).taskToken)) throw tokenGone();
      return {};
    },
    async DescribeExecution(raw) {
      const { executionArn } = inputs.Execution.parse(raw);
      const { name, status, startedAt, input } = described(executionArn);
      return {
        executionArn,
        name,
        status,
        startDate: Date.parse(startedAt) / 1000,
        input: JSON.stringify(input),
      };
    },
    async StopExecution(raw) {
      const { executionArn, ...reason } = inputs.StopExecution.parse(raw);
      const { flow, name } = executionOf(executionArn);
      described(executionArn);
      await workflow.stop(flow, name, given(reason));
      return { stopDate: Date.now() / 1000 };
    },
  };
}
