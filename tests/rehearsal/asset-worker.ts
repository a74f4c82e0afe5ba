import { parentPort, workerData } from 'node:worker_threads';
import { moveDate } from './shifted-time.ts';

/** One execution environment of a Lambda function: loads the asset's handler once, then answers event after event. */
interface Start {
  readonly handler: string;
  readonly shift: BigInt64Array;
}

export interface Invocation {
  readonly id: number;
  readonly event: unknown;
}

export type Outcome =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

/** The asset is loaded, and nothing was asked of it yet. */
export type LoadedMark = 'loaded';

type Handler = (event: unknown, context: object) => Promise<unknown>;

const { handler: path, shift } = workerData as Start;
moveDate(shift);
const loaded = (await import(path)) as { readonly handler: Handler };

function contextOf(id: number): object {
  return {
    awsRequestId: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    invokedFunctionArn: '',
    memoryLimitInMB: '512',
    logGroupName: '',
    logStreamName: '',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => 25_000,
  };
}

async function answer({ id, event }: Invocation): Promise<Outcome> {
  try {
    // As the runtime gives it: what can't be said in JSON never leaves a function.
    const result = JSON.parse(
      JSON.stringify((await loaded.handler(event, contextOf(id))) ?? null),
    ) as unknown;
    return { id, result };
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    return { id, error: { name: known.name, message: known.message } };
  }
}

parentPort?.on('message', (invocation: Invocation) => {
  void answer(invocation).then((outcome) => parentPort?.postMessage(outcome));
});
parentPort?.postMessage('loaded' satisfies LoadedMark);
