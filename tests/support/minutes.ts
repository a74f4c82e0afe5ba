import type { Person } from '#shared/domain/directory.ts';
import type { AttachCommand } from '#shared/domain/file.ts';
import { fileIdSchema, type ListId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { attach, checkFile } from '#shared/use-cases/files/files.ts';
import type { FileTarget } from '#shared/use-cases/files/file-scene.ts';
import type { MemoryFiles } from './fake-ports.ts';
import { asks } from './small-world.ts';

/** A PDF that a reader opens, empty as it is. */
export const smallPdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

type Home = Omit<Ports, 'files'> & { files: MemoryFiles };

/** The secretary scans the signed minutes and attaches them. */
export const keepMinutes = (ports: Home, who: Person, list: ListId): Promise<void> =>
  keepPaper(ports, who, { list }, 'minutes');

/** The records clerk scans what was signed with ink and attaches it. */
export const keepScan = (ports: Home, who: Person, list: ListId): Promise<void> =>
  keepPaper(ports, who, { list }, 'scan');

export async function keepPaper(
  ports: Home,
  who: Person,
  target: FileTarget,
  kind: AttachCommand['kind'],
): Promise<void> {
  const { id } = await attach(
    ports,
    asks(who),
    target,
    { kind, name: 'Bản quét.pdf', size: smallPdf.length, contentType: 'application/pdf' },
    '/',
  );
  ports.files.receive(id, smallPdf);
  await checkFile(ports, asks(who), fileIdSchema.parse(id));
}
