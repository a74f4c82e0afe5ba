import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs the steps that this file has not seen yet, all or none.
 * @throws when a step that was run reads differently now, or when a newer program has written the file.
 */
export function migrate(db: DatabaseSync, area: string, steps: readonly string[]): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(`CREATE TABLE IF NOT EXISTS migrations (
      area TEXT NOT NULL, step INTEGER NOT NULL, sql TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (area, step)
    ) WITHOUT ROWID, STRICT`);
    const done = db.prepare('SELECT sql FROM migrations WHERE area = ? ORDER BY step').all(area);
    if (done.length > steps.length) {
      throw new Error(
        `the file was written by a newer program: ${area} is at step ${String(done.length)}, known are ${String(steps.length)}`,
      );
    }
    const record = db.prepare(
      "INSERT INTO migrations (area, step, sql, at) VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    );
    for (const [index, sql] of steps.entries()) {
      const before = done[index]?.['sql'];
      if (before === sql) continue;
      if (before !== undefined)
        throw new Error(`step ${String(index + 1)} of ${area} was changed after it had run`);
      db.exec(sql);
      record.run(area, index + 1, sql);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
