import { z } from 'zod';
import type { Ports } from '#shared/ports.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { nextGeneration } from '#shared/use-cases/flow/carry.ts';

/** What the execution carried stands in its input. An error says nothing of it. */
const inputSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('the input is no JSON');
      return z.NEVER;
    }
  })
  .pipe(z.object({ record: z.string(), generation: z.int().min(1) }));
const eventSchema = z.object({ detail: z.object({ input: inputSchema }) });

/**
 * An execution failed, timed out or was aborted: the next generation goes on, and what it left undone is done. The event
 * itself is believed, since Step Functions' own answer may lag behind it; told twice, it is done once.
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export async function executionEnded(ports: Ports, event: unknown): Promise<void> {
  const { record, generation } = eventSchema.parse(event).detail.input;
  await nextGeneration(ports, record, generation);
  await catchUp(ports, record);
}
