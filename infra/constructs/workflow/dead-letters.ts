import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { constructId, nameOf, type FunctionName } from '../../names.ts';
import type { Stage } from '../../stages.ts';
import { acknowledge } from '../acknowledge.ts';

/** Events that a function could not be given, or failed on for good. They hold ids only, so SQS's own key is enough. */
export function createDeadLetters(scope: Construct, of: FunctionName, stage: Stage): Queue {
  const queue = new Queue(scope, `${constructId(of)}DeadLetters`, {
    queueName: nameOf(stage, `${of}-dead-letters`),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(
    queue,
    'AwsSolutions-SQS3',
    'It is a dead-letter queue: an alarm says when anything lies in it.',
  );
  return queue;
}
