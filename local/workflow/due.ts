import { epochMs, type Instant } from '#shared/domain/time.ts';
import type { Clock } from '#shared/ports.ts';

export type TwoClocks = Pick<Clock, 'office' | 'machine'>;

export interface Dues {
  /** Office time. */
  readonly due?: Instant | null | undefined;
  readonly endDue?: Instant | null | undefined;
  /** Machine time. */
  readonly backoffDue?: Instant | null | undefined;
}

/** @returns milliseconds until the first of them, 0 when it is past, undefined when there is none. */
export function untilDue(dues: Dues, clock: TwoClocks): number | undefined {
  const until = (due: Instant | null | undefined, now: Instant) =>
    due === null || due === undefined ? Number.POSITIVE_INFINITY : Math.max(0, epochMs(due) - epochMs(now));
  const ms = Math.min(
    until(dues.due, clock.office()),
    until(dues.endDue, clock.office()),
    until(dues.backoffDue, clock.machine()),
  );
  return ms === Number.POSITIVE_INFINITY ? undefined : ms;
}

export function isDue(dues: Dues, clock: TwoClocks): boolean {
  return untilDue(dues, clock) === 0;
}
