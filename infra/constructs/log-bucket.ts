import { Duration } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { removalOf } from './removal.ts';

/** For logs that services write into a bucket. S3's log delivery can't use a customer's key. */
export function createLogBucket(scope: Construct, id: string, stage: Stage): IBucket {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    encryption: BucketEncryption.S3_MANAGED,
    removalPolicy: removalOf(stage),
    lifecycleRules: [{ id: 'Old', expiration: Duration.days(stage.logRetention) }],
  });
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'It holds the access logs: a log of who wrote them would log itself for ever.',
  );
  if (!isBucket(bucket)) throw new TypeError('no bucket');
  return bucket;
}

/** CDK's class doesn't fit its own interface under `exactOptionalPropertyTypes` (`isWebsite`). */
function isBucket(bucket: object): bucket is IBucket {
  return bucket instanceof Bucket;
}
