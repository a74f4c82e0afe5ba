import { observed, observedPorts } from '#functions/observed.ts';
import { readEnv } from './env.ts';
import { checkDates } from './task.ts';

const ports = observedPorts({ settings: readEnv() });

export const handler = observed('check-dates', (event) => checkDates(ports, event));
