import { expect, it } from 'vitest';
import { createApi } from '#shared/http/create-api.ts';
import { createTestPorts } from '#tests/support/small-world.ts';
import { organisations, people, december } from '#tests/support/small-directory.ts';
it('smokes', async () => {
  const ports = await createTestPorts();
  const app = createApi({ ports, verifyBearer: async () => ({ subject: people.wardOfficer.id }) });
  const post = (path: string, body: unknown, key = crypto.randomUUID()) => app.request(path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) });
  const r = await post('/api/nominations', { organisation: organisations.wardCommittee.id, round: december.id, form: 'GK_HUYEN', subjectKind: 'individual', proposer: { name: 'x' }, content: { printedName: 'A', unit: 'b', birthYear: 1950, oops: 1, achievementFrom: '2020-02-30' } });
  console.log(r.status, Object.fromEntries(r.headers), await r.text());
  const o = await app.request('/api/openapi.json');
  const d = await o.json();
  console.log(JSON.stringify(d.paths['/api/nominations'], null, 1).slice(0, 6000), Object.keys(d.paths).length);
  for (const p of ['/api/nix', '/api/cases/1', '/api/me', '/api/inbox', '/api/rounds', '/api/cases', '/api/cases?cursor=zz', '/api/award-forms', '/api/organisations', `/api/organisations/${organisations.wardCommittee.id}/posts?role=officer`, '/api/follow/xx', '/api/nominations']) {
    const a = await app.request(p); console.log(p, a.status, (await a.text()).slice(0, 150));
  }
  expect(1).toBe(1);
});
