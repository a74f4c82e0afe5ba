import { z } from 'zod';

/** Where the season is played, and as whom. */
export interface ApiOptions {
  readonly baseUrl: string;
  readonly tokenOf: (username: string) => Promise<string>;
}

const answerSchema = z.looseObject({ id: z.string(), version: z.int().optional() });
export type Answer = z.infer<typeof answerSchema>;

const problemSchema = z.looseObject({
  code: z.string(),
  title: z.string().optional(),
  detail: z.string().optional(),
});

/** The API said no. `code` is the stable code of its problem. */
export class ActRefused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(path: string, status: number, code: string, text: string) {
    super(`${path}: ${status} ${code} ${text}`);
    this.name = 'ActRefused';
    this.code = code;
    this.status = status;
  }
}

interface Sent {
  readonly by: string;
  readonly path: string;
  /** Idempotency-Key: the same act of the same season has the same key whenever it is played. */
  readonly key: string;
  readonly body: object;
  readonly method?: 'POST' | 'PATCH';
  readonly ifVersion?: number;
}

export interface SeasonApi {
  /** @throws ActRefused */
  act(sent: Sent): Promise<Answer>;
  /** @throws ActRefused */
  read(by: string, path: string): Promise<unknown>;
  /** As a browser sends a file: the fields first, the file last. @returns whether it was taken */
  upload(url: string, fields: Readonly<Record<string, string>>, file: File): Promise<boolean>;
}

interface Init {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function createSeasonApi({ baseUrl, tokenOf }: ApiOptions): SeasonApi {
  const tokens = new Map<string, string>();

  async function authorization(by: string): Promise<{ authorization: string }> {
    const token = tokens.get(by) ?? (await tokenOf(by));
    tokens.set(by, token);
    return { authorization: `Bearer ${token}` };
  }

  /** A season lasts longer than a token may. */
  async function send(by: string, path: string, init: Init): Promise<Response> {
    const attempt = async (): Promise<Response> =>
      fetch(new URL(path, baseUrl), { ...init, headers: { ...init.headers, ...(await authorization(by)) } });
    const response = await attempt();
    if (response.status !== 401) return response;
    tokens.delete(by);
    return attempt();
  }

  return {
    async act({ by, path, key, body, method = 'POST', ifVersion }) {
      const response = await send(by, path, {
        method,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(ifVersion === undefined ? {} : { 'if-match': `"${ifVersion}"` }),
        },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw await refusal(path, response);
      return answerSchema.parse(await response.json());
    },
    async read(by, path) {
      const response = await send(by, path, { method: 'GET' });
      if (!response.ok) throw await refusal(path, response);
      return response.json();
    },
    async upload(url, fields, file) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', file);
      const response = await fetch(new URL(url, baseUrl), { method: 'POST', body: form, redirect: 'manual' });
      await response.arrayBuffer();
      return response.status < 400;
    },
  };
}

async function refusal(path: string, response: Response): Promise<ActRefused> {
  const text = await response.text();
  const problem = problemSchema.safeParse(parsed(text));
  if (!problem.success) return new ActRefused(path, response.status, 'Unknown', text.slice(0, 400));
  return new ActRefused(path, response.status, problem.data.code, JSON.stringify(problem.data));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
