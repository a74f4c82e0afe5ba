import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { manifestName } from './manifest.ts';
import { sha256Of } from './parts.ts';
import { TransferRefused } from './refused.ts';

/** What a folder's manifest must say it is, and its shape. */
export interface ManifestFormat<Schema extends z.ZodType> {
  readonly name: string;
  readonly version: number;
  readonly schema: Schema;
}

export interface ReadManifest<Manifest> {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly proof: string;
}

/**
 * @param wanted the proof that was noted down
 * @throws TransferRefused
 */
export async function readManifest<Schema extends z.ZodType>(
  folder: string,
  format: ManifestFormat<Schema>,
  wanted?: string,
): Promise<ReadManifest<z.output<Schema>>> {
  const path = join(folder, manifestName);
  if (!existsSync(path)) throw new TransferRefused('ManifestMissing', { folder });
  const text = await readFile(path, 'utf8');
  const manifest = versioned(text, format);
  const proof = sha256Of(text);
  if (wanted !== undefined && wanted !== proof) throw new TransferRefused('ProofDiffers', { proof, wanted });
  return { manifest, proof };
}

const stampSchema = z.object({ format: z.string().startsWith('vinh-danh/'), version: z.int() });

/** Another kind or version is told from damage: its shape need not be known for that. */
function versioned<Schema extends z.ZodType>(
  text: string,
  { name, version, schema }: ManifestFormat<Schema>,
): z.output<Schema> {
  const unreadable = (reason: string): TransferRefused =>
    new TransferRefused('ManifestUnreadable', { reason });
  const json = jsonOf(text);
  const stamp = stampSchema.safeParse(json);
  if (!stamp.success) throw unreadable(faultOf(stamp.error));
  const { format: found, version: foundVersion } = stamp.data;
  if (found !== name) throw new TransferRefused('FormatDiffers', { found, wanted: name });
  if (foundVersion !== version)
    throw new TransferRefused('VersionUnknown', { found: foundVersion, known: version });
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw unreadable(faultOf(parsed.error));
  return parsed.data;
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where and what, never what stands there: it may be personal data. */
export function faultOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.name : 'unknown';
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`.trim();
}
