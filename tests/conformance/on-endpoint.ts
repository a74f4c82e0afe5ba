import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Json } from '#shared/ports.ts';
import { serveStepFunctions } from '#tests/rehearsal/stand-ins/step-functions.ts';
import { fillPlaceholders, placeholdersIn, taskNameOf } from '#workflows/definition.ts';
import type { Calls, Ending, Surroundings } from './home.ts';

const account = 'ap-southeast-1:111122223333';
const machineArn = `arn:aws:states:${account}:stateMachine:case`;
const arnOf = (task: string) => `arn:aws:lambda:${account}:function:${task}`;
const executionArnOf = (name: string) => `arn:aws:states:${account}:execution:case:${name}`;

async function answerOf(given: Promise<unknown>): Promise<string> {
  try {
    await given;
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

/** Step Functions' own client, speaking to the endpoint that a rehearsed deployment has. */
export async function callsOnEndpoint(surroundings: Surroundings): Promise<Calls> {
  const { flow, database, clock, jitter, run, tasks } = surroundings;
  const placeholders = placeholdersIn(flow).map((name) => [name, arnOf(taskNameOf(name))] as const);
  const definition = fillPlaceholders(flow, Object.fromEntries(placeholders));
  const byArn = new Map(tasks.map((task) => [arnOf(task), task]));
  const served = await serveStepFunctions({
    database,
    clock,
    jitter,
    machines: {
      case: { arn: machineArn, definition },
      ceremony: { arn: machineArn.replace(/case$/, 'ceremony'), definition },
    },
    functionArns: [...byArn.keys()],
    invoke: (arn, payload) => run(byArn.get(arn) ?? '', payload as Json),
    onEnd: () => undefined,
  });
  const client = new SFNClient({
    endpoint: served.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
    maxAttempts: 1,
  });
  return {
    workflow: served.workflow,
    start: (name, input) =>
      answerOf(
        client.send(
          new StartExecutionCommand({ stateMachineArn: machineArn, name, input: JSON.stringify(input) }),
        ),
      ),
    succeed: (taskToken, output) =>
      answerOf(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))),
    fail: (taskToken, reason) => answerOf(client.send(new SendTaskFailureCommand({ taskToken, ...reason }))),
    stop: (name, reason) =>
      answerOf(client.send(new StopExecutionCommand({ executionArn: executionArnOf(name), ...reason }))),
    describe: (name) => described(client, name),
    says: (answer) => answer,
    async close() {
      client.destroy();
      await served.close();
    },
  };
}

async function described(client: SFNClient, name: string): Promise<Ending> {
  const told = await client.send(new DescribeExecutionCommand({ executionArn: executionArnOf(name) }));
  return {
    status: told.status as Ending['status'],
    output: told.output === undefined ? null : (JSON.parse(told.output) as Json),
    error: told.error ?? null,
    cause: told.cause ?? null,
  };
}
