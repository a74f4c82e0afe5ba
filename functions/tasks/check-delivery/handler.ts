import { observed, observedPorts } from '#functions/observed.ts';
import { readEnv } from './env.ts';
import { checkDelivery } from './task.ts';

const ports = observedPorts({ settings: readEnv() });

export const handler = observed('check-delivery', (event) => checkDelivery(ports, event));
