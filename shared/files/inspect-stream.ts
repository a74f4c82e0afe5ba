import { createHash } from 'node:crypto';

const headBytes = 4 * 1024;

/** Size, first 4 KB and hash of bytes that are read once and never held as a whole. */
export async function inspectStream(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ size: number; head: Uint8Array; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  let head = new Uint8Array(0);
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.length;
    if (head.length < headBytes) head = new Uint8Array(Buffer.concat([head, chunk]).subarray(0, headBytes));
  }
  return { size, head, sha256: hash.digest('hex') };
}
