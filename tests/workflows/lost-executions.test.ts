import { describe, expect, it } from 'vitest';
import { epochMs, instantOf } from '#shared/domain/time.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { loadFlow } from '#shared/records/flow-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { awaitTurn, nextGeneration } from '#shared/use-cases/flow/carry.ts';
import { openStepOf } from '#shared/use-cases/flow/case-steps.ts';
import { walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { asks, createTestPorts, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  await walk.act(people.wardOfficer, one, 'submit');
  return { home, one, ...walk };
}

/** Office time passes, nothing that is due is taken up; then the sweep comes by. */
async function sweepAfter(home: TestHome, hours: number) {
  const { clock } = home.ports;
  clock.setOffice(instantOf(epochMs(clock.office()) + hours * 3_600_000));
  const done = await sweep(home.ports);
  await home.settle();
  return done;
}

async function flowOf(home: TestHome, id: CaseId) {
  const [item] = await home.ports.store.get([keys.flow(recordId('CASE', id))]);
  return loadFlow(item)?.value;
}
const endOf = (home: TestHome, id: CaseId, generation: number) =>
  home.workflow.describe('case', `${id}-${String(generation)}`);

describe('an execution that was stopped', () => {
  it('is followed by the next generation within the hour after an act, and the case moves', async () => {
    const { home, one, session, stepOf } = await begin();
    await home.workflow.stop('case', `${one}-1`);
    await session('ward', [one]);
    expect(await stepOf(one)).toBeUndefined();
    expect((await sweepAfter(home, 0.5)).restarted).toBe(0);
    expect((await sweepAfter(home, 1)).restarted).toBe(1);
    expect(await stepOf(one)).toBe('ward-letter');
    expect(endOf(home, one, 2)?.status).toBe('RUNNING');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('is followed when its next day comes, and nobody misses a reminder', async () => {
    const { home, one, kindsTold } = await begin();
    await home.workflow.stop('case', `${one}-1`);
    await home.passDays(7);
    expect((await sweepAfter(home, 1)).restarted).toBe(1);
    await home.passDays(3);
    expect((await kindsTold(people.wardSecretary)).filter((kind) => kind === 'Reminder')).not.toHaveLength(0);
    expect(await kindsTold(people.wardLeader)).toContain('Escalated');
  });

  it('is not followed when its case had ended', async () => {
    const { home, one, act } = await begin();
    await act(people.wardOfficer, one, 'withdraw', { reason: 'Lý do' });
    expect((await flowOf(home, one))?.state).toBe('ended');
    expect((await sweepAfter(home, 24 * 40)).restarted).toBe(0);
  });

  it('is not followed when its wait timed out in the moment in which its case ended', async () => {
    const { home, one } = await begin();
    const deaf = walkIn(home, { ...home.ports, nudge: () => undefined });
    await deaf.act(people.wardOfficer, one, 'withdraw', { reason: 'Lý do' });
    await home.workflow.fail((await flowOf(home, one))?.token ?? '', { error: 'States.Timeout' });
    expect((await sweepAfter(home, 24)).restarted).toBe(0);
    expect([endOf(home, one, 1)?.status, (await flowOf(home, one))?.state]).toEqual(['SUCCEEDED', 'ended']);
  });
});

describe('an execution that fails after its wait has found that the case moved on', () => {
  it('is followed within the hour, not on the day on which something is due', async () => {
    const ports = await createTestPorts();
    const one = await draftNomination(ports);
    const record = recordId('CASE', one);
    await actOnCase(ports, asks(people.wardOfficer), one, 'submit', { noSecrets: true });
    await catchUp(ports, record);
    const opened = await openStepOf(ports, { record, generation: 1 });
    const wait = { record, generation: 1, turn: opened.turn, wakeInSeconds: opened.wakeInSeconds };
    await actOnCase(ports, asks(people.wardOfficer), one, 'withdraw', { reason: 'Lý do' });
    await catchUp(ports, record);
    await awaitTurn(ports, { ...wait, token: 'token' });
    expect(ports.workflow.resumed.map(({ token }) => token)).toEqual(['token']);
    ports.workflow.setStatus(`${one}-1`, 'FAILED');
    ports.clock.advance(61 * 60_000);
    expect((await sweep(ports)).restarted).toBe(1);
    expect(ports.workflow.started.map(({ name }) => name)).toEqual([`${one}-1`, `${one}-2`]);
  });
});

describe('an execution that vanished', () => {
  it('is followed by the next generation', async () => {
    const { home, one, session, stepOf } = await begin();
    await home.ports.database.write((db) => db.prepare('DELETE FROM executions').run());
    await session('ward', [one]);
    expect((await sweepAfter(home, 2)).restarted).toBe(1);
    expect(await stepOf(one)).toBe('ward-letter');
  });

  it('is not mistaken for one that only lost its token', async () => {
    const { home, one, session, stepOf } = await begin();
    const record = recordId('CASE', one);
    const [item] = await home.ports.store.get([keys.flow(record)]);
    const { token: _lost, ...body } = item!.body;
    await home.ports.store.commit([{ put: { ...item!, body, version: item!.version + 1 } }]);
    await session('ward', [one]);
    expect((await sweepAfter(home, 2)).restarted).toBe(0);
    await home.passDays(10);
    expect([await stepOf(one), (await flowOf(home, one))?.generation]).toEqual(['ward-letter', 1]);
  });
});

describe('the third execution lost in a day', () => {
  it('parks its record with one alarm, until a person looks', async () => {
    const { home, one, stepOf } = await begin();
    for (const generation of [1, 2, 3]) {
      await home.workflow.stop('case', `${one}-${String(generation)}`);
      await sweepAfter(home, 24 * 10);
    }
    expect((await flowOf(home, one))?.state).toBe('parked');
    await sweepAfter(home, 24);
    await sweepAfter(home, 24);
    expect(home.ports.alarms).toEqual([
      { code: 'ExecutionLost', facts: { record: recordId('CASE', one), generation: 3 } },
    ]);
    expect(await stepOf(one)).toBe('ward-council');
  });

  it('is the third of one day: the next day counts anew', async () => {
    const { home, one } = await begin();
    for (const generation of [1, 2, 3, 4]) {
      await home.workflow.stop('case', `${one}-${String(generation)}`);
      home.ports.clock.setMachine(instantOf(epochMs(home.ports.clock.machine()) + 20 * 3_600_000));
      await sweepAfter(home, 24 * 10);
    }
    expect([(await flowOf(home, one))?.state, home.ports.alarms]).toEqual(['running', []]);
  });
});

describe('an execution of an older generation', () => {
  it('finds itself replaced and ends; the newer one carries the case', async () => {
    const { home, one, session, stepOf } = await begin();
    expect(await nextGeneration(home.ports, recordId('CASE', one), 1)).toBe('started');
    expect(await nextGeneration(home.ports, recordId('CASE', one), 1)).toBe('ended');
    await home.settle();
    expect([endOf(home, one, 1)?.status, endOf(home, one, 2)?.status]).toEqual(['RUNNING', 'RUNNING']);
    await session('ward', [one]);
    expect(await stepOf(one)).toBe('ward-letter');
    await home.passDays(8);
    expect(endOf(home, one, 1)).toMatchObject({ status: 'SUCCEEDED', state: 'Superseded' });
    expect(endOf(home, one, 2)?.status).toBe('RUNNING');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('has one successor, however many sweep at once', async () => {
    const { home, one, session, stepOf } = await begin();
    await home.workflow.stop('case', `${one}-1`);
    await session('ward', [one]);
    const { clock } = home.ports;
    clock.setOffice(instantOf(epochMs(clock.office()) + 2 * 3_600_000));
    const done = await Promise.all([1, 2, 3].map(() => sweep(home.ports)));
    await home.settle();
    expect(done.map(({ restarted }) => restarted).sort()).toEqual([0, 0, 1]);
    expect((await flowOf(home, one))?.generation).toBe(2);
    expect(await stepOf(one)).toBe('ward-letter');
  });
});

describe('a case that moved while the office’s clock was far ahead', () => {
  /** @param seen whether the flow took up what was due then, before the clock was put right */
  async function movedAhead(days: number, seen: boolean) {
    const walked = await begin();
    const { home, one, session } = walked;
    const { clock } = home.ports;
    const right = clock.office();
    clock.setOffice(instantOf(epochMs(right) + days * 24 * 3_600_000));
    if (seen) home.workflow.tick();
    await home.settle();
    await session('ward', [one]);
    clock.setOffice(right);
    expect(await daysAhead(home, one)).toBeGreaterThanOrEqual(days);
    return walked;
  }
  const daysAhead = async (home: TestHome, id: CaseId): Promise<number> =>
    (epochMs((await flowOf(home, id))!.lookAgainAt!) - epochMs(home.ports.clock.office())) / 86_400_000;

  it.each([
    ['in that very moment', 400, false, 1],
    ['and waited on there', 300, true, 1],
    ['when its execution had ended, being older than a year', 400, true, 2],
  ] as const)('%s, is carried on once the clock is put right', async (_, days, seen, generation) => {
    const { home, one, stepOf } = await movedAhead(days, seen);
    await sweepAfter(home, 0);
    const looked = await flowOf(home, one);
    expect([await stepOf(one), looked?.generation]).toEqual(['ward-letter', generation]);
    expect(endOf(home, one, generation)?.status).toBe('RUNNING');
    expect(await daysAhead(home, one)).toBeLessThanOrEqual(31);
    await sweepAfter(home, 0);
    expect(await flowOf(home, one)).toEqual(looked);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });
});
