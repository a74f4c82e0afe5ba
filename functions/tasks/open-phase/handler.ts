import { observed, observedPorts } from '#functions/observed.ts';
import { readEnv } from './env.ts';
import { openPhase } from './task.ts';

const ports = observedPorts({ settings: readEnv() });

export const handler = observed('open-phase', (event) => openPhase(ports, event));
