import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import type { FlowName } from '#shared/ports.ts';
import { fillPlaceholders } from '#workflows/definition.ts';
import type { AssetFunction } from './asset-function.ts';
import type { Functions } from './functions.ts';
import type { GatewayRoute } from './gateway.ts';
import { authorizersOf, type IssuerAt } from './identity-parts.ts';
import type { PumpOptions } from './stream-pump.ts';
import type { Deployment } from './template.ts';

/** What the rehearsal takes from the templates, each part by the type of its resource. */

const tableSchema = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z.array(
    z.object({
      IndexName: z.string(),
      KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
      Projection: z.object({ ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']) }),
    }),
  ),
  StreamSpecification: z.object({
    StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']),
  }),
});

/** @returns the table's name */
export async function createTable(deployment: Deployment, client: DynamoDBClient): Promise<string> {
  const resource = deployment.only('AWS::DynamoDB::GlobalTable');
  const { StreamSpecification, ...shape } = tableSchema.parse(resource.properties);
  const TableName = deployment.nameOf(resource);
  await client.send(
    new CreateTableCommand({
      ...shape,
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
    }),
  );
  return TableName;
}

const generatedSchema = z.object({
  GenerateSecretString: z.object({
    SecretStringTemplate: z.string(),
    GenerateStringKey: z.string(),
    PasswordLength: z.int(),
  }),
});

/** The secrets that CloudFormation would generate; any string of that length does. By ARN. */
export function secretsOf(deployment: Deployment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    deployment.ofType('AWS::SecretsManager::Secret').map((resource) => {
      const { GenerateSecretString: asked } = generatedSchema.parse(resource.properties);
      const template = z.record(z.string(), z.unknown()).parse(JSON.parse(asked.SecretStringTemplate));
      const generated = { [asked.GenerateStringKey]: 'r'.repeat(asked.PasswordLength) };
      return [deployment.arnOf(resource), JSON.stringify({ ...template, ...generated })];
    }),
  );
}

const machineSchema = z.object({
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.string()),
});
export type Machines = Readonly<Record<FlowName, { readonly arn: string; readonly definition: string }>>;

/** @param lifetimeSeconds how long an execution lives, where it isn't what the template says */
export function machinesOf(deployment: Deployment, lifetimeSeconds?: number): Machines {
  const machine = (flow: FlowName) => {
    const resource = deployment.only('AWS::StepFunctions::StateMachine', new RegExp(`^${flow}flow`, 'i'));
    const { DefinitionString, DefinitionSubstitutions } = machineSchema.parse(resource.properties);
    return {
      arn: deployment.arnOf(resource),
      definition: livingFor(lifetimeSeconds, fillPlaceholders(DefinitionString, DefinitionSubstitutions)),
    };
  };
  return { case: machine('case'), ceremony: machine('ceremony') };
}

const definitionSchema = z.looseObject({ TimeoutSeconds: z.int() });

function livingFor(seconds: number | undefined, definition: string): string {
  if (seconds === undefined) return definition;
  return JSON.stringify({ ...definitionSchema.parse(JSON.parse(definition)), TimeoutSeconds: seconds });
}

const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const integrationSchema = z.object({ IntegrationUri: z.string() });

/** @param issuerAt where on loopback the issuer is that the template names */
export function routesOf(
  deployment: Deployment,
  functions: Functions,
  issuerAt: IssuerAt,
): readonly GatewayRoute[] {
  const integrations = new Map(
    deployment
      .ofType('AWS::ApiGatewayV2::Integration')
      .map((one) => [deployment.nameOf(one), integrationSchema.parse(one.properties).IntegrationUri]),
  );
  const authorizers = authorizersOf(deployment, issuerAt);
  return deployment.ofType('AWS::ApiGatewayV2::Route').map((resource) => {
    const route = routeSchema.parse(resource.properties);
    const { RouteKey, Target, AuthorizationType, AuthorizerId = '', AuthorizationScopes: scopes } = route;
    const target = functions.byArn.get(integrations.get(Target.replace('integrations/', '')) ?? '');
    if (target === undefined) throw new Error(`the route ${RouteKey} leads to no function`);
    if (AuthorizationType === 'NONE') return { key: RouteKey, target };
    const authorizer = authorizers.get(AuthorizerId);
    if (authorizer === undefined) throw new Error(`nobody guards the route ${RouteKey}`);
    return { key: RouteKey, target, guard: (header) => authorizer(header, scopes) };
  });
}

const mappingSchema = z.object({
  FunctionName: z.string(),
  BatchSize: z.int().default(100),
  MaximumRetryAttempts: z.int(),
  BisectBatchOnFunctionError: z.literal(true),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
});

export function mappingOf(
  deployment: Deployment,
  functions: Functions,
): Pick<PumpOptions, 'target' | 'batchSize' | 'retries' | 'filters'> {
  const mapping = mappingSchema.parse(deployment.only('AWS::Lambda::EventSourceMapping').properties);
  return {
    target: functions.called(mapping.FunctionName),
    batchSize: mapping.BatchSize,
    retries: mapping.MaximumRetryAttempts,
    filters: (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern) as unknown),
  };
}

const ruleSchema = z.object({
  EventPattern: z.looseObject({ source: z.array(z.string()) }),
  Targets: z.array(z.object({ Arn: z.string() })).length(1),
});

/** EventBridge's rule for executions that ended badly: which events it lets through, and to which function. */
export function endRuleOf(deployment: Deployment, functions: Functions) {
  const rules = deployment.ofType('AWS::Events::Rule').flatMap((one) => {
    const parsed = ruleSchema.safeParse(one.properties);
    return parsed.success && parsed.data.EventPattern.source.includes('aws.states') ? [parsed.data] : [];
  });
  const [rule] = rules;
  const target = functions.byArn.get(rule?.Targets[0]?.Arn ?? '');
  if (rule === undefined || target === undefined) throw new Error('no rule tells of executions that ended');
  return { pattern: rule.EventPattern, target };
}

const asyncSchema = z.object({ FunctionName: z.string(), MaximumRetryAttempts: z.int() });

/** How often Lambda runs an event again that a function failed on. */
export function asyncRetriesOf(deployment: Deployment, functions: Functions) {
  const retries = new Map(
    deployment.ofType('AWS::Lambda::EventInvokeConfig').map((one) => {
      const { FunctionName, MaximumRetryAttempts } = asyncSchema.parse(one.properties);
      return [functions.called(FunctionName), MaximumRetryAttempts];
    }),
  );
  return (target: AssetFunction): number => retries.get(target) ?? 2;
}

const scheduleSchema = z.object({ Target: z.object({ Arn: z.string(), Input: z.string().optional() }) });

/** EventBridge Scheduler's call of the sweep. */
export function scheduleOf(deployment: Deployment, functions: Functions) {
  const { Target } = scheduleSchema.parse(deployment.only('AWS::Scheduler::Schedule').properties);
  const target = functions.byArn.get(Target.Arn);
  if (target === undefined) throw new Error(`the schedule calls no function: ${Target.Arn}`);
  return { target, event: JSON.parse(Target.Input ?? '{}') as unknown };
}
