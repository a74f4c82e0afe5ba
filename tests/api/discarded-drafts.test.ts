import { expect, it } from 'vitest';
import { ask, createTestApi, problemIn } from '#tests/support/api-client.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';

it('discarded drafts are listed when they are asked for, or what was withdrawn is', async () => {
  const ports = await createTestPorts();
  const api = createTestApi(ports);
  const officer = people.wardOfficer;
  const kept = await draftNomination(ports);
  const gone = await draftNomination(ports, { name: 'Người Nháp', birthYear: 1980 });
  await ask(api, officer, `/api/cases/${gone}/discard`, { method: 'POST' });
  const listed = async (query: string) => {
    const { body } = await ask(api, officer, `/api/cases?${query}`);
    return (body as { cases: { id: string }[] }).cases.map(({ id }) => id);
  };

  const office = `organisation=${organisations.wardCommittee.id}`;
  expect(await listed('')).toEqual([kept]);
  expect(await listed('discarded=true')).toEqual([gone, kept]);
  expect(await listed(office)).toEqual([kept]);
  expect(await listed(`${office}&status=WITHDRAWN`)).toEqual([gone]);
  expect(await listed(`${office}&status=WITHDRAWN&discarded=false`)).toEqual([]);
  const wrong = await ask(api, officer, '/api/cases?discarded=perhaps');
  expect([wrong.status, problemIn(wrong).faults[0]?.field]).toEqual([422, 'discarded']);
});
