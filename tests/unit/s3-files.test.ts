import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createS3Files } from '#shared/files/s3-files.ts';
import { StoreUnavailable } from '#shared/ports.ts';
import { pdf } from '#tests/support/papers.ts';
import { serviceError } from '#tests/support/service-error.ts';

const id = '01Z00000000000000000000001';
const bucket = 'vinh-danh-files';
const publicUrl = 'https://vinhdanh.example';
const client = new S3Client({
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' },
});
const s3 = mockClient(client);
const files = createS3Files({ client, bucket, publicUrl });
const quarantined = { Bucket: bucket, Key: `quarantine/${id}` };
const kept = { Bucket: bucket, Key: `files/${id}` };
const limits = { maxBytes: 15_728_640, contentType: 'application/pdf' };
const paper = { name: 'Biên bản họp (1).pdf', contentType: 'application/pdf' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T05:00:00.000Z') });
  s3.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

const inputsOf = (command: Parameters<typeof s3.commandCalls>[0]): unknown[] =>
  s3.commandCalls(command).map((call) => call.args[0].input as unknown);
/** As the SDK gives a body: read once, as a stream of the web. */
const bodyOf = (bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) =>
  ({
    transformToWebStream: () => Readable.toWeb(Readable.from(bytes)),
  }) as never;
const notFound = serviceError('NotFound', 404);

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly unknown[];
}

async function policyFor(redirectTo: string) {
  const { url, fields } = await files.prepareUpload(id, limits, redirectTo);
  const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as Policy;
  return { url, fields, policy };
}

describe('a form for one upload', () => {
  it('goes to the bucket, for quarantine only, of one size and type, for fifteen minutes', async () => {
    const { url, fields, policy } = await policyFor(`${publicUrl}/cases/1?done=uploaded`);

    expect(url).toBe('https://vinh-danh-files.s3.ap-southeast-1.amazonaws.com/');
    expect(policy.expiration).toBe('2026-11-22T05:15:00Z');
    expect(policy.conditions).toEqual([
      ['content-length-range', 1, 15_728_640],
      { 'Content-Type': 'application/pdf' },
      { success_action_redirect: `${publicUrl}/cases/1?done=uploaded` },
      { bucket },
      { 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' },
      { 'X-Amz-Credential': 'AKIAEXAMPLE/20261122/ap-southeast-1/s3/aws4_request' },
      { 'X-Amz-Date': '20261122T050000Z' },
      { 'X-Amz-Security-Token': 'session' },
      { key: `quarantine/${id}` },
    ]);
    expect(fields).toMatchObject({
      key: `quarantine/${id}`,
      'Content-Type': 'application/pdf',
      success_action_redirect: `${publicUrl}/cases/1?done=uploaded`,
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('leads back to our own pages only', async () => {
    for (const away of [
      'https://evil.example/',
      '//evil.example',
      `${publicUrl}.evil.example/`,
      'http://[',
    ]) {
      expect((await policyFor(away)).fields['success_action_redirect']).toBe(`${publicUrl}/`);
    }
    expect((await policyFor('/lists/1?tab=files')).fields['success_action_redirect']).toBe(
      `${publicUrl}/lists/1?tab=files`,
    );
  });

  it('is made for no name that is no id', async () => {
    expect(() => files.prepareUpload('../files/other', limits, '/')).toThrow();
  });
});

describe('what lies in quarantine', () => {
  it('is looked at once, from its first byte to its last: size, head, hash and which version it is', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(9_000, 7)]);
    s3.on(GetObjectCommand, kept).rejects(serviceError('NoSuchKey', 404));
    s3.on(GetObjectCommand, quarantined).resolves({
      Body: bodyOf([large.subarray(0, 10), large.subarray(10, 5_000), large.subarray(5_000)]),
      ETag: '"e1"',
      VersionId: 'v/1=',
    });

    expect(await files.inspect(id)).toEqual({
      size: large.length,
      head: new Uint8Array(large.subarray(0, 4_096)),
      sha256: createHash('sha256').update(large).digest('hex'),
      revision: '"e1" v/1=',
    });
    expect(inputsOf(GetObjectCommand)).toEqual([kept, quarantined]);
  });

  it('is told by its ETag in a bucket without versions', async () => {
    s3.on(GetObjectCommand).resolves({ Body: bodyOf([pdf]), ETag: '"e1"' });
    expect((await files.inspect(id))?.revision).toBe('"e1"');
  });

  it('is passed over once something was released: that is looked at', async () => {
    s3.on(GetObjectCommand, kept).resolves({ Body: bodyOf([pdf]), ETag: '"e2"', VersionId: 'v2' });
    expect(await files.inspect(id)).toMatchObject({ size: pdf.length, revision: '"e2" v2' });
    expect(inputsOf(GetObjectCommand)).toEqual([kept]);
  });

  it('has not come: undefined', async () => {
    s3.on(GetObjectCommand).rejects(serviceError('NoSuchKey', 404));
    expect(await files.inspect(id)).toBeUndefined();
  });

  it('can not be read to its end: an error, never half a file', async () => {
    const broken = bodyOf(
      (async function* cut() {
        yield pdf;
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
      })(),
    );
    s3.on(GetObjectCommand).resolves({ Body: broken, ETag: '"e1"' });
    await expect(files.inspect(id)).rejects.toThrow(StoreUnavailable);
    s3.on(GetObjectCommand).resolves({ ETag: '"e1"' });
    await expect(files.inspect(id)).rejects.toThrow('without bytes');
  });

  it('is discarded, once or twice', async () => {
    s3.on(DeleteObjectCommand).resolves({});
    await files.discard(id);
    await files.discard(id);
    expect(inputsOf(DeleteObjectCommand)).toEqual([quarantined, quarantined]);
  });
});

describe('a release', () => {
  it('copies exactly the inspected version, onto nothing, under its real name, and leaves quarantine empty', async () => {
    s3.on(HeadObjectCommand).rejects(notFound);
    s3.on(CopyObjectCommand).resolves({});
    s3.on(DeleteObjectCommand).resolves({});
    await files.release(id, '"e1" v/1=', paper);

    expect(inputsOf(HeadObjectCommand)).toEqual([kept]);
    expect(inputsOf(CopyObjectCommand)).toEqual([
      {
        ...kept,
        CopySource: `${bucket}/quarantine/${id}?versionId=v%2F1%3D`,
        CopySourceIfMatch: '"e1"',
        IfNoneMatch: '*',
        MetadataDirective: 'REPLACE',
        ContentType: 'application/pdf',
        ContentDisposition:
          'attachment; filename="bien ban hop _1_.pdf"; ' +
          "filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp%20%281%29.pdf",
        CacheControl: 'private, no-store',
      },
    ]);
    expect(inputsOf(DeleteObjectCommand)).toEqual([quarantined]);
  });

  it('goes by the ETag alone in a bucket without versions', async () => {
    s3.on(HeadObjectCommand).rejects(notFound);
    s3.on(CopyObjectCommand).resolves({});
    s3.on(DeleteObjectCommand).resolves({});
    await files.release(id, '"e1"', paper);
    expect(inputsOf(CopyObjectCommand)).toMatchObject([
      { CopySource: `${bucket}/quarantine/${id}`, CopySourceIfMatch: '"e1"' },
    ]);
  });

  it('done twice is done once: what is kept is never replaced', async () => {
    s3.on(HeadObjectCommand).resolves({});
    await files.release(id, '"e1"', paper);
    expect(s3.commandCalls(CopyObjectCommand)).toHaveLength(0);
  });

  it.each(['NoSuchKey', 'PreconditionFailed', 'ConditionalRequestConflict'])(
    'that another was faster than is done: %s',
    async (name) => {
      s3.on(HeadObjectCommand).rejectsOnce(notFound).resolves({});
      s3.on(CopyObjectCommand).rejects(serviceError(name, 412));
      s3.on(DeleteObjectCommand).resolves({});
      await expect(files.release(id, '"e1"', paper)).resolves.toBeUndefined();
    },
  );

  it.each(['PreconditionFailed', 'NoSuchKey', 'NoSuchVersion'])(
    'of bytes that were replaced since is refused, and they stay in quarantine: %s',
    async (name) => {
      s3.on(HeadObjectCommand).rejects(notFound);
      s3.on(CopyObjectCommand).rejects(serviceError(name, 412));
      await expect(files.release(id, '"e1"', paper)).rejects.toMatchObject({ name: 'BytesReplaced' });
      expect(s3.commandCalls(DeleteObjectCommand)).toHaveLength(0);
    },
  );

  it('beside another that is still under way is to be tried again', async () => {
    s3.on(HeadObjectCommand).rejects(notFound);
    s3.on(CopyObjectCommand).rejects(serviceError('ConditionalRequestConflict', 409));
    await expect(files.release(id, '"e1"', paper)).rejects.toThrow(StoreUnavailable);
  });
});

describe('a link', () => {
  it('leads to the kept file for five minutes, and says no name: the bucket’s access log has it word for word', async () => {
    const link = new URL(await files.link(id, paper.name, paper.contentType));
    expect(link.origin + link.pathname).toBe(
      `https://vinh-danh-files.s3.ap-southeast-1.amazonaws.com/files/${id}`,
    );
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      'X-Amz-Expires': '300',
      'X-Amz-Date': '20261122T050000Z',
    });
    expect([...link.searchParams.keys()].filter((name) => !/^(x-amz-|x-id$)/i.test(name))).toEqual([]);
  });
});

describe('S3 in trouble', () => {
  const asks: [string, () => Promise<unknown>][] = [
    ['inspect', () => files.inspect(id)],
    ['release', () => files.release(id, '"e1"', paper)],
    ['discard', () => files.discard(id)],
  ];

  it.each(asks)('%s: trying again later is right where it is slow or down', async (_name, ask) => {
    for (const trouble of [serviceError('SlowDown', 503), serviceError('InternalError', 500)]) {
      s3.reset();
      s3.onAnyCommand().rejects(trouble);
      await expect(ask()).rejects.toThrow(StoreUnavailable);
    }
  });

  it.each(asks)(
    '%s: what is forbidden is a fault of ours, never a file that has not come',
    async (_name, ask) => {
      s3.onAnyCommand().rejects(serviceError('AccessDenied', 403));
      await expect(ask()).rejects.toMatchObject({ name: 'AccessDenied' });
    },
  );
});
