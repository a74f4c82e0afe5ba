import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

const bufferBytes = 256 * 1024;

/** A file for its owner alone, since it holds personal data; on the disk when it resolves. @throws EEXIST */
export async function writePart(
  path: string,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<Written> {
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let written = 0;
  async function flush(): Promise<void> {
    await handle.writeFile(Buffer.concat(waiting));
    written += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  }
  try {
    for await (const given of chunks) {
      const chunk = typeof given === 'string' ? Buffer.from(given) : given;
      hash.update(chunk);
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (waitingBytes >= bufferBytes) await flush();
    }
    await flush();
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes: written, sha256: hash.digest('hex') };
}

/** Size and hash of a file as it lies there. */
export async function measurePart(path: string): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunksOf(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

const newline = 0x0a;

/**
 * Lines without their end; the last one is said to be cut off when it has none. Not node:readline: it ends a line at
 * U+2028 too, which JSON writes as it is.
 */
export async function* readLines(
  path: string,
  onBytes: (bytes: Uint8Array) => void = () => undefined,
): AsyncGenerator<{ readonly text: string; readonly whole: boolean }> {
  let begun: Buffer[] = [];
  for await (const bytes of chunksOf(path)) {
    onBytes(bytes);
    let from = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
      begun.push(bytes.subarray(from, end));
      yield { text: Buffer.concat(begun).toString('utf8'), whole: true };
      begun = [];
      from = end + 1;
    }
    if (from < bytes.length) begun.push(bytes.subarray(from));
  }
  if (begun.length > 0) yield { text: Buffer.concat(begun).toString('utf8'), whole: false };
}

export async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file gave text');
    yield chunk;
  }
}

export const sha256Of = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
