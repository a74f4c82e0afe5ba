import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { nameOf } from '../../names.ts';
import type { Stage } from '../../stages.ts';
import { createLogBucket } from '../log-bucket.ts';

/**
 * No cookies, no query (a sign-in's code stands there), no browser, no page that somebody came from, and of the page
 * itself only which behaviour answered: a public code in its address would say who asks about whom.
 */
const recordFields = [
  'date',
  'time',
  'x-edge-location',
  'c-ip',
  'cs-method',
  'cache-behavior-path-pattern',
  'sc-status',
  'sc-bytes',
  'cs-bytes',
  'time-taken',
  'x-edge-result-type',
  'x-edge-request-id',
  'ssl-protocol',
];

/** Standard logging, version 2: the first version can't leave fields out and wants a bucket with access lists. */
export class AccessLog extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { stage, distribution }: { stage: Stage; distribution: Distribution },
  ) {
    super(scope, id);
    const bucket = createLogBucket(this, 'Bucket', stage);
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [`${bucket.bucketArn}/AWSLogs/${stage.account}/*`],
        conditions: {
          StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': stage.account },
          ArnLike: { 'aws:SourceArn': `arn:aws:logs:us-east-1:${stage.account}:delivery-source:*` },
        },
      }),
    );
    const source = new CfnDeliverySource(this, 'Source', {
      name: nameOf(stage, 'edge'),
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: nameOf(stage, 'edge'),
      destinationResourceArn: bucket.bucketArn,
      outputFormat: 'w3c',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields,
    });
    delivery.addResourceDependency(source);
    if (bucket.policy !== undefined) delivery.node.addDependency(bucket.policy);
  }
}
