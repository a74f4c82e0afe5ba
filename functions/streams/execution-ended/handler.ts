import { lazyMailer } from '#functions/lazy-mailer.ts';
import { lazyWorkflow } from '#functions/lazy-workflow.ts';
import { observed, observedPorts } from '#functions/observed.ts';
import { executionEnded } from './ended.ts';
import { readEnv } from './env.ts';

const settings = readEnv();
const ports = observedPorts({
  settings,
  workflow: lazyWorkflow(settings),
  mailer: lazyMailer(settings),
});

export const handler = observed('execution-ended', (event) => executionEnded(ports, event));
