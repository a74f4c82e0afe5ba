import validateAsl from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { fillPlaceholders, placeholdersIn } from '#workflows/definition.ts';
import { something, type Resource, type Synthesised } from './synthesised.ts';

export function workflowSentences(prod: Synthesised): void {
  describe.each(['case', 'ceremony'])('the flow %s', (flow) => {
    const machine = machineOf(prod, flow);

    it('is deployed under the name that the functions are told', () => {
      expect(machine['StateMachineName']).toBe(`VinhDanh-prod-${flow}`);
      expect(machine['StateMachineType']).toBe('STANDARD');
    });

    it('is filled in wholly, and is sound ASL afterwards', () => {
      const { DefinitionString, DefinitionSubstitutions } = machine as {
        DefinitionString: string;
        DefinitionSubstitutions: Record<string, unknown>;
      };
      const arns = Object.keys(DefinitionSubstitutions).map(
        (name) => [name, `arn:aws:lambda:${name}`] as const,
      );
      const filled = fillPlaceholders(DefinitionString, Object.fromEntries(arns));
      expect(placeholdersIn(filled)).toEqual([]);
      expect(validateAsl(JSON.parse(filled)).errors).toEqual([]);
    });

    it('logs every transition and never what it carries', () => {
      expect(machine['LoggingConfiguration']).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
      expect(machine['TracingConfiguration']).toEqual({ Enabled: true });
    });
  });

  it('follows marks that were put, in small batches, and keeps what it fails on', () => {
    const mapping = prod.only('workflow', 'AWS::Lambda::EventSourceMapping');
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: { OnFailure: { Destination: something } },
    });
    const { Filters } = mapping['FilterCriteria'] as { Filters: readonly { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'PENDING#' }] } } } },
    ]);
  });

  it('hears of every execution of both flows that ended badly, and of no other', () => {
    expect(prod.only('workflow', 'AWS::Events::Rule')).toMatchObject({
      EventPattern: {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [
            'arn:aws:states:ap-southeast-1:444455556666:stateMachine:VinhDanh-prod-case',
            'arn:aws:states:ap-southeast-1:444455556666:stateMachine:VinhDanh-prod-ceremony',
          ],
        },
      },
      Targets: [{ DeadLetterConfig: something }],
    });
  });

  it('sweeps every five minutes', () => {
    expect(prod.only('workflow', 'AWS::Scheduler::Schedule')).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      Target: { DeadLetterConfig: something },
    });
  });

  it('keeps for two weeks, encrypted, the events that effects, ends and sweep failed on', () => {
    const queues = prod.all('workflow', 'AWS::SQS::Queue');
    const afterInvocations = prod.all('workflow', 'AWS::Lambda::EventInvokeConfig');
    expect([queues.length, afterInvocations.length]).toEqual([3, 3]);
    for (const queue of queues) {
      expect(queue).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
    }
    for (const after of afterInvocations) {
      expect(after).toMatchObject({ DestinationConfig: { OnFailure: something } });
    }
  });
}

function machineOf(prod: Synthesised, flow: string): Resource['Properties'] {
  const found = prod
    .all('workflow', 'AWS::StepFunctions::StateMachine')
    .find(({ StateMachineName }) => String(StateMachineName).endsWith(`-${flow}`));
  if (found === undefined) throw new Error(`no flow ${flow}`);
  return found;
}
