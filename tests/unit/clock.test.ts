import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSimulatedClock, OfficeTimeBackwards } from '#local/clock.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { caseIdSchema } from '#shared/domain/id.ts';
import { instantOf, instantSchema } from '#shared/domain/time.ts';
import { createRandom } from '#shared/machine/random.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { createSeededRandom } from '#tests/support/seeded-random.ts';
import { createTestClock } from '#tests/support/test-clock.ts';

const start = instantSchema.parse('2020-10-05T02:00:00.000Z');
const machineStart = '2026-11-22T05:00:00.000Z';

async function simulated() {
  const database = openDatabase(':memory:');
  const machine = createTestClock(machineStart);
  const clock = await createSimulatedClock(database, start, () => machine.machine());
  return { database, machine, clock };
}

describe('simulated office time', () => {
  it('begins where it is told and runs as fast as machine time, which stays real', async () => {
    const { clock, machine } = await simulated();
    expect(clock.office()).toBe(start);
    machine.advance(90_000);

    expect(clock.office()).toBe('2020-10-05T02:01:30.000Z');
    expect(clock.machine()).toBe('2026-11-22T05:01:30.000Z');
  });

  it('knows the office’s day: past 17:00 UTC it is tomorrow in Hải Phòng', async () => {
    const { clock } = await simulated();
    await clock.setOffice(instantSchema.parse('2020-10-05T16:59:59.999Z'));
    expect(clock.today()).toBe('2020-10-05');
    await clock.setOffice(instantSchema.parse('2020-10-05T17:00:00.000Z'));
    expect(clock.today()).toBe('2020-10-06');
  });

  it('goes to 08:00 of the next day, one day a call, also at the turn of the year', async () => {
    const { clock } = await simulated();
    expect(await clock.nextDay()).toBe('2020-10-06T01:00:00.000Z');
    expect(await Promise.all([clock.nextDay(), clock.nextDay()])).toEqual([
      '2020-10-07T01:00:00.000Z',
      '2020-10-08T01:00:00.000Z',
    ]);
    await clock.setOffice(instantSchema.parse('2020-12-31T16:30:00.000Z'));
    expect(await clock.nextDay()).toBe('2021-01-01T01:00:00.000Z');
    expect(clock.today()).toBe('2021-01-01');
  });

  it('goes back only when it is forced', async () => {
    const { clock } = await simulated();
    const before = instantSchema.parse('2020-10-04T02:00:00.000Z');

    await expect(clock.setOffice(before)).rejects.toThrow(OfficeTimeBackwards);
    expect(clock.office()).toBe(start);
    await clock.setOffice(before, { force: true });
    expect(clock.office()).toBe(before);
  });

  it('never runs back with a machine clock that was put back', async () => {
    const { clock, machine } = await simulated();
    machine.setMachine(instantSchema.parse('2026-11-22T04:00:00.000Z'));
    expect(clock.office()).toBe(start);
  });

  it('is kept in the file and stands while the program is off, and forgets where it was told to begin', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vd-clock-'));
    const machine = createTestClock(machineStart);
    const first = openDatabase(join(folder, 'vinh-danh.sqlite'));
    const before = await createSimulatedClock(first, start, () => machine.machine());
    await before.nextDay();
    machine.advance(3_600_000);
    await before.keep();
    await first.close();
    machine.advance(3_600_000);
    const second = openDatabase(join(folder, 'vinh-danh.sqlite'));
    const clock = await createSimulatedClock(second, start, () => machine.machine());

    expect(clock.office()).toBe('2020-10-06T02:00:00.000Z');
    await second.close();
    rmSync(folder, { recursive: true });
  });
});

describe('an office’s own clock', () => {
  it('shows the machine’s time on both', () => {
    const clock = createSystemClock();
    const before = instantOf(Date.now());
    const shown = [clock.office(), clock.machine()];
    expect([before, ...shown].toSorted()).toEqual([before, ...shown]);
    expect(['2020-01-01', clock.today()].toSorted()[1]).toBe(clock.today());
  });
});

describe('the clock of tests', () => {
  it('stands still, passes as it is told, and has two hands', () => {
    const clock = createTestClock(start);
    clock.advance(1_000);
    expect([clock.office(), clock.machine()]).toEqual(Array(2).fill('2020-10-05T02:00:01.000Z'));
    clock.nextDay();
    expect([clock.office(), clock.machine()]).toEqual([
      '2020-10-06T01:00:00.000Z',
      '2020-10-05T02:00:01.000Z',
    ]);
  });
});

describe('random ids', () => {
  it('rise, even within one millisecond of a clock that stands still, and are ids', () => {
    const random = createRandom(createTestClock(machineStart));
    const ids = Array.from({ length: 1_000 }, () => random.ulid());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.every((id) => caseIdSchema.safeParse(id).success)).toBe(true);
  });

  it('and bytes are another each time', () => {
    const random = createRandom(createTestClock(machineStart));
    expect(random.bytes(16)).toHaveLength(16);
    expect(random.bytes(16)).not.toEqual(random.bytes(16));
  });

  it('are the same in every test of one seed, and others under another', () => {
    const draw = (seed: number) => {
      const random = createSeededRandom(seed);
      return [random.ulid(), random.ulid(), Buffer.from(random.bytes(8)).toString('hex')];
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1).filter((drawn) => draw(2).includes(drawn))).toEqual([]);
    expect(
      draw(1)
        .slice(0, 2)
        .every((id) => caseIdSchema.safeParse(id).success),
    ).toBe(true);
  });
});
