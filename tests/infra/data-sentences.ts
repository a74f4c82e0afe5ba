import { describe, expect, it } from 'vitest';
import { createTableInput, table } from '#shared/dynamodb/table.ts';
import { keysOfSecret } from '#shared/vault/seeds.ts';
import { something, type Synthesised } from './synthesised.ts';

export function dataSentences(prod: Synthesised): void {
  describe('the table', () => {
    const properties = prod.only('data', 'AWS::DynamoDB::GlobalTable');

    it('has the very keys and indexes that the store asks for', () => {
      const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode, StreamSpecification } =
        createTableInput('any');
      expect(properties).toMatchObject({
        AttributeDefinitions,
        KeySchema,
        GlobalSecondaryIndexes,
        BillingMode,
        StreamSpecification: { StreamViewType: StreamSpecification?.StreamViewType },
        TimeToLiveSpecification: { AttributeName: table.expiry, Enabled: true },
      });
    });

    it('is read and written no faster than the stage says, its indexes neither', () => {
      const [reads, writes] = [{ MaxReadRequestUnits: 12_000 }, { MaxWriteRequestUnits: 12_000 }];
      const written = { WriteOnDemandThroughputSettings: writes };
      const read = { ReadOnDemandThroughputSettings: reads };
      const all = Object.values(table.indexes);
      expect(properties).toMatchObject({
        ...written,
        GlobalSecondaryIndexes: all.map(() => written),
        Replicas: [
          { ...read, GlobalSecondaryIndexes: all.map(({ name }) => ({ IndexName: name, ...read })) },
        ],
      });
    });

    it('can be put back to any second of five weeks, and can’t be deleted', () => {
      expect(properties['Replicas']).toMatchObject([
        {
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          DeletionProtectionEnabled: true,
        },
      ]);
    });

    it('is encrypted under our own key, which is renewed each year', () => {
      expect(properties['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      expect(properties['Replicas']).toMatchObject([{ SSESpecification: { KMSMasterKeyId: something } }]);
      const keys = prod.all('data', 'AWS::KMS::Key');
      expect(keys.map(({ EnableKeyRotation }) => EnableKeyRotation)).toEqual([true, true]);
    });
  });

  describe('the bucket for files', () => {
    const bucket = prod.all('data', 'AWS::S3::Bucket').find(({ BucketName }) => BucketName !== undefined);

    it('is closed to the public, keeps versions, and is encrypted under our key', () => {
      expect(bucket).toMatchObject({
        BucketName: 'vinhdanh-prod-files-444455556666',
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: something } },
          ],
        },
        LoggingConfiguration: { LogFilePrefix: 'files/' },
      });
    });

    it('is asked over TLS only', () => {
      const policies = prod.all('data', 'AWS::S3::BucketPolicy').map((policy) => JSON.stringify(policy));
      expect(policies).toHaveLength(2);
      for (const policy of policies)
        expect(policy).toContain('{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"');
    });

    it('forgets within two days what nobody checked', () => {
      const { Rules } = bucket?.['LifecycleConfiguration'] as { Rules: readonly { Prefix?: string }[] };
      expect(Rules.find(({ Prefix }) => Prefix === 'quarantine/')).toMatchObject({
        ExpirationInDays: 2,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      });
    });

    it('shares nothing across origins: forms and links are followed, not read', () => {
      expect(bucket).not.toHaveProperty('CorsConfiguration');
    });
  });

  describe('the vault’s secret', () => {
    const secret = prod.only('data', 'AWS::SecretsManager::Secret');

    it('is generated as it always was: another way of generating would replace the seed and lose every id number', () => {
      expect(secret['GenerateSecretString']).toEqual({
        SecretStringTemplate: '{"id":"00000001"}',
        GenerateStringKey: 'seed',
        PasswordLength: 64,
        ExcludePunctuation: true,
      });
      expect(Object.keys(prod.resources('data'))).toContain('VaultSecret0C942C58');
    });

    it('is what the vault derives its keys from', () => {
      const { SecretStringTemplate } = secret['GenerateSecretString'] as { SecretStringTemplate: string };
      const generated = { ...(JSON.parse(SecretStringTemplate) as object), seed: 'a'.repeat(64) };
      expect(keysOfSecret(JSON.stringify(generated)).data[0].id).toBe('00000001');
    });

    it('lies under our own key', () => {
      expect(secret['KmsKeyId']).toBeDefined();
    });
  });

  it('sends mail over TLS only, and counts what comes back', () => {
    expect(prod.only('data', 'AWS::SES::ConfigurationSet')).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });
}
