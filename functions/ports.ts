import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoClient } from '#shared/dynamodb/dynamo-client.ts';
import { createDynamoStore } from '#shared/dynamodb/dynamo-store.ts';
import { createRandom } from '#shared/machine/random.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { createLawSource } from '#shared/use-cases/law/law-source.ts';
import type { Files, Mailer, Ports, Vault, Workflow } from '#shared/ports.ts';

export interface PortsOptions {
  readonly settings: { readonly TABLE_NAME: string; readonly PUBLIC_URL: string };
  readonly alarm: Ports['alarm'];
  /** Of the table: what every cold start loads. The clients of other services are chunks of their own (lazy-*.ts). */
  readonly client?: DynamoDBClient;
  readonly workflow?: Workflow;
  readonly mailer?: Mailer;
  readonly files?: Files;
  readonly vault?: Vault;
}

/** The ports of one function of the AWS home; those of the embedded home are made in local/dependencies.ts. */
export function createPorts({ settings, client = createDynamoClient(), ...given }: PortsOptions): Ports {
  const clock = createSystemClock();
  const store = createDynamoStore({ client, table: settings.TABLE_NAME });
  return {
    ...nothing,
    ...given,
    store,
    clock,
    law: createLawSource({ store, clock }),
    random: createRandom(clock),
    // The commit's mark in the table's stream is the nudge. A call from here would be lost when Lambda freezes the process.
    nudge: () => undefined,
    publicUrl: settings.PUBLIC_URL,
  };
}

/** A function reaches what docs/adr/0012-the-aws-home.md gives it, and nothing else. */
function notTold(port: keyof Ports): () => Promise<never> {
  return async () => {
    throw new Error(`this function is not told where its ${port} is`);
  };
}

const [noWorkflow, noFiles, noVault] = [notTold('workflow'), notTold('files'), notTold('vault')];
const nothing: Pick<Ports, 'workflow' | 'mailer' | 'files' | 'vault'> = {
  workflow: { start: noWorkflow, resume: noWorkflow, status: noWorkflow },
  mailer: { send: notTold('mailer') },
  files: { prepareUpload: noFiles, inspect: noFiles, release: noFiles, discard: noFiles, link: noFiles },
  vault: { seal: noVault, open: noVault, fingerprint: noVault },
};
