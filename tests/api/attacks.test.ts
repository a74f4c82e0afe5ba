import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { caseIdSchema } from '#shared/domain/id.ts';
import { signInRoutes } from '#shared/http/sign-in-routes.ts';
import type { SignInFlow } from '#shared/http/sign-in.ts';
import { ask, createTestApi, problemIn } from '#tests/support/api-client.ts';
import { councils, december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, type TestPorts } from '#tests/support/small-world.ts';

let ports: TestPorts;
let api: Hono;

beforeEach(async () => {
  ports = await createTestPorts();
  api = createTestApi(ports);
});

const post = (who: { readonly id: string }, path: string, body: unknown) =>
  ask(api, who, path, { method: 'POST', body });

const content = {
  printedName: 'Lê Văn Một',
  unit: 'Tổ 7',
  birthYear: 1960,
  residentialGroup: 'Tổ 7',
  achievementFrom: '2019-12-01',
  achievementTo: '2020-09-30',
  citation: 'Có thành tích',
  report: 'Đã làm',
};

async function nominate(who: { readonly id: string }, change: object = {}): Promise<string> {
  const { body, status } = await post(who, '/api/nominations', {
    organisation: organisations.wardCommittee.id,
    round: december.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    proposer: { name: 'Phạm Văn Tổ' },
    content,
    ...change,
  });
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

async function subjectOf(id: string): Promise<string> {
  const [item] = await ports.store.get([keys.caseMeta(caseIdSchema.parse(id))]);
  return loadCase(item)?.value.subject ?? '';
}

describe('a round', () => {
  const round = (owner: { readonly id: string }) => ({
    owner: owner.id,
    name: 'Đợt tự mở',
    year: 2020,
    lane: 'peoplesCommittee',
    themes: [],
    opensOn: '2020-10-05',
    forms: [{ form: 'GK_HUYEN', closingDay: '2021-06-30', councilDay: '2021-07-01', quotas: [] }],
  });

  it('is not opened by the ward that would evade the district’s closing day', async () => {
    const refused = await post(people.wardOfficer, '/api/rounds', round(organisations.wardCommittee));
    expect(problemIn(refused).code).toBe('OrganisationForeign');
  });

  it('is opened by the district, to which the way leads', async () => {
    expect(
      (await post(people.districtOfficer, '/api/rounds', round(organisations.districtCommittee))).status,
    ).toBe(201);
  });
});

describe('an own case', () => {
  it('stays barred when a colleague nominates the known subject without naming the account', async () => {
    const first = await nominate(people.wardOfficer, { accounts: [people.policeOfficer.id] });
    const again = await nominate(people.wardOfficer, { subject: await subjectOf(first), accounts: [] });
    const [item] = await ports.store.get([keys.caseMeta(caseIdSchema.parse(again))]);
    expect(loadCase(item)?.value.subjectAccounts).toEqual([people.policeOfficer.id]);
  });

  it('is not put into another form by its own subject', async () => {
    const id = await nominate(people.wardOfficer, { accounts: [people.wardSecretary.id] });
    await post(people.wardOfficer, `/api/cases/${id}/submit`, { noSecrets: true });
    const { openStepOf } = await import('#shared/use-cases/flow/case-steps.ts');
    const { ensureStarted } = await import('#shared/use-cases/flow/carry.ts');
    await ensureStarted(ports, `CASE#${id}`);
    await openStepOf(ports, { record: `CASE#${id}`, generation: 1 });
    const refused = await post(people.wardSecretary, `/api/cases/${id}/change-form`, {
      form: 'BK_TINH',
      reason: 'Thành tích lớn',
    });
    expect(problemIn(refused)).toMatchObject({ code: 'ConflictOfInterest', details: { bar: 'ownCase' } });
  });
});

describe('a sealed nomination', () => {
  it('takes no known subject: nobody learns from it whom it is about', async () => {
    const known = await subjectOf(await nominate(people.wardOfficer));
    const refused = await post(people.wardSealedOfficer, '/api/nominations', {
      organisation: organisations.wardCommittee.id,
      round: december.id,
      form: 'GK_HUYEN',
      subjectKind: 'individual',
      proposer: { name: 'Công an phường' },
      subject: known,
      content,
      sealed: { basis: 'Người giúp việc cho công an', placeholder: false },
    });
    expect(problemIn(refused).code).toBe('SealedApart');
  });
});

describe('a list', () => {
  it('shows what waits for its keeper to its keeper only, not to whoever may read the list', async () => {
    const session = await post(people.wardSecretary, '/api/sessions', {
      organisation: organisations.wardCommittee.id,
      title: 'Họp xét',
      council: councils.ward.id,
      heldOn: '2020-10-05',
    });
    const path = `/api/sessions/${(session.body as { id: string }).id}`;
    expect((await ask(api, people.wardMember, path)).status).toBe(200);
    expect((await ask(api, people.wardMember, `${path}/candidates`)).body).toEqual({ candidates: [] });
  });
});

describe('a stranger', () => {
  it('can not fill the memory through sign-out', async () => {
    const app = signInRoutes({ end: () => Promise.resolve(new Response()) } as unknown as SignInFlow);
    app.onError((error, c) => c.text(error.name, 413));
    const response = await app.request('/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `csrf=${'a'.repeat(1_000_000)}`,
    });
    expect(await response.text()).toBe('BodyTooLarge');
  });
});
