import { z } from 'zod';
import { actorOf, type Actor } from '../../domain/actor.ts';
import type { PersonId } from '../../domain/id.ts';
import { Refusal, refusals, type RefusalCode } from '../../domain/refusal.ts';
import { CommitConflict, type Item, type Key, type Ports, type Write } from '../../ports.ts';
import { loadPerson } from '../../records/directory-record.ts';
import { decode, encode, type Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import type { Person } from '../../domain/directory.ts';

/** What the edge knows of an act: who asks, and how a retry of the very same request is told. */
export interface ActRequest {
  readonly person: PersonId;
  /** Idempotency-Key of the API, or the form's one-time key. */
  readonly key: string;
  /** SHA-256 of the body, hex. */
  readonly bodyHash: string;
  /** Version that the asker saw; the act is refused when the record has moved on since. */
  readonly ifVersion?: number;
  /** The step that the asker saw: the turn of a case, the stage of a list. What came after it was not meant. */
  readonly ifStep?: number;
}

/** The answer to an act, kept with its key so that a retry gets the first answer even when others acted since. */
export interface ActAnswer {
  readonly id: string;
  readonly version: number;
  readonly act: string;
}

const storedAnswerSchema = z.object({
  bodyHash: z.string(),
  answer: z.object({ id: z.string(), version: z.int(), act: z.string() }),
  /** Of an act in parts. */
  results: z.json().optional(),
});

/** Answers are kept for two days of machine time. */
const answerKeptSeconds = 2 * 86_400;

export interface RequestContext {
  readonly request: ActRequest;
  readonly person: Loaded<Person>;
  readonly actor: Actor;
}

/** Keys that every act reads in its one batched read, before its own. */
export const requestKeys = (request: ActRequest) =>
  [keys.person(request.person), keys.answer(request.person, request.key)] as const;

/**
 * Takes the two request items of the batched read apart.
 * @returns the first answer when this is a retry, else the context to act in
 * @throws Refusal IdempotencyKeyReused for another body under the same key, SignInNeeded for an unknown person
 */
export function openRequest(
  request: ActRequest,
  personItem: Item | undefined,
  answerItem: Item | undefined,
): { readonly answer: ActAnswer } | { readonly context: RequestContext } {
  if (answerItem !== undefined) {
    const stored = decode(storedAnswerSchema, answerItem);
    if (stored.bodyHash !== request.bodyHash) throw new Refusal('IdempotencyKeyReused');
    return { answer: stored.answer };
  }
  const person = loadPerson(personItem);
  if (person === undefined) throw new Refusal('SignInNeeded');
  return { context: { request, person, actor: actorOf(person.value) } };
}

/**
 * The one batched read of acts that make something new.
 * @param more what the request names beside itself
 * @returns the two items that `openRequest` takes apart, and those of `more` in its order
 */
export async function readRequest(ports: Ports, request: ActRequest, more: readonly Key[] = []) {
  const [person, answer, ...items] = await ports.store.get([...requestKeys(request), ...more]);
  return [person, answer, ...items] as const;
}

/** Goes into the transaction of every act: the answer under its key, and the check that the posts still stand. */
export function requestWrites(ports: Ports, context: RequestContext, answer: ActAnswer): Write[] {
  const { request, person } = context;
  return [
    answerWrite(ports, request, { answer }),
    { check: keys.person(request.person), if: { version: person.version } },
  ];
}

function answerWrite(
  ports: Ports,
  request: ActRequest,
  said: { answer: ActAnswer; results?: unknown },
): Write {
  const expiresAt = Math.floor(Date.parse(ports.clock.machine()) / 1000) + answerKeptSeconds;
  const { person, key, bodyHash } = request;
  return {
    put: encode(keys.answer(person, key), { bodyHash, ...said }, 1, { expiresAt }),
    if: { absent: true },
  };
}

/** What an act of many transactions answers: as a whole, and about each part. */
export interface PartsAnswer<Result> {
  readonly answer: ActAnswer;
  readonly results: readonly Result[];
}

/**
 * An act of many transactions, each under a key of its own, so that a retry does what is left. Once all were tried the
 * whole answer stands under the request's key, unless a part may succeed later.
 * @throws Refusal IdempotencyKeyReused for another body under the same key
 */
export async function actInParts<Result extends { readonly refusal?: RefusalCode | undefined }>(
  ports: Ports,
  request: ActRequest,
  resultSchema: z.ZodType<Result>,
  act: () => Promise<PartsAnswer<Result>>,
): Promise<PartsAnswer<Result>> {
  const first = await readPartsAnswer(ports, request, resultSchema);
  if (first !== undefined) return first;
  const done = await act();
  if (done.results.some(({ refusal }) => refusal !== undefined && refusals[refusal].retry)) return done;
  try {
    await ports.store.commit([answerWrite(ports, request, done)]);
    return done;
  } catch (error) {
    if (!(error instanceof CommitConflict)) throw error;
    return (await readPartsAnswer(ports, request, resultSchema)) ?? done;
  }
}

async function readPartsAnswer<Result>(
  ports: Ports,
  request: ActRequest,
  resultSchema: z.ZodType<Result>,
): Promise<PartsAnswer<Result> | undefined> {
  const [item] = await ports.store.get([keys.answer(request.person, request.key)]);
  if (item === undefined) return undefined;
  const { bodyHash, answer, results } = decode(storedAnswerSchema, item);
  if (bodyHash !== request.bodyHash || results === undefined) throw new Refusal('IdempotencyKeyReused');
  return { answer, results: z.array(resultSchema).parse(results) };
}

const attempts = 6;

/**
 * Runs one attempt after another while commits conflict: each attempt reads anew, so a lost race ends in the
 * refusal that the new state calls for, and a doubled request in the first answer.
 */
export async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof CommitConflict)) throw error;
      if (round === attempts) throw new Refusal('StoreBusy');
    }
  }
}
