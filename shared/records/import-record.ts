import { z } from 'zod';
import { instantSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { loaded, replace, type Loaded } from './item.ts';
import { keys } from './keys.ts';

/** From which export an office came, and how far it came; none where an office began. */
const importMarkSchema = z.object({
  /** SHA-256 of the export's manifest. */
  manifest: z.string(),
  /** Verified: all stands and was read back, but for what sets the home in motion. */
  state: z.enum(['importing', 'verified', 'complete']),
  /** Machine time. */
  at: instantSchema,
});
export type ImportMark = z.infer<typeof importMarkSchema>;

export const loadImportMark = (item: Item | undefined): Loaded<ImportMark> | undefined =>
  loaded(importMarkSchema, item);

/** Whether only a part of an office stands here so far. */
export function isImportUnfinished(item: Item | undefined): boolean {
  const mark = loadImportMark(item);
  return mark !== undefined && mark.value.state !== 'complete';
}

export const importMarkWrite = (before: Loaded<ImportMark> | undefined, after: ImportMark): Write =>
  replace(keys.importMark(), after, before);
