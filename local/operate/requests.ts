import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '#local/log.ts';
import { ownFolder } from '#local/own-folder.ts';
import { hasCode, placePrivateFile } from '#local/private-file.ts';
import { civilDateSchema, epochMs, instantOf, instantSchema } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';

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

/** What lies in the folder: a request, and until when somebody waits for its owner to take it. */
const askedSchema = z.strictObject({ until: instantSchema, request: requestSchema });

const requestsFolder = (dataFolder: string): string => join(dataFolder, 'requests');
const [asked, taken, answered] = ['.json', '.taken', '.answer'];

const lookEveryMs = 500;

interface Owner {
  readonly answer: (request: OperatorRequest) => Promise<OperatorAnswer>;
  readonly log: Log;
}

/** In the process that owns the file. What was asked of an earlier one is nobody's any more. @returns what ends it */
export function answerRequests(dataFolder: string, owner: Owner): () => void {
  const folder = requestsFolder(dataFolder);
  const left = new Set<string>();
  let busy = false;
  async function look(): Promise<void> {
    if (busy) return;
    busy = true;
    for (const name of namesIn(folder, owner.log).filter((one) => one.endsWith(asked) && !left.has(one))) {
      try {
        await answerOne(join(folder, name.slice(0, -asked.length)), owner.answer);
      } catch (error) {
        // An office goes on whatever lies there, and whatever the disk does.
        left.add(name);
        owner.log('RequestFailed', { error: nameOf(error) });
      }
    }
    busy = false;
  }
  ownFolder(folder);
  for (const name of namesIn(folder, owner.log)) rmSync(join(folder, name), { recursive: true, force: true });
  const timer = setInterval(() => void look(), lookEveryMs).unref();
  return () => {
    clearInterval(timer);
  };
}

function namesIn(folder: string, log: Log): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) log('RequestsUnreadable', { error: nameOf(error) });
    return [];
  }
}

async function answerOne(path: string, answer: Owner['answer']): Promise<void> {
  if (!take(path)) return;
  try {
    const said = await answerTo(readFileSync(path + taken, 'utf8'), answer);
    if (said !== undefined) placePrivateFile(path + answered, JSON.stringify(said));
  } finally {
    rmSync(path + taken, { recursive: true, force: true });
  }
}

/** @returns false for what was withdrawn meanwhile */
function take(path: string): boolean {
  try {
    renameSync(path + asked, path + taken);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

async function answerTo(text: string, answer: Owner['answer']): Promise<OperatorAnswer | undefined> {
  try {
    const { until, request } = askedSchema.parse(JSON.parse(text));
    // Whoever asked ended its command: nobody wants it done any more.
    return until < machineNow() ? undefined : await answer(request);
  } catch (error) {
    return { done: false, lines: [`Không thành công. / It failed. ${nameOf(error)}`] };
  }
}

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
};

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
  ownFolder(folder);
  const path = join(folder, randomBytes(8).toString('hex'));
  const until = instantOf(epochMs(machineNow()) + takenMs);
  placePrivateFile(path + asked, JSON.stringify({ until, request }));
  for (let waited = 0; waited < answeredMs; waited += lookEveryMs / 5) {
    // An answer is placed before what it answers is removed.
    const gone = ![asked, taken].some((ending) => existsSync(path + ending));
    if (existsSync(path + answered)) return takeAnswer(path + answered);
    if (gone) return lost;
    if (waited >= takenMs && existsSync(path + asked)) break;
    await pause(lookEveryMs / 5);
  }
  for (const ending of [asked, taken]) rmSync(path + ending, { force: true });
  return undefined;
}

/** The owner ended meanwhile, or its disk failed. */
const lost: OperatorAnswer = {
  done: false,
  lines: [
    'Chương trình đang chạy đã nhận yêu cầu nhưng không trả lời; không rõ việc đã làm xong chưa. Hãy xem lại trước khi chạy lại lệnh.',
    'The program that runs took the request and gave no answer; whether it was done is not known. Look before you run this again.',
  ],
};

function takeAnswer(path: string): OperatorAnswer {
  const answer = answerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  rmSync(path);
  return answer;
}
