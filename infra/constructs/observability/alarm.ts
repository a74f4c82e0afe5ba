import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { constructId, nameOf } from '../../names.ts';
import type { Stage } from '../../stages.ts';

export interface Watch {
  /** `docs/runbooks/<runbook>.md`. */
  readonly runbook: string;
  /** What it is about, where one runbook serves several alarms. */
  readonly of?: string;
  /** What an e-mail says: one sentence. */
  readonly says: string;
  readonly metric: IMetric;
  /** Rings from this value on, or below it. */
  readonly atLeast?: number;
  readonly below?: number;
  /** Periods in a row; one by default. */
  readonly periods?: number;
  /** Rings when nothing is measured: for what must happen. */
  readonly silenceRings?: boolean;
}

/** Where alarms go. They name functions and queues, never people. */
export function createAlarmTopic(scope: Construct, stage: Stage): Topic {
  const topic = new Topic(scope, 'AlarmTopic', { displayName: `Vinh Danh ${stage.name}`, enforceSSL: true });
  topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  // A topic with a policy of its own has lost the default one, by which alarms may publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stage.account } },
    }),
  );
  return topic;
}

export function createAlarms(
  scope: Construct,
  stage: Stage,
  topic: Topic,
  watches: readonly Watch[],
): Alarm[] {
  return watches.map((watch) => createAlarm(scope, stage, topic, watch));
}

function createAlarm(scope: Construct, stage: Stage, topic: Topic, watch: Watch): Alarm {
  const name = watch.of === undefined ? watch.runbook : `${watch.runbook}-${watch.of}`;
  const alarm = new Alarm(scope, constructId(name), {
    alarmName: nameOf(stage, name),
    alarmDescription: `${watch.says} ${stage.runbooks}/${watch.runbook}.md`,
    metric: watch.metric,
    threshold: watch.atLeast ?? watch.below ?? 1,
    comparisonOperator:
      watch.below === undefined
        ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: watch.periods ?? 1,
    treatMissingData:
      watch.silenceRings === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
  return alarm;
}
