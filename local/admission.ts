import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Refusal } from '#shared/domain/refusal.ts';
import { languageOf, problemOf } from '#shared/http/problem.ts';

/** How many requests are under way at once, and how many wait for that; a client is an address. */
export interface AdmissionLimits {
  /** Of all clients together. */
  readonly atOnce: number;
  /** Of one client that is alone: what is left is there at once for whoever comes, however slow the others are. */
  readonly ofOneAlone: number;
  /** Of one client while others are there, too. */
  readonly ofOneAmongOthers: number;
  readonly waiting: number;
  readonly waitingOfOne: number;
  /**
   * Who has more than so many waiting while others are there gets one at a time, and rests after it, so many times as long
   * as it took: a browser never has, a program that loops has at once. Never longer than so many milliseconds: many people
   * may stand behind one address, who all open a page at nine, and then go on faster than one at a time would be taken up.
   */
  readonly restsBeyondWaiting: number;
  readonly restsTimes: number;
  readonly restsAtMostMs: number;
  /** Who asked so lately is there. Milliseconds. */
  readonly thereForMs: number;
  /** A client that is refused hears so only after a while, so that it can't ask again as fast as we refuse. Milliseconds. */
  readonly refusedAfterMs: number;
}

export const officeLimits: AdmissionLimits = {
  atOnce: 32,
  ofOneAlone: 24,
  ofOneAmongOthers: 2,
  waiting: 256,
  waitingOfOne: 64,
  restsBeyondWaiting: 8,
  restsTimes: 9,
  restsAtMostMs: 100,
  thereForMs: 5_000,
  refusedAfterMs: 250,
};

interface Lane {
  running: number;
  seenAt: number;
  rests: boolean;
  readonly waiting: (() => void)[];
}

/** Who is there, and how many of one may be under way. */
function createLanes(nowMs: () => number, limits: AdmissionLimits) {
  const lanes = new Map<string, Lane>();

  function laneOf(client: string): Lane {
    const lane = lanes.get(client) ?? { running: 0, seenAt: 0, rests: false, waiting: [] };
    lane.seenAt = nowMs();
    lanes.set(client, lane);
    return lane;
  }

  const asksMuch = ({ waiting }: Lane): boolean => waiting.length > limits.restsBeyondWaiting;

  function mostOf(lane: Lane): number {
    const since = nowMs() - limits.thereForMs;
    for (const [client, lane] of lanes)
      if (lane.running === 0 && lane.waiting.length === 0 && lane.seenAt < since) lanes.delete(client);
    if (lanes.size === 1) return limits.ofOneAlone;
    return asksMuch(lane) ? 1 : limits.ofOneAmongOthers;
  }

  const mayEnter = (lane: Lane): boolean => lane.running < mostOf(lane) && !lane.rests;

  return { lanes, laneOf, mayEnter, asksMuch };
}

/**
 * Lets requests in fairly: a client after the other, few of each at once when there are several. What can't even wait is
 * refused with 429 where one client asks too much, with 503 where all do; nothing of it has been read then.
 * @param nowMs machine time
 */
export function withAdmission(
  listener: RequestListener,
  nowMs: () => number,
  limits: AdmissionLimits = officeLimits,
): RequestListener {
  const { lanes, laneOf, mayEnter, asksMuch } = createLanes(nowMs, limits);
  let running = 0;
  let waiting = 0;

  function letIn(lane: Lane, start: () => void): void {
    running += 1;
    lane.running += 1;
    start();
  }

  /** Whoever was let in goes to the end of the row. */
  function letNextIn(): void {
    for (const [client, lane] of [...lanes]) {
      if (running >= limits.atOnce) return;
      const next = mayEnter(lane) ? lane.waiting.shift() : undefined;
      if (next === undefined) continue;
      waiting -= 1;
      lanes.delete(client);
      lanes.set(client, lane);
      letIn(lane, next);
    }
  }

  const endRest = (lane: Lane): void => {
    lane.rests = false;
    letNextIn();
  };

  function leave(lane: Lane, tookMs: number): void {
    running -= 1;
    lane.running -= 1;
    if (asksMuch(lane) && lanes.size > 1) {
      lane.rests = true;
      setTimeout(endRest, restAfter(tookMs, limits), lane).unref();
    }
    letNextIn();
  }

  return (request, response) => {
    const lane = laneOf(request.socket.remoteAddress ?? '');
    const start = (): void => {
      const began = nowMs();
      const done = (): void => {
        leave(lane, nowMs() - began);
      };
      // Who gave up while waiting is not served any more.
      if (response.destroyed) {
        done();
        return;
      }
      response.once('close', done);
      listener(request, response);
    };
    if (running < limits.atOnce && mayEnter(lane)) letIn(lane, start);
    else if (waiting >= limits.waiting) refuse(request, response, 'ServerOverloaded', limits);
    else if (lane.waiting.length >= limits.waitingOfOne) refuse(request, response, 'TooManyAtOnce', limits);
    else {
      waiting += 1;
      lane.waiting.push(start);
    }
  };
}

const restAfter = (tookMs: number, { restsTimes, restsAtMostMs }: AdmissionLimits): number =>
  Math.min(restsTimes * Math.max(1, tookMs), restsAtMostMs);

const retryAfterSeconds = 2;

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: 'ServerOverloaded' | 'TooManyAtOnce',
  { refusedAfterMs }: AdmissionLimits,
): void {
  const refusal = new Refusal(code, { retryAfterSeconds });
  const problem = problemOf(refusal, languageOf(request.headers['accept-language']));
  const api = (request.url ?? '').startsWith('/api/');
  const { vi, en } = problem.texts;
  const held = setTimeout(() => {
    response.writeHead(problem.status, {
      'content-type': api ? 'application/problem+json; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(retryAfterSeconds),
    });
    response.end(api ? JSON.stringify(problem) : `${vi}\n\n${en}\n`);
  }, refusedAfterMs);
  response.once('close', () => {
    clearTimeout(held);
  });
}
