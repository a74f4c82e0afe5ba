import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { epochMs, instantOf } from '#shared/domain/time.ts';
import { createRandom } from '#shared/machine/random.ts';
import type { Accounts, Clock, Mailer, Ports, Vault } from '#shared/ports.ts';
import { createLawSource } from '#shared/use-cases/law/law-source.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { caseTasks } from '#workflows/case/tasks.ts';
import { ceremonyTasks } from '#workflows/ceremony/tasks.ts';
import { createEffectsRunner, type EffectsRunner } from './effects-runner.ts';
import { createFolderFiles, type FolderFiles } from './files/folder-files.ts';
import { createAccounts } from './identity/invitations.ts';
import { endSessions, type HomeKind } from './identity/tables.ts';
import { errorText } from './log.ts';
import { createMailbox, type Mailbox } from './mail/mailbox.ts';
import type { Database } from './sqlite/database.ts';
import { createSqliteStore, type SqliteStore } from './sqlite/sqlite-store.ts';
import { createVault } from './vault.ts';
import { createWorkflow, type EmbeddedWorkflow } from './workflow/create-workflow.ts';

/** An upload that nobody checked is thrown away after two days. */
const quarantineKeptMs = 2 * 86_400_000;

/** Everything the same code needs to run in one process; the AWS home's wiring stands in functions/. */
export interface Dependencies {
  readonly ports: Ports;
  readonly store: SqliteStore;
  readonly workflow: EmbeddedWorkflow;
  readonly effects: EffectsRunner;
  readonly files: FolderFiles;
  readonly mailbox: Mailbox;
  /** Effects lost, waits overdue, expired items. */
  readonly sweep: () => Promise<void>;
  /** Resolves when the flow has opened what it can and every effect is done. */
  readonly settle: () => Promise<void>;
  readonly close: () => void;
}

export interface DependencyOptions {
  readonly database: Database;
  /** An office has accounts that its administrators give out. */
  readonly kind?: HomeKind;
  readonly clock: Clock;
  /** Folder of the data file: attachments and keys lie beside it. */
  readonly folder: string;
  /** Where the ASL files lie. */
  readonly workflowFolder: string;
  readonly publicUrl: string;
  readonly mailer?: Mailer;
  readonly log: (code: string, facts: Readonly<Record<string, unknown>>) => void;
}

export function createDependencies(options: DependencyOptions): Dependencies {
  const { database, clock, folder, log, publicUrl } = options;
  const store = createSqliteStore(database);
  const mailbox = createMailbox(database, clock);
  const files = createFolderFiles({ dataFolder: folder, publicUrl, clock });
  const effects = createEffectsRunner({
    catchUp: (record) => catchUp(behind, record),
    report: (error, record) => {
      log('EffectsFailed', { record, error: errorText(error) });
    },
  });
  const workflow = openWorkflow(options, () => behind);
  const vault = createVault(folder);
  const ports: Ports = {
    store,
    clock,
    law: createLawSource({ store, clock }),
    workflow,
    nudge: effects.nudge,
    mailer: options.mailer ?? (options.kind === 'office' ? undefined : mailbox),
    files,
    vault,
    endIssuerSessions: (person) => database.write((db) => endSessions(db, person)),
    ...(options.kind === 'office' ? { accounts: openAccounts(options, vault) } : {}),
    random: createRandom(clock),
    alarm: log,
    publicUrl,
  };
  // What follows an act can be done again, so that only acts wait for the disk.
  const behind: Ports = { ...ports, store: createSqliteStore(database, 'soon') };
  return {
    ports,
    store,
    workflow,
    effects,
    files,
    mailbox,
    sweep: async () => {
      // A machine that slept or whose clock was put ahead has timers that ring too late.
      workflow.tick();
      // One run a record at a time, the sweep's among the others: a mail is sent once.
      await sweep(behind, effects.run);
      const machine = epochMs(clock.machine());
      await store.sweepExpired(Math.floor(machine / 1000));
      await files.folder.sweepQuarantine(instantOf(machine - quarantineKeptMs));
    },
    settle: () => settle(effects, workflow),
    close: () => {
      effects.close();
      workflow.close();
    },
  };
}

function openAccounts(
  { database, clock, publicUrl, mailer, log }: DependencyOptions,
  vault: Vault,
): Accounts {
  return createAccounts({
    database,
    vault,
    now: () => clock.machine(),
    publicUrl,
    mailer,
    report: (error) => {
      log('InvitationNotMailed', { error: error instanceof Error ? error.name : 'unknown' });
    },
  });
}

/** The tasks get the ports, and the ports this workflow: hence the function. */
function openWorkflow(options: DependencyOptions, portsOf: () => Ports): EmbeddedWorkflow {
  const { database, clock, log, workflowFolder } = options;
  const asl = (flow: string): string => readFileSync(join(workflowFolder, flow, 'flow.asl.json'), 'utf8');
  const tasks = Object.entries({ ...caseTasks, ...ceremonyTasks });
  return createWorkflow({
    database,
    clock,
    flows: { case: asl('case'), ceremony: asl('ceremony') },
    tasks: Object.fromEntries(
      tasks.map(([name, task]) => [name, (payload: unknown): Promise<unknown> => task(portsOf(), payload)]),
    ),
    onEnd: (flow, name, status) => {
      if (status !== 'SUCCEEDED') log('ExecutionEnded', { flow, name, status });
    },
    onError: (error) => {
      log('TaskFailed', { error: errorText(error) });
    },
  });
}

/** Effects wake the flow and the flow's acts have effects: both are quiet only when neither moved the other. */
async function settle(effects: EffectsRunner, workflow: EmbeddedWorkflow): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet += 1) {
    await effects.idle();
    await workflow.idle();
  }
}
