import { StoreUnavailable } from '#shared/ports.ts';

/** Catches records up as they are nudged: one run a record at a time, a few records at once. */
export interface EffectsRunner {
  readonly nudge: (record: string) => void;
  /** Resolves when the record has been caught up, or could not be; never once it is closed. */
  readonly run: (record: string) => Promise<void>;
  /** Resolves when no record is being caught up or waits for it. */
  idle(): Promise<void>;
  close(): void;
}

export interface EffectsRunnerOptions {
  readonly catchUp: (record: string) => Promise<void>;
  readonly report: (error: unknown, record: string) => void;
  /** More would be faster by little, and make whoever acts meanwhile wait for all of them in each turn. */
  readonly concurrency?: number;
}

/** As long as a flow whose store can't serve waits: `runner.ts`. */
const outageRetryMs = 5_000;

/** A nudge that comes while its record is being caught up makes one more run, so that nothing is missed. */
export function createEffectsRunner({
  catchUp,
  report,
  concurrency = 4,
}: EffectsRunnerOptions): EffectsRunner {
  const waiting = new Set<string>();
  const running = new Set<string>();
  const waiters = createWaiters();
  const retries = createRetries(nudge);
  let rest = Promise.withResolvers<undefined>();
  let closed = false;

  function pump(): void {
    for (const record of waiting) {
      if (closed || running.size >= concurrency) return;
      if (running.has(record)) continue;
      waiting.delete(record);
      running.add(record);
      void run(record);
    }
  }

  async function run(record: string): Promise<void> {
    try {
      await catchUp(record);
    } catch (error) {
      // Its mark stays pending: the sweep comes back to it.
      report(error, record);
      if (error instanceof StoreUnavailable) retries.later(record);
    } finally {
      running.delete(record);
      if (!waiting.has(record)) waiters.tell(record);
      pump();
      if (isIdle()) tellIdle();
    }
  }

  const isIdle = (): boolean => running.size === 0 && (closed || waiting.size === 0);

  function tellIdle(): void {
    rest.resolve(undefined);
    rest = Promise.withResolvers();
  }

  function nudge(record: string): void {
    if (closed) return;
    waiting.add(record);
    pump();
  }

  return {
    nudge,
    run(record) {
      nudge(record);
      return waiters.wait(record);
    },
    idle: () => (isIdle() ? Promise.resolve() : rest.promise),
    close() {
      closed = true;
      retries.stop();
      if (isIdle()) tellIdle();
    },
  };
}

/** Who waits for which record. */
function createWaiters() {
  const awaited = new Map<string, PromiseWithResolvers<undefined>>();
  return {
    wait(record: string): Promise<undefined> {
      const known = awaited.get(record) ?? Promise.withResolvers<undefined>();
      awaited.set(record, known);
      return known.promise;
    },
    tell(record: string): void {
      awaited.get(record)?.resolve(undefined);
      awaited.delete(record);
    },
  };
}

/** A full disk that has space again must not wait for the sweep. */
function createRetries(nudge: (record: string) => void) {
  const timers = new Set<NodeJS.Timeout>();
  return {
    later(record: string): void {
      const timer = setTimeout(() => {
        timers.delete(timer);
        nudge(record);
      }, outageRetryMs);
      timer.unref();
      timers.add(timer);
    },
    stop(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
