import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../../stages.ts';
import { mayUseKey } from './keys.ts';
import { removalOf } from '../removal.ts';

interface FilesBucketProps {
  readonly stage: Stage;
  readonly key: Key;
  readonly accessLogs: IBucket;
}

/**
 * Papers of records: `quarantine/` until the bytes were checked, then `files/`. Browsers send them by a plain form and
 * fetch them by a signed link, both by navigating: nobody reads across origins, so there are no CORS rules.
 */
export class FilesBucket extends Construct {
  readonly bucket: Bucket;
  readonly #key: Key;
  readonly #arn: string;

  constructor(scope: Construct, id: string, { stage, key, accessLogs }: FilesBucketProps) {
    super(scope, id);
    this.#key = key;
    const bucketName = `vinhdanh-${stage.name}-files-${stage.account}`;
    this.#arn = `arn:aws:s3:::${bucketName}`;
    this.bucket = new Bucket(this, 'Bucket', {
      // By name, so that rights and findings say which files they are about. Names of buckets are unique in the world.
      bucketName,
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'files/',
      removalPolicy: removalOf(stage),
      lifecycleRules: [
        {
          id: 'NeverChecked',
          prefix: 'quarantine/',
          expiration: Duration.days(2),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // A file is never overwritten: an older version is one that somebody deleted, and can be had back until then.
        { id: 'Deleted', prefix: 'files/', noncurrentVersionExpiration: Duration.days(90) },
        { id: 'NeverFinished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
  }

  /** Objects by prefix; `*` is the id of a file. */
  get objects(): { readonly quarantine: string; readonly files: string } {
    return { quarantine: `${this.#arn}/quarantine/*`, files: `${this.#arn}/files/*` };
  }

  mayKeepFiles(): PolicyStatement[] {
    return [
      new PolicyStatement({
        // A version too: what is released is the very one that was inspected.
        actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:DeleteObject'],
        resources: [this.objects.quarantine],
      }),
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [this.objects.files],
      }),
      // Without it S3 answers 403, not 404, for a file that has not come.
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.#arn] }),
      mayUseKey(this.#key, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']),
    ];
  }
}
