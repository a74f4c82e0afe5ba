import { Refusal } from '#shared/domain/refusal.ts';

/** A form as it comes (RFC 7578): its small fields in memory, its one file as a stream that is read while it arrives. */
export interface IncomingForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: AsyncIterable<Uint8Array>;
}

const maxFields = 20;
const maxFieldBytes = 4 * 1024;
const maxHeaderBytes = 8 * 1024;
const lineEnd = Buffer.from('\r\n');

/**
 * Reads up to the file, which has to be the last part.
 * @throws Refusal MediaTypeUnsupported, InputInvalid; `file` throws InputInvalid when the form is cut off
 */
export async function readForm(contentType: string | undefined, incoming: Incoming): Promise<IncomingForm> {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw new Refusal('MediaTypeUnsupported');
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The line end before the first delimiter may be missing, so one is put in front of everything.
  incoming.unread(lineEnd);
  await incoming.readUntil(delimiter, maxHeaderBytes);
  const fields = new Map<string, string>();
  for (let count = 0; count <= maxFields; count += 1) {
    const name = await readName(incoming);
    if (name === 'file') return { fields, file: incoming.streamUntil(delimiter) };
    fields.set(name, (await incoming.readUntil(delimiter, maxFieldBytes)).toString('utf8'));
  }
  throw malformed();
}

const malformed = () => new Refusal('InputInvalid', {}, [{ field: 'file', code: 'formMalformed' }]);

function boundaryOf(contentType: string | undefined): string | undefined {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  return found?.[1] ?? found?.[2];
}

/** The name of the part that begins here; the closing delimiter means that no file came. */
async function readName(incoming: Incoming): Promise<string> {
  const rest = await incoming.readUntil(lineEnd, maxHeaderBytes);
  if (rest.toString('latin1').startsWith('--')) {
    throw new Refusal('InputInvalid', {}, [{ field: 'file', code: 'noFile' }]);
  }
  incoming.unread(lineEnd);
  const headers = await incoming.readUntil(Buffer.from('\r\n\r\n'), maxHeaderBytes);
  const disposition =
    /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers.toString('utf8'))?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed();
  return name;
}

export type Incoming = ReturnType<typeof createIncoming>;

/** A body that is read piece by piece; no more of it is held than what was asked for and one chunk. */
export function createIncoming(body: AsyncIterable<Uint8Array> | null) {
  const source: AsyncIterator<Uint8Array, unknown> = (body ?? emptyBody())[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let ended = false;

  async function next(): Promise<Uint8Array | undefined> {
    if (ended) return undefined;
    try {
      const result = await source.next();
      if (result.done !== true) return result.value;
      ended = true;
      return undefined;
    } catch {
      // The sender hung up: a form cut short like any other.
      ended = true;
      return undefined;
    }
  }

  async function pull(): Promise<void> {
    const chunk = await next();
    if (chunk === undefined) throw malformed();
    held = Buffer.concat([held, chunk]);
  }

  return {
    unread(bytes: Buffer): void {
      held = Buffer.concat([bytes, held]);
    },
    async readUntil(delimiter: Buffer, max: number): Promise<Buffer> {
      while (true) {
        const end = held.indexOf(delimiter);
        if (end > max || (end < 0 && held.length > max + delimiter.length)) throw malformed();
        if (end >= 0) {
          const found = held.subarray(0, end);
          held = held.subarray(end + delimiter.length);
          return found;
        }
        await pull();
      }
    },
    async *streamUntil(delimiter: Buffer): AsyncGenerator<Uint8Array> {
      while (true) {
        const end = held.indexOf(delimiter);
        // What may be the beginning of a delimiter waits for what comes behind it.
        const sure = end >= 0 ? end : Math.max(0, held.length - delimiter.length + 1);
        if (sure > 0) yield held.subarray(0, sure);
        held = held.subarray(sure);
        if (end >= 0) return;
        await pull();
      }
    },
    /** Browsers show an answer only when they could send everything; there is an end to that patience. */
    async drain(maxBytes: number): Promise<void> {
      let left = maxBytes;
      for (let chunk = await next(); chunk !== undefined && left > 0; chunk = await next())
        left -= chunk.length;
    },
  };
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {
  // A request without a body.
}
