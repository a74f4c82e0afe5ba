import type { Instant } from '#shared/domain/time.ts';
import type { Ports, Write } from '#shared/ports.ts';
import { law } from '#shared/regimes/shipped.ts';
import { createFakeVault, createMemoryFiles, type MemoryFiles } from '#tests/support/fake-ports.ts';
import { createMemoryStore, type MemoryStore, type Saved } from '#tests/support/memory-store.ts';
import { createSeededRandom } from '#tests/support/seeded-random.ts';
import { worldStart, writeSmallDirectory } from '#tests/support/small-world.ts';
import { createTestClock, type TestClock } from '#tests/support/test-clock.ts';
import { caseTasks } from '#workflows/case/tasks.ts';
import { createFlows, type Flows, type SavedFlows } from './flows.ts';

/** Everything that a state is made of: what is stored, what is carried, and what time it is. */
export interface WorldState {
  readonly stored: Saved;
  readonly executions: SavedFlows;
  readonly office: Instant;
  readonly machine: Instant;
}

/** What is asked of store or workflow. */
export type Operation = 'read' | 'commit' | 'flow';
type Watch = (number: number, operation: Operation) => Promise<void>;

/** The real program on a store and on flows that can go back to any state they have been in. */
export interface World {
  readonly ports: Ports & { readonly files: MemoryFiles };
  readonly store: MemoryStore;
  readonly flows: Flows;
  readonly clock: TestClock;
  save(): WorldState;
  restore(state: WorldState): void;
  /** Does it with `before` called ahead of each operation on store and workflow, numbered from 1. */
  watched<T>(before: Watch, run: () => Promise<T>): Promise<T>;
  /** Does it while every token that is sent gets lost on its way, though it was taken. */
  deaf<T>(run: () => Promise<T>): Promise<T>;
}

/** What another program than ours would do. */
export interface Tampering {
  readonly commit?: (writes: readonly Write[]) => readonly Write[];
  /** The ports that a task of the flow is given. */
  readonly task?: (name: string, ports: Ports) => Ports;
}

export async function createWorld({
  commit = (writes) => writes,
  task = (_, own) => own,
}: Tampering = {}): Promise<World> {
  const clock = createTestClock(worldStart);
  const store = createMemoryStore();
  let before: Watch | undefined;
  let operations = 0;
  let deaf = false;

  async function watch<Answer>(operation: Operation, run: () => Promise<Answer>): Promise<Answer> {
    const ahead = before;
    if (ahead !== undefined) {
      // What happens in between isn't watched itself.
      before = undefined;
      try {
        await ahead((operations += 1), operation);
      } finally {
        before = ahead;
      }
    }
    return run();
  }

  const tasks = new Map(
    Object.entries(caseTasks).map(([name, run]) => [
      name,
      (payload: unknown) => run(task(name, ports), payload),
    ]),
  );
  const flows = createFlows(clock, tasks);
  const ports: World['ports'] = {
    store: {
      get: (keys) => watch('read', () => store.get(keys)),
      query: (query) => watch('read', () => store.query(query)),
      commit: (writes) => watch('commit', () => store.commit(commit(writes))),
    },
    workflow: {
      start: (...asked) => watch('flow', () => flows.workflow.start(...asked)),
      resume: (...asked) => watch('flow', async () => (deaf ? 'sent' : flows.workflow.resume(...asked))),
      status: (...asked) => watch('read', () => flows.workflow.status(...asked)),
    },
    clock,
    law: { current: () => Promise.resolve(law) },
    nudge: () => undefined,
    mailer: { send: () => Promise.resolve() },
    files: createMemoryFiles(),
    vault: createFakeVault(),
    random: createSeededRandom(),
    alarm: () => undefined,
    publicUrl: 'http://127.0.0.1:8080',
  };
  await writeSmallDirectory(ports);

  return {
    ...{ ports, store, flows, clock },
    save: () => ({
      stored: store.save(),
      executions: flows.save(),
      office: clock.office(),
      machine: clock.machine(),
    }),
    restore(state) {
      store.restore(state.stored);
      flows.restore(state.executions);
      clock.setOffice(state.office);
      clock.setMachine(state.machine);
    },
    async watched(ahead, run) {
      [before, operations] = [ahead, 0];
      try {
        return await run();
      } finally {
        before = undefined;
      }
    },
    async deaf(run) {
      deaf = true;
      try {
        return await run();
      } finally {
        deaf = false;
      }
    },
  };
}
