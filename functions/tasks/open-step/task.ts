import type { Ports } from '#shared/ports.ts';
import { openStepOf } from '#shared/use-cases/flow/case-steps.ts';
import type { FlowView } from '#shared/use-cases/flow/carry.ts';
import { carriedSchema } from '../carried.ts';

export const openStep = (ports: Ports, payload: unknown): Promise<FlowView> =>
  openStepOf(ports, carriedSchema.parse(payload));
