import fs, { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { createFileFolder } from '#local/files/file-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-files-'));
const files = createFileFolder(folder);
const id = '01Z00000000000000000000001';

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true });
});

it('a checked paper that the disk can’t keep is refused as failing storage, and kept once it can', async () => {
  await files.receive(id, new Blob(['%PDF-1.7']).stream(), 100);
  const { revision = '' } = (await files.inspect(id)) ?? {};
  vi.spyOn(fs, 'renameSync').mockImplementationOnce(() => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  syncBuiltinESMExports();
  await expect(files.release(id, revision)).rejects.toMatchObject({ name: 'StorageFailing' });
  expect(await files.read(id)).toBeUndefined();
  await files.release(id, revision);
  expect((await files.read(id))?.size).toBe(8);
});
