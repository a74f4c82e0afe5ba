import { z } from 'zod';

/** What every task of a flow is given: the record it carries and the generation of the execution. */
export const carriedSchema = z.object({ record: z.string(), generation: z.int().min(1) });
