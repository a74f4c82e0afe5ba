import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createDynamoClient } from '#shared/dynamodb/dynamo-client.ts';
import { createDynamoStore } from '#shared/dynamodb/dynamo-store.ts';
import type { Patience } from '#shared/dynamodb/patience.ts';
import { scanTable } from '#shared/dynamodb/table-scan.ts';
import { createS3KeptFiles, type KeptFiles } from '#shared/files/s3-kept-files.ts';
import type { Store } from '#shared/ports.ts';
import type { RecordsOutlet, VaultInlet, VaultOutlet } from '#shared/transfer/outlets.ts';
import { vaultKeysText } from '#shared/vault/keys-text.ts';
import { readSecret, writeSecret } from '#shared/vault/secrets-manager.ts';
import { keysOfSecret } from '#shared/vault/seeds.ts';

/** Ends of the AWS home for an operator's terminal; region and credentials are those of its environment. */

/** Nobody waits for an answer here, and the line may be slow: megabytes go over it at once. */
const requestHandler = { connectionTimeout: 5_000, requestTimeout: 120_000, throwOnRequestTimeout: true };
const patience: Partial<Patience> = { attempts: 30, longestMs: 5_000 };

export interface OpenedTable {
  readonly store: Store;
  readonly records: RecordsOutlet;
}

export function openTable(table: string): OpenedTable {
  const client: DynamoDBClient = createDynamoClient({ requestHandler });
  return {
    store: createDynamoStore({ client, table, patience }),
    records: { items: () => scanTable({ client, table, patience }) },
  };
}

export const openBucket = (bucket: string): KeptFiles =>
  createS3KeptFiles(new S3Client({ maxAttempts: 5, requestHandler }), bucket);

/** Whichever a secret holds, seeds or keys of another home: what leaves are the keys. */
export function openVaultSecret(arn: string): VaultOutlet & VaultInlet {
  const client = new SecretsManagerClient({ maxAttempts: 5, requestHandler });
  const read = async (): Promise<string> => vaultKeysText(keysOfSecret(await readSecret(client, arn)));
  return {
    read,
    async write(keys) {
      if ((await read()) !== keys) await writeSecret(client, arn, keys);
    },
  };
}
