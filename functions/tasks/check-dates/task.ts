import type { Ports } from '#shared/ports.ts';
import { checkDatesOf } from '#shared/use-cases/flow/case-steps.ts';
import type { FlowView } from '#shared/use-cases/flow/carry.ts';
import { carriedSchema } from '../carried.ts';

export const checkDates = (ports: Ports, payload: unknown): Promise<FlowView> =>
  checkDatesOf(ports, carriedSchema.parse(payload));
