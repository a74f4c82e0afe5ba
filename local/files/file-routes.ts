import { Hono } from 'hono';
import { Refusal } from '#shared/domain/refusal.ts';
import { attachmentNamed } from '#shared/files/content-disposition.ts';
import { downloadNames, downloadPath, uploadNames, uploadPath, type FolderFiles } from './folder-files.ts';
import { createIncoming, readForm } from './multipart.ts';

const maxDrained = 64 * 1024 * 1024;

/**
 * Where the forms and links of `createFolderFiles` lead. The signature is the right to use them: no sign-in, no
 * one-time key of a form is asked for. What is refused is thrown, for the app's own `onError`.
 */
export function createFileRoutes({ folder, tickets }: Pick<FolderFiles, 'folder' | 'tickets'>): Hono {
  const app = new Hono();

  app.post(uploadPath, async (c) => {
    const incoming = createIncoming(c.req.raw.body);
    try {
      const { fields, file } = await readForm(c.req.header('content-type'), incoming);
      const ticket = tickets.verify('upload', uploadNames, fields);
      await folder.receive(ticket['id'] ?? '', file, Number(ticket['maxBytes']));
      return c.redirect(ticket['redirectTo'] ?? '/', 303);
    } finally {
      await incoming.drain(maxDrained);
    }
  });

  app.get(downloadPath, async (c) => {
    const ticket = tickets.verify('download', downloadNames, new Map(Object.entries(c.req.query())));
    const found = await folder.read(ticket['id'] ?? '');
    if (found === undefined) throw new Refusal('FileNotFound');
    return c.body(found.bytes, 200, {
      'content-type': ticket['contentType'] ?? 'application/octet-stream',
      'content-length': String(found.size),
      'content-disposition': attachmentNamed(ticket['name'] ?? ''),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    });
  });

  return app;
}
