import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { table as shape } from '#shared/dynamodb/table.ts';
import { keys } from '#shared/records/keys.ts';
import type { FunctionName } from '../../names.ts';
import type { Stage } from '../../stages.ts';
import { mayUseKey } from './keys.ts';
import { removalOf } from '../removal.ts';

const indexes = Object.values(shape.indexes);
const changes = ['PutItem', 'DeleteItem'];
const onItems = ['BatchGetItem', 'GetItem', 'ConditionCheckItem', ...changes];

/** The one table, of the shape that its adapter says. */
export class RecordsTable extends Construct {
  readonly table: TableV2;
  readonly #key: Key;

  constructor(scope: Construct, id: string, { stage, key }: { stage: Stage; key: Key }) {
    super(scope, id);
    this.#key = key;
    const most = { maxReadRequestUnits: stage.tableUnits.read, maxWriteRequestUnits: stage.tableUnits.write };
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(shape.partitionKey),
      sortKey: text(shape.sortKey),
      globalSecondaryIndexes: indexes.map(({ name, partitionKey, sortKey }) => ({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        ...most,
      })),
      billing: Billing.onDemand(most),
      encryption: TableEncryptionV2.customerManagedKey(key),
      dynamoStream: StreamViewType[shape.stream],
      timeToLiveAttribute: shape.expiry,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: stage.records === 'keep',
      removalPolicy: removalOf(stage),
    });
  }

  /**
   * No scan, no change of the table: what the store port does, and nothing else. And whoever takes a function over must not
   * become somebody else by it: only `web` knows who is signed in, and nothing behind acts changes people or their posts.
   */
  mayReadAndWrite(name: FunctionName): PolicyStatement[] {
    const { tableArn } = this.table;
    return [
      new PolicyStatement({
        actions: onItems.map(onTable),
        resources: [tableArn],
      }),
      new PolicyStatement({
        actions: [onTable('Query')],
        resources: [tableArn, ...indexes.map(({ name }) => `${tableArn}/index/${name}`)],
      }),
      mayUseKey(this.#key, 'dynamodb', [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
      ]),
      ...(name === 'web' ? [] : [this.#deny([...onItems, 'Query'], keys.signIn('*').pk)]),
      ...(name === 'web' || name === 'api'
        ? []
        : [this.#deny(changes, keys.person('*').pk, keys.username('*').pk, keys.signOut('*').pk)]),
    ];
  }

  /** In a call that asks for many items one of these is enough: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html */
  #deny(actions: readonly string[], ...partitionKeys: string[]): PolicyStatement {
    return new PolicyStatement({
      effect: Effect.DENY,
      actions: actions.map(onTable),
      resources: [this.table.tableArn],
      conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': partitionKeys } },
    });
  }

  /** As https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-example-lamda-process-dynamodb-streams.html */
  mayFollowChanges(): PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(onTable),
        resources: [this.streamArn],
      }),
    ];
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new TypeError('the table has no stream');
    return tableStreamArn;
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}

function onTable(action: string): string {
  return `dynamodb:${action}`;
}
