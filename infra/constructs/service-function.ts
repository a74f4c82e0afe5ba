import { join } from 'node:path';
import type { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  Runtime,
  type EventInvokeConfigOptions,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { constructId, nameOf, publicUrlOf, type FunctionName } from '../names.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { Stage } from '../stages.ts';
import { countAlarmCodes } from './observability/alarm-codes.ts';
import { removalOf } from './removal.ts';
import { trace } from './tracing.ts';

/** What every function stands on. */
export interface House {
  readonly stage: Stage;
  readonly data: DataStack;
  /** `.build/functions`, as `npm run build:functions` writes it. */
  readonly assets: string;
}

/** Settings that every function is told. */
type HouseSetting =
  'TABLE_NAME' | 'PUBLIC_URL' | 'LOG_LEVEL' | 'POWERTOOLS_SERVICE_NAME' | 'POWERTOOLS_METRICS_NAMESPACE';

type Settings = Readonly<Record<string, string | undefined>>;

/** What the function's own env.ts asks for beyond that: one that is missing fails the compiler, one too many a test. */
export type OwnSettings<Env> = Readonly<Omit<Env, HouseSetting>>;

export interface ServiceFunctionProps<Env> {
  readonly description: string;
  readonly environment: OwnSettings<Env> & Settings;
  /** Beside its logs, its traces and the table. */
  readonly may: readonly PolicyStatement[];
  readonly timeout: Duration;
  readonly memoryMb?: number;
  /** Invocations at once at most; as many are kept free for it. */
  readonly atOnce?: number | undefined;
  /** For what is invoked without waiting for an answer. */
  readonly whenInvokedAsynchronously?: EventInvokeConfigOptions;
}

/** A function of this house: Node.js 24 on arm64, traced, with its own role and its own log under our key. */
export function createServiceFunction<Env>(
  scope: Construct,
  name: FunctionName,
  house: House,
  props: ServiceFunctionProps<Env>,
): LambdaFunction {
  const logGroup = createLogs(scope, name, house);
  const may = [...house.data.records.mayReadAndWrite(name), ...props.may];
  const role = createRole(scope, name, logGroup, may);
  const run = new LambdaFunction(scope, constructId(name), {
    functionName: nameOf(house.stage, name),
    description: props.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(join(house.assets, name)),
    handler: 'handler.handler',
    memorySize: props.memoryMb ?? 512,
    timeout: props.timeout,
    logGroup,
    role,
    environment: given({ ...houseSettings(house, name), ...props.environment }),
    ...(props.atOnce === undefined ? {} : { reservedConcurrentExecutions: props.atOnce }),
    ...props.whenInvokedAsynchronously,
  });
  trace(run, role);
  return run;
}

function given(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function houseSettings({ stage, data }: House, name: FunctionName): Record<HouseSetting, string> {
  return {
    TABLE_NAME: data.records.table.tableName,
    PUBLIC_URL: publicUrlOf(stage),
    LOG_LEVEL: stage.logLevel,
    POWERTOOLS_SERVICE_NAME: name,
    POWERTOOLS_METRICS_NAMESPACE: nameOf(stage, 'functions'),
  };
}

function createLogs(scope: Construct, name: FunctionName, { stage, data }: House): LogGroup {
  const logs = new LogGroup(scope, `${constructId(name)}Logs`, {
    logGroupName: `/aws/lambda/${nameOf(stage, name)}`,
    retention: stage.logRetention,
    encryptionKey: data.keys.logs,
    removalPolicy: removalOf(stage),
  });
  countAlarmCodes(logs, stage);
  return logs;
}

function createRole(
  scope: Construct,
  name: FunctionName,
  logs: LogGroup,
  may: readonly PolicyStatement[],
): Role {
  const role = new Role(scope, `${constructId(name)}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logs.logGroupArn],
    }),
  );
  for (const statement of may) role.addToPolicy(statement);
  return role;
}
