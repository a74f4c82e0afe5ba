import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { Invocation, LoadedMark, Outcome } from './asset-worker.ts';

/** A function of the template: the very asset that synth wrote, under the very environment that the template gives. */
export interface AssetFunction {
  /** @throws Error with the name that the function's own error had, as Step Functions sees it */
  invoke(event: unknown): Promise<unknown>;
  /** Starts every execution environment, and resolves when each has loaded the asset; nothing was asked of them then. */
  prepare(): Promise<void>;
  readonly isIdle: () => boolean;
  /** Resolves when no invocation is under way. */
  idle(): Promise<void>;
  /** Ends one execution environment in the middle of whatever it does; its invocation fails as Lambda's would. */
  killOne(): Promise<void>;
  close(): Promise<void>;
}

export interface AssetOptions {
  readonly name: string;
  readonly folder: string;
  /** `handler.handler` */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly shift: BigInt64Array;
  /** Execution environments at most; each answers one event at a time. */
  readonly instances?: number;
  /** Each line that the function logs. */
  readonly log: (line: string) => void;
}

interface Waiting {
  readonly event: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Instance {
  readonly worker: Worker;
  readonly loaded: Promise<unknown>;
  busy: { readonly id: number; readonly waiting: Waiting } | undefined;
}

/** What Step Functions and the event sources get when an execution environment dies. */
class ServiceException extends Error {
  constructor(name: string) {
    super(`the environment of ${name} ended`);
    this.name = 'Lambda.ServiceException';
  }
}

export function createAssetFunction(options: AssetOptions): AssetFunction {
  const { name, instances: most = 1 } = options;
  const instances = new Set<Instance>();
  const queue: Waiting[] = [];
  let listeners: (() => void)[] = [];
  let lastId = 0;

  function pump(): void {
    while (queue.length > 0) {
      const free = [...instances].find((instance) => instance.busy === undefined) ?? startAnother();
      const waiting = free === undefined ? undefined : queue.shift();
      if (free === undefined || waiting === undefined) return;
      lastId += 1;
      free.busy = { id: lastId, waiting };
      free.worker.postMessage({ id: lastId, event: waiting.event } satisfies Invocation);
    }
    if (isIdle()) for (const tell of listeners.splice(0)) tell();
  }

  const isIdle = (): boolean => queue.length === 0 && [...instances].every(({ busy }) => busy === undefined);

  function startAnother(): Instance | undefined {
    if (instances.size >= most) return undefined;
    const worker = startWorker(options);
    // The first thing that it says; whoever waits for it learns of an asset that can't be loaded.
    const loaded = once(worker, 'message');
    loaded.catch(() => undefined);
    const instance: Instance = { worker, loaded, busy: undefined };
    worker.on('message', (said: Outcome | LoadedMark) => {
      if (said !== 'loaded') settle(instance, said);
    });
    instance.worker.on('error', (error: Error) => {
      instances.delete(instance);
      instance.busy?.waiting.reject(error);
      pump();
    });
    instance.worker.on('exit', () => {
      instances.delete(instance);
      instance.busy?.waiting.reject(new ServiceException(name));
      pump();
    });
    instances.add(instance);
    return instance;
  }

  function settle(instance: Instance, outcome: Outcome): void {
    const { busy } = instance;
    if (busy?.id !== outcome.id) return;
    instance.busy = undefined;
    if ('error' in outcome) {
      const error = new Error(outcome.error.message);
      error.name = outcome.error.name;
      busy.waiting.reject(error);
    } else busy.waiting.resolve(outcome.result);
    pump();
  }

  return {
    invoke: (event) =>
      new Promise((resolve, reject) => {
        queue.push({ event, resolve, reject });
        pump();
      }),
    async prepare() {
      while (startAnother() !== undefined);
      await Promise.all([...instances].map(({ loaded }) => loaded));
    },
    isIdle,
    idle: () =>
      isIdle()
        ? Promise.resolve()
        : new Promise((resolve) => {
            listeners = [...listeners, resolve];
          }),
    async killOne() {
      const [one] = [...instances].filter(({ busy }) => busy !== undefined);
      await one?.worker.terminate();
    },
    async close() {
      await Promise.all([...instances].map(({ worker }) => worker.terminate()));
    },
  };
}

/** What Lambda itself sets, beside the template's own variables; nothing of ours leaks in. */
function startWorker({ name, folder, entry, environment, shift, log }: AssetOptions): Worker {
  const [file = 'handler'] = entry.split('.');
  const worker = new Worker(new URL('./asset-worker.ts', import.meta.url), {
    workerData: { handler: join(folder, `${file}.mjs`), shift },
    env: {
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'rehearsal',
      AWS_SECRET_ACCESS_KEY: 'rehearsal',
      AWS_SESSION_TOKEN: 'rehearsal',
      LAMBDA_TASK_ROOT: folder,
      NODE_ENV: 'production',
      ...environment,
    },
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr]) createInterface(stream).on('line', log);
  return worker;
}
