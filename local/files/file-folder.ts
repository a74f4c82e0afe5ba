import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { hasCode, syncFolder } from '#local/private-file.ts';
import { fileIdSchema } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { epochMs, type Instant } from '#shared/domain/time.ts';
import { BytesReplaced } from '#shared/files/bytes-replaced.ts';
import { inspectStream } from '#shared/files/inspect-stream.ts';
import { StorageFailing, type Files } from '#shared/ports.ts';
import { isDiskFault } from '#shared/transfer/disk-fault.ts';

type Inspected = NonNullable<Awaited<ReturnType<Files['inspect']>>>;

/** Bytes on the disk, named by their file's id and by nothing else. One process owns the folder. */
export interface FileFolder {
  /**
   * Takes bytes in, on the disk when it resolves. What came first stays: a form sent twice is taken once.
   * @throws Refusal FileTooLarge beyond `maxBytes`, FormExpired when other bytes came before; StorageFailing
   */
  receive(id: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<void>;
  /** What was released, else what lies in quarantine. */
  inspect(id: string): Promise<Inspected | undefined>;
  /** @throws BytesReplaced when other bytes lie there than those of this revision */
  release(id: string, revision: string): Promise<void>;
  discard(id: string): Promise<void>;
  /** Size and bytes of a kept file. */
  read(id: string): Promise<{ size: number; bytes: ReadableStream<Uint8Array> } | undefined>;
  /** Deletes what came before this moment of machine time and was never checked. @returns how many files */
  sweepQuarantine(before: Instant): Promise<number>;
}

const asFailing = (error: unknown): unknown =>
  isDiskFault(error) ? new StorageFailing('the files can’t be kept now', { cause: error }) : error;

export function createFileFolder(dataFolder: string): FileFolder {
  const quarantine = join(dataFolder, 'quarantine');
  const kept = join(dataFolder, 'kept');
  for (const folder of [quarantine, kept]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Parsing keeps every name that isn't an id out of every path.
  const inQuarantine = (id: string): string => join(quarantine, fileIdSchema.parse(id));
  const inKept = (id: string): string => join(kept, fileIdSchema.parse(id));

  return {
    async receive(id, bytes, maxBytes) {
      const draft = `${inQuarantine(id)}.${randomBytes(6).toString('hex')}.part`;
      try {
        const came = await writeDurably(draft, bytes, maxBytes);
        const earlier = [inKept(id), inQuarantine(id)].find((path) => existsSync(path));
        if (earlier === undefined) {
          renameSync(draft, inQuarantine(id));
          syncFolder(quarantine);
        } else if ((await look(earlier))?.sha256 !== came) {
          throw new Refusal('FormExpired').at('file');
        }
      } catch (error) {
        throw asFailing(error);
      } finally {
        await rm(draft, { force: true });
      }
    },
    inspect: async (id) => (await look(inKept(id))) ?? look(inQuarantine(id)),
    async release(id, revision) {
      try {
        if (!existsSync(inKept(id))) {
          const found = await look(inQuarantine(id));
          if (found !== undefined && found.revision !== revision) throw new BytesReplaced(id);
          renameSync(inQuarantine(id), inKept(id));
          syncFolder(kept);
        }
        await rm(inQuarantine(id), { force: true });
      } catch (error) {
        throw asFailing(error);
      }
    },
    async discard(id) {
      await rm(inQuarantine(id), { force: true });
    },
    read: async (id) => readWhole(inKept(id)),
    sweepQuarantine: (before) => sweep(quarantine, before),
  };
}

async function writeDurably(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > maxBytes) throw new Refusal('FileTooLarge', { max: maxBytes });
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (size === 0) throw new Refusal('InputInvalid', {}, [{ field: 'file', code: 'noFile' }]);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** The hash itself names the bytes. */
async function look(path: string): Promise<Inspected | undefined> {
  if ((await sizeOf(path)) === undefined) return undefined;
  const seen = await inspectStream(Readable.toWeb(createReadStream(path)));
  return { ...seen, revision: seen.sha256 };
}

async function readWhole(
  path: string,
): Promise<{ size: number; bytes: ReadableStream<Uint8Array> } | undefined> {
  const size = await sizeOf(path);
  return size === undefined ? undefined : { size, bytes: Readable.toWeb(createReadStream(path)) };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function sweep(folder: string, before: Instant): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!(await isOlder(path, before))) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}

/** What was released or discarded meanwhile is not there any more. */
async function isOlder(path: string, before: Instant): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < epochMs(before);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
