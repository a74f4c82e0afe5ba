import { describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { entrySchema } from '#shared/domain/history.ts';
import { epochMs, instantOf, instantSchema } from '#shared/domain/time.ts';
import type { Ports } from '#shared/ports.ts';
import { flowWrite, loadFlow } from '#shared/records/flow-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { notify } from '#shared/use-cases/effects/notify.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { createLaggingHome } from '../support/lagging-home.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination, worldStart } from '../support/small-world.ts';

/** A case at the ward's council, as the indexes show it too. */
async function begin() {
  const home = await createLaggingHome();
  const { ports, workflow } = home;
  const walk = walkIn(home);
  const one = await draftNomination(ports);
  await walk.act(people.wardOfficer, one, 'submit');
  await home.indexesCatchUp();

  const flowOf = async (id: CaseId) =>
    loadFlow((await ports.store.get([keys.flow(recordId('CASE', id))]))[0]);
  const generation = async () => (await flowOf(one))?.value.generation;
  /** Office time passes, nothing that is due is taken up. @returns how many executions the next sweep restarts */
  async function restartedAfter(hours: number): Promise<number> {
    ports.clock.setOffice(instantOf(epochMs(ports.clock.office()) + hours * 3_600_000));
    const { restarted } = await sweep(ports);
    await home.settle();
    return restarted;
  }
  const stop = (generationLost: number) => workflow.stop('case', `${one}-${String(generationLost)}`);
  const whole = async () => {
    expect(await brokenInvariants(ports.store, ports.database)).toEqual([]);
    expect(ports.alarms).toEqual([]);
  };
  return { ...home, walk, one, flowOf, generation, restartedAfter, stop, whole };
}

const entry = entrySchema.parse({
  ...{ act: 'Reminded', facts: {}, record: 'CASE#01Z00000000000000000000001', seq: 3 },
  ...{ at: worldStart, machineAt: worldStart, previous: '' },
});
/** The ports of a home whose mail server is down. */
const withoutMail = (ports: Ports): Ports => ({
  ...ports,
  mailer: { send: () => Promise.reject(new Error('no mail server')) },
});

describe('the sweep on indexes that lag', () => {
  it('does not restart a case that has ended, whose wait they still show', async () => {
    const { walk, one, restartedAfter, flowOf, whole } = await begin();
    await walk.act(people.wardOfficer, one, 'withdraw', { reason: 'Đơn xin rút' });
    expect([await restartedAfter(24 * 40), (await flowOf(one))?.value.state]).toEqual([0, 'ended']);
    await whole();
  });

  it('replaces a lost execution once, though they go on showing the wait of the one that it replaced', async () => {
    const { restartedAfter, stop, generation, whole } = await begin();
    await stop(1);
    expect(await restartedAfter(24 * 10)).toBe(1);
    for (const hours of [0, 1, 24]) expect(await restartedAfter(hours)).toBe(0);
    expect(await generation()).toBe(2);
    await whole();
  });

  it('finds a lost execution whose wait they did not show, once they do', async () => {
    const { ports, walk, restartedAfter, indexesCatchUp, workflow, flowOf } = await begin();
    const late = await draftNomination(ports, { name: 'Lê Văn Tám', birthYear: 1970 });
    await walk.act(people.wardOfficer, late, 'submit');
    await workflow.stop('case', `${late}-1`);
    expect(await restartedAfter(24 * 10)).toBe(0);
    await indexesCatchUp();
    expect([await restartedAfter(0), await restartedAfter(0)]).toEqual([1, 0]);
    expect((await flowOf(late))?.value.generation).toBe(2);
  });

  it('starts a case that came from another home once, though they go on showing that it is to be started', async () => {
    const { ports, restartedAfter, indexesCatchUp, flowOf, one, stop, generation, whole } = await begin();
    await stop(1);
    const flow = await flowOf(one);
    const longAgo = instantSchema.parse('1970-01-01T00:00:00.000Z');
    const moved = { generation: 1, state: 'running', lookAgainAt: longAgo, moved: true } as const;
    await ports.store.commit([flowWrite(recordId('CASE', one), flow, moved)]);
    await indexesCatchUp();
    expect([await restartedAfter(0), await restartedAfter(0), await restartedAfter(24)]).toEqual([1, 0, 0]);
    expect(await generation()).toBe(2);
    await whole();
  });

  it('sends a mail that its sender left once, when they show it and though they go on showing it', async () => {
    const { ports, indexesCatchUp } = await begin();
    const mailsAfter = async (minutes: number) => {
      const before = ports.mailer.sent.length;
      ports.clock.advance(minutes * 60_000);
      await sweep(ports);
      return ports.mailer.sent.length - before;
    };
    await notify(withoutMail(ports), [people.wardClerk.id], entry, { kind: 'Reminder', event: 'reminder' });
    expect(await mailsAfter(5)).toBe(0);
    await indexesCatchUp();
    expect([await mailsAfter(5), await mailsAfter(5), await mailsAfter(5)]).toEqual([1, 0, 0]);
    await indexesCatchUp();
    expect(await mailsAfter(5)).toBe(0);
  });
});
