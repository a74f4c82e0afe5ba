import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** One acknowledged act: what was asked, and what the first answer said. */
export interface Acknowledged {
  readonly who: string;
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly answer: unknown;
  readonly status: number;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** One official at work over the API. */
export interface Worker {
  readonly username: string;
  readonly token: string;
}

/** What an official finds in the inbox. */
export interface InboxRow {
  readonly of: 'case' | 'list';
  readonly id: string;
  readonly stepKind: string;
  readonly standing?: string;
  readonly listKind?: string;
  readonly listState?: string;
  readonly rows?: number;
}

/** Speaks the API for one account. While nobody answers it asks again, with the same key: a retry, as a browser would. */
export class OfficeClient {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused: { path: string; status: number; code: unknown }[] = [];
  #waiters: { left: number; matches: (act: Acknowledged) => boolean; tell: () => void }[] = [];
  readonly #origin: () => string;
  readonly #stopped: () => boolean;
  readonly #asksAgain: boolean;

  /** @param asksAgain when it was told 503; false: that is an answer, too */
  constructor(origin: () => string, stopped: () => boolean, asksAgain = true) {
    this.#origin = origin;
    this.#stopped = stopped;
    this.#asksAgain = asksAgain;
  }

  /** Resolves in the very moment in which so many more acts, of those that match, have been acknowledged. */
  untilMore(count: number, matches: (act: Acknowledged) => boolean = () => true): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push({ left: count, matches, tell: resolve });
    });
  }

  #note(act: Acknowledged): void {
    this.acknowledged.push(act);
    for (const waiter of this.#waiters.filter(({ matches }) => matches(act))) {
      waiter.left -= 1;
      if (waiter.left === 0) waiter.tell();
    }
    this.#waiters = this.#waiters.filter(({ left }) => left > 0);
  }

  async get(who: { username: string; token: string }, path: string): Promise<Answer> {
    return this.#send(who, path, { method: 'GET' });
  }

  async act(
    who: { username: string; token: string },
    path: string,
    body: unknown,
    { key = randomUUID(), version }: { key?: string; version?: number } = {},
  ): Promise<Answer> {
    const answer = await this.#send(who, path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...(version === undefined ? {} : { 'If-Match': `"${String(version)}"` }),
      },
      body: JSON.stringify(body),
    });
    if (answer.status < 300)
      this.#note({ who: who.username, path, key, body, answer: answer.body, status: answer.status });
    else this.refused.push({ path, status: answer.status, code: (answer.body as { code?: unknown }).code });
    return answer;
  }

  async upload(
    url: string,
    fields: Readonly<Record<string, string>>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([bytes], { type: 'application/pdf' }), 'bien-ban.pdf');
    await this.#untilAnswered(() => fetch(url, { method: 'POST', body: form, redirect: 'manual' }));
  }

  async #send(
    who: { token: string },
    path: string,
    { headers: more = {}, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Answer> {
    const response = await this.#untilAnswered(() =>
      fetch(this.#origin() + path, {
        ...init,
        headers: { 'Content-Type': 'application/json', ...more, Authorization: `Bearer ${who.token}` },
      }),
    );
    return {
      status: response.status,
      headers: response.headers,
      body: response.status === 204 ? {} : await response.json().catch(() => ({})),
    };
  }

  async #untilAnswered(ask: () => Promise<Response>): Promise<Response> {
    for (;;) {
      try {
        const response = await ask();
        if (response.status !== 503 || !this.#asksAgain) return response;
      } catch (error) {
        if (this.#stopped()) throw error;
      }
      // Who comes back needs the machine more than who asks.
      await pause(10);
    }
  }
}
