import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { placePrivateFile } from '#local/private-file.ts';
import { civilDateSchema } from '#shared/domain/time.ts';

/**
 * One process owns the data file. What writes and is asked for by a command goes to it as a file in a folder beside the data
 * file, which only its owner may enter; the answer comes back the same way.
 */

const requestSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('rebuild'), replace: z.boolean() }),
  z.strictObject({
    command: z.literal('erase'),
    record: z.string(),
    entries: z.union([z.literal('all'), z.array(z.int())]),
    order: z.strictObject({
      number: z.string(),
      date: civilDateSchema,
      authority: z.string(),
      reason: z.string(),
    }),
  }),
]);
export type OperatorRequest = z.infer<typeof requestSchema>;

const answerSchema = z.strictObject({ done: z.boolean(), lines: z.array(z.string()) });
/** What a command prints, and whether all is well. */
export type OperatorAnswer = z.infer<typeof answerSchema>;

const requestsFolder = (dataFolder: string): string => join(dataFolder, 'requests');
const [asked, taken, answered] = ['.json', '.taken', '.answer'];

const lookEveryMs = 500;

/** In the process that owns the file. @returns what ends it */
export function answerRequests(
  dataFolder: string,
  answer: (request: OperatorRequest) => Promise<OperatorAnswer>,
): () => void {
  const folder = requestsFolder(dataFolder);
  let busy = false;
  async function look(): Promise<void> {
    if (busy || !existsSync(folder)) return;
    busy = true;
    try {
      for (const name of readdirSync(folder).filter((one) => one.endsWith(asked)))
        await answerOne(folder, name.slice(0, -asked.length), answer);
    } finally {
      busy = false;
    }
  }
  const timer = setInterval(() => void look(), lookEveryMs).unref();
  return () => {
    clearInterval(timer);
  };
}

async function answerOne(
  folder: string,
  id: string,
  answer: (request: OperatorRequest) => Promise<OperatorAnswer>,
): Promise<void> {
  renameSync(join(folder, id + asked), join(folder, id + taken));
  const said = await answerTo(readFileSync(join(folder, id + taken), 'utf8'), answer);
  placePrivateFile(join(folder, id + answered), JSON.stringify(said));
  rmSync(join(folder, id + taken), { force: true });
}

async function answerTo(
  text: string,
  answer: (request: OperatorRequest) => Promise<OperatorAnswer>,
): Promise<OperatorAnswer> {
  try {
    return await answer(requestSchema.parse(JSON.parse(text)));
  } catch (error) {
    const what = error instanceof Error ? error.name : 'unknown';
    return { done: false, lines: [`Không thành công. / It failed. ${what}`] };
  }
}

export interface Patience {
  /** Until the owner has taken the request: a program of another version never does. */
  readonly takenMs: number;
  readonly answeredMs: number;
}

const patience: Patience = { takenMs: 10_000, answeredMs: 600_000 };

/** In a command, when another process owns the file. @returns undefined when that one doesn't answer */
export async function askOwner(
  dataFolder: string,
  request: OperatorRequest,
  { takenMs, answeredMs } = patience,
): Promise<OperatorAnswer | undefined> {
  const folder = requestsFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const id = randomBytes(8).toString('hex');
  placePrivateFile(join(folder, id + asked), JSON.stringify(request));
  for (let waited = 0; waited < answeredMs; waited += lookEveryMs / 5) {
    if (existsSync(join(folder, id + answered))) return takeAnswer(join(folder, id + answered));
    if (waited >= takenMs && existsSync(join(folder, id + asked))) break;
    await pause(lookEveryMs / 5);
  }
  for (const ending of [asked, taken]) rmSync(join(folder, id + ending), { force: true });
  return undefined;
}

function takeAnswer(path: string): OperatorAnswer {
  const answer = answerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  rmSync(path);
  return answer;
}
