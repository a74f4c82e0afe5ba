import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { functionNames, type FlowName, type FollowerName, type FunctionName } from '../../names.ts';
import type { DataStack } from '../../stacks/data-stack.ts';
import type { Stage } from '../../stages.ts';
import { alarmCode, otherAlarmCodes } from './alarm-codes.ts';
import type { Watch } from './alarm.ts';
import { daysLeft } from '../edge/edge-watches.ts';
import { functionMetric, mailMetric, sumOf, tableMetric } from './measures.ts';

export interface Watched {
  readonly data: DataStack;
  readonly api: HttpApi;
  readonly flows: Readonly<Record<FlowName, StateMachine>>;
  readonly deadLetters: Readonly<Record<FollowerName, Queue>>;
}

/** Everything that rings in the stage's own region. */
export function homeWatches(stage: Stage, watched: Watched): Watch[] {
  return [
    ...functionWatches(stage),
    ...followUpWatches(stage, watched),
    ...flowWatches(watched),
    ...codeWatches(stage),
    ...httpWatches(watched),
    ...serviceWatches(watched),
    daysLeft('origin', stage.certificates.origin),
  ];
}

function functionWatches(stage: Stage): Watch[] {
  const throttlesOf = (names: readonly FunctionName[]) =>
    sumOf(
      'throttles',
      names.map((name) => functionMetric(stage, name, 'Throttles', 'Sum')),
    );
  const answering: readonly FunctionName[] = ['api', 'web'];
  const working = functionNames.filter((name) => !answering.includes(name));
  return [
    ...functionNames.map((name) => ({
      runbook: 'function-errors',
      of: name,
      says: `The function ${name} ends in errors.`,
      metric: functionMetric(stage, name, 'Errors', 'Sum'),
      atLeast: 3,
    })),
    ...Object.entries({ answering, working }).map(([of, names]) => ({
      runbook: 'function-throttles',
      of,
      says: `More is asked of functions (${names.join(', ')}) than may run at once.`,
      metric: throttlesOf(names),
      atLeast: 5,
    })),
  ];
}

function followUpWatches(stage: Stage, { deadLetters }: Watched): Watch[] {
  return [
    ...Object.entries(deadLetters).map(([of, queue]) => ({
      runbook: 'dead-letters',
      of,
      says: `The function ${of} failed for good on an event.`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      atLeast: 1,
    })),
    {
      runbook: 'effects-late',
      says: 'What follows from acts is done more than a minute late.',
      metric: functionMetric(stage, 'effects', 'IteratorAge', 'Maximum'),
      atLeast: 60_000,
      periods: 2,
    },
    {
      runbook: 'sweep-silent',
      says: 'The sweep has not run for a quarter of an hour.',
      metric: functionMetric(stage, 'sweep', 'Invocations', 'Sum'),
      below: 1,
      periods: 3,
      silenceRings: true,
    },
  ];
}

function flowWatches({ flows }: Watched): Watch[] {
  const over = { period: Duration.minutes(15) };
  return Object.entries(flows).map(([of, flow]) => ({
    runbook: 'executions-lost',
    of,
    says: `Several executions of the flow ${of} ended in failure. Each is replaced; several at once have one cause.`,
    metric: sumOf(
      'lost',
      [flow.metricFailed(over), flow.metricTimedOut(over), flow.metricAborted(over)],
      over.period,
    ),
    atLeast: 3,
  }));
}

function codeWatches(stage: Stage): Watch[] {
  return [
    {
      runbook: 'effects-parked',
      says: 'What follows from an act failed eight times; the record is parked.',
      metric: alarmCode(stage, 'EffectsParked'),
    },
    {
      runbook: 'execution-parked',
      says: 'The execution of a record was lost three times in a day; the record is parked.',
      metric: alarmCode(stage, 'ExecutionLost'),
    },
    {
      runbook: 'mail-failed',
      says: 'Many mails could not be handed over.',
      // What failed once is tried again ever more seldom: within minutes an outage is not seen at night.
      metric: alarmCode(stage, 'MailFailed').with({ period: Duration.hours(1) }),
      atLeast: 20,
    },
    {
      runbook: 'mail-parked',
      says: 'A mail could not be handed over for four days; it is parked.',
      metric: alarmCode(stage, 'MailParked'),
    },
    {
      runbook: 'other-alarm-codes',
      says: 'A function raised an alarm code that has no alarm of its own.',
      metric: otherAlarmCodes(stage),
    },
  ];
}

function httpWatches({ api }: Watched): Watch[] {
  return [
    {
      runbook: 'api-errors',
      says: 'The API or the pages answer with errors of ours.',
      metric: api.metricServerError(),
      atLeast: 5,
    },
    {
      runbook: 'api-slow',
      says: 'One answer in twenty takes more than three seconds.',
      metric: api.metricLatency({ statistic: 'p95' }),
      atLeast: 3000,
      periods: 3,
    },
  ];
}

function serviceWatches({ data: { records, mail } }: Watched): Watch[] {
  return [
    {
      runbook: 'table-throttled',
      says: 'The table refuses requests because too many come at once.',
      metric: tableMetric(records.table, 'ThrottledRequests'),
      atLeast: 10,
    },
    {
      runbook: 'table-errors',
      says: 'The table answers with errors of its own.',
      metric: tableMetric(records.table, 'SystemErrors'),
      atLeast: 5,
    },
    {
      runbook: 'mail-reputation',
      of: 'bounces',
      says: 'One mail in twenty comes back; from one in ten on AWS stops our mail.',
      metric: mailMetric(mail.configurationSet, 'BounceRate'),
      atLeast: 0.05,
    },
    {
      runbook: 'mail-reputation',
      of: 'complaints',
      says: 'One mail in a thousand is called spam; from five on AWS stops our mail.',
      metric: mailMetric(mail.configurationSet, 'ComplaintRate'),
      atLeast: 0.001,
    },
  ];
}
