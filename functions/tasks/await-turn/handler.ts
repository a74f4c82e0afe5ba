import { lazyWorkflow } from '#functions/lazy-workflow.ts';
import { observed, observedPorts } from '#functions/observed.ts';
import { readEnv } from './env.ts';
import { awaitTurn } from './task.ts';

const settings = readEnv();
const ports = observedPorts({ settings, workflow: lazyWorkflow(settings) });

export const handler = observed('await-turn', (event) => awaitTurn(ports, event));
