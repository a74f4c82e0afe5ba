import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import { serveStepFunctions, type StepFunctions } from '#tests/rehearsal/stand-ins/step-functions.ts';
import { awaitToken, flowText, labClock } from '#tests/support/flow-lab.ts';
import { fillPlaceholders } from '#workflows/definition.ts';
import { pages, type PageName } from './pages.ts';

const account = 'ap-southeast-1:111122223333';
const machine = `arn:aws:states:${account}:stateMachine:case`;
const executionOf = (name: string) => machine.replace('stateMachine', 'execution') + `:${name}`;
const ask = `arn:aws:lambda:${account}:function:ask`;
const definition = fillPlaceholders(
  flowText({ Await: awaitToken('Ask', { TimeoutSeconds: 60, End: true }) }),
  {
    AskFunctionArn: ask,
  },
);
const large = JSON.stringify('x'.repeat(262_143));

let database: Database;
let served: StepFunctions;
const clock = labClock();
const tokens: string[] = [];

beforeAll(async () => {
  database = openDatabase(':memory:');
  served = await serveStepFunctions({
    database,
    clock,
    machines: { case: { arn: machine, definition }, ceremony: { arn: `${machine}s`, definition } },
    functionArns: [ask],
    invoke: async (_, payload) => {
      tokens.push((payload as { token: string }).token);
    },
    onEnd: () => undefined,
  });
  for (const name of ['open', 'late', 'used', 'ended']) {
    await asked('StartExecution', { stateMachineArn: machine, name, input: '{"n":1}' });
    await served.workflow.idle();
  }
  await asked('SendTaskSuccess', { taskToken: tokens[2], output: '{}' });
  await asked('StopExecution', {
    executionArn: executionOf('ended'),
    error: 'Replaced',
    cause: 'a newer one',
  });
  await served.workflow.idle();
});
afterAll(async () => {
  await served.close();
  await database.close();
});

async function asked(operation: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(served.url, {
    method: 'POST',
    headers: {
      'x-amz-target': `AWSStepFunctions.${operation}`,
      'content-type': 'application/x-amz-json-1.0',
    },
    body: JSON.stringify(body),
  });
  const told = (await answer.json()) as Readonly<Record<string, unknown>>;
  return answer.ok ? told : { ...told, status: answer.status };
}

const start = (fields: object) => ({ stateMachineArn: machine, name: 'new', input: '{}', ...fields });

type Refused = readonly [PageName, object, name: string, message: string];
const refused: readonly Refused[] = [
  [
    'StartExecution',
    start({ name: 'open' }),
    'ExecutionAlreadyExists',
    `Execution Already Exists: '${executionOf('open')}'`,
  ],
  [
    'StartExecution',
    start({ name: 'ended', input: '{"n":1}' }),
    'ExecutionAlreadyExists',
    'Execution Already Exists',
  ],
  ['StartExecution', start({ name: 'a b' }), 'InvalidName', "Invalid Name: 'a b'"],
  ['StartExecution', start({ input: 'not some json' }), 'InvalidExecutionInput', ''],
  ['StartExecution', start({ input: '' }), 'InvalidExecutionInput', ''],
  [
    'StartExecution',
    start({ input: large }),
    'ValidationException',
    "Value at 'input' failed to satisfy constraint",
  ],
  [
    'StartExecution',
    start({ stateMachineArn: 'wrong' }),
    'InvalidArn',
    "Invalid Arn: 'Invalid ARN prefix: wrong'",
  ],
  [
    'StartExecution',
    start({ stateMachineArn: executionOf('open') }),
    'InvalidArn',
    'Resource type not valid in this context: execution',
  ],
  [
    'StartExecution',
    start({ stateMachineArn: `${machine}x` }),
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${machine}x'`,
  ],
  [
    'SendTaskSuccess',
    { taskToken: 'used', output: '{}' },
    'TaskTimedOut',
    "Task Timed Out: 'Provided task does not exist anymore'",
  ],
  [
    'SendTaskSuccess',
    { taskToken: 'invented', output: '{}' },
    'InvalidToken',
    "Invalid Token: 'Invalid token'",
  ],
  ['SendTaskSuccess', { taskToken: '', output: '{}' }, 'ValidationException', "Value at 'taskToken' failed"],
  ['SendTaskSuccess', { taskToken: 'open', output: 'not some json' }, 'InvalidOutput', ''],
  [
    'SendTaskSuccess',
    { taskToken: 'open', output: large },
    'ValidationException',
    "Value at 'output' failed",
  ],
  ['SendTaskFailure', { taskToken: 'used' }, 'TaskTimedOut', ''],
  ['SendTaskFailure', { taskToken: 'invented' }, 'InvalidToken', ''],
  [
    'SendTaskFailure',
    { taskToken: 'open', error: 'e'.repeat(257) },
    'ValidationException',
    "Value at 'error' failed",
  ],
  ['SendTaskHeartbeat', { taskToken: 'ended' }, 'TaskTimedOut', ''],
  ['SendTaskHeartbeat', { taskToken: 'invented' }, 'InvalidToken', ''],
  [
    'DescribeExecution',
    { executionArn: executionOf('none') },
    'ExecutionDoesNotExist',
    `Execution Does Not Exist: '${executionOf('none')}'`,
  ],
  ['DescribeExecution', { executionArn: 'wrong' }, 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: wrong'"],
  ['StopExecution', { executionArn: executionOf('none') }, 'ExecutionDoesNotExist', ''],
  [
    'StopExecution',
    { executionArn: machine },
    'InvalidArn',
    'Resource type not valid in this context: stateMachine',
  ],
  [
    'StopExecution',
    { executionArn: executionOf('open'), cause: 'c'.repeat(32_769) },
    'ValidationException',
    "Value at 'cause' failed",
  ],
];

/** Tokens are told by the name of the execution that was given them. */
function withToken(fields: object): object {
  const index =
    'taskToken' in fields ? ['open', 'late', 'used', 'ended'].indexOf(String(fields.taskToken)) : -1;
  return index < 0 ? fields : { ...fields, taskToken: tokens[index] };
}

describe('the endpoint of the rehearsal answers as the API reference says', () => {
  it.each(refused)('%s %j: %s', async (operation, fields, name, message) => {
    expect(pages[operation].url).toContain(`API_${operation}`);
    const told = await asked(operation, withToken(fields));

    expect(told).toMatchObject({ status: 400, __type: name });
    expect(told['message']).toContain(message);
  });

  it('with nothing to a heartbeat of a wait that sets none, which puts nothing off', async () => {
    expect(await asked('SendTaskHeartbeat', { taskToken: tokens[0] })).toEqual({});
  });

  it('with TaskTimedOut for a token whose time is over', async () => {
    clock.passOffice(60_000);
    const told = await asked('SendTaskSuccess', { taskToken: tokens[1], output: '{}' });

    expect(told).toMatchObject({ status: 400, __type: 'TaskTimedOut' });
  });

  it('with what an execution was given and what came of it', async () => {
    const startDate = Date.parse('2026-01-05T01:00:00Z') / 1000;
    const same = { startDate, stopDate: startDate, input: '{"n":1}' };

    expect(await asked('DescribeExecution', { executionArn: executionOf('used') })).toEqual({
      ...same,
      executionArn: executionOf('used'),
      name: 'used',
      status: 'SUCCEEDED',
      output: '{}',
    });
    expect(await asked('DescribeExecution', { executionArn: executionOf('ended') })).toEqual({
      ...same,
      executionArn: executionOf('ended'),
      name: 'ended',
      status: 'ABORTED',
      error: 'Replaced',
      cause: 'a newer one',
    });
  });

  it('without changing what has been stopped before', async () => {
    const { stopDate } = await asked('DescribeExecution', { executionArn: executionOf('ended') });

    expect(await asked('StopExecution', { executionArn: executionOf('ended'), error: 'Other' })).toEqual({
      stopDate,
    });
    expect(await asked('DescribeExecution', { executionArn: executionOf('ended') })).toMatchObject({
      error: 'Replaced',
    });
  });

  it('nothing to an operation that it does not have', async () => {
    expect(await asked('GetExecutionHistory', {})).toMatchObject({ __type: 'UnknownOperationException' });
  });
});
