import { readFileSync } from 'node:fs';
import { createWorkflow, type EmbeddedWorkflow } from '#local/workflow/create-workflow.ts';
import { createEffectsRunner } from '#local/effects-runner.ts';
import { caseTasks } from '#workflows/case/tasks.ts';
import { ceremonyTasks } from '#workflows/ceremony/tasks.ts';
import { addDays, at, dayOf } from '#shared/domain/time.ts';
import type { Ports } from '#shared/ports.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { createTestPorts, type GivenPorts, type TestPorts } from './small-world.ts';

const flowText = (flow: string): string =>
  readFileSync(new URL(`../../workflows/${flow}/flow.asl.json`, import.meta.url), 'utf8');

/** The small world with the real interpreter and the real effects behind it. */
export interface TestHome {
  readonly ports: Omit<TestPorts, 'workflow' | 'nudge' | 'nudged'> & Ports;
  readonly workflow: EmbeddedWorkflow;
  /** Resolves when effects and flow have come to rest. */
  readonly settle: () => Promise<void>;
  /** Office time passes day by day; what becomes due happens on its day. */
  passDays(days: number): Promise<void>;
}

export async function createTestHome(given?: GivenPorts): Promise<TestHome> {
  const test = await createTestPorts(given);
  const effects = createEffectsRunner({
    catchUp: (record) => catchUp(ports, record),
    report: (error, record) => {
      test.alarms.concat({ code: String(error), facts: { record } });
      throw error;
    },
  });
  const workflow = createWorkflow({
    database: test.database,
    clock: test.clock,
    flows: { case: flowText('case'), ceremony: flowText('ceremony') },
    tasks: Object.fromEntries(
      Object.entries({ ...caseTasks, ...ceremonyTasks }).map(([name, task]) => [
        name,
        (payload: unknown): Promise<unknown> => task(ports, payload),
      ]),
    ),
    onError: (error) => {
      throw error;
    },
  });
  const ports = { ...test, workflow, nudge: effects.nudge };
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
    async passDays(days) {
      for (let passed = 0; passed < days; passed += 1) {
        await settle();
        test.clock.setOffice(at(addDays(dayOf(test.clock.office()), 1), 9));
        workflow.tick();
        await settle();
      }
    },
  };
}
