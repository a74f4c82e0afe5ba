import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '../../stages.ts';
import { removalOf } from '../removal.ts';

/** Two keys, so that whoever reads logs can't read records: one for what offices entered, one for what functions say of their work. */
export class Keys extends Construct {
  readonly records: Key;
  readonly logs: Key;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.records = new Key(this, 'Records', {
      description: `Vinh Danh ${stage.name}: table, files, the vault's seed`,
      enableKeyRotation: true,
      removalPolicy: removalOf(stage),
    });
    this.logs = new Key(this, 'Logs', {
      description: `Vinh Danh ${stage.name}: logs`,
      enableKeyRotation: true,
      removalPolicy: removalOf(stage),
    });
    this.logs.addToResourcePolicy(logsMayEncrypt(stage));
  }
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logsMayEncrypt({ region, account }: Stage): PolicyStatement {
  return new PolicyStatement({
    sid: 'LogGroupsOfThisAccount',
    principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
    },
  });
}

/** What a caller needs of a key to work with a resource under it, and only through that resource's service. */
export function mayUseKey(
  key: Key,
  service: 'dynamodb' | 's3' | 'secretsmanager',
  actions: string[],
): PolicyStatement {
  return new PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(key).region}.amazonaws.com` } },
  });
}
