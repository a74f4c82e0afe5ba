import { z } from 'zod';
import type { Deployment, Resource } from './template.ts';
import type { Meddle, WireCall } from './wire.ts';

/** What IAM says of a call to the table, by the statements of the caller's role in the template. */

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());
const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).default({}),
});
export type Statement = z.infer<typeof statementSchema>;

const policySchema = z.object({
  Roles: z.array(z.string()),
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
});

/** One action that a call asks for. */
export interface Asked {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** The ARN of the table or of one of its indexes. */
  readonly on: string;
  /** Partition keys, of the whole call: whether IAM tells apart those of each action isn't documented. */
  readonly leadingKeys: readonly string[];
}

/** @throws Error for a condition that isn't known here */
export function isAllowed(statements: readonly Statement[], asked: Asked): boolean {
  const speaking = statements.filter((statement) => speaksOf(statement, asked));
  return speaking.length > 0 && speaking.every(({ Effect }) => Effect === 'Allow');
}

function speaksOf({ Action, Resource, Condition }: Statement, { action, on, leadingKeys }: Asked): boolean {
  if (!Action.some(isLike(action)) || !Resource.some(isLike(on))) return false;
  return Object.entries(Condition).every(([operator, values]) => {
    const { 'dynamodb:LeadingKeys': patterns, ...unknown } = values;
    if (operator !== 'ForAnyValue:StringLike' || patterns === undefined || Object.keys(unknown).length > 0) {
      throw new Error(`an unknown condition: ${operator} ${Object.keys(values).join()}`);
    }
    return leadingKeys.some((key) => patterns.some(isLike(key)));
  });
}

/** `*` stands for any letters, as in IAM's own patterns. */
const isLike =
  (text: string) =>
  (pattern: string): boolean =>
    new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`).test(
      text,
    );

const keySchema = z.object({ pk: z.object({ S: z.string() }) });
const transactionSchema = z.object({
  TransactItems: z.array(
    z.union([
      z.object({ Put: z.object({ Item: keySchema }) }).transform(({ Put }) => ['PutItem', Put.Item] as const),
      z
        .object({ Delete: z.object({ Key: keySchema }) })
        .transform(({ Delete: one }) => ['DeleteItem', one.Key] as const),
      z
        .object({ ConditionCheck: z.object({ Key: keySchema }) })
        .transform(({ ConditionCheck }) => ['ConditionCheckItem', ConditionCheck.Key] as const),
    ]),
  ),
});
const batchSchema = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(keySchema) })) });
const querySchema = z.object({
  IndexName: z.string().optional(),
  ExpressionAttributeValues: z.object({ ':pk': z.object({ S: z.string() }) }),
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html */
function askedIn({ operation, input }: WireCall, table: string): Asked[] {
  if (operation === 'TransactWriteItems') {
    const items = transactionSchema.parse(input).TransactItems;
    const leadingKeys = items.map(([, { pk }]) => pk.S);
    return items.map(([action]) => ({ action: `dynamodb:${action}`, on: table, leadingKeys }));
  }
  const action = `dynamodb:${operation}`;
  if (operation === 'BatchGetItem') {
    const asked = Object.values(batchSchema.parse(input).RequestItems);
    return [{ action, on: table, leadingKeys: asked.flatMap(({ Keys }) => Keys.map(({ pk }) => pk.S)) }];
  }
  if (operation !== 'Query') return [{ action, on: table, leadingKeys: [] }];
  const { IndexName, ExpressionAttributeValues } = querySchema.parse(input);
  const on = IndexName === undefined ? table : `${table}/index/${IndexName}`;
  return [{ action, on, leadingKeys: [ExpressionAttributeValues[':pk'].S] }];
}

const ofOtherServices = /^(SendEmail|StartExecution|StopExecution|DescribeExecution|SendTaskSuccess)$/;

/** Refuses each call to the table that the caller's role doesn't allow, and tells it; others are let through to `meddle`. */
export function withRights(deployment: Deployment, meddle: Meddle, tell: (refused: string) => void): Meddle {
  const table = deployment.arnOf(deployment.only('AWS::DynamoDB::GlobalTable'));
  const known = new Map<string, readonly Statement[]>();
  return async (call, pass) => {
    if (ofOtherServices.test(call.operation)) return meddle(call, pass);
    const statements = known.get(call.caller) ?? statementsOf(deployment, call.caller);
    known.set(call.caller, statements);
    const refused = askedIn(call, table).find((asked) => !isAllowed(statements, asked));
    if (refused === undefined) return meddle(call, pass);
    const message = `${call.caller} may not do ${refused.action} on ${refused.leadingKeys.join()}`;
    tell(message);
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    return { status: 400, headers, body: JSON.stringify({ __type: 'AccessDeniedException', message }) };
  };
}

function statementsOf(deployment: Deployment, caller: string): Statement[] {
  const isCalled = (one: Resource): boolean => deployment.nameOf(one) === caller;
  const role = deployment.ofType('AWS::Lambda::Function').find(isCalled)?.properties['Role'];
  const names = deployment
    .ofType('AWS::IAM::Role')
    .filter((one) => deployment.arnOf(one) === role)
    .map(deployment.nameOf);
  return deployment
    .ofType('AWS::IAM::Policy')
    .map(({ properties }) => policySchema.parse(properties))
    .filter(({ Roles }) => Roles.some((name) => names.includes(name)))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}
