import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Env as SweepEnv } from '#functions/schedules/sweep/env.ts';
import type { Env as EffectsEnv } from '#functions/streams/effects/env.ts';
import type { Env as EndedEnv } from '#functions/streams/execution-ended/env.ts';
import { executionsArnOf, flowArnOf, flowNames, type FollowerName } from '../../names.ts';
import { acknowledge } from '../acknowledge.ts';
import { createDeadLetters } from './dead-letters.ts';
import { mayRunFlows } from './flow-rights.ts';
import { createServiceFunction, type House } from '../service-function.ts';

/** They are told the same. */
type FollowerEnv = EffectsEnv & EndedEnv & SweepEnv;

export interface Follower {
  readonly run: LambdaFunction;
  readonly deadLetters: Queue;
}

/** A function that does what follows from acts: it may start and wake flows and send mail; what it fails on is kept. */
export function createFollower(
  scope: Construct,
  name: FollowerName,
  house: House,
  description: string,
): Follower {
  const { stage, data } = house;
  const deadLetters = createDeadLetters(scope, name, stage);
  const run = createServiceFunction<FollowerEnv>(scope, name, house, {
    description,
    environment: {
      CASE_FLOW_ARN: flowArnOf(stage, 'case'),
      CEREMONY_FLOW_ARN: flowArnOf(stage, 'ceremony'),
      MAIL_FROM: data.mail.sender,
      MAIL_CONFIGURATION_SET: data.mail.configurationSet,
    },
    may: [...mayRunFlows(stage), ...data.mail.maySend()],
    // A signed list of two thousand rows is settled in one go; less than the five minutes between two sweeps.
    timeout: Duration.seconds(280),
    whenInvokedAsynchronously: {
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(deadLetters),
    },
  });
  for (const flow of flowNames) {
    acknowledge(
      run.role ?? run,
      `AwsSolutions-IAM5[Resource::${executionsArnOf(stage, flow)}]`,
      'Executions are named when they are started: all of this flow, of no other.',
    );
  }
  return { run, deadLetters };
}
