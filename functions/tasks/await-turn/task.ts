import { z } from 'zod';
import type { Ports } from '#shared/ports.ts';
import { awaitTurn as awaitTurnOf } from '#shared/use-cases/flow/carry.ts';
import { carriedSchema } from '../carried.ts';

const waitSchema = carriedSchema.extend({
  turn: z.int(),
  wakeInSeconds: z.int().min(1),
  token: z.string().min(1),
});

export const awaitTurn = (ports: Ports, payload: unknown): Promise<void> =>
  awaitTurnOf(ports, waitSchema.parse(payload));
