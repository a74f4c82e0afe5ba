import type { Ports } from '#shared/ports.ts';
import type { FlowView } from '#shared/use-cases/flow/carry.ts';
import { openPhaseOf } from '#shared/use-cases/flow/ceremony-phases.ts';
import { carriedSchema } from '../carried.ts';

export const openPhase = (ports: Ports, payload: unknown): Promise<FlowView> =>
  openPhaseOf(ports, carriedSchema.parse(payload));
