import { describe, expect, it } from 'vitest';
import { civilDateSchema } from '#shared/domain/time.ts';
import { settingSchema } from '#shared/domain/law/setting.ts';
import type { Ports } from '#shared/ports.ts';
import { encode } from '#shared/records/item.ts';
import { keys } from '#shared/records/keys.ts';
import { createLawSource } from '#shared/use-cases/law/law-source.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts } from '#tests/support/small-world.ts';

const day = civilDateSchema.parse('2027-03-01');

let next = 0;
async function confirmed(ports: Ports, change: Record<string, unknown>): Promise<void> {
  next += 1;
  const setting = settingSchema.parse({
    id: `01J00000000000000000000${String(100 + next)}`,
    organisation: organisations.wardCommittee.id,
    key: 'limit.posting',
    value: 5,
    validFrom: '2027-01-01',
    source: 'Quyết định số 12/2026/QĐ-UBND',
    state: 'CONFIRMED',
    proposedBy: people.wardOfficer.id,
    proposedOn: '2026-12-01',
    ...change,
  });
  await ports.store.commit([{ put: encode(keys.setting(setting.id), setting, 1) }]);
}

describe('the law of a home', () => {
  it('is what we ship until an office has set something itself', async () => {
    const { store, clock } = await createTestPorts();
    const law = await createLawSource({ store, clock }).current();
    expect(law.number('limit.posting', day)).toMatchObject({ value: 7, own: false });
  });

  it('has an office’s own row over ours from its day on, and ours before it', async () => {
    const ports = await createTestPorts();
    await confirmed(ports, {});
    const law = await createLawSource(ports).current();
    expect(law.number('limit.posting', day)).toMatchObject({ value: 5, own: true });
    expect(law.cited(law.number('limit.posting', day).row)).toBe('Quyết định số 12/2026/QĐ-UBND');
    expect(law.number('limit.posting', civilDateSchema.parse('2026-12-31'))).toMatchObject({ value: 7 });
  });

  it('ends a row on the day before the next one begins, and does not come back to it', async () => {
    const ports = await createTestPorts();
    await confirmed(ports, { value: 4, validFrom: '2027-02-01', validTo: '2027-02-28' });
    await confirmed(ports, { value: 5 });
    const law = await createLawSource(ports).current();
    const on = (text: string): unknown => law.number('limit.posting', civilDateSchema.parse(text)).value;
    expect(['2027-01-31', '2027-02-01', '2027-02-28', '2027-03-01'].map(on)).toEqual([5, 4, 4, 7]);
  });

  it('leaves out what is only proposed, and what a figure does not take any more', async () => {
    const ports = await createTestPorts();
    await confirmed(ports, { state: 'PROPOSED' });
    await confirmed(ports, { value: 'bảy' });
    await confirmed(ports, { key: 'limit.gone' });
    const law = await createLawSource(ports).current();
    expect(law.number('limit.posting', day)).toMatchObject({ value: 7, own: false });
  });

  it('is read once a minute of machine time, however many ask', async () => {
    const ports = await createTestPorts();
    let reads = 0;
    const store = {
      ...ports.store,
      query: (query: Parameters<typeof ports.store.query>[0]) => {
        reads += 1;
        return ports.store.query(query);
      },
    };
    const source = createLawSource({ store, clock: ports.clock });
    await Promise.all([source.current(), source.current()]);
    await confirmed(ports, {});
    ports.clock.advance(59_999);
    expect((await source.current()).number('limit.posting', day).value).toBe(7);
    expect(reads).toBe(1);
    ports.clock.advance(1);
    expect((await source.current()).number('limit.posting', day).value).toBe(5);
    expect(reads).toBe(2);
  });

  it('is asked for anew after a reading that failed', async () => {
    const ports = await createTestPorts();
    let failing = true;
    const query = (asked: Parameters<typeof ports.store.query>[0]) =>
      failing ? Promise.reject(new Error('unavailable')) : ports.store.query(asked);
    const source = createLawSource({ store: { ...ports.store, query }, clock: ports.clock });
    await expect(source.current()).rejects.toThrow('unavailable');
    failing = false;
    await expect(source.current()).resolves.toBeDefined();
  });
});
