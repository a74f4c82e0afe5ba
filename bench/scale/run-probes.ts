import type { Ports, Store } from '#shared/ports.ts';
import { law } from '#shared/regimes/shipped.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { closeDays } from '#shared/use-cases/roots/close-days.ts';
import {
  createFakeVault,
  createFakeWorkflow,
  createMemoryFiles,
  createRecordingMailer,
} from '#tests/support/fake-ports.ts';
import { createSeededRandom } from '#tests/support/seeded-random.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { countOf, type Counted, type CountingStore, type Trip } from './counting-store.ts';
import type { Probe } from './probe.ts';
import { caseProbes } from './probe-acts.ts';
import { ceremonyProbes, roundProbes } from './probe-ceremonies.ts';
import { listProbes, sessionProbes } from './probe-lists.ts';
import { effectProbes, pageProbes, taskProbes } from './probe-rest.ts';
import type { Places } from './season.ts';

export const groups = [
  'case acts',
  'list acts',
  'session acts',
  'ceremony acts',
  'round acts',
  'effects',
  'tasks',
  'pages',
] as const;
export type Group = (typeof groups)[number];

export interface Measured extends Counted {
  readonly group: Group;
  readonly name: string;
  readonly trips: readonly Trip[];
}

/** For who counts beside the counting store. */
export interface Watch {
  begin(): void;
  end(measured: Measured): void;
}

const probesOf: Readonly<Record<Group, readonly Probe[]>> = {
  'case acts': caseProbes,
  'list acts': listProbes,
  'session acts': sessionProbes,
  'ceremony acts': ceremonyProbes,
  'round acts': roundProbes,
  effects: effectProbes,
  tasks: taskProbes,
  pages: pageProbes,
};

/** Each use case once, in an order in which each finds what it needs; effects follow when they are measured, not before. */
export async function runProbes(
  counting: CountingStore,
  at: Places,
  watch?: Watch,
): Promise<readonly Measured[]> {
  const ports = portsOn(counting);
  const all: Measured[] = [];
  for (const group of groups) {
    // Pages are read, and the sweep is run, when nothing is left to do and the day is closed.
    if (group === 'pages') {
      await catchUpAll(ports);
      await closeDays(ports);
      await catchUpAll(ports);
    }
    for (const { name, prepare } of probesOf[group]) {
      const act = await prepare(ports, at);
      counting.take();
      watch?.begin();
      await act();
      const trips = counting.take();
      const measured = { group, name, trips, ...countOf(trips) };
      watch?.end(measured);
      all.push(measured);
    }
  }
  return all;
}

async function catchUpAll(ports: Ports): Promise<void> {
  for (let due = await pendingRecords(ports); due.length > 0; due = await pendingRecords(ports))
    for (const record of due) await catchUp(ports, record);
}

/** Waits stand still, mails are kept, the clock shows the moment in which the season was left. */
function portsOn(store: Store): Ports {
  return {
    store,
    clock: createTestClock(worldStart),
    // Read once a minute, whatever is done meanwhile.
    law: { current: () => Promise.resolve(law) },
    workflow: createFakeWorkflow(),
    mailer: createRecordingMailer(),
    files: createMemoryFiles(),
    vault: createFakeVault(),
    random: createSeededRandom(999_983),
    nudge: () => undefined,
    alarm: (code, facts) => {
      throw new Error(`${code} ${JSON.stringify(facts)}`);
    },
    publicUrl: 'http://127.0.0.1:8080',
  };
}
