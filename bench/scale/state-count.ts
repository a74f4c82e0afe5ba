import type { Database } from '#local/sqlite/database.ts';

/** How often each state was entered, as Step Functions bills it: each retry counts as one more. */
export type States = ReadonlyMap<string, number>;

/**
 * Counts in the database itself, beside the interpreter: each transition is one write of the execution's row.
 * https://aws.amazon.com/step-functions/pricing/
 */
export async function countStates(database: Database): Promise<() => States> {
  await database.write((db) => {
    db.exec(`
      CREATE TEMP TABLE entered (state TEXT NOT NULL);
      CREATE TEMP TRIGGER started AFTER INSERT ON executions
        BEGIN INSERT INTO entered VALUES (NEW.state); END;
      CREATE TEMP TRIGGER moved AFTER UPDATE ON executions WHEN NEW.state <> OLD.state
        BEGIN INSERT INTO entered VALUES (NEW.state); END;
      CREATE TEMP TRIGGER retried AFTER UPDATE ON executions
        WHEN NEW.state = OLD.state AND OLD.phase = 'retrying' AND NEW.phase <> 'retrying'
        BEGIN INSERT INTO entered VALUES (NEW.state); END;`);
  });
  return () =>
    database.read((db) => {
      const rows = db
        .prepare('SELECT state, count(*) AS times FROM entered GROUP BY state ORDER BY state')
        .all();
      return new Map(rows.map(({ state, times }) => [String(state), Number(times)]));
    });
}

export const total = (states: States): number => [...states.values()].reduce((sum, times) => sum + times, 0);
