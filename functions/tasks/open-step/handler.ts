import { observed, observedPorts } from '#functions/observed.ts';
import { readEnv } from './env.ts';
import { openStep } from './task.ts';

const ports = observedPorts({ settings: readEnv() });

export const handler = observed('open-step', (event) => openStep(ports, event));
