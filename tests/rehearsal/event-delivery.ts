import type { AssetFunction } from './asset-function.ts';

/** An event as Lambda takes it from EventBridge or Scheduler: answered at once, run and run again in its own time. */
export interface EventDelivery {
  /** Resolves when the function has done it, or was given up. */
  deliver(target: AssetFunction, event: unknown): Promise<void>;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
}

export interface DeliveryOptions {
  /** As the template has them for this function. */
  readonly retriesOf: (target: AssetFunction) => number;
  /** What a dead-letter queue would get. */
  readonly onGivenUp: (event: unknown, error: unknown) => void;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html, without its minutes between two tries */
export function createEventDelivery({ retriesOf, onGivenUp }: DeliveryOptions): EventDelivery {
  const underWay = new Set<Promise<void>>();

  async function run(target: AssetFunction, event: unknown): Promise<void> {
    for (let left = retriesOf(target); ; left -= 1) {
      try {
        await target.invoke(event);
        return;
      } catch (error) {
        if (left > 0) continue;
        onGivenUp(event, error);
        return;
      }
    }
  }

  return {
    deliver(target, event) {
      const running = run(target, event).finally(() => underWay.delete(running));
      underWay.add(running);
      return running;
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
