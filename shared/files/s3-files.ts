import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { asUnavailable } from '#shared/aws/unavailable.ts';
import { fileIdSchema } from '#shared/domain/id.ts';
import { StoreUnavailable, type Files, type Paper } from '#shared/ports.ts';
import { BytesReplaced } from './bytes-replaced.ts';
import { attachmentNamed } from './content-disposition.ts';
import { inspectStream } from './inspect-stream.ts';

export interface S3FilesOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Origin, no trailing slash. */
  readonly publicUrl: string;
}

/** As the environment of a function says: region, credentials, endpoint. */
export const openS3Files = (options: Omit<S3FilesOptions, 'client'>): Files =>
  createS3Files({ client: new S3Client(clientSettings), ...options });

const uploadSeconds = 15 * 60;
const linkSeconds = 5 * 60;

// Parsing keeps every name that isn't an id out of every key.
export const inQuarantine = (id: string): string => `quarantine/${fileIdSchema.parse(id)}`;
export const inKept = (id: string): string => `files/${fileIdSchema.parse(id)}`;

/**
 * Bytes in S3, under two prefixes of one bucket. Whoever calls it may list the bucket: only then is a key that isn't there
 * told from one that is forbidden (404, else 403).
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export function createS3Files({ client, bucket, publicUrl }: S3FilesOptions): Files {
  return {
    prepareUpload: (fileId, limits, redirectTo) =>
      sent(prepareUpload(client, bucket, fileId, limits, ownAddress(publicUrl, redirectTo))),
    inspect: (fileId) => sent(inspect(client, bucket, fileId)),
    release: (fileId, revision, paper) => sent(release(client, bucket, { fileId, revision, paper })),
    async discard(fileId) {
      await sent(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: inQuarantine(fileId) })));
    },
    link: (fileId) =>
      sent(
        getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: inKept(fileId) }), {
          expiresIn: linkSeconds,
        }),
      ),
  };
}

/**
 * What S3 says of a kept file to browsers. It stands with the object and not in the link, since the bucket's access log
 * holds the address of each request: https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html
 */
export const toldOf = ({ name, contentType }: Paper) => ({
  ContentType: contentType,
  ContentDisposition: attachmentNamed(name),
  CacheControl: 'private, no-store',
});

/** @throws StoreUnavailable where trying again later is right */
async function sent<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw asUnavailable(error, 'S3');
  }
}

/**
 * A form that a browser sends without script. S3 checks every field against the signed policy, takes the file within its
 * size, and sends the browser back with bucket, key and etag behind the address.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
function prepareUpload(
  client: S3Client,
  bucket: string,
  fileId: string,
  { maxBytes, contentType }: { maxBytes: number; contentType: string },
  redirectTo: string,
): ReturnType<Files['prepareUpload']> {
  return createPresignedPost(client, {
    Bucket: bucket,
    Key: inQuarantine(fileId),
    Conditions: [['content-length-range', 1, maxBytes]],
    // Each field is a condition too: it has to come as it was signed.
    Fields: { 'Content-Type': contentType, success_action_redirect: redirectTo },
    Expires: uploadSeconds,
  });
}

/** Back to a page of ours, wherever the caller meant to lead. */
function ownAddress(publicUrl: string, redirectTo: string): string {
  const url = URL.canParse(redirectTo, publicUrl) ? new URL(redirectTo, publicUrl) : new URL(publicUrl);
  return url.origin === new URL(publicUrl).origin ? url.href : `${publicUrl}/`;
}

async function inspect(client: S3Client, Bucket: string, fileId: string): ReturnType<Files['inspect']> {
  return (await look(client, Bucket, inKept(fileId))) ?? look(client, Bucket, inQuarantine(fileId));
}

async function look(client: S3Client, Bucket: string, Key: string): ReturnType<Files['inspect']> {
  try {
    const { Body, ETag, VersionId } = await client.send(new GetObjectCommand({ Bucket, Key }));
    if (Body === undefined || ETag === undefined) throw new Error('S3 answered without bytes or ETag');
    const seen = await inspectStream(Body.transformToWebStream());
    return { ...seen, revision: revisionOf(ETag, VersionId) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** In a bucket with versions the very version that was read; without, its ETag alone. */
const revisionOf = (etag: string, version: string | undefined): string =>
  version === undefined ? etag : `${etag} ${version}`;

/**
 * Copies exactly what was inspected, and never onto something. A bucket with versions keeps what was inspected apart from
 * what was sent later; without them a replaced file can't be released.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
async function release(
  client: S3Client,
  bucket: string,
  { fileId, revision, paper }: { readonly fileId: string; readonly revision: string; readonly paper: Paper },
): Promise<void> {
  if (await isKept(client, bucket, fileId)) return;
  const [etag, version] = revision.split(' ');
  const source = `${bucket}/${inQuarantine(fileId)}`;
  try {
    await client.send(
      new CopyObjectCommand({
        Bucket: bucket,
        Key: inKept(fileId),
        CopySource: version === undefined ? source : `${source}?versionId=${encodeURIComponent(version)}`,
        CopySourceIfMatch: etag,
        IfNoneMatch: '*',
        MetadataDirective: 'REPLACE',
        ...toldOf(paper),
      }),
    );
  } catch (error) {
    // Another release was faster, or other bytes lie there now.
    if (!isMissing(error) && !isRefusedByCondition(error)) throw error;
    if (!(await isKept(client, bucket, fileId))) throw notReleased(error, fileId);
  }
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: inQuarantine(fileId) }));
}

/** A copy of another that is under way may still fail: then this one has to be done again. */
function notReleased(error: unknown, fileId: string): Error {
  return isNamed(error, 'ConditionalRequestConflict')
    ? new StoreUnavailable('S3 copies this file right now', { cause: error })
    : new BytesReplaced(fileId);
}

async function isKept(client: S3Client, bucket: string, fileId: string): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand({ Bucket: bucket, Key: inKept(fileId) }));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** HEAD has no body to name its error in: `NotFound`. */
export const isMissing = (error: unknown): boolean =>
  isNamed(error, 'NoSuchKey', 'NoSuchVersion', 'NotFound');
const isRefusedByCondition = (error: unknown): boolean =>
  isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict');
