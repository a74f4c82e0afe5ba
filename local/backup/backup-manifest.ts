import { z } from 'zod';
import { fileIdSchema } from '#shared/domain/id.ts';
import { instantSchema } from '#shared/domain/time.ts';

/** Of the data folder, as it goes into a backup: names are the same there. */
export const keptFolder = 'kept';
/** Apart from what they open; to be kept apart from it too. */
export const keysFolder = 'keys';
/** The vault's keys, and the authority that machines of the office trust. */
export const keyFiles = ['vault-key', 'office-ca.pem'] as const;

const count = z.int().min(0);
const part = z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const manifestSchema = z.strictObject({
  format: z.literal('vinh-danh/backup'),
  version: z.literal(1),
  /** Machine time, shortly before the moment that was copied. */
  madeAt: instantSchema,
  data: part,
  histories: z.strictObject({ records: count, root: part.shape.sha256, faults: z.array(z.string()) }),
  /** Also told where the keys stayed behind, so that the right ones are known again. */
  keys: z.array(part.extend({ name: z.enum(keyFiles) })),
  files: z.array(part.extend({ id: fileIdSchema })),
  /** Kept by the records, but their bytes were gone, or others, when the backup was made. */
  missingFiles: z.array(fileIdSchema),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export const backupFormat = { name: 'vinh-danh/backup', version: 1, schema: manifestSchema } as const;
