export interface WorkQueue {
  /** Asking twice before it is taken up is asking once. */
  readonly add: (id: string) => void;
  /** Resolves when nothing waits and nothing runs. */
  readonly idle: () => Promise<void>;
  /** Takes nothing up any more. */
  readonly stop: () => void;
}

/** First come, first served, one transition a turn: a long flow never keeps a short one waiting. */
export function createWorkQueue(work: (id: string) => Promise<void>, limit: number): WorkQueue {
  const waiting = new Set<string>();
  let running = 0;
  let stopped = false;
  let listeners: (() => void)[] = [];

  function pump(): void {
    for (const id of waiting) {
      if (running >= limit || stopped) break;
      waiting.delete(id);
      running += 1;
      void work(id).finally(() => {
        running -= 1;
        pump();
      });
    }
    if (running === 0 && (waiting.size === 0 || stopped)) {
      for (const listener of listeners) listener();
      listeners = [];
    }
  }

  return {
    add: (id) => {
      waiting.add(id);
      pump();
    },
    idle: () =>
      new Promise((resolve) => {
        listeners.push(resolve);
        pump();
      }),
    stop: () => {
      stopped = true;
      waiting.clear();
    },
  };
}
