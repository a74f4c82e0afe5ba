import { isRefusal, Refusal } from '#shared/domain/refusal.ts';
import { canonicalJson } from './canonical-json.ts';

/** The largest body of a request in bytes; files go another way. */
const maxBodyBytes = 256 * 1024;

export interface SentBody {
  readonly value: unknown;
  /** The same for bodies that say the same: names sorted, no spaces. */
  readonly canonical: string;
}

/**
 * Reads a JSON body. No body at all is an empty object: most acts need no word more than their address.
 * @throws Refusal BodyTooLarge, MediaTypeUnsupported, BodyNotJson
 */
export async function readBody(request: Request): Promise<SentBody> {
  const bytes = await readBytes(request);
  const contentType = request.headers.get('content-type');
  if (bytes.length === 0 && contentType === null) return { value: {}, canonical: '{}' };
  checkMediaType(contentType, request.headers.get('content-encoding'));
  const value = parse(bytes);
  return { value, canonical: canonicalJson(value) };
}

/** Counts what comes in: Content-Length may be absent, and is only what the sender says. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const sent: ReadableStream<Uint8Array> = request.body;
  try {
    return await collect(sent);
  } catch (error) {
    // A sender who goes away in the middle is no fault of ours; nobody reads this answer.
    throw isRefusal(error) ? error : new Refusal('BodyNotJson');
  }
}

async function collect(sent: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of sent) {
    size += chunk.length;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new Refusal('BodyTooLarge', { max: maxBodyBytes });

function checkMediaType(contentType: string | null, encoding: string | null): void {
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new Refusal('MediaTypeUnsupported', {}, [{ field: 'Content-Encoding', code: 'encoded' }]);
  }
  if (/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(contentType?.trim() ?? '')) return;
  throw new Refusal('MediaTypeUnsupported', { wanted: 'application/json' });
}

function parse(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value;
  } catch {
    throw new Refusal('BodyNotJson');
  }
}
