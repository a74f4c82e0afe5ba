import type { DatabaseSync } from 'node:sqlite';

/** Whoever goes on with it would not know what the newer program keeps there. */
export class FileTooNew extends Error {
  readonly reason: string;
  constructor(area: string, found: number, known: number) {
    super(`Kho dữ liệu này đã được một phiên bản mới hơn của chương trình sử dụng (${area}: ${found}, ở đây là ${known}). Hãy chạy phiên bản mới ấy, hoặc khôi phục bản sao trong thư mục backups.
The file was written by a newer program: ${area} is at step ${found}, known are ${known}. Run that program, or go back to a copy in the folder backups.`);
    this.name = 'FileTooNew';
    this.reason = `${area}: ${found} > ${known}`;
  }
}

/**
 * Runs the steps that this file has not seen yet, all or none; `beforeUpgrade` first where it has seen some of them.
 * @throws FileTooNew; any other error when a step that was run reads differently now
 */
export function migrate(
  db: DatabaseSync,
  area: string,
  { steps, beforeUpgrade }: { readonly steps: readonly string[]; readonly beforeUpgrade: () => void },
): void {
  db.exec(`CREATE TABLE IF NOT EXISTS migrations (
    area TEXT NOT NULL, step INTEGER NOT NULL, sql TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (area, step)
  ) WITHOUT ROWID, STRICT`);
  const done = db.prepare('SELECT sql FROM migrations WHERE area = ? ORDER BY step').all(area);
  if (done.length > steps.length) throw new FileTooNew(area, done.length, steps.length);
  for (const [index, { sql }] of done.entries()) {
    if (sql !== steps[index]) throw new Error(`step ${index + 1} of ${area} was changed after it had run`);
  }
  if (done.length === steps.length) return;
  if (done.length > 0) beforeUpgrade();
  runSteps(db, area, steps, done.length);
}

/** Nobody else writes meanwhile: the file has one owner, and this is one turn of its event loop. */
function runSteps(db: DatabaseSync, area: string, steps: readonly string[], done: number): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    const record = db.prepare(
      "INSERT INTO migrations (area, step, sql, at) VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    );
    for (const [index, sql] of steps.entries()) {
      if (index < done) continue;
      db.exec(sql);
      record.run(area, index + 1, sql);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
