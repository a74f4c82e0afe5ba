import type { Hono } from 'hono';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, createTestApi, problemIn } from '#tests/support/api-client.ts';
import { createPermissionWorld, must, type PermissionWorld } from '#tests/support/permission-world.ts';
import { probesOf } from '#tests/support/permission-probes.ts';
import { openRound, walkers } from '#tests/support/permission-people.ts';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { remember, storedIn } from '#tests/support/store-snapshot.ts';

let world: PermissionWorld;
let api: Hono;
let rebuild: () => Promise<void>;

beforeAll(async () => {
  world = await createPermissionWorld();
  api = createTestApi(world.ports);
  rebuild = await remember(world.ports.database);
});

afterEach(() => rebuild());

type Who = { readonly id: string };

const post = (who: Who, path: string, body: unknown, key: string) =>
  ask(api, who, path, { method: 'POST', body, key });

const nomination = {
  organisation: organisations.wardCommittee.id,
  round: openRound.id,
  form: 'GK_HUYEN',
  subjectKind: 'individual',
  proposer: { name: 'Phạm Văn Tổ' },
  content: { printedName: 'Lê Văn Một', unit: 'Tổ 7' },
};

/** Entries of a record's history: acts leave exactly one each. */
function entriesOf(record: string): number {
  const rows = storedIn(world.ports.database) as { pk: string; sk: string }[];
  return rows.filter(({ pk, sk }) => pk === record && sk.startsWith('ENTRY#')).length;
}

describe('a retry', () => {
  it('gets the first answer even when others acted since, and does nothing', async () => {
    const path = `/api/cases/${world.cases.toReceive}`;
    const hold = { reason: 'Chờ kết luận', document: 'CV 1' };
    const first = await post(people.policeOfficer, `${path}/hold`, hold, 'hold-1');
    await post(people.policeOfficer, `${path}/release`, { ...hold, document: 'CV 2' }, 'release-1');
    const before = storedIn(world.ports.database);

    const again = await post(people.policeOfficer, `${path}/hold`, hold, 'hold-1');

    expect(first.status).toBe(200);
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([
      200,
      first.body,
      first.headers.get('etag'),
    ]);
    expect(storedIn(world.ports.database)).toEqual(before);
  });

  it('is told by what the body says, not by how it is written', async () => {
    const first = await post(people.wardOfficer, '/api/nominations', nomination, 'n-1');
    const turned = Object.fromEntries(Object.entries(nomination).reverse());
    const again = await post(people.wardOfficer, '/api/nominations', turned, 'n-1');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('of an attached file gets a new place for the same file', async () => {
    const paper = { kind: 'report', name: 'a.pdf', size: 9, contentType: 'application/pdf' };
    const path = `/api/cases/${world.cases.draft}/files`;
    const [first, again] = [
      await post(people.wardOfficer, path, paper, 'f-1'),
      await post(people.wardOfficer, path, paper, 'f-1'),
    ];
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(201);
  });

  it.each(['letters', 'sessions'] as const)(
    'of gathering onto one of the %s gets the first results',
    async (noun) => {
      const { id, free, row } = world[noun].gathering;
      const keeper = noun === 'letters' ? people.wardOfficer : people.wardSecretary;
      const body = { cases: [{ case: free }, { case: row }] };
      const first = await post(keeper, `/api/${noun}/${id}/gather`, body, 'g-1');
      expect(first.body).toMatchObject({
        act: 'gather',
        results: [
          { case: free, gathered: true },
          { case: row, gathered: false, refusal: 'CaseNotFree' },
        ],
      });
      await post(keeper, `/api/${noun}/${id}/ungather`, { case: row }, 'u-1');
      await post(keeper, `/api/${noun}/${id}/ungather`, { case: free }, 'u-2');
      const before = storedIn(world.ports.database);
      const again = await post(keeper, `/api/${noun}/${id}/gather`, body, 'g-1');
      expect(again.body).toEqual(first.body);
      expect(storedIn(world.ports.database)).toEqual(before);
    },
  );

  it('of gathering one case gets the first result, even when it was taken off since', async () => {
    const { id, free } = world.letters.gathering;
    const body = { cases: [{ case: free }] };
    const first = await post(people.wardOfficer, `/api/letters/${id}/gather`, body, 'g-1');
    expect(first.body).toMatchObject({ act: 'gather', results: [{ case: free, gathered: true }] });
    await post(people.wardOfficer, `/api/letters/${id}/ungather`, { case: free }, 'u-1');
    const before = storedIn(world.ports.database);
    const again = await post(people.wardOfficer, `/api/letters/${id}/gather`, body, 'g-1');
    expect(again.body).toEqual(first.body);
    expect(storedIn(world.ports.database)).toEqual(before);
  });
});

describe('a retry of each act that the API has', () => {
  // A link is shown once (LinkShown, SlipLinkShown); this world's office is founded already. Each has tests of its own.
  const apart = ['/api/people/:id/invite', '/api/slips/open', '/api/office'];
  const acts = allApiRoutes.filter(({ act, path }) => act && !apart.includes(path));
  it.each(acts.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s: gets the first status and body, and nothing is done',
    async (name, { method, answers }) => {
      const { path, body, ifMatch } = must(probesOf(world)[name], `a probe for ${name}`);
      const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
      let seen = 0;
      for (const { person } of walkers) {
        const again = { method, body, headers, key: 'once' };
        const first = await ask(api, person, path, again);
        if (!(first.status in answers)) continue;
        const before = storedIn(world.ports.database);
        const second = await ask(api, person, path, again);
        expect([second.status, second.body]).toEqual([first.status, first.body]);
        expect(storedIn(world.ports.database)).toEqual(before);
        seen += 1;
        break;
      }
      expect(seen).toBeGreaterThan(0);
    },
  );
});

describe('IdempotencyKeyReused', () => {
  it('another body under the same key', async () => {
    await post(people.wardOfficer, '/api/nominations', nomination, 'k');
    const refused = await post(
      people.wardOfficer,
      '/api/nominations',
      { ...nomination, form: 'BK_TINH' },
      'k',
    );
    expect([refused.status, problemIn(refused).code]).toEqual([422, 'IdempotencyKeyReused']);
  });

  it('the same body for another record, or another act', async () => {
    const { toReceive, supplemented } = world.cases;
    await post(people.policeOfficer, `/api/cases/${toReceive}/receive`, {}, 'k');
    const refused = await post(people.policeOfficer, `/api/cases/${supplemented}/receive`, {}, 'k');
    expect(problemIn(refused).code).toBe('IdempotencyKeyReused');
  });

  it('other cases gathered under the same key', async () => {
    const { gathering } = world.letters;
    const path = `/api/letters/${gathering.id}/gather`;
    await post(people.wardOfficer, path, { cases: [{ case: gathering.free }] }, 'k');
    const refused = await post(people.wardOfficer, path, { cases: [{ case: gathering.row }] }, 'k');
    expect([refused.status, problemIn(refused).code]).toEqual([422, 'IdempotencyKeyReused']);
  });

  it('not by another person: keys are one’s own', async () => {
    const first = await post(people.wardOfficer, '/api/nominations', nomination, 'k');
    const other = await post(
      people.wardSealedOfficer,
      '/api/nominations',
      { ...nomination, form: 'BK_TINH' },
      'k',
    );
    expect([first.status, other.status]).toEqual([201, 201]);
  });
});

describe('50 duplicates at once', () => {
  const fifty = Array.from({ length: 50 }, (_, index) => index);

  it('are one act', async () => {
    const id = world.cases.toReceive;
    const before = entriesOf(`CASE#${id}`);
    const answers = await Promise.all(
      fifty.map(() => post(people.policeOfficer, `/api/cases/${id}/receive`, {}, 'k')),
    );
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(entriesOf(`CASE#${id}`)).toBe(before + 1);
  });

  it('make one new thing', async () => {
    const answers = await Promise.all(
      fifty.map(() => post(people.wardOfficer, '/api/nominations', nomination, 'k')),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });

  it('of which half say something else are one act, and a refusal for the others', async () => {
    const path = `/api/cases/${world.more.toAppraise}/not-recommend`;
    const says = (index: number) => ({ reason: index % 2 === 0 ? 'Chưa đủ' : 'Không đủ' });
    const answers = await Promise.all(
      fifty.map((index) => post(people.policeOfficer, path, says(index), 'k')),
    );
    const codes = answers.map((answer) => (answer.status === 200 ? 'done' : problemIn(answer).code)).sort();
    expect(codes).toEqual([
      ...fifty.slice(25).map(() => 'IdempotencyKeyReused'),
      ...fifty.slice(25).map(() => 'done'),
    ]);
  });
});
