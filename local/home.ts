import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { listen, type Listening } from '#local/http/listening.ts';
import { underOwnHost } from '#local/http/own-host.ts';
import { withIdentity } from '#local/identity/identity.tsx';
import { mintToken } from '#local/identity/mint-token.ts';
import type { HomeKind } from '#local/identity/tables.ts';
import type { OfficeAuthority } from '#local/tls/office-authority.ts';
import type { CivilDate, Instant } from '#shared/domain/time.ts';
import { at, epochMs } from '#shared/domain/time.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { closeDays } from '#shared/use-cases/roots/close-days.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { withAdmission } from './admission.ts';
import { createApp } from './app.ts';
import { createSimulatedClock, type SimulatedClock } from './clock.ts';
import { createDependencies, type Dependencies } from './dependencies.ts';
import { errorText, type Log } from './log.ts';
import { createSmtpMailer } from './mail/smtp-mailer.ts';
import { ownFolder } from './own-folder.ts';
import { operatorAct } from './operate/operator-acts.ts';
import { answerRequests } from './operate/requests.ts';
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
  /** Needed on anything but loopback. */
  readonly https?: HttpsOptions | undefined;
  /** Where office time begins in a demo; an office has the machine's. */
  readonly startAt?: Instant;
  readonly smtp?: { readonly url: string; readonly from: string } | undefined;
  readonly log: Log;
}

export interface HttpsOptions {
  readonly authority: OfficeAuthority;
  /** By which people come: `khenthuong.phuong.lan`, `192.168.1.20`. */
  readonly publicHost: string;
  /** As browsers see it, where that isn't the one that is listened on. */
  readonly publicPort?: number | undefined;
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
/** At the end: what isn't done by then, the next start does. */
const settlingMs = 10_000;

/** Opens the data file, listens, takes up what was under way. @throws DatabaseInUse | FileTooNew | HomeMismatch | TransferRefused */
export async function openHome(options: HomeOptions): Promise<Home> {
  ownFolder(options.folder);
  const dataFile = join(options.folder, dataFileName);
  const database = openDatabase(dataFile);
  let listening: Listening | undefined;
  try {
    await refuseUnfinished(createSqliteStore(database));
    listening = await listen({ host: options.host, port: options.port, tls: options.https });
    return await serve(options, { dataFile, database, listening });
  } catch (error) {
    await listening?.drain();
    await database.close();
    throw error;
  }
}

interface Opened {
  readonly dataFile: string;
  readonly database: Database;
  readonly listening: Listening;
}

async function serve(options: HomeOptions, { dataFile, database, listening }: Opened): Promise<Home> {
  const { kind, log, folder } = options;
  const simulated =
    options.startAt === undefined ? undefined : await createSimulatedClock(database, options.startAt);
  const clock = simulated ?? createSystemClock();
  const url = urlOf(options, listening.port);
  database.announce(url);
  const mailer = options.smtp === undefined ? undefined : await createSmtpMailer(options.smtp);
  const dependencies = createDependencies({
    database,
    kind,
    clock,
    folder,
    workflowFolder,
    publicUrl: url,
    log,
    ...(mailer === undefined ? {} : { mailer }),
  });
  const { workflow, settle } = dependencies;
  const move = createMove(dependencies, simulated);
  const nextDay = (): Promise<void> => move((one) => one.nextDay());

  const appOptions = { kind, database, dependencies, url, log };
  const { app, identity } = await createApp({
    ...appOptions,
    ...(simulated === undefined ? {} : { nextDay }),
  });
  const signedIn = withIdentity(identity, getRequestListener(app.fetch));
  const answer = withAdmission(signedIn, () => epochMs(clock.machine()));
  listening.answerWith(kind === 'office' ? underOwnHost(url, answer) : answer);
  workflow.resumeAll();
  const stopSweeping = startSweeping(dependencies, simulated, log);
  const stopAnswering = answerRequests(folder, {
    answer: (request) => operatorAct({ ...dependencies, database, dataFile }, request),
    log,
  });

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
      const swept = stopSweeping();
      stopAnswering();
      await listening.drain();
      // A sweep cut off in the midst would count as one that its records had stopped.
      await atMost(settlingMs, swept.then(settle));
      await simulated?.keep();
      dependencies.close();
      mailer?.close();
      await database.close();
    },
  };
}

type Move = (change: (clock: SimulatedClock) => Promise<unknown>) => Promise<void>;

/** Effects and flow come to rest before office time moves, and again after what became due. */
function createMove({ ports, workflow, settle }: Dependencies, clock: SimulatedClock | undefined): Move {
  return async (change) => {
    if (clock === undefined) throw new Error('office time can only be moved in a demo');
    await settle();
    await change(clock);
    // Before anything of the new day is done: in a demo a day passes between two sweeps.
    await closeDays(ports);
    workflow.tick();
    await settle();
  };
}

/** Every minute: what was lost is found, and a simulated clock notes what it shows. @returns what ends it, once the last has come to its end */
function startSweeping(
  dependencies: Dependencies,
  clock: SimulatedClock | undefined,
  log: Log,
): () => Promise<void> {
  let sweeping: Promise<void> | undefined;
  const sweepAll = (): void => {
    // None overtakes another: it would take what that one works on for cut off.
    sweeping ??= sweepNow(dependencies, clock, log).finally(() => (sweeping = undefined));
  };
  sweepAll();
  const sweeper = setInterval(sweepAll, sweepEveryMs);
  return async () => {
    clearInterval(sweeper);
    await sweeping;
  };
}

async function sweepNow(
  dependencies: Dependencies,
  clock: SimulatedClock | undefined,
  log: Log,
): Promise<void> {
  try {
    await clock?.keep();
    await dependencies.sweep();
  } catch (error) {
    log('SweepFailed', { error: errorText(error) });
  }
}

function urlOf({ host, https }: HomeOptions, port: number): string {
  if (https === undefined) return `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  const name = https.publicHost.includes(':') ? `[${https.publicHost}]` : https.publicHost;
  return new URL(`https://${name}:${https.publicPort ?? port}`).origin;
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => {
    late.resolve(undefined);
  }, ms);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}

/** 09:00 and the like of a day, as seasons write it. */
export function instantAt(day: CivilDate, time: string): Instant {
  const [hour, minute] = time.split(':');
  return at(day, Number(hour ?? '9') + Number(minute ?? '0') / 60);
}
