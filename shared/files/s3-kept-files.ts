import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { asUnavailable } from '#shared/aws/unavailable.ts';
import type { StoredFile } from '#shared/domain/file.ts';
import { inKept, isMissing, toldOf } from './s3-files.ts';

/** Kept bytes as a whole, for who moves an office; pages only ever give links to them. */
export interface KeptFiles {
  read(file: StoredFile): Promise<AsyncIterable<Uint8Array> | undefined>;
  write(file: StoredFile, bytes: Uint8Array): Promise<void>;
}

export function createS3KeptFiles(client: S3Client, Bucket: string): KeptFiles {
  return {
    read: ({ id }) => read(client, Bucket, inKept(id)),
    async write(file, bytes) {
      const put = new PutObjectCommand({
        Bucket,
        Key: inKept(file.id),
        Body: bytes,
        ContentLength: bytes.length,
        ...toldOf(file),
      });
      await client.send(put).catch((error: unknown) => {
        throw asUnavailable(error, 'S3');
      });
    },
  };
}

async function read(client: S3Client, Bucket: string, Key: string): ReturnType<KeptFiles['read']> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return Body?.transformToWebStream();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw asUnavailable(error, 'S3');
  }
}
