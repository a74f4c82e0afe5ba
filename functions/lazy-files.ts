import { keep } from '#shared/machine/kept.ts';
import type { Files } from '#shared/ports.ts';

/** Reads the client of S3 from disk when a file is first attached, checked or linked to. */
export function lazyFiles(settings: { readonly FILES_BUCKET: string; readonly PUBLIC_URL: string }): Files {
  const options = { bucket: settings.FILES_BUCKET, publicUrl: settings.PUBLIC_URL };
  const { read: files } = keep(async () => (await import('#shared/files/s3-files.ts')).openS3Files(options));
  return {
    prepareUpload: async (fileId, limits, redirectTo) =>
      (await files()).prepareUpload(fileId, limits, redirectTo),
    inspect: async (fileId) => (await files()).inspect(fileId),
    release: async (fileId, revision, paper) => (await files()).release(fileId, revision, paper),
    discard: async (fileId) => (await files()).discard(fileId),
    link: async (fileId, name, contentType) => (await files()).link(fileId, name, contentType),
  };
}
