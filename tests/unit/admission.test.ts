import { EventEmitter, once } from 'node:events';
import {
  createServer,
  request,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { officeLimits, withAdmission } from '#local/admission.ts';

const limits = {
  atOnce: 4,
  ofOneAlone: 3,
  ofOneAmongOthers: 2,
  waiting: 6,
  waitingOfOne: 4,
  restsBeyondWaiting: 3,
  restsTimes: 9,
  restsAtMostMs: 50,
  thereForMs: 5_000,
  refusedAfterMs: 0,
};
const [one, other, third] = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];

// Only Linux answers at all addresses of 127/8 without being told to.
describe.runIf(process.platform === 'linux')('requests to an office', () => {
  let served: ServerResponse[] = [];
  let arrived: (() => void) | undefined;
  let server: Server;
  let clockAhead = 0;
  beforeEach(async () => {
    served = [];
    clockAhead = 0;
    const listener: RequestListener = (_, response) => {
      served.push(response);
      arrived?.();
    };
    server = createServer(withAdmission(listener, () => performance.now() + clockAhead, limits));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });

  function ask(localAddress: string): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', localAddress, agent: false }, resolve);
      asked.on('error', reject);
      asked.end();
    });
  }

  /** Asks without waiting for an answer, until the listener has so many. */
  async function underWay(count: number, address: string, more = 0): Promise<void> {
    for (let asked = 0; asked < count + more; asked += 1) ask(address).catch(() => undefined);
    const wanted = served.length + count;
    while (served.length < wanted) await new Promise<void>((resolve) => (arrived = resolve));
  }

  it('of one address leave room for whoever comes, however slow they are', async () => {
    await underWay(3, one, 2);
    expect(served).toHaveLength(3);
    await underWay(1, other);
    expect(served).toHaveLength(4);
  });

  it('that wait are taken up in turn, an address after the other', async () => {
    await underWay(3, one, 2);
    await underWay(1, other);
    const answers = Promise.all([ask(third), ask(third)]);
    arrived = () => served.at(-1)?.end();
    for (const response of served) response.end();
    expect((await answers).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  });

  it('of an address that asks much among others rest after each, not long however long that took', async () => {
    await underWay(1, other);
    await underWay(2, one);
    const answers = Array.from({ length: 5 }, () => ask(one));
    for (const answer of answers) answer.catch(() => undefined);
    // One is refused: four wait.
    await Promise.race(answers);
    clockAhead = 3_600_000;
    const taken = new Promise<void>((resolve) => (arrived = resolve));
    for (const response of served.slice(1)) response.end();
    expect(served).toHaveLength(3);
    await taken;
    expect(served).toHaveLength(4);
  });

  it('of an address that asks too much are refused, and told when to come again', async () => {
    await underWay(3, one);
    const answers = Array.from({ length: 5 }, () => ask(one));
    const refused = await Promise.race(answers);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([
      429,
      expect.stringMatching(/^\d+$/),
    ]);
    for (const answer of answers) answer.catch(() => undefined);
  });

  it('are refused when nobody more can wait, and told when to come again', async () => {
    await underWay(3, one);
    await underWay(1, other);
    const answers = [one, one, one, other, other, other, third].map(ask);
    const refused = await Promise.race(answers);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([
      503,
      expect.stringMatching(/^\d+$/),
    ]);
    for (const answer of answers) answer.catch(() => undefined);
  });
});

describe('an office behind one address, while somebody else works, too', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Ten milliseconds of the one thread for each. */
  function office() {
    let freeAt = 0;
    const answered = { served: 0, refused: 0 };
    const listener: RequestListener = (_, response) => {
      freeAt = Math.max(freeAt, performance.now()) + 10;
      setTimeout(() => {
        answered.served += 1;
        response.emit('close');
      }, freeAt - performance.now());
    };
    const admitted = withAdmission(listener, () => performance.now(), officeLimits);
    function ask(remoteAddress: string): void {
      const response = Object.assign(new EventEmitter(), {
        destroyed: false,
        writeHead: () => undefined,
        end: () => {
          answered.refused += 1;
        },
      });
      const asked = { socket: { remoteAddress }, headers: {}, url: '/api/inbox' };
      admitted(asked as unknown as IncomingMessage, response as unknown as ServerResponse);
    }
    return { ask, answered };
  }

  it('is served to the last request after all have asked at once and go on at nine a second', () => {
    const { ask, answered } = office();
    for (let n = 0; n < 14; n += 1) ask(one);
    for (let tick = 0; tick < 9 * 30; tick += 1) {
      if (tick % 9 === 0) ask(other);
      vi.advanceTimersByTime(1_000 / 9);
      ask(one);
    }
    vi.advanceTimersByTime(10_000);
    expect(answered).toEqual({ served: 14 + 9 * 30 + 30, refused: 0 });
  });
});
