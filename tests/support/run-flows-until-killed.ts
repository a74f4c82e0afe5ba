import { instantOf } from '#shared/domain/time.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createWorkflow } from '#local/workflow/create-workflow.ts';

// A process of its own: starts executions for ever, and says each that was started and each task that was called.
const [file = '', flow = ''] = process.argv.slice(2);
const now = () => instantOf(Date.now());
const say = (line: string) => process.stdout.write(`${line}\n`);

let drawn = 0;
const workflow = createWorkflow({
  // Every other backoff is none at all.
  jitter: () => (drawn++ % 2 === 0 ? 0 : 0.9),
  database: openDatabase(file),
  clock: { office: now, machine: now },
  flows: { case: flow },
  tasks: {
    ask: async (payload) => say(`ask ${JSON.stringify(payload)}`),
    'ask-again': async (payload) => {
      say(`ask-again ${JSON.stringify(payload)}`);
      if ((payload as { attempt: number }).attempt < 2) throw new Error('busy until the third attempt');
    },
    'await-step': async (payload) => {
      const { token } = payload as { token: string };
      // One token of two comes back while the function runs, as a raised turn does.
      if (token < 'a') say((await workflow.resume(token, {})) === 'sent' ? 'sent' : 'gone');
    },
  },
});

for (let first = 0; ; first += 8) {
  const names = Array.from({ length: 8 }, (_, n) => `A-${String(first + n)}`);
  await Promise.all(names.map((name) => workflow.start('case', name, { name })));
  for (const name of names) say(`started ${name}`);
}
