import { describe, expect, it } from 'vitest';
import type { Store } from '#shared/ports.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { slipCommands } from '#shared/domain/slip.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { acceptSlip, mergeSlip, refuseSlip } from '#shared/use-cases/slips/settle-slip.ts';
import { readSlipDesk } from '#shared/use-cases/slips/slip-desk.ts';
import { engineMissing } from '../support/dynamo-table.ts';
import { openWardSlips } from '../support/new-slip.ts';
import { tableOfTests } from '../support/table-of-tests.ts';
import { december, organisations, people } from '../support/small-directory.ts';
import { asks, countRequestsAnew, createTestPorts } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';

/** Four slips: accepted, merged, refused, and left until the sweep erases what it may. */
async function walk(given?: { readonly store: Store }) {
  countRequestsAnew();
  const ports = await createTestPorts(given);
  const { send } = await openWardSlips(ports, december.id);
  const [taken, twin, refused] = [await send(), await send(), await send({ name: 'Lê Văn Bảy' })];
  await send({ name: 'Phạm Thị Tám' });
  const officer = () => asks(people.wardOfficer);
  await mergeSlip(ports, officer(), twin.id, slipCommands.merge.parse({ into: { slip: taken.id } }));
  const said = slipCommands.accept.parse({ form: 'GK_HUYEN', proposer: 'Tổ dân phố số 5' });
  await acceptSlip(ports, officer(), taken.id, said);
  await refuseSlip(ports, officer(), refused.id, { reason: 'incomplete' });
  const desk = await readSlipDesk(ports, people.wardOfficer.id, organisations.wardCommittee.id);
  ports.clock.setOffice(instantSchema.parse('2021-03-12T02:00:00.000Z'));
  await sweep(ports);
  return { ports, states: desk.rounds.flatMap(({ slips }) => slips.map(({ slip }) => slip.state)) };
}

describe.skipIf(engineMissing !== undefined)('proposal slips in a DynamoDB table', () => {
  const table = tableOfTests();

  it('end as they do in SQLite: each record, entry and mark alike', async () => {
    const here = await walk();
    const there = await walk({ store: table().createStore() });
    expect(there.states).toEqual(['RECEIVED', 'ACCEPTED', 'MERGED', 'REFUSED']);
    expect(here.states).toEqual(there.states);
    const own = ({ pk }: { readonly pk: string }): boolean => /^(SLIP|SLIPLINK|CODE)#/.test(pk);
    const stored = (await table().items()).filter(own);
    expect(stored).toStrictEqual(itemsIn(here.ports.database).filter(own));
    const erased = stored.filter(({ body }) => body['erasedOn'] !== undefined);
    expect(erased).toHaveLength(3);
    expect(there.ports.alarms).toEqual([]);
  }, 60_000);
});
