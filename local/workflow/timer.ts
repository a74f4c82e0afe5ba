/** setTimeout fires at once when asked for more: https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const longestMs = 2_147_483_647;
// A due row that can't be worked on (a full disk) must not make the process spin.
const leastMs = 100;

/** The one timer of all executions. It wakes; what is due is decided by whoever wakes. */
export function createTimer(wake: () => void, machineMs: () => number) {
  let armedFor = Number.POSITIVE_INFINITY;
  let handle: NodeJS.Timeout | undefined;

  function stop(): void {
    clearTimeout(handle);
    armedFor = Number.POSITIVE_INFINITY;
  }

  return {
    stop,
    /** Wakes in so many milliseconds, unless it is set to wake earlier. */
    wakeIn(ms: number): void {
      const at = machineMs() + ms;
      if (at >= armedFor) return;
      stop();
      armedFor = at;
      handle = setTimeout(
        () => {
          armedFor = Number.POSITIVE_INFINITY;
          wake();
        },
        Math.min(Math.max(ms, leastMs), longestMs),
      );
      // The web server keeps the process alive, not a deadline next month.
      handle.unref();
    },
  };
}
