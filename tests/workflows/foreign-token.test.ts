import { describe, expect, it } from 'vitest';
import { flowWrite, loadFlow } from '#shared/records/flow-record.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

async function twoAtTheCouncil() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  const other = await draftNomination(home.ports, { name: 'Lê Văn Hai', birthYear: 1971 });
  for (const id of [one, other]) await walk.act(people.wardOfficer, id, 'submit');
  return { home, one, other, ...walk };
}

async function flowOf({ ports }: TestHome, id: CaseId) {
  const [item] = await ports.store.get([keys.flow(recordId('CASE', id))]);
  return loadFlow(item)!;
}
const entriesOf = async ({ ports }: TestHome, id: CaseId) =>
  (await readHistory(ports.store, recordId('CASE', id))).map(({ entry }) => entry.act);

describe('a live token of another case’s execution', () => {
  it('settles no step, neither its own nor another: whoever is told only looks again', async () => {
    const { home, one, other, stepOf } = await twoAtTheCouncil();
    const before = [await entriesOf(home, one), await entriesOf(home, other)];
    const { token } = (await flowOf(home, other)).value;
    await home.workflow.resume(token!, { outcome: 'agreed', case: one, place: 'SETTLED' });
    await home.settle();
    expect([await entriesOf(home, one), await entriesOf(home, other)]).toEqual(before);
    expect([await stepOf(one), await stepOf(other)]).toEqual(['ward-council', 'ward-council']);
    const waits = (await flowOf(home, other)).value.token;
    expect([waits === token, home.workflow.waits(token!), home.workflow.waits(waits!)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('written into this case’s record settles the other’s step never, and this one’s once', async () => {
    const { home, one, other, session, stepOf } = await twoAtTheCouncil();
    const foreign = (await flowOf(home, other)).value.token;
    const own = await flowOf(home, one);
    await home.ports.store.commit([flowWrite(recordId('CASE', one), own, { ...own.value, token: foreign })]);
    await session('ward', [one]);
    expect(await stepOf(other)).toBe('ward-council');
    expect(await entriesOf(home, other)).not.toContain('CouncilConcluded');
    expect((await entriesOf(home, one)).filter((act) => act === 'CouncilConcluded')).toHaveLength(1);
  });
});
