import { z } from 'zod';
import type { ActAnswer } from '#shared/use-cases/acting/request.ts';
import type { Answer, Reply } from './route.ts';

/** Answers that many routes give. */

const actAnswerSchema = z.object({
  id: z.string(),
  version: z.int().describe('Version of the record after the act; also in ETag.'),
  act: z.string(),
});

export const actAnswers: Readonly<Record<number, Answer>> = {
  200: {
    description: 'Done. A retry with the same Idempotency-Key gets this first answer.',
    schema: actAnswerSchema,
  },
};

export const madeAnswers: Readonly<Record<number, Answer>> = {
  201: {
    description: 'Made. A retry with the same Idempotency-Key gets this first answer.',
    schema: actAnswerSchema,
  },
};

/** What was read, as the schema has it, or as an object whose fields the description tells. */
export function shown(
  description: string,
  schema: z.ZodType = z.looseObject({}),
): Readonly<Record<number, Answer>> {
  return { 200: { description, schema } };
}

export function acted(answer: ActAnswer): Reply {
  return { status: 200, body: answer, version: answer.version };
}

/** @param collection the address under which the new record stands, without a trailing slash */
export function made(answer: ActAnswer, collection: string): Reply {
  return { status: 201, body: answer, version: answer.version, location: `${collection}/${answer.id}` };
}

/** `notRecommend`: `not-recommend`, as addresses have it. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
