import { z } from 'zod';
import { attachmentKinds } from './case.ts';
import { limits } from './case-command.ts';
import { fileTypes } from './file-type.ts';
import { fileIdSchema, personIdSchema } from './id.ts';
import { Refusal } from './refusal.ts';
import { tidyLine } from './text.ts';
import { civilDateSchema } from './time.ts';

/** The largest file, in bytes: a long scan of minutes, not a film. */
export const maxFileBytes = 15 * 1024 * 1024;

export const fileStates = ['expected', 'kept', 'refused'] as const;

/** Why bytes that came were not kept: not the size that was declared, too large, or of another type than their name. */
export const fileFaults = ['otherSize', 'tooLarge', 'otherType'] as const;
export type FileFault = (typeof fileFaults)[number];

/** A paper of a case or a list. Its bytes lie elsewhere, under its id. */
export const fileSchema = z.object({
  id: fileIdSchema,
  /** `CASE#…` or `LIST#…`. */
  record: z.string(),
  kind: z.enum(attachmentKinds),
  name: z.string(),
  contentType: z.string(),
  /** As declared, then as it came; 0 until it came where a form without script could not say. */
  size: z.int(),
  sha256: z.string().optional(),
  state: z.enum(fileStates),
  by: personIdSchema,
  on: civilDateSchema,
  reason: z.enum(fileFaults).optional(),
});
export type StoredFile = z.infer<typeof fileSchema>;

/** Browsers of old send whole paths; only what stands behind the last slash is a name. */
function nameOf(sent: string): string {
  return tidyLine(sent.split(/[/\\]/).at(-1) ?? '').replace(/^\.+/, '');
}

export const attachCommandSchema = z.object({
  kind: z.enum(attachmentKinds),
  name: z
    .string()
    .transform(nameOf)
    .pipe(z.string().min(1, { error: 'empty' }).max(limits.name, { error: 'tooLong' })),
  /** 0 where the sender can't say: a form without script. */
  size: z.int().min(0),
  contentType: z.string(),
});
export type AttachCommand = z.infer<typeof attachCommandSchema>;

/** @throws Refusal FileTooLarge, FileTypeRefused naming what is allowed */
export function checkDeclared(command: AttachCommand): void {
  if (command.size > maxFileBytes) {
    throw new Refusal('FileTooLarge', { size: command.size, max: maxFileBytes }, [
      { field: 'size', code: 'tooLarge', limit: maxFileBytes },
    ]);
  }
  if (fileTypes.some((type) => type.contentType === command.contentType)) return;
  const allowed = fileTypes.map((type) => type.extension);
  throw new Refusal('FileTypeRefused', { contentType: command.contentType, allowed });
}
