import type { Person } from '#shared/domain/directory.ts';
import { fileIdSchema, type ListId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { attach, checkFile } from '#shared/use-cases/files/files.ts';
import type { MemoryFiles } from './fake-ports.ts';
import { asks } from './small-world.ts';

/** A PDF that a reader opens, empty as it is. */
export const smallPdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** The secretary scans the signed minutes and attaches them. */
export async function keepMinutes(
  ports: Omit<Ports, 'files'> & { files: MemoryFiles },
  who: Person,
  list: ListId,
): Promise<void> {
  const { id } = await attach(
    ports,
    asks(who),
    { list },
    { kind: 'minutes', name: 'Biên bản.pdf', size: smallPdf.length, contentType: 'application/pdf' },
    '/',
  );
  ports.files.receive(id, smallPdf);
  await checkFile(ports, asks(who), fileIdSchema.parse(id));
}
