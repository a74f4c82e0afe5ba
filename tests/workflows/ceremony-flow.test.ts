import { describe, expect, it } from 'vitest';
import { isRefusal } from '#shared/domain/refusal.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { loadFlow } from '#shared/records/flow-record.ts';
import { keys } from '#shared/records/keys.ts';
import { verifyHistory } from '#shared/use-cases/views/browse.ts';
import { ceremonyRecord, createCeremonyHome, type CeremonyHome } from '#tests/support/ceremony-home.ts';
import { issuedDecision } from '#tests/support/issued-decision.ts';

const rows = ['Lê Văn Tám', 'Nguyễn Thị Sáu', 'Trần Văn Năm'].map((name) => ({ name }));

/** A ceremony on Tuesday 20/10/2020, frozen on Friday 16/10, with three awards. */
async function prepared() {
  const home = await createCeremonyHome();
  const decision = await issuedDecision(home.ports, { rows });
  const id = await home.hold('2020-10-20');
  await home.draw(id, decision.id);
  return { home, id, cases: decision.cases };
}

type Id = Parameters<CeremonyHome['ceremony']>[0];

async function actsOf(home: CeremonyHome, id: Id): Promise<string[]> {
  const history = await readHistory(home.ports.store, ceremonyRecord(id));
  return history.map(({ entry }) => (entry.by === undefined ? `${entry.act} by the flow` : entry.act));
}

describe('a ceremony', () => {
  it('is frozen, held and finished by its flow, and by nothing else', async () => {
    const { home, id, cases } = await prepared();
    expect([(await home.ceremony(id)).phase, home.state(id)]).toEqual(['PREPARING', 'AwaitFreeze']);

    await home.passTo('2020-10-16', '07:59');
    expect(home.state(id)).toBe('AwaitFreeze');
    await home.passTo('2020-10-16', '08:00');
    expect([(await home.ceremony(id)).phase, home.state(id)]).toEqual(['FROZEN', 'AwaitDay']);

    await home.passTo('2020-10-20', '00:00');
    expect(home.state(id)).toBe('AwaitDay');
    await home.passTo('2020-10-20', '00:01');
    expect([(await home.ceremony(id)).phase, home.state(id)]).toEqual(['HELD', 'AwaitDelivery']);

    await home.passTo('2020-10-20', '10:00');
    await home.act(id, 'handOver', { case: cases[0], state: 'PRESENTED' });
    await home.act(id, 'handOver', { case: cases[1], state: 'PRIVATE' });
    expect(home.state(id)).toBe('AwaitDelivery');
    await home.act(id, 'handOver', { case: cases[2], state: 'PRESENTED' });

    expect([(await home.ceremony(id)).phase, home.state(id)]).toEqual(['FINISHED', 'Finished']);
    expect(await actsOf(home, id)).toEqual([
      'Planned',
      'Drawn',
      'ListFrozen by the flow',
      'CeremonyHeld by the flow',
      'HandedOver',
      'HandedOver',
      'HandedOver',
      'Finished by the flow',
    ]);
    expect((await verifyHistory(home.ports, ceremonyRecord(id))).faults).toEqual([]);
    expect(home.workflow.running()).toEqual([]);
  });

  it('takes nothing more onto its list once it is frozen', async () => {
    const { home, id } = await prepared();
    const late = await issuedDecision(home.ports, { rows: [{ name: 'Đến muộn' }] });
    await home.passTo('2020-10-16', '08:00');

    await expect(home.draw(id, late.id)).rejects.toSatisfy(
      (error) => isRefusal(error) && error.code === 'CeremonyFrozen',
    );
  });

  it('hands over nothing that it has not drawn', async () => {
    const { home, id } = await prepared();
    const other = await issuedDecision(home.ports, { rows: [{ name: 'Người khác' }] });
    await home.passTo('2020-10-20', '00:01');

    const handing = home.act(id, 'handOver', { case: other.cases[0], state: 'PRESENTED' });
    await expect(handing).rejects.toSatisfy((error) => isRefusal(error) && error.code === 'CaseNotFound');
  });

  it('tells the host’s organisers of the freeze, of the day, and weekly of what remains', async () => {
    const { home, id, cases } = await prepared();
    await home.passTo('2020-10-16', '08:00');
    await home.passTo('2020-10-20', '00:01');
    await home.act(id, 'handOver', { case: cases[0], state: 'PRESENTED' });
    await home.act(id, 'handOver', { case: cases[1], state: 'TO_DELIVER' });
    for (const day of ['2020-10-21', '2020-10-22', '2020-10-27', '2020-10-28', '2020-10-31'])
      await home.passTo(day, '08:00');
    await home.act(id, 'handOver', { case: cases[2], state: 'PRIVATE' });
    await home.passTo('2020-11-04', '08:00');
    await home.act(id, 'handOver', { case: cases[1], state: 'DELIVERED', receivedBy: 'Nguyễn Thị Sáu' });
    await home.passTo('2020-11-11', '08:00');

    expect(await home.told()).toEqual([
      '2020-10-16 CeremonyFrozen 3',
      '2020-10-20 CeremonyToday 3',
      '2020-10-21 ToDeliver 2',
      '2020-10-28 ToDeliver 2',
      '2020-11-04 ToDeliver 1',
    ]);
    expect(home.state(id)).toBe('Finished');
    expect(home.ports.mailer.sent).toHaveLength(5);
  });

  it('goes through all its phases when the clock leaps over them', async () => {
    const { home, id } = await prepared();
    await home.passTo('2020-10-30', '09:00');

    expect([(await home.ceremony(id)).phase, home.state(id)]).toEqual(['HELD', 'AwaitDelivery']);
    expect((await home.told()).map((line) => line.split(' ')[1])).toEqual(
      expect.arrayContaining(['CeremonyFrozen', 'CeremonyToday']),
    );
  });

  it('is finished on its day when nothing was drawn', async () => {
    const home = await createCeremonyHome();
    const id = await home.hold('2020-10-20', '2020-10-20');
    await home.passTo('2020-10-20', '00:01');

    expect([(await home.ceremony(id)).phase, home.state(id)]).toEqual(['FINISHED', 'Finished']);
  });

  it.each(['2020-10-05', '2020-10-17'])(
    'ends when it is cancelled on %s, and frees its awards',
    async (day) => {
      const { home, id, cases } = await prepared();
      await home.passTo(day, '10:00');
      await home.act(id, 'cancel', { reason: 'Hoãn vì bão' });

      expect(home.state(id)).toBe('Cancelled');
      const [flow, guard] = await home.ports.store.get([
        keys.flow(ceremonyRecord(id)),
        keys.awardDrawn(cases[0]!),
      ]);
      expect([loadFlow(flow)?.value.state, guard]).toEqual(['ended', undefined]);
      await home.passTo('2020-10-20', '00:01');
      expect((await home.told()).filter((line) => line.includes('CeremonyToday'))).toEqual([]);
    },
  );
});

describe('what was lost comes back', () => {
  it('starts a flow whose nudge was lost, and hears an act that nobody was told of', async () => {
    const home = await createCeremonyHome();
    home.deafen(true);
    const id = await home.hold('2020-10-20');
    expect(home.state(id)).toBeUndefined();
    await home.sweep();
    expect(home.state(id)).toBe('AwaitFreeze');

    await home.act(id, 'cancel', { reason: 'Hoãn' });
    expect(home.state(id)).toBe('AwaitFreeze');
    await home.sweep();
    expect(home.state(id)).toBe('Cancelled');
  });

  it('is carried on by the next generation when its execution was stopped', async () => {
    const { home, id } = await prepared();
    await home.workflow.stop('ceremony', `${id}-1`);
    await home.passTo('2020-10-16', '09:30');
    expect((await home.ceremony(id)).phase).toBe('PREPARING');

    expect((await home.sweep()).restarted).toBe(1);
    expect([(await home.ceremony(id)).phase, home.state(id, 2)]).toEqual(['FROZEN', 'AwaitDay']);
  });

  it('tells each thing once, however often effects run', async () => {
    const { home, id } = await prepared();
    await home.passTo('2020-10-20', '00:01');
    const before = await home.told();
    await home.ports.store.commit([{ delete: keys.effects(ceremonyRecord(id)) }]);
    home.ports.nudge(ceremonyRecord(id));
    await home.settle();

    expect(await home.told()).toEqual(before);
    expect(home.state(id)).toBe('AwaitDelivery');
  });

  it('ends an execution of an older generation without touching the ceremony', async () => {
    const { home, id } = await prepared();
    await home.workflow.start('ceremony', `${id}-7`, { record: ceremonyRecord(id), generation: 7 });
    await home.settle();

    expect(home.state(id, 7)).toBe('Superseded');
    expect(home.state(id)).toBe('AwaitFreeze');
  });

  it('fails an execution without a ceremony, so that the sweep and the log know of it', async () => {
    const { home, id } = await prepared();
    const record = ceremonyRecord(id).replace(/.$/, '8');
    await home.ports.store.commit([
      { put: { ...keys.flow(record), version: 1, v: 1, body: { generation: 1, state: 'running' } } },
    ]);
    await home.workflow.start('ceremony', 'none-1', { record, generation: 1 });
    await home.settle();

    expect(home.workflow.describe('ceremony', 'none-1')).toMatchObject({
      status: 'FAILED',
      error: 'ExecutionLost',
    });
  });
});
