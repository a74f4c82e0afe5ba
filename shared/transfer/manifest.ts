import { z } from 'zod';
import { fileIdSchema } from '#shared/domain/id.ts';
import { civilDateSchema, instantSchema } from '#shared/domain/time.ts';

/** Written last: a folder without it is no export. */
export const manifestName = 'manifest.json';
export const recordsName = 'records.jsonl';
export const filesFolder = 'files';
/** Apart from what it opens; to be kept apart from it too. */
export const vaultKeysName = 'vault-keys.json';

export const formatName = 'vinh-danh/office';
export const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** A demo stays one wherever it goes, with its simulated day and the seasons that were played into it. */
const homeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('office') }),
  z.strictObject({
    kind: z.literal('demo'),
    officeTime: instantSchema,
    played: z.record(z.string(), civilDateSchema),
  }),
]);
export type HomeFacts = z.infer<typeof homeSchema>;

const manifestSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  exportedAt: instantSchema,
  home: homeSchema,
  records: z.strictObject({ items: count, bytes: count, sha256 }),
  histories: z.strictObject({ records: count, root: sha256, faults: z.array(z.string()) }),
  files: z.array(z.strictObject({ id: fileIdSchema, bytes: count, sha256 })),
  /** Kept by the records, but their bytes were gone, or others, when the office was exported. */
  missingFiles: z.array(fileIdSchema),
  vaultKeys: z.strictObject({ sha256 }).optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const exportFormat = { name: formatName, version: formatVersion, schema: manifestSchema } as const;

/** The first line of the records. */
export const headerSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  exportedAt: instantSchema,
  items: count,
});
export type Header = z.infer<typeof headerSchema>;
