import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { prepared } from '#local/sqlite/statements.ts';

const steps = ['CREATE TABLE demo_played (season TEXT PRIMARY KEY, through TEXT NOT NULL) STRICT;'];
const rowSchema = z.object({ through: z.string() });

/** Whether a season was played into this file; an interrupted one is played again, its acts answer as they did. */
export function wasPlayed(database: Database, season: string): boolean {
  database.migrate('demo', steps);
  const row = database.read((db) =>
    prepared(db, 'SELECT through FROM demo_played WHERE season = ?').get(season),
  );
  return rowSchema.safeParse(row).success;
}

export async function notePlayed(database: Database, season: string, through: string): Promise<void> {
  await database.write((db) => {
    prepared(db, 'INSERT OR REPLACE INTO demo_played (season, through) VALUES (?, ?)').run(season, through);
  });
}
