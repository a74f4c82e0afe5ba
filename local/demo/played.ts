import { z } from 'zod';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import type { Database } from '#local/sqlite/database.ts';
import { prepared } from '#local/sqlite/statements.ts';

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

export async function notePlayed(database: Database, season: string, through: string): Promise<void> {
  await database.write((db) => {
    prepared(db, 'INSERT OR REPLACE INTO demo_played (season, through) VALUES (?, ?)').run(season, through);
  });
}
