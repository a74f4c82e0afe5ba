import type { Ports } from '#shared/ports.ts';
import type { FlowView } from '#shared/use-cases/flow/carry.ts';
import { checkDeliveryOf } from '#shared/use-cases/flow/ceremony-phases.ts';
import { carriedSchema } from '../carried.ts';

export const checkDelivery = (ports: Ports, payload: unknown): Promise<FlowView> =>
  checkDeliveryOf(ports, carriedSchema.parse(payload));
