import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  type ExecutionStatus,
} from '@aws-sdk/client-sfn';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { asUnavailable } from '#shared/aws/unavailable.ts';
import type { FlowName, Workflow } from '#shared/ports.ts';

export interface StepFunctionsOptions {
  readonly client: Pick<SFNClient, 'send'>;
  /** ARNs of the state machines: `arn:aws:states:<region>:<account>:stateMachine:<name>`. */
  readonly flows: Readonly<Record<FlowName, string>>;
}

/** As the environment of a function says: region, credentials, endpoint. */
export const openStepFunctions = (flows: StepFunctionsOptions['flows']): Workflow =>
  createStepFunctionsWorkflow({ client: new SFNClient(clientSettings), flows });

/** Every answer that means that a token is no longer waited for, by whoever's doing. */
const goneNames = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

/**
 * The flows as Standard workflows. A name is taken for 90 days after its execution closed; started again with the very
 * same input while it runs, Step Functions answers as if it had started it (StartExecution is idempotent), and so do we.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 * Each call throws StoreUnavailable where trying again later is right.
 */
export function createStepFunctionsWorkflow({ client, flows }: StepFunctionsOptions): Workflow {
  return {
    async start(flow, name, input) {
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn: flows[flow], name, input: JSON.stringify(input) }),
        );
        return 'started';
      } catch (error) {
        if (isNamed(error, 'ExecutionAlreadyExists')) return 'exists';
        throw asUnavailable(error, 'Step Functions');
      }
    },
    async resume(token, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return 'sent';
      } catch (error) {
        if (isNamed(error, ...goneNames)) return 'gone';
        throw asUnavailable(error, 'Step Functions');
      }
    },
    async status(flow, name) {
      try {
        const executionArn = executionArnOf(flows[flow], name);
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
        return statusOf(status);
      } catch (error) {
        if (isNamed(error, 'ExecutionDoesNotExist')) return 'NOT_FOUND';
        throw asUnavailable(error, 'Step Functions');
      }
    },
  };
}

/** `…:stateMachine:case` and `01J…-1` give `…:execution:case:01J…-1`. */
function executionArnOf(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/**
 * PENDING_REDRIVE is said of children of a Map Run only, and of an execution that somebody is about to let go on: it
 * lives. https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
function statusOf(status: ExecutionStatus | undefined): Awaited<ReturnType<Workflow['status']>> {
  if (status === undefined) throw new Error('Step Functions told no status');
  return status === 'PENDING_REDRIVE' ? 'RUNNING' : status;
}

function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
