import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { withIdentity } from '#local/identity/identity.tsx';
import { mintToken } from '#local/identity/mint-token.ts';
import type { HomeKind } from '#local/identity/tables.ts';
import type { CivilDate, Instant } from '#shared/domain/time.ts';
import { at } from '#shared/domain/time.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { createApp } from './app.ts';
import { createSimulatedClock, type SimulatedClock } from './clock.ts';
import { createDependencies, type Dependencies } from './dependencies.ts';
import type { Log } from './log.ts';
import { createSmtpMailer } from './mail/smtp-mailer.ts';
import { dataFileName, workflowFolder } from './settings.ts';
import { openDatabase, type Database } from './sqlite/database.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';

export interface HomeOptions {
  /** Folder of the data file, attachments and keys; made when it isn't there. */
  readonly folder: string;
  readonly kind: HomeKind;
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
  /** Where office time begins in a demo; an office has the machine's. */
  readonly startAt?: Instant;
  readonly smtp?: { readonly url: string; readonly from: string };
  readonly log: Log;
}

/** The whole system in one process on one data file. */
export interface Home {
  readonly url: string;
  readonly kind: HomeKind;
  readonly dataFile: string;
  readonly database: Database;
  readonly dependencies: Dependencies;
  readonly clock: SimulatedClock | undefined;
  /** Only in a demo: office time jumps there, and the flow does what became due on the way. */
  readonly advanceTo: (instant: Instant) => Promise<void>;
  readonly nextDay: () => Promise<void>;
  readonly tokenOf: (username: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const sweepEveryMs = 60_000;

/** Opens the data file, listens, takes up what was under way. @throws DatabaseInUse | HomeMismatch | TransferRefused */
export async function openHome(options: HomeOptions): Promise<Home> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const dataFile = join(options.folder, dataFileName);
  const database = openDatabase(dataFile);
  const server = createServer();
  try {
    await refuseUnfinished(createSqliteStore(database));
    return await serve(options, { dataFile, database, server });
  } catch (error) {
    server.close();
    await database.close();
    throw error;
  }
}

interface Opened {
  readonly dataFile: string;
  readonly database: Database;
  readonly server: Server;
}

async function serve(options: HomeOptions, { dataFile, database, server }: Opened): Promise<Home> {
  const { kind, log, folder } = options;
  const simulated =
    options.startAt === undefined ? undefined : await createSimulatedClock(database, options.startAt);
  const clock = simulated ?? createSystemClock();
  const answerWith = answerLater(server);
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const url = `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${portOf(server)}`;
  const mailer = options.smtp === undefined ? undefined : await createSmtpMailer(options.smtp);
  const dependencies = createDependencies({
    database,
    clock,
    folder,
    workflowFolder,
    publicUrl: url,
    log,
    ...(mailer === undefined ? {} : { mailer }),
  });
  const { workflow, settle } = dependencies;

  /** Effects and flow come to rest before office time moves, and again after what became due. */
  async function move(change: (simulatedClock: SimulatedClock) => Promise<unknown>): Promise<void> {
    if (simulated === undefined) throw new Error('office time can only be moved in a demo');
    await settle();
    await change(simulated);
    workflow.tick();
    await settle();
  }
  const nextDay = (): Promise<void> => move((one) => one.nextDay());

  const { app, identity } = await createApp({
    kind,
    database,
    dependencies,
    url,
    log,
    ...(simulated === undefined ? {} : { nextDay }),
  });
  answerWith(withIdentity(identity, getRequestListener(app.fetch)));
  workflow.resumeAll();
  const stopSweeping = startSweeping(dependencies, simulated, log);

  return {
    url,
    kind,
    dataFile,
    database,
    dependencies,
    clock: simulated,
    nextDay,
    advanceTo: (instant) => move((one) => one.advanceTo(instant)),
    tokenOf: (username) => mintToken(database, username, { now: clock.machine() }),
    async close() {
      stopSweeping();
      await simulated?.keep();
      server.close();
      server.closeAllConnections();
      dependencies.close();
      mailer?.close();
      await database.close();
    },
  };
}

/** Whoever asks before all is wired (a browser that reloads while the program restarts) waits, and is answered. */
function answerLater(server: Server): (listener: RequestListener) => void {
  const { promise, resolve } = Promise.withResolvers<RequestListener>();
  server.on('request', (request, response) => {
    void promise.then((answer) => {
      answer(request, response);
    });
  });
  return resolve;
}

/** Every minute: what was lost is found, and a simulated clock notes what it shows. @returns what ends it */
function startSweeping(dependencies: Dependencies, clock: SimulatedClock | undefined, log: Log): () => void {
  let sweeping: Promise<void> | undefined;
  const sweepAll = (): void => {
    // None overtakes another: it would take what that one works on for cut off.
    sweeping ??= sweepNow(dependencies, log).finally(() => (sweeping = undefined));
    void clock?.keep();
  };
  sweepAll();
  const sweeper = setInterval(sweepAll, sweepEveryMs);
  return () => {
    clearInterval(sweeper);
  };
}

async function sweepNow(dependencies: Dependencies, log: Log): Promise<void> {
  try {
    await dependencies.sweep();
  } catch (error) {
    log('SweepFailed', { error: error instanceof Error ? error.name : 'unknown' });
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

/** 09:00 and the like of a day, as seasons write it. */
export function instantAt(day: CivilDate, time: string): Instant {
  const [hour, minute] = time.split(':');
  return at(day, Number(hour ?? '9') + Number(minute ?? '0') / 60);
}
