import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import type { Database } from '#local/sqlite/database.ts';
import { hasTable, prepared } from '#local/sqlite/statements.ts';

const steps = ['CREATE TABLE demo_played (season TEXT PRIMARY KEY, through TEXT NOT NULL) STRICT;'];
const rowSchema = z.object({ through: civilDateSchema });

/** The day through which a season was played into this file; an interrupted play is begun again and answers as it did. */
export function playedThrough(database: Database, season: string): CivilDate | undefined {
  database.migrate('demo', steps);
  const row = database.read((db) =>
    prepared(db, 'SELECT through FROM demo_played WHERE season = ?').get(season),
  );
  return row === undefined ? undefined : rowSchema.parse(row).through;
}

const rowsSchema = z.array(z.object({ season: z.string(), through: civilDateSchema }));

export function readPlayed(db: DatabaseSync): Readonly<Record<string, CivilDate>> {
  const rows = hasTable(db, 'demo_played') ? db.prepare('SELECT season, through FROM demo_played').all() : [];
  return Object.fromEntries(rowsSchema.parse(rows).map(({ season, through }) => [season, through]));
}

export async function notePlayed(database: Database, season: string, through: string): Promise<void> {
  database.migrate('demo', steps);
  await database.write((db) => {
    prepared(db, 'INSERT OR REPLACE INTO demo_played (season, through) VALUES (?, ?)').run(season, through);
  });
}
