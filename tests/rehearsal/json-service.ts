import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small server on loopback that stands in for one AWS service. */
export interface StandIn {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

/** `cut`: the connection breaks, and nobody learns what came of it. */
export type Answering = (request: IncomingMessage, body: Buffer) => Answer | 'cut' | Promise<Answer | 'cut'>;

export async function serve(answer: Answering): Promise<StandIn> {
  const server = createServer((request, response) => {
    void reply(answer, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, close: () => closed(server) };
}

async function reply(answer: Answering, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answered = await answer(request, Buffer.concat(chunks));
    if (answered === 'cut') {
      response.destroy();
      return;
    }
    const { status = 200, headers = {}, body = '' } = answered;
    // The clock of this process, which may be moved: by another one an SDK would think that its own goes wrong.
    const date = new Date().toUTCString();
    response.writeHead(status, { ...headers, date }).end(body);
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
  }
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

/** What a service refuses, by the name that its client looks for. */
export class ServiceError extends Error {
  readonly status: number;
  constructor(name: string, message = name, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export type Operations = Readonly<
  Record<string, (input: Readonly<Record<string, unknown>>) => Promise<object>>
>;

/** AWS's JSON protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
export function jsonProtocol(operations: Operations): Answering {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  return async (request, body) => {
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    try {
      const run = operations[operation];
      if (run === undefined) throw new ServiceError('UnknownOperationException', operation, 404);
      const input = JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>;
      return { headers, body: JSON.stringify(await run(input)) };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { name, message, status } = error;
      return { status, headers, body: JSON.stringify({ __type: name, message }) };
    }
  };
}
