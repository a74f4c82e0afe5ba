import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openDatabase } from '#local/sqlite/database.ts';
import type { Clock, FlowName } from '#shared/ports.ts';
import { startDynoxide } from '#tests/support/dynoxide.ts';
import { createEventDelivery, type EventDelivery } from './event-delivery.ts';
import { matchesFilter } from './event-filter.ts';
import type { Functions } from './functions.ts';
import { issuerClientOf, issuerStandIn } from './identity-parts.ts';
import { serveFiles } from './stand-ins/files.ts';
import { serveIssuer } from './stand-ins/issuer.ts';
import { serveMail } from './stand-ins/mail.ts';
import { serveSecrets } from './stand-ins/secrets.ts';
import { serveStepFunctions, type StepFunctions } from './stand-ins/step-functions.ts';
import type { Deployment } from './template.ts';
import { asyncRetriesOf, createTable, endRuleOf, machinesOf, secretsOf } from './template-parts.ts';

/** What AWS itself would be: an engine with the template's table, and a stand-in for each service that is called. */
export async function startCloud(deployment: Deployment) {
  const engine = await startDynoxide();
  const credentials = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' };
  const dynamo = new DynamoDBClient({ endpoint: engine.endpoint, region: 'ap-southeast-1', credentials });
  const table = await createTable(deployment, dynamo);
  const [mail, files, secrets, issuer] = await Promise.all([
    serveMail(),
    serveFiles(),
    serveSecrets(secretsOf(deployment)),
    serveIssuer(issuerClientOf(deployment)),
  ]);
  const issuerAt = issuerStandIn(deployment, issuer.url);
  const endpoints = { AWS_ENDPOINT_URL_S3: files.url, AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url };
  const overrides = { OIDC_ISSUER: issuer.url };
  const close = async (): Promise<void> => {
    await Promise.all([mail, files, secrets, issuer].map((each) => each.close()));
    dynamo.destroy();
    await engine.stop();
  };
  return { engine, dynamo, table, mail, files, issuer, issuerAt, endpoints, overrides, close };
}

export interface FlowsOptions {
  readonly deployment: Deployment;
  readonly clock: Clock;
  readonly functions: () => Functions;
  /** Of a wait before a retry, from 0 up to 1. */
  readonly jitter?: (() => number) | undefined;
  readonly lifetimeSeconds?: number | undefined;
  /** Told of each execution that ended. */
  readonly onEnd: (flow: FlowName, name: string, status: string) => void;
}

/** The template's state machines, whose tasks are the template's functions. */
export function startFlows({
  deployment,
  functions,
  lifetimeSeconds,
  ...rest
}: FlowsOptions): Promise<StepFunctions> {
  return serveStepFunctions({
    ...rest,
    database: openDatabase(':memory:'),
    machines: machinesOf(deployment, lifetimeSeconds),
    functionArns: deployment.ofType('AWS::Lambda::Function').map(deployment.arnOf),
    invoke: (arn, payload) => {
      const found = functions().byArn.get(arn);
      return found === undefined ? Promise.reject(new Error(`no function at ${arn}`)) : found.invoke(payload);
    },
  });
}

export interface EventBus extends EventDelivery {
  /** An execution ended: whoever the template's rule names is told. */
  readonly tellEnd: (flow: FlowName, execution: { name: string; status: string; input: unknown }) => void;
}

/** EventBridge, which tells when an execution ended badly, and Lambda's own retries of what it is told. */
export function startEventBus(
  deployment: Deployment,
  functions: Functions,
  log: (source: string, line: string) => void,
): EventBus {
  const machines = machinesOf(deployment);
  const rule = endRuleOf(deployment, functions);
  const delivery = createEventDelivery({
    retriesOf: asyncRetriesOf(deployment, functions),
    onGivenUp: (event, error) => {
      log('events', `given up: ${JSON.stringify(event)} ${String(error)}`);
    },
  });
  return {
    ...delivery,
    tellEnd(flow, { name, status, input }) {
      const stateMachineArn = machines[flow].arn;
      const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      const event = {
        version: '0',
        source: 'aws.states',
        'detail-type': 'Step Functions Execution Status Change',
        detail: { stateMachineArn, executionArn, name, status, input: JSON.stringify(input) },
      };
      if (matchesFilter(rule.pattern, event)) void delivery.deliver(rule.target, event);
    },
  };
}
