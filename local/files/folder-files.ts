import { safeReturnTo } from '#shared/http/return-to.ts';
import type { Clock, Files } from '#shared/ports.ts';
import { createFileFolder, type FileFolder } from './file-folder.ts';
import { createTickets, type Tickets } from './tickets.ts';

/** Paths of `createFileRoutes` under the public origin. */
export const uploadPath = '/uploads';
export const downloadPath = '/downloads';

export const uploadNames = ['id', 'maxBytes', 'redirectTo'] as const;
export const downloadNames = ['id', 'name', 'contentType'] as const;

const uploadValidMs = 15 * 60_000;
const linkValidMs = 5 * 60_000;

/** The Files port in a folder of the home; `folder` and `tickets` are for the routes that its forms and links lead to. */
export interface FolderFiles extends Files {
  readonly folder: FileFolder;
  readonly tickets: Tickets;
}

export interface FolderFilesOptions {
  /** Beside the data file; gets `quarantine/`, `kept/` and `file-link-key`. */
  readonly dataFolder: string;
  /** Origin, no trailing slash. */
  readonly publicUrl: string;
  readonly clock: Pick<Clock, 'machine'>;
}

export function createFolderFiles({ dataFolder, publicUrl, clock }: FolderFilesOptions): FolderFiles {
  const folder = createFileFolder(dataFolder);
  const tickets = createTickets(dataFolder, clock);
  return {
    folder,
    tickets,
    async prepareUpload(fileId, { maxBytes }, redirectTo) {
      const path = redirectTo.startsWith(`${publicUrl}/`) ? redirectTo.slice(publicUrl.length) : redirectTo;
      const ticket = { id: fileId, maxBytes: String(maxBytes), redirectTo: safeReturnTo(path) };
      return { url: publicUrl + uploadPath, fields: tickets.sign('upload', ticket, uploadValidMs) };
    },
    inspect: (fileId) => folder.inspect(fileId),
    release: (fileId, revision) => folder.release(fileId, revision),
    discard: (fileId) => folder.discard(fileId),
    async link(fileId, name, contentType) {
      const ticket = tickets.sign('download', { id: fileId, name, contentType }, linkValidMs);
      return `${publicUrl}${downloadPath}?${new URLSearchParams(ticket).toString()}`;
    },
  };
}
