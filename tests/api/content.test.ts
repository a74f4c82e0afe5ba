import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, createTestApi, problemIn, type Answered } from '#tests/support/api-client.ts';
import { createPermissionWorld, must, type PermissionWorld } from '#tests/support/permission-world.ts';
import { people } from '#tests/support/small-directory.ts';

let world: PermissionWorld;
let api: Hono;

beforeAll(async () => {
  world = await createPermissionWorld();
  api = createTestApi(world.ports);
});

const shown = async (id: string) =>
  (await ask(api, people.wardOfficer, `/api/cases/${id}`)).body as {
    version: number;
    label: object;
    content: Record<string, unknown>;
  };

async function edit(id: string, content: object): Promise<Answered> {
  const { version } = await shown(id);
  const headers = { 'if-match': `"${String(version)}"` };
  return ask(api, people.wardOfficer, `/api/cases/${id}`, { method: 'PATCH', body: { content }, headers });
}

describe('the content of a draft', () => {
  it('loses what is null, and keeps what is left out', async () => {
    const { draft } = world.cases;
    expect((await edit(draft, { title: 'Tổ trưởng', gender: 'female' })).status).toBe(200);
    const before = await shown(draft);
    expect(before.content).toMatchObject({ title: 'Tổ trưởng', gender: 'female' });

    expect((await edit(draft, { title: null, birthYear: null, citation: null })).status).toBe(200);
    const { title: _t, birthYear: _b, ...rest } = before.content;
    const after = await shown(draft);
    expect(after.content).toEqual({ ...rest, citation: '' });
    expect(after.label).not.toHaveProperty('birthYear');
  });

  it('never loses name, unit or how far it is made public', async () => {
    const refused = await edit(world.cases.draft, { printedName: null, unit: null, publication: null });
    expect(refused.status).toBe(422);
    const { faults } = problemIn(refused);
    expect(faults.map(({ field }) => field).sort()).toEqual([
      'content.printedName',
      'content.publication',
      'content.unit',
    ]);
  });
});

describe('a supplement', () => {
  it('asks for no field of another kind of case, and names the one it asked for', async () => {
    const fields = ['report', 'model.sites'];
    const path = `/api/cases/${world.cases.toReceive}/ask-supplement`;
    const refused = await ask(api, people.policeOfficer, path, {
      method: 'POST',
      body: { fields, note: 'Ghi rõ' },
    });
    expect(problemIn(refused)).toMatchObject({ code: 'InputInvalid', status: 422 });
    expect(must(problemIn(refused).faults[0])).toMatchObject({
      field: 'fields.1',
      code: 'notOfThisKind',
      limit: 'model.sites',
    });
  });
});
