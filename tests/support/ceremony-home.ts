import { readFileSync } from 'node:fs';
import { createEffectsRunner } from '#local/effects-runner.ts';
import { createWorkflow, type EmbeddedWorkflow } from '#local/workflow/create-workflow.ts';
import {
  ceremonyCommands,
  newCeremonySchema,
  type Ceremony,
  type CeremonyCommandName,
} from '#shared/domain/ceremony.ts';
import { ceremonyIdSchema, type CeremonyId, type ListId } from '#shared/domain/id.ts';
import { at, civilDateSchema, epochMs, instantOf } from '#shared/domain/time.ts';
import type { Ports } from '#shared/ports.ts';
import { loadCeremony } from '#shared/records/ceremony-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCeremony } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { ceremonyTasks } from '#workflows/ceremony/tasks.ts';
import { organisations, people } from './small-directory.ts';
import { asks, createTestPorts, type TestPorts } from './small-world.ts';

const text = readFileSync(new URL('../../workflows/ceremony/flow.asl.json', import.meta.url), 'utf8');

/** The small world in which ceremonies are carried by their real flow, with the office's clock in the test's hands. */
export interface CeremonyHome {
  readonly ports: Omit<TestPorts, 'workflow' | 'nudge' | 'nudged'> & Ports;
  readonly workflow: EmbeddedWorkflow;
  hold(day: string, freezeOn?: string): Promise<CeremonyId>;
  draw(id: CeremonyId, decision: ListId): Promise<void>;
  act(id: CeremonyId, name: Exclude<CeremonyCommandName, 'draw'>, body: unknown): Promise<void>;
  /** Office time moves on to this minute of the office's clock. */
  passTo(day: string, time: string): Promise<void>;
  settle(): Promise<void>;
  sweep(): Promise<{ caughtUp: number; restarted: number }>;
  /** Nudges are lost from now on, until they are heard again. */
  deafen(deaf: boolean): void;
  ceremony(id: CeremonyId): Promise<Ceremony>;
  /** The state in which its execution stands, or how it ended. */
  state(id: CeremonyId, generation?: number): string | undefined;
  /** What the organiser was told, oldest first. */
  told(): Promise<readonly string[]>;
}

export async function createCeremonyHome(): Promise<CeremonyHome> {
  const test = await createTestPorts();
  let deaf = false;
  const effects = createEffectsRunner({
    catchUp: (record) => catchUp(ports, record),
    report: (error) => {
      throw error;
    },
  });
  const workflow = createWorkflow({
    database: test.database,
    clock: test.clock,
    flows: { ceremony: text },
    tasks: Object.fromEntries(
      Object.entries(ceremonyTasks).map(([name, task]) => [
        name,
        (payload: unknown) => task(ports, payload) as Promise<never>,
      ]),
    ),
  });
  const ports = {
    ...test,
    workflow,
    nudge: (record: string) => {
      if (!deaf) effects.nudge(record);
    },
  };
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await effects.idle();
      await workflow.idle();
    }
  }
  return {
    ports,
    workflow,
    settle,
    async hold(day, freezeOn) {
      const host = organisations.districtCommittee.id;
      const command = newCeremonySchema.parse({
        host,
        title: 'Hội nghị',
        day,
        place: 'Hội trường',
        freezeOn,
      });
      const { id } = await newCeremony(ports, asks(people.organiser), command);
      await settle();
      return ceremonyIdSchema.parse(id);
    },
    async draw(id, decision) {
      await drawAwards(ports, asks(people.organiser), id, ceremonyCommands.draw.parse({ decision }));
      await settle();
    },
    async act(id, name, body) {
      const command = ceremonyCommands[name].parse(body) as never;
      await actOnCeremony(ports, asks(people.organiser), id, name, command);
      await settle();
    },
    async passTo(day, time) {
      const [hour, minute] = time.split(':').map(Number);
      const morning = epochMs(at(civilDateSchema.parse(day), 0));
      test.clock.setOffice(instantOf(morning + ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000));
      workflow.tick();
      await settle();
    },
    async sweep() {
      const done = await sweep(ports);
      await settle();
      return done;
    },
    deafen(now) {
      deaf = now;
    },
    async ceremony(id) {
      const [item] = await ports.store.get([keys.ceremonyMeta(id)]);
      return loadCeremony(item)!.value;
    },
    state(id, generation = 1) {
      const found = workflow.describe('ceremony', `${id}-${String(generation)}`);
      return found?.status === 'FAILED' ? `FAILED ${String(found.error)}` : found?.state;
    },
    async told() {
      const notices = (await readNotices(ports, people.organiser.id)).notices;
      return notices.toReversed().map(({ on, kind, count }) => `${on} ${kind} ${String(count)}`);
    },
  };
}

export const ceremonyRecord = (id: CeremonyId): string => recordId('CEREMONY', id);
