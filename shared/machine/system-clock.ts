import { dayOf, instantOf, type Instant } from '#shared/domain/time.ts';
import type { Clock } from '#shared/ports.ts';

/** The one place that asks the machine what time it is. */
export const machineNow = (): Instant => instantOf(Date.now());

/** An office's own clock, and that of the AWS home: office time and machine time are both the machine's. */
export function createSystemClock(): Clock {
  return { office: machineNow, today: () => dayOf(machineNow()), machine: machineNow };
}
