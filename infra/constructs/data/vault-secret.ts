import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../../stages.ts';
import { acknowledge } from '../acknowledge.ts';
import { mayUseKey } from './keys.ts';
import { removalOf } from '../removal.ts';

/**
 * What the vault derives its keys from (shared/vault/seeds.ts). CloudFormation can generate one random string and no key
 * of 32 bytes, so it holds a seed. Never change what is generated: CloudFormation would answer with another seed, and
 * every id number sealed so far would be lost. A test holds this.
 */
export class VaultSecret extends Construct {
  readonly secret: Secret;
  readonly #key: Key;

  constructor(scope: Construct, id: string, { stage, key }: { stage: Stage; key: Key }) {
    super(scope, id);
    this.#key = key;
    this.secret = new Secret(this, 'Secret', {
      description: `Vinh Danh ${stage.name}: the seed of the vault's keys. Not to be generated anew.`,
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ id: '00000001' }),
        generateStringKey: 'seed',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: removalOf(stage),
    });
    acknowledge(
      this.secret,
      'AwsSolutions-SMG4',
      'Another seed opens nothing that was sealed before: a new one is set by hand, the old one beside it (docs/deployment.md).',
    );
  }

  mayReadSeed(): PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] }),
      mayUseKey(this.#key, 'secretsmanager', ['kms:Decrypt']),
    ];
  }
}
