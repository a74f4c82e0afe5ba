import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { hasTable, prepared } from '#local/sqlite/statements.ts';
import { addDays, at, dayOf, epochMs, instantOf, instantSchema, type Instant } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import type { Clock } from '#shared/ports.ts';

export interface SimulatedClock extends Clock {
  /**
   * Sets the office's clock; it runs on from there. Whoever waits for office time must be told (the workflow's `tick`).
   * @throws OfficeTimeBackwards unless `force`: what was done later would then lie in the future.
   */
  setOffice(instant: Instant, options?: { readonly force?: boolean }): Promise<void>;
  /** Notes what the clock shows, so that it goes on from there when the program ends. To be called now and then. */
  readonly keep: () => Promise<void>;
  /** Sets the office's clock unless it shows that moment or a later one already. */
  readonly advanceTo: (instant: Instant) => Promise<void>;
  /** 08:00 of the next day in Asia/Ho_Chi_Minh. @returns what the office's clock shows then */
  nextDay(): Promise<Instant>;
}

export class OfficeTimeBackwards extends Error {
  constructor(from: Instant, to: Instant) {
    super(`the office's clock shows ${from} and can't go back to ${to}`);
    this.name = 'OfficeTimeBackwards';
  }
}

const steps = [
  `CREATE TABLE office_clock (
    only INTEGER PRIMARY KEY CHECK (only = 1), office TEXT NOT NULL, machine TEXT NOT NULL
  ) STRICT;`,
];

/** What the office's clock showed at a moment of machine time; it has run on since. */
const pairSchema = z.object({ office: instantSchema, machine: instantSchema });
type Pair = z.infer<typeof pairSchema>;

const readPair = 'SELECT office, machine FROM office_clock';
const writePair = `INSERT INTO office_clock (only, office, machine) VALUES (1, :office, :machine)
  ON CONFLICT (only) DO UPDATE SET office = excluded.office, machine = excluded.machine`;

/** What the clock of a demo's file showed when it was last noted; undefined where office time was never simulated. */
export function readOfficeTime(db: DatabaseSync): Instant | undefined {
  const stored = hasTable(db, 'office_clock') ? db.prepare(readPair).get() : undefined;
  return stored === undefined ? undefined : pairSchema.parse(stored).office;
}

/**
 * Office time that began at `startAt` when the file was new and runs as fast as the machine's while the program does;
 * while it is off, the office's clock stands. For a demo, a rehearsal, tests.
 */
export async function createSimulatedClock(
  database: Database,
  startAt: Instant,
  machine: () => Instant = machineNow,
): Promise<SimulatedClock> {
  database.migrate('office-clock', steps);
  let pair = await database.write((db) => {
    const stored = prepared(db, readPair).get();
    if (stored !== undefined) return { office: pairSchema.parse(stored).office, machine: machine() };
    const fresh = { office: startAt, machine: machine() };
    prepared(db, writePair).run(fresh);
    return fresh;
  });

  // A machine clock that was put back must not take the office back with it.
  const shownBy = ({ office, machine: since }: Pair): Instant =>
    instantOf(epochMs(office) + Math.max(0, epochMs(machine()) - epochMs(since)));

  /** Moves queue up in the file's own order; what could not be written never happened. */
  async function move(next: (now: Instant) => Instant, force: boolean): Promise<Instant> {
    const before = pair;
    try {
      return await database.write((db) => {
        const now = shownBy(pair);
        const moved = { office: next(now), machine: machine() };
        if (moved.office < now && !force) throw new OfficeTimeBackwards(now, moved.office);
        prepared(db, writePair).run(moved);
        pair = moved;
        return moved.office;
      });
    } catch (error) {
      pair = before;
      throw error;
    }
  }

  return {
    office: () => shownBy(pair),
    today: () => dayOf(shownBy(pair)),
    machine,
    async setOffice(instant, { force = false } = {}) {
      await move(() => instant, force);
    },
    keep: async () => {
      await move((now) => now, false);
    },
    async advanceTo(instant) {
      await move((now) => (now < instant ? instant : now), false);
    },
    nextDay: () => move((now) => at(addDays(dayOf(now), 1), 8), false),
  };
}
