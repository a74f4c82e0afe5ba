import { Agent, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { forward } from './forward.ts';
import { serve, type Answer, type StandIn } from './json-service.ts';

/** One request of a function to a service, on its way. */
export interface WireCall {
  /** The function, by the name of the template. */
  readonly caller: string;
  /** `TransactWriteItems`, `SendTaskSuccess`, `SendEmail`. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Has the service do it; `cut`: the connection breaks without an answer. */
export type Passing = () => Promise<Answer | 'cut'>;
/** What a fault run makes of a call. */
export type Meddle = (call: WireCall, pass: Passing) => Promise<Answer | 'cut'>;

/** By the variable that tells an SDK where a service is. */
export type Endpoints = Readonly<Record<`AWS_ENDPOINT_URL_${string}`, string>>;

export interface Wires {
  /** The endpoints as this function is told them. */
  readonly endpointsOf: (caller: string) => Endpoints;
  readonly close: () => Promise<void>;
}

/** A wire to each service, at which somebody meddles. */
export async function serveWires(endpoints: Endpoints, meddle: Meddle): Promise<Wires> {
  const wires = await Promise.all(
    Object.entries(endpoints).map(async ([name, target]) => [name, await serveWire(target, meddle)] as const),
  );
  return {
    // An SDK keeps the path of its endpoint, so that the wire learns who calls.
    endpointsOf: (caller) => Object.fromEntries(wires.map(([name, { url }]) => [name, `${url}/${caller}`])),
    async close() {
      await Promise.all(wires.map(([, wire]) => wire.close()));
    },
  };
}

async function serveWire(target: string, meddle: Meddle): Promise<StandIn> {
  const agent = new Agent({ keepAlive: true });
  const wire = await serve((asked, body) => {
    const [, caller = '', path = ''] = /^\/([^/]+)(\/.*)?$/.exec(asked.url ?? '') ?? [];
    const url = new URL(path, target);
    return meddle({ caller, operation: operationOf(asked), input: inputOf(body) }, () =>
      forward({ url, method: asked.method, headers: { ...asked.headers, host: url.host }, body }, agent),
    );
  });
  return {
    ...wire,
    async close() {
      await wire.close();
      agent.destroy();
    },
  };
}

/** AWS's JSON protocols name it in a header; of SES nothing but its one call is used. */
function operationOf({ headers }: IncomingMessage): string {
  return String(headers['x-amz-target'] ?? 'ses.SendEmail')
    .split('.')
    .slice(-1)
    .join('');
}

const inputSchema = z.record(z.string(), z.unknown());
const inputOf = (body: Buffer) => inputSchema.parse(JSON.parse(body.toString('utf8')));
