import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { duplexPair } from 'node:stream';
import type { FetchToken } from '#shared/http/code-exchange.ts';

/**
 * Speaks HTTP with a listener of this process over memory: no port to know, no name to resolve, and no office CA that
 * Node would have to trust before the home could reach its own issuer.
 */
export function createInProcessFetch(listener: RequestListener): FetchToken {
  const server = createServer(listener);
  return async (url, { method, headers, body, signal }) => {
    const [ours, theirs] = duplexPair();
    server.emit('connection', theirs);
    const { host, pathname, search } = new URL(url);
    try {
      return await new Promise<Response>((resolve, reject) => {
        const sent = httpRequest(
          {
            createConnection: () => ours,
            method,
            path: pathname + search,
            headers: { ...headers, host, connection: 'close', 'content-length': Buffer.byteLength(body) },
            signal,
          },
          (answer) => void readAnswer(answer).then(resolve, reject),
        );
        sent.on('error', reject);
        sent.end(body);
      });
    } finally {
      ours.destroy();
      theirs.destroy();
    }
  };
}

async function readAnswer(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return new Response(Buffer.concat(chunks), {
    status: answer.statusCode ?? 500,
    headers: { 'content-type': answer.headers['content-type'] ?? 'application/octet-stream' },
  });
}
