import { chmodSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { syncFolder } from '#local/private-file.ts';
import { copyWhole } from './whole-copy.ts';

const stampRow = z.object({ steps: z.int(), at: z.string() });

/**
 * Copies the whole file, as it is before an upgrade, to `backups/before-upgrade-<steps>-<time>.sqlite` beside it: an older
 * program can go on with it. Under that name it stands only when all of it is on the disk.
 */
export function backUpBeforeUpgrade(db: DatabaseSync, file: string): void {
  const { steps, at } = stampRow.parse(
    db.prepare("SELECT count(*) AS steps, strftime('%Y%m%dT%H%M%SZ', 'now') AS at FROM migrations").get(),
  );
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const kept = join(folder, `before-upgrade-${steps}-${at}.sqlite`);
  const draft = `${kept}.part`;
  copyWhole(db, draft);
  renameSync(draft, kept);
  syncFolder(folder);
}
