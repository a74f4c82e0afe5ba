import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { createIncoming, readForm } from '#local/files/multipart.ts';
import { serve, type Answer, type StandIn } from '../json-service.ts';

interface StoredObject {
  readonly bytes: Buffer;
  readonly type: string;
  /** What a browser is told of its name. */
  readonly disposition?: string;
  readonly versionId: string;
}

export interface FilesStandIn extends StandIn {
  /** By `bucket/key`. */
  readonly objects: ReadonlyMap<string, StoredObject>;
}

type Keep = (path: string, object: Omit<StoredObject, 'versionId'>) => StoredObject;

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([z.record(z.string(), z.string()), z.tuple([z.string(), z.unknown(), z.unknown()])]),
  ),
});

const etagOf = ({ bytes }: StoredObject): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** S3 as far as attachments need it: the form that a browser posts, and get, head, put, copy, delete of one object. */
export async function serveFiles(): Promise<FilesStandIn> {
  const objects = new Map<string, StoredObject>();
  let versions = 0;

  const keep: Keep = (path, { bytes, type, disposition }) => {
    versions += 1;
    const named = disposition === undefined ? {} : { disposition };
    const stored = { bytes, type, versionId: `v${String(versions)}`, ...named };
    objects.set(path, stored);
    return stored;
  };

  const standIn = await serve(async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://files');
    const path = decodeURIComponent(url.pathname.slice(1));
    const copyOf = request.headers['x-amz-copy-source'];
    if (request.method === 'POST') return postForm(path, request, body, keep);
    if (request.method === 'PUT') {
      if (copyOf !== undefined) return copy(path, String(copyOf), request);
      return { headers: { etag: etagOf(keep(path, { bytes: body, ...toldIn(request) })) } };
    }
    if (request.method === 'DELETE') {
      objects.delete(path);
      return { status: 204 };
    }
    const found = objects.get(path);
    if (found === undefined) return error(404, request.method === 'HEAD' ? 'NotFound' : 'NoSuchKey');
    return read(found, request);
  });

  function copy(path: string, source: string, request: IncomingMessage): Answer {
    const [from = '', query = ''] = decodeURIComponent(source).replace(/^\//, '').split('?');
    const found = objects.get(from);
    if (found === undefined) return error(404, 'NoSuchKey');
    const wanted = request.headers['x-amz-copy-source-if-match'];
    const version = new URLSearchParams(query).get('versionId');
    if (wanted !== undefined && wanted !== etagOf(found)) return error(412, 'PreconditionFailed');
    if (version !== null && version !== found.versionId) return error(404, 'NoSuchVersion');
    const told = request.headers['x-amz-metadata-directive'] === 'REPLACE' ? toldIn(request) : {};
    const stored = keep(path, { ...found, ...told });
    return xml(`<CopyObjectResult><ETag>${etagOf(stored)}</ETag></CopyObjectResult>`);
  }

  return { ...standIn, objects };
}

function toldIn({ headers }: IncomingMessage): Pick<StoredObject, 'type' | 'disposition'> {
  const { 'content-type': type = '', 'content-disposition': disposition } = headers;
  return disposition === undefined ? { type } : { type, disposition };
}

function read(found: StoredObject, request: IncomingMessage): Answer {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const bytes = range === null ? found.bytes : found.bytes.subarray(Number(range[1]), Number(range[2]) + 1);
  return {
    status: range === null ? 200 : 206,
    headers: {
      'content-type': found.type,
      ...(found.disposition === undefined ? {} : { 'content-disposition': found.disposition }),
      'content-length': String(bytes.length),
      etag: etagOf(found),
      'x-amz-version-id': found.versionId,
      ...(range === null
        ? {}
        : { 'content-range': `bytes ${String(range[1])}-${String(range[2])}/${String(found.bytes.length)}` }),
    },
    body: request.method === 'HEAD' ? '' : bytes,
  };
}

/** Holds the form to its own policy, as S3 does: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
async function postForm(bucket: string, request: IncomingMessage, body: Buffer, keep: Keep): Promise<Answer> {
  const { fields, file } = await readForm(
    request.headers['content-type'],
    createIncoming(Readable.from([body])),
  );
  const bytes = Buffer.concat(await Array.fromAsync(file));
  const policy = policySchema.parse(
    JSON.parse(Buffer.from(fields.get('Policy') ?? fields.get('policy') ?? '', 'base64').toString('utf8')),
  );
  const fault = faultIn(policy, fields, bytes.length, bucket);
  if (fault !== undefined) return error(403, fault);
  const [name, key] = [bucket.replace(/\/$/, ''), fields.get('key') ?? ''];
  const stored = keep(`${name}/${key}`, { bytes, type: fields.get('Content-Type') ?? '' });
  const redirect = fields.get('success_action_redirect');
  if (redirect === undefined) return { status: 204 };
  return { status: 303, headers: { location: leadingBack(redirect, { bucket: name, key, stored }) } };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html, Responses */
function leadingBack(
  redirect: string,
  { bucket, key, stored }: { bucket: string; key: string; stored: StoredObject },
): string {
  const url = new URL(redirect);
  for (const [name, value] of Object.entries({ bucket, key, etag: etagOf(stored) })) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

function faultIn(
  policy: z.infer<typeof policySchema>,
  fields: ReadonlyMap<string, string>,
  size: number,
  bucket: string,
): string | undefined {
  if (Date.parse(policy.expiration) < Date.now()) return 'AccessDenied: policy expired';
  const asked = new Map([...fields, ['bucket', bucket.replace(/\/$/, '')]]);
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      const wrong = Object.entries(condition).find(([name, value]) => asked.get(name) !== value);
      if (wrong !== undefined) return `AccessDenied: ${wrong[0]}`;
      continue;
    }
    const [kind, first, second] = condition;
    if (kind === 'content-length-range' && (size < Number(first) || size > Number(second)))
      return 'EntityTooLarge';
    const value = asked.get(String(first).replace(/^\$/, '')) ?? '';
    if (kind === 'eq' && value !== second) return `AccessDenied: ${String(first)}`;
    if (kind === 'starts-with' && !value.startsWith(String(second))) return `AccessDenied: ${String(first)}`;
  }
  return undefined;
}

const xml = (text: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${text}`,
});

const error = (status: number, code: string): Answer =>
  xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status);
