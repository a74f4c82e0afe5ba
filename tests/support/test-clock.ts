import { addDays, at, dayOf, epochMs, instantOf, instantSchema, type Instant } from '#shared/domain/time.ts';
import type { Clock } from '#shared/ports.ts';

/** Stands still until it is told to move. */
export interface TestClock extends Clock {
  setOffice(instant: Instant): void;
  setMachine(instant: Instant): void;
  /** Time passes: both clocks move on. */
  advance(ms: number): void;
  /** 08:00 of the office's next day; machine time stays. */
  nextDay(): void;
}

export function createTestClock(start: string): TestClock {
  let office = instantSchema.parse(start);
  let machine = office;
  return {
    office: () => office,
    today: () => dayOf(office),
    machine: () => machine,
    setOffice(instant) {
      office = instant;
    },
    setMachine(instant) {
      machine = instant;
    },
    advance(ms) {
      office = instantOf(epochMs(office) + ms);
      machine = instantOf(epochMs(machine) + ms);
    },
    nextDay() {
      office = at(addDays(dayOf(office), 1), 8);
    },
  };
}
