import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '#shared/ports.ts';
import { createStepFunctionsWorkflow } from '#shared/step-functions/step-functions-workflow.ts';
import { serviceError } from '#tests/support/service-error.ts';

const flows = {
  case: 'arn:aws:states:ap-southeast-1:111122223333:stateMachine:VinhDanh-case',
  ceremony: 'arn:aws:states:ap-southeast-1:111122223333:stateMachine:VinhDanh-ceremony',
};
const sfn = mockClient(SFNClient);
afterAll(() => {
  sfn.restore();
});
const workflow = createStepFunctionsWorkflow({ client: new SFNClient({ region: 'ap-southeast-1' }), flows });

beforeEach(() => {
  sfn.reset();
});

const inputsOf = (command: Parameters<typeof sfn.commandCalls>[0]): unknown[] =>
  sfn.commandCalls(command).map((call) => call.args[0].input as unknown);

describe('an execution', () => {
  it('is started under its name, on the flow of its record', async () => {
    sfn.on(StartExecutionCommand).resolves({});
    expect(await workflow.start('case', '01Z-1', { record: 'CASE#01Z', generation: 1 })).toBe('started');
    expect(await workflow.start('ceremony', '01Y-2', { record: 'CEREMONY#01Y', generation: 2 })).toBe(
      'started',
    );
    expect(inputsOf(StartExecutionCommand)).toEqual([
      { stateMachineArn: flows.case, name: '01Z-1', input: '{"record":"CASE#01Z","generation":1}' },
      { stateMachineArn: flows.ceremony, name: '01Y-2', input: '{"record":"CEREMONY#01Y","generation":2}' },
    ]);
  });

  it('exists when its name was ever taken', async () => {
    sfn.on(StartExecutionCommand).rejects(serviceError('ExecutionAlreadyExists'));
    expect(await workflow.start('case', '01Z-1', {})).toBe('exists');
  });

  it.each(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const)(
    'is %s as Step Functions says',
    async (status) => {
      sfn.on(DescribeExecutionCommand).resolves({ status });
      expect(await workflow.status('case', '01Z-1')).toBe(status);
      expect(inputsOf(DescribeExecutionCommand)).toEqual([
        { executionArn: 'arn:aws:states:ap-southeast-1:111122223333:execution:VinhDanh-case:01Z-1' },
      ]);
    },
  );

  it('lives while it is about to be let go on', async () => {
    sfn.on(DescribeExecutionCommand).resolves({ status: 'PENDING_REDRIVE' });
    expect(await workflow.status('ceremony', '01Y-1')).toBe('RUNNING');
  });

  it('is not found where there is none', async () => {
    sfn.on(DescribeExecutionCommand).rejects(serviceError('ExecutionDoesNotExist'));
    expect(await workflow.status('case', '01Z-9')).toBe('NOT_FOUND');
  });

  it('of which nothing is told is a fault', async () => {
    sfn.on(DescribeExecutionCommand).resolves({});
    await expect(workflow.status('case', '01Z-1')).rejects.toThrow('no status');
  });
});

describe('a token', () => {
  it('is sent with what it says', async () => {
    sfn.on(SendTaskSuccessCommand).resolves({});
    expect(await workflow.resume('a-token', { look: 'again' })).toBe('sent');
    expect(inputsOf(SendTaskSuccessCommand)).toEqual([{ taskToken: 'a-token', output: '{"look":"again"}' }]);
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('is gone: %s', async (name) => {
    sfn.on(SendTaskSuccessCommand).rejects(serviceError(name));
    expect(await workflow.resume('a-token', {})).toBe('gone');
  });
});

describe('Step Functions in trouble', () => {
  const asks: [string, () => Promise<unknown>][] = [
    ['start', () => workflow.start('case', '01Z-1', {})],
    ['resume', () => workflow.resume('a-token', {})],
    ['status', () => workflow.status('case', '01Z-1')],
  ];

  it.each(asks)(
    '%s: trying again later is right where it is throttled, down or unreachable',
    async (_name, ask) => {
      const troubles = [
        serviceError('ThrottlingException', 400),
        serviceError('ServiceUnavailable', 503),
        serviceError('Whatever', 429),
        serviceError('TimeoutError'),
        serviceError('ExpiredTokenException', 400),
        Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      ];
      for (const trouble of troubles) {
        sfn.reset();
        sfn.onAnyCommand().rejects(trouble);
        const thrown: unknown = await ask().catch((error: unknown) => error);
        expect(thrown).toBeInstanceOf(StoreUnavailable);
        expect((thrown as Error).cause).toBe(trouble);
      }
    },
  );

  it.each(asks)('%s: any other error is a fault of ours, and flies', async (_name, ask) => {
    for (const name of ['AccessDeniedException', 'InvalidArn', 'StateMachineDoesNotExist']) {
      sfn.reset();
      sfn.onAnyCommand().rejects(serviceError(name, 400));
      await expect(ask()).rejects.toMatchObject({ name });
    }
  });
});
