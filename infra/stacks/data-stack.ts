import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { FilesBucket } from '../constructs/data/files-bucket.ts';
import { Keys } from '../constructs/data/keys.ts';
import { createLogBucket } from '../constructs/log-bucket.ts';
import { MailIdentity } from '../constructs/data/mail-identity.ts';
import { RecordsTable } from '../constructs/data/records-table.ts';
import { VaultSecret } from '../constructs/data/vault-secret.ts';
import type { Stage } from '../stages.ts';
import { stackProps } from './stack-props.ts';

/** What lasts: keys, records, files, the vault's seed, the name that mail is sent under. Changes seldom. */
export class DataStack extends Stack {
  readonly keys: Keys;
  readonly records: RecordsTable;
  readonly files: FilesBucket;
  readonly vault: VaultSecret;
  readonly mail: MailIdentity;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, stackProps(stage));
    this.keys = new Keys(this, 'Keys', stage);
    const key = this.keys.records;
    this.records = new RecordsTable(this, 'Records', { stage, key });
    const accessLogs = createLogBucket(this, 'AccessLogs', stage);
    this.files = new FilesBucket(this, 'Files', { stage, key, accessLogs });
    this.vault = new VaultSecret(this, 'Vault', { stage, key });
    this.mail = new MailIdentity(this, 'Mail', stage);
  }
}
