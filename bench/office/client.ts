import { randomUUID } from 'node:crypto';
import { Agent, request, type RequestOptions } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** From the first byte sent to the last one read. */
  readonly ms: number;
}

/** One browser, or one program of an office: a connection that stays open. Lighter than `fetch`, which would be measured along. */
export interface Client {
  get(path: string, token?: string): Promise<Answer>;
  /** @param signIn value of the cookie of somebody signed in */
  page(path: string, signIn?: string): Promise<Answer>;
  /** @throws Error with the answer when the act was not taken */
  act(path: string, token: string, body: unknown): Promise<Answer>;
  close(): void;
}

/** @param localAddress of 127/8: whoever is told apart by address counts them apart */
export function createClient(origin: string, localAddress = '127.0.0.1'): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(origin);
  const base: RequestOptions = { hostname, port, agent, localAddress, family: 4 };

  function send(options: RequestOptions, text = ''): Promise<Answer> {
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request({ ...base, ...options }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString('utf8');
          const json = response.headers['content-type']?.includes('json') === true;
          resolve({
            status: response.statusCode ?? 0,
            body: json ? JSON.parse(said) : said,
            ms: performance.now() - start,
          });
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
  }

  const withToken = (token: string | undefined) =>
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    get: (path, token) => send({ path, headers: withToken(token) }),
    page: (path, signIn) => send({ path, headers: signIn === undefined ? {} : { cookie: `vd=${signIn}` } }),
    async act(path, token, body) {
      const headers = {
        ...withToken(token),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      };
      const answer = await send({ path, method: 'POST', headers }, JSON.stringify(body));
      if (answer.status >= 300) throw new NotTaken(path, answer);
      return answer;
    },
    close: () => {
      agent.destroy();
    },
  };
}

export interface Pool {
  readonly size: number;
  readonly of: (lane: number) => Client;
  readonly close: () => void;
}

/** As many clients as there are lanes, each of an address of its own, as the machines of an office are. */
export function createPool(origin: string, size: number): Pool {
  const clients = Array.from({ length: size }, (_, lane) =>
    createClient(origin, `127.0.1.${String(lane + 1)}`),
  );
  return {
    size,
    of(lane) {
      const client = clients[lane];
      if (client === undefined) throw new RangeError(`no client for lane ${String(lane)}`);
      return client;
    },
    close() {
      for (const client of clients) client.close();
    },
  };
}

export class NotTaken extends Error {
  readonly answer: Answer;
  constructor(path: string, answer: Answer) {
    super(`${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    this.answer = answer;
  }
}
