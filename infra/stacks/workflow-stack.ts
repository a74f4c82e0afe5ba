import { Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { createFlow } from '../constructs/workflow/flow.ts';
import { createFollower, type Follower } from '../constructs/workflow/follower.ts';
import type { House } from '../constructs/service-function.ts';
import { createTaskFunctions } from '../constructs/workflow/task-functions.ts';
import { flowArnOf, flowNames, type FlowName, type FollowerName } from '../names.ts';
import { stackProps } from './stack-props.ts';

/** Every commit puts one mark, which names the record; nothing else in the stream is a nudge. */
const aMarkWasPut = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { Keys: { pk: { S: [{ prefix: 'PENDING#' }] } } },
};

/** What moves cases on: the flows with their tasks, and what follows acts, ends and the clock. */
export class WorkflowStack extends Stack {
  readonly flows: Readonly<Record<FlowName, StateMachine>>;
  readonly deadLetters: Readonly<Record<FollowerName, Queue>>;

  constructor(scope: Construct, id: string, house: House) {
    super(scope, id, stackProps(house.stage));
    const tasks = createTaskFunctions(this, house);
    this.flows = {
      case: createFlow(this, 'case', house, tasks),
      ceremony: createFlow(this, 'ceremony', house, tasks),
    };

    const effects = createFollower(this, 'effects', house, 'Does what follows from acts');
    const ended = createFollower(this, 'execution-ended', house, 'Replaces executions that were lost');
    const sweep = createFollower(this, 'sweep', house, 'Takes up what was missed');
    this.deadLetters = {
      effects: effects.deadLetters,
      'execution-ended': ended.deadLetters,
      sweep: sweep.deadLetters,
    };
    this.#followChanges(effects, house);
    this.#followEnds(ended, house);
    this.#sweepEveryFiveMinutes(sweep, house);
  }

  #followChanges({ run, deadLetters }: Follower, { data }: House): void {
    for (const statement of data.records.mayFollowChanges()) run.addToRolePolicy(statement);
    new EventSourceMapping(this, 'Changes', {
      target: run,
      eventSourceArn: data.records.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter(aMarkWasPut)],
      batchSize: 25,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // More than the failures after which catchUp parks the record: then it passes, and the rest goes on.
      retryAttempts: 10,
      // The sweep has long taken up what is older.
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(deadLetters),
    });
  }

  #followEnds({ run, deadLetters }: Follower, { stage }: House): void {
    new Rule(this, 'Ends', {
      description: 'An execution ended in another way than its flow says',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: flowNames.map((flow) => flowArnOf(stage, flow)),
        },
      },
      targets: [
        new LambdaTarget(run, {
          deadLetterQueue: deadLetters,
          retryAttempts: 10,
          maxEventAge: Duration.hours(2),
        }),
      ],
    });
  }

  #sweepEveryFiveMinutes({ run, deadLetters }: Follower, { stage }: House): void {
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stage.account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [run.functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
    );
    new CfnSchedule(this, 'EveryFiveMinutes', {
      description: 'Takes up what nudges, mails and executions missed',
      scheduleExpression: 'rate(5 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: run.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 300 },
      },
    });
  }
}
