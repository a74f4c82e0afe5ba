import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Answer } from './json-service.ts';

/** A request as it goes on to the next server. */
export interface Onward {
  readonly url: URL;
  readonly method: string | undefined;
  /** `host` among them. */
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Hands a request on, as a proxy does, and gives back what was answered. */
export function forward({ url, method, headers, body }: Onward, agent: Agent): Promise<Answer> {
  const { connection: _hop, 'transfer-encoding': _coding, ...kept } = headers;
  return new Promise((resolve, reject) => {
    const onward = request(
      url,
      { agent, method, headers: { ...kept, 'content-length': body.length } },
      (response) => {
        answerOf(response).then(resolve, reject);
      },
    );
    onward.on('error', reject).end(body);
  });
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const body = Buffer.concat(await response.toArray());
  const {
    connection: _hop,
    'transfer-encoding': _coding,
    'content-length': _length,
    ...rest
  } = response.headers;
  const headers = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    ...(response.statusCode === undefined ? {} : { status: response.statusCode }),
    headers: Object.fromEntries(headers) as Record<string, string | string[]>,
    body,
  };
}
