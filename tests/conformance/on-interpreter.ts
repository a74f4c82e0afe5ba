import type { Json } from '#shared/ports.ts';
import { createWorkflow } from '#local/workflow/create-workflow.ts';
import type { Answer, Calls, Surroundings } from './home.ts';

/** The words of the port; what a caller gets wrong by its own fault is thrown. */
const words: Readonly<Record<Answer, string>> = {
  ok: 'ok',
  ExecutionAlreadyExists: 'exists',
  ExecutionDoesNotExist: 'not running',
  InvalidName: 'TypeError',
  InvalidToken: 'gone',
  TaskTimedOut: 'gone',
  ValidationException: 'TypeError',
};

const fine: readonly string[] = ['started', 'sent'];

async function wordOf(given: Promise<string>): Promise<string> {
  try {
    const word = await given;
    return fine.includes(word) ? 'ok' : word;
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : String(error);
  }
}

export async function callsOnInterpreter(surroundings: Surroundings): Promise<Calls> {
  const { flow, tasks, run, ...rest } = surroundings;
  const workflow = createWorkflow({
    ...rest,
    flows: { case: flow },
    tasks: Object.fromEntries(tasks.map((task) => [task, (payload: Json) => run(task, payload)])),
  });
  const fields = (value: Json) => value as Readonly<Record<string, Json>>;
  return {
    workflow,
    start: (name, input) => wordOf(workflow.start('case', name, fields(input))),
    succeed: (token, output) => wordOf(workflow.resume(token, fields(output))),
    fail: (token, reason) => wordOf(workflow.fail(token, reason)),
    stop: async (name, reason) => ((await workflow.stop('case', name, reason)) ? 'ok' : 'not running'),
    async describe(name) {
      const { status, output, error, cause } = workflow.describe('case', name)!;
      return { status, output, error, cause };
    },
    says: (answer) => words[answer],
    close: async () => workflow.close(),
  };
}
