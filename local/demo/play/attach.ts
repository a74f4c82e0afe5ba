import { z } from 'zod';
import type { AttachmentKind } from '../season-event.ts';
import { paper } from './pdf.ts';
import { perform, type Stage } from './stage.ts';

const expectedSchema = z.looseObject({
  id: z.string(),
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }).optional(),
});

const keptSchema = z.looseObject({ state: z.string() });

/** Announces the file, puts its bytes where the answer says, has it checked. */
export async function attach(
  stage: Stage,
  record: string,
  file: { kind: AttachmentKind; name: string },
): Promise<void> {
  const document = paper(file.name, file.name);
  const { size, type: contentType } = document;
  const announced = await perform(stage, 'attach', `${record}/files`, { ...file, size, contentType });
  const { id, upload } = expectedSchema.parse(announced);
  // On a replay the file is there already and its place takes no second one; the check tells.
  if (upload !== undefined) await stage.api.upload(upload.url, upload.fields, document);
  const { state } = keptSchema.parse(await perform(stage, 'check', `/api/files/${id}/check`, {}));
  if (state !== 'kept') throw new Error(`${record}: "${file.name}" is ${state}`);
}
