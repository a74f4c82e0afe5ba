import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { OfficeAuthority, ServerCredentials } from '#local/tls/office-authority.ts';
import { serverNames } from '#local/tls/office-authority.ts';
import type { Instant } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
  /** Absent on loopback, where http is enough. */
  readonly tls?: Tls | undefined;
}

export interface Tls {
  readonly authority: Pick<OfficeAuthority, 'issue'>;
  /** The name by which browsers come. */
  readonly publicHost: string;
  /** Machine time. */
  readonly now?: () => Instant;
  /** How often it is looked whether the certificate is to be renewed. */
  readonly lookEveryMs?: number;
}

export interface Listening {
  readonly port: number;
  /** Whoever asked before waits, and is answered: a browser that reloads while the program restarts. */
  readonly answerWith: (listener: RequestListener) => void;
  /** Takes no more connections; resolves when what was asked is answered, or patience has ended. */
  readonly drain: () => Promise<void>;
}

const patienceMs = 10_000;

/** @throws Error EADDRINUSE, EADDRNOTAVAIL, EACCES */
export async function listen({ host, port, tls }: ListenOptions): Promise<Listening> {
  const { server, stopRenewing } = tls === undefined ? plain() : secure(tls);
  const { promise, resolve } = Promise.withResolvers<RequestListener>();
  server.on('request', (request, response) => {
    void promise.then((answer) => {
      answer(request, response);
    });
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    stopRenewing();
    throw error;
  }
  return {
    port: portOf(server),
    answerWith: resolve,
    drain: async () => {
      stopRenewing();
      await drain(server);
    },
  };
}

interface Opened {
  readonly server: Server;
  readonly stopRenewing: () => void;
}

const plain = (): Opened => ({ server: createServer(), stopRenewing: () => undefined });

/** A new certificate at each start, and another one long before it ends: nobody has to think of it. */
function secure({ authority, publicHost, now = machineNow, lookEveryMs = 3_600_000 }: Tls): Opened {
  const fresh = (): ServerCredentials => authority.issue(serverNames(publicHost), now());
  let current = fresh();
  const server = createSecureServer({ key: current.key, cert: current.cert, minVersion: 'TLSv1.2' });
  const renewer = setInterval(() => {
    if (now() < current.renewAt) return;
    current = fresh();
    server.setSecureContext({ key: current.key, cert: current.cert, minVersion: 'TLSv1.2' });
  }, lookEveryMs);
  renewer.unref();
  return {
    server,
    stopRenewing: () => {
      clearInterval(renewer);
    },
  };
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy when the server closed is kept alive by its browser afterwards.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, patienceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
