import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  namesOn,
  organisationSchema,
  type Council,
  type Organisation,
  type Person,
} from '#shared/domain/directory.ts';
import { areaIdSchema, organisationIdSchema, personIdSchema, postIdSchema } from '#shared/domain/id.ts';
import { isRefusal, type RefusalCode } from '#shared/domain/refusal.ts';
import { civilDateSchema, instantSchema } from '#shared/domain/time.ts';
import { verifyChain } from '#shared/domain/verify-chain.ts';
import {
  areaWrites,
  listOrganisations,
  listPeople,
  organisationWrites,
  personWrites,
  readCouncils,
  readPerson,
} from '#shared/records/directory-record.ts';
import { readChain } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { loadRegister } from '#shared/records/register-record.ts';
import { replayed, stateFaults } from '#shared/records/replayed-record.ts';
import { admitFounder } from '#shared/use-cases/directory/admit-founder.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { expectRoute, readGround } from '#shared/use-cases/rounds/routing.ts';
import { ask, createTestApi, problemIn, type Answered } from '#tests/support/api-client.ts';
import { createTestPorts, type TestPorts } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { verified } from '#tests/support/verified.ts';

/** An office of two levels, set up from nothing on a Monday in November 2026. */

const founder = {
  id: personIdSchema.parse('01JAAA000000000000000000AA'),
  username: 'quan.tri',
  name: 'Phạm Quản Trị',
  email: '',
};
const stranger = { id: personIdSchema.parse('01JBBB000000000000000000BB') };
const today = '2026-11-23';
const instrument = 'Quyết định số 12/QĐ-UBND';

let ports: TestPorts;
let api: Hono;
let ward: Organisation;

async function emptyHome(): Promise<TestPorts> {
  const made = await createTestPorts({
    settled: true,
    clock: createTestClock('2026-11-23T02:00:00.000Z'),
  });
  await admitFounder(made.store, founder);
  return made;
}

beforeEach(async () => {
  ports = await emptyHome();
  api = createTestApi(ports);
});

type Who = { readonly id: string };
const post = (who: Who, path: string, body: object = {}, key?: string): Promise<Answered> =>
  ask(api, who, path, { method: 'POST', body, ...(key === undefined ? {} : { key }) });
const get = (who: Who, path: string): Promise<Answered> => ask(api, who, path);

const aWard = { office: 'ward-committee', commune: 'Phường Sở Dầu', province: 'Thành phố Hải Phòng' };

async function found(): Promise<Organisation> {
  const { status, body } = await post(founder, '/api/office', aWard);
  expect(status).toBe(201);
  const all = await listOrganisations(ports.store);
  const own = all.find(({ id }) => id === (body as { id: string }).id);
  if (own === undefined) throw new Error('nothing was founded');
  return own;
}

const duty = (role: string, title: string, more: object = {}) => ({
  organisation: ward.id,
  role,
  title,
  from: today,
  instrument,
  ...more,
});
const person = (username: string, name: string, ...posts: object[]) => ({ username, name, posts });

async function addPerson(given: object): Promise<Person['id']> {
  const { body } = await post(founder, '/api/people', { people: [given] });
  return personIdSchema.parse((body as { results: { person: string }[] }).results[0]?.person);
}

const postsOf = async (id: Person['id']) => (await readPerson(ports.store, id))?.value.posts ?? [];
/** Kinds of the notices that somebody got, by their names, once all that acts led to was done. */
async function told(who: Who): Promise<string[]> {
  for (const record of await pendingRecords(ports)) await catchUp(ports, record);
  const { notices } = (await get(who, '/api/notices')).body as { notices: { kind: string }[] };
  return notices.map(({ kind }) => kind).sort();
}

/** Ends the first post of somebody. */
async function ended(id: Person['id'], to: string, by: Who = founder): Promise<Answered> {
  const [first] = await postsOf(id);
  return post(by, `/api/people/${id}/end-post`, { post: first?.id, to, reason: 'Chuyển công tác' });
}

const codeOf = (answered: Answered): RefusalCode => problemIn(answered).code;
const faultsOf = (answered: Answered): string[] =>
  problemIn(answered).faults.map(({ field, code }) => `${field}:${code}`);

describe('an empty home', () => {
  it('lets its founder do nothing but set it up, and nobody else anything', async () => {
    expect((await get(founder, '/api/me')).body).toMatchObject({ name: founder.name, posts: [] });
    expect(codeOf(await post(stranger, '/api/office', aWard))).toBe('SignInNeeded');
    expect(codeOf(await post(founder, '/api/people', { people: [person('a.b', 'A B', duty0())] }))).toBe(
      'OrganisationUnknown',
    );
  });
  const duty0 = () => ({
    organisation: organisationIdSchema.parse('01JCCC000000000000000000CC'),
    role: 'officer',
    title: 'x',
    from: today,
    instrument,
  });

  it('admits one founder only', async () => {
    const again = await admitFounder(ports.store, { ...founder, id: stranger.id, username: 'khac' }).catch(
      (error: unknown) => (isRefusal(error) ? error.code : error),
    );
    expect(again).toBe('OfficeFounded');
    const settled = await createTestPorts();
    await expect(admitFounder(settled.store, founder)).rejects.toMatchObject({ code: 'OfficeFounded' });
  });

  it.each([
    ['a kind that is none', { ...aWard, office: 'district-committee' }, ['office:notOneOf']],
    ['no ward', { ...aWard, commune: undefined }, ['commune:empty']],
    ['a bare name', { ...aWard, commune: 'Sở Dầu' }, ['commune:areaKindMissing']],
    ['a ward above', { ...aWard, province: 'Phường Sở Dầu' }, ['province:areaKindMissing']],
  ])('is not set up with %s', async (_what, body, faults) => {
    const answered = await post(founder, '/api/office', body);
    expect([answered.status, faultsOf(answered)]).toEqual([422, faults]);
    expect(await listOrganisations(ports.store)).toEqual([]);
  });
});

describe('setting up', () => {
  it('names the office, those above it on its ways, and makes the founder its administrator', async () => {
    ward = await found();
    const all = await listOrganisations(ports.store);
    expect(
      all.map(({ shortName, headTitle, outside }) => [shortName, headTitle, outside ?? false]).sort(),
    ).toEqual([
      ['Công an phường Sở Dầu', 'Trưởng Công an phường Sở Dầu', true],
      ['Công an thành phố Hải Phòng (PV05)', 'Giám đốc Công an thành phố Hải Phòng', true],
      ['Sở Nội vụ thành phố Hải Phòng', 'Giám đốc Sở Nội vụ thành phố Hải Phòng', true],
      ['UBND phường Sở Dầu', 'Chủ tịch UBND phường Sở Dầu', false],
      ['UBND thành phố Hải Phòng', 'Chủ tịch UBND thành phố Hải Phòng', true],
    ]);
    expect(ward.name).toBe('Ủy ban nhân dân phường Sở Dầu');
    expect(all.find(({ id }) => id === ward.superior)?.level).toBe('province');
    expect((await postsOf(founder.id)).map(({ role, organisation }) => [role, organisation])).toEqual([
      ['administrator', ward.id],
    ]);
  });

  it('happens once, also when two try at the same moment', async () => {
    const answers = await Promise.all([
      post(founder, '/api/office', aWard),
      post(founder, '/api/office', { ...aWard, commune: 'Phường Khác' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await listOrganisations(ports.store)).filter(({ outside }) => outside !== true)).toHaveLength(1);
    expect(codeOf(await post(founder, '/api/office', aWard))).toBe('OfficeFounded');
  });

  it.each([
    [
      'ward-police',
      [
        'Công an thành phố Hải Phòng (PV05)',
        'Sở Nội vụ thành phố Hải Phòng',
        'UBND phường Sở Dầu',
        'UBND thành phố Hải Phòng',
      ],
    ],
    ['city-committee', ['Công an thành phố Hải Phòng (PV05)', 'Sở Nội vụ thành phố Hải Phòng']],
    ['city-award-office', ['Công an thành phố Hải Phòng (PV05)', 'UBND thành phố Hải Phòng']],
    ['city-police', ['Sở Nội vụ thành phố Hải Phòng', 'UBND thành phố Hải Phòng']],
  ])('as %s has beside and above it %j', async (office, others) => {
    await post(founder, '/api/office', { ...aWard, office });
    const all = await listOrganisations(ports.store);
    const outside = all.filter((one) => one.outside === true).map(({ shortName }) => shortName);
    expect(outside.sort()).toEqual(others);
  });

  it('makes the ways of today whole: inside as far as our people go', async () => {
    ward = await found();
    const codes = async (form: string): Promise<string[]> => {
      const subject = {
        kind: 'nomination',
        enteredBy: ward.id,
        area: ward.area,
        round: undefined,
        form,
      } as const;
      const ground = await readGround(ports, subject);
      const round = { lane: 'peoplesCommittee', forms: [] } as never;
      const way = expectRoute({ ...ground, round }, subject, ports.clock.today());
      return way.steps.map(({ code, kind }) => `${code} ${kind}`);
    };
    expect(await codes('BK_TINH')).toEqual([
      'ward-council council',
      'ward-letter letter',
      'city-decide outside',
    ]);
    expect(await codes('GK_XA')).toHaveLength(4);
  });

  it('opens the first round, for forms that go out of the office, too', async () => {
    ward = await found();
    const forms = ['GK_XA', 'BK_TINH'].map((form) => ({
      form,
      closingDay: '2026-12-10',
      councilDay: '2026-12-04',
      quotas: [],
    }));
    const round = { owner: ward.id, name: 'Tổng kết 2026', year: 2026, lane: 'peoplesCommittee' };
    const opened = await post(founder, '/api/rounds', { ...round, themes: [], opensOn: today, forms });
    expect(opened.status).toBe(201);
  });
});

describe('people', () => {
  beforeEach(async () => {
    ward = await found();
  });

  it('are added with their posts, each with a result of its own', async () => {
    const people = [
      person('ha.tran', 'Trần Thị Hà', duty('officer', 'Chuyên viên'), duty('secretary', 'Thư ký Hội đồng')),
      person('quan.tri', 'Ai Khác', duty('clerk', 'Văn thư')),
    ];
    const { status, body } = await post(founder, '/api/people', { people });
    expect(status).toBe(200);
    expect((body as { results: object[] }).results).toMatchObject([
      { username: 'ha.tran', outcome: 'added' },
      { username: 'quan.tri', refusal: 'UsernameTaken' },
    ]);
    expect((await listPeople(ports.store)).map(({ username }) => username)).toEqual(['ha.tran', 'quan.tri']);
  });

  it('are there once, however often they are sent; who is there gets what is missing', async () => {
    const ha = person('ha.tran', 'Trần Thị Hà', duty('officer', 'Chuyên viên'));
    const id = await addPerson(ha);
    for (const [given, outcome, count] of [
      [ha, 'unchanged', 1],
      [
        person('ha.tran', 'Trần Thị Hà', duty('officer', 'Khác'), duty('clerk', 'Văn thư')),
        'furtherPosts',
        2,
      ],
      [person('HA.Tran ', 'Trần  Thị Hà', duty('clerk', 'Văn thư')), 'unchanged', 2],
    ] as const) {
      const { body } = await post(founder, '/api/people', { people: [given] });
      expect((body as { results: object[] }).results).toMatchObject([{ outcome, person: id }]);
      expect(await postsOf(id)).toHaveLength(count);
    }
    expect(await listPeople(ports.store)).toHaveLength(2);
  });

  it('that two administrators send at the same moment are one person', async () => {
    const ha = person('ha.tran', 'Trần Thị Hà', duty('officer', 'Chuyên viên'));
    await Promise.all(Array.from({ length: 5 }, () => post(founder, '/api/people', { people: [ha] })));
    const all = await listPeople(ports.store);
    expect(all).toHaveLength(2);
    expect(all.find(({ username }) => username === 'ha.tran')?.posts).toHaveLength(1);
  });

  it.each([
    ['a leader without capacity', () => duty('leader', 'Chủ tịch'), ['people.0.posts.0.capacity:missing']],
    [
      'a clerk with one',
      () => duty('clerk', 'Văn thư', { capacity: 'head' }),
      ['people.0.posts.0.capacity:capacityOfLeaders'],
    ],
    [
      'a post that ends before it begins',
      () => duty('clerk', 'Văn thư', { to: '2026-01-01' }),
      ['people.0.posts.0.to:beforeStart'],
    ],
  ])('are refused with %s', async (_what, given, faults) => {
    const answered = await post(founder, '/api/people', { people: [person('ha.tran', 'Hà', given())] });
    expect([answered.status, faultsOf(answered)]).toEqual([422, faults]);
  });

  it('work at no organisation outside', async () => {
    const outside = (await listOrganisations(ports.store)).find((one) => one.outside === true);
    const given = person('ha.tran', 'Hà Trần', { ...duty('officer', 'x'), organisation: outside?.id });
    const answered = await post(founder, '/api/people', { people: [given] });
    expect([codeOf(answered), faultsOf(answered)]).toEqual([
      'OrganisationForeign',
      ['posts.0.organisation:worksOutside'],
    ]);
  });

  it('lose a post after its last day, never the last administrator', async () => {
    const id = await addPerson(person('ha.tran', 'Trần Thị Hà', duty('clerk', 'Văn thư')));
    const [clerk] = await postsOf(id);
    const end = { post: clerk?.id, to: today, reason: 'Chuyển công tác' };
    expect((await post(founder, `/api/people/${id}/end-post`, end)).status).toBe(200);
    expect(await postsOf(id)).toMatchObject([{ to: today }]);
    const early = await post(founder, `/api/people/${id}/end-post`, { ...end, to: '2026-11-01' });
    expect(faultsOf(early)).toEqual(['to:beforeStart']);

    const [own] = await postsOf(founder.id);
    const last = { post: own?.id, to: today, reason: 'Nghỉ' };
    expect(codeOf(await post(founder, `/api/people/${founder.id}/end-post`, last))).toBe('LastAdministrator');
    await post(founder, `/api/people/${id}/posts`, duty('administrator', 'Quản trị'));
    expect((await post(founder, `/api/people/${founder.id}/end-post`, last)).status).toBe(200);
    ports.clock.setOffice(instantSchema.parse('2026-11-24T02:00:00.000Z'));
    expect(codeOf(await get(founder, `/api/organisations/${ward.id}/directory`))).toBe('PostEnded');
    expect((await get({ id }, `/api/organisations/${ward.id}/directory`)).status).toBe(200);
  });

  it.each([
    ['a leader’s', { role: 'leader', capacity: 'head' }],
    ['an officer’s', { role: 'officer' }],
    ['an officer’s that sees sealed cases', { role: 'officer', sealed: true }],
  ])('give themselves no post: not %s', async (_what, change) => {
    const own = { ...duty('officer', 'x'), ...change };
    expect(codeOf(await post(founder, `/api/people/${founder.id}/posts`, own))).toBe('OwnAccess');
    const again = { people: [person(founder.username, founder.name, own)] };
    expect(codeOf(await post(founder, '/api/people', again))).toBe('OwnAccess');
    expect(await postsOf(founder.id)).toHaveLength(1);
  });

  it('begin their posts at most thirty days ago', async () => {
    const id = await addPerson(
      person('ha.tran', 'Trần Thị Hà', duty('clerk', 'Văn thư', { from: '2026-10-24' })),
    );
    const early = duty('officer', 'Chuyên viên', { from: '2026-10-23' });
    expect(faultsOf(await post(founder, `/api/people/${id}/posts`, early))).toEqual(['from:longBegun']);
    const added = { people: [person('lan.le', 'Lê Thị Lan', early)] };
    expect(faultsOf(await post(founder, '/api/people', added))).toEqual(['from:longBegun']);
  });

  it('who sign, or see sealed cases, are made known to the leaders and auditors who are there', async () => {
    const head = {
      id: await addPerson(person('chu', 'Vũ Văn Chủ', duty('leader', 'Chủ tịch', { capacity: 'head' }))),
    };
    expect(await told(head)).toEqual([]);
    const auditor = { id: await addPerson(person('soat', 'Lê Văn Soát', duty('auditor', 'Kiểm tra'))) };
    const clerk = await addPerson(person('ha', 'Trần Thị Hà', duty('clerk', 'Văn thư')));
    expect([await told(head), await told(auditor)]).toEqual([[], []]);
    await post(founder, `/api/people/${clerk}/posts`, duty('officer', 'Cán bộ', { sealed: true }));
    await addPerson(person('pho', 'Bùi Thị Phó', duty('leader', 'Phó', { capacity: 'deputy' })));
    for (const who of [head, auditor]) expect(await told(who)).toEqual(['PostGiven', 'PostGiven']);
  });

  it('are told by the effects of the act alone: itself it sends nothing, and nothing of it is lost', async () => {
    const leads = duty('leader', 'Chủ tịch', { capacity: 'head' });
    const head = {
      id: await addPerson({ ...person('chu', 'Vũ Văn Chủ', leads), email: 'chu@so-dau.example' }),
    };
    expect(await told(head)).toEqual([]);
    await addPerson(person('pho', 'Bùi Thị Phó', duty('leader', 'Phó', { capacity: 'deputy' })));
    await addPerson(person('hai', 'Lê Văn Hai', duty('leader', 'Phó', { capacity: 'deputy' })));
    expect(ports.mailer.sent).toEqual([]);
    expect(await told(head)).toEqual(['PostGiven', 'PostGiven']);
    expect(ports.mailer.sent.map(({ to }) => to)).toEqual(['chu@so-dau.example', 'chu@so-dau.example']);
  });

  it.each([
    ['a leader’s', { role: 'leader', capacity: 'deputy' }],
    ['an auditor’s', { role: 'auditor' }],
    ['an officer’s that sees sealed cases', { role: 'officer', sealed: true }],
  ])('lose no weighty post unknown to leaders and auditors: %s', async (_what, change) => {
    const head = {
      id: await addPerson(person('chu', 'Vũ Văn Chủ', duty('leader', 'Chủ tịch', { capacity: 'head' }))),
    };
    const ha = await addPerson(person('ha', 'Trần Thị Hà', { ...duty('x', 'Chức vụ'), ...change }));
    const before = await told(head);
    await ended(ha, '2026-11-22');
    expect(await told(head)).toEqual(['PostEnded', ...before]);
    await ended(await addPerson(person('ba', 'Lê Văn Ba', duty('clerk', 'Văn thư'))), '2026-11-22');
    expect(await told(head)).toHaveLength(before.length + 1);
  });

  it.each([
    ['yesterday', '2026-11-02', '2026-11-22'],
    ['as long ago as it can be', '2026-10-24', '2026-10-24'],
    ['before it began', today, '2026-11-22'],
  ])('who were leaders are told of a new one after their post was ended: %s', async (_when, from, to) => {
    const leads = duty('leader', 'Chủ tịch', { capacity: 'head', from });
    const head = { id: await addPerson(person('chu', 'Vũ Văn Chủ', leads)) };
    expect((await ended(head.id, to)).status).toBe(200);
    await addPerson(person('moi', 'Ngô Văn Mới', duty('leader', 'Chủ tịch', { capacity: 'head' })));
    expect(await told(head)).toEqual(['PostEnded', 'PostGiven']);
  });

  it('get no ended post back: neither themselves nor others, on whatever day', async () => {
    const id = await addPerson(person('pho', 'Bùi Thị Phó', duty('leader', 'Phó', { capacity: 'deputy' })));
    await addPerson(person('hai', 'Lê Văn Hai', duty('administrator', 'Quản trị')));
    for (const who of [id, founder.id]) {
      expect((await ended(who, today)).status).toBe(200);
      expect(faultsOf(await ended(who, '2026-11-24'))).toEqual(['to:afterEnd']);
    }
    ports.clock.setOffice(instantSchema.parse('2026-11-26T02:00:00.000Z'));
    const another = personIdSchema.parse(
      (await listPeople(ports.store)).find(({ username }) => username === 'hai')?.id,
    );
    for (const to of ['2026-11-25', '2026-11-26', '2027-11-26'])
      expect(faultsOf(await ended(id, to, { id: another }))).toEqual(['to:afterEnd']);
    expect(await postsOf(id)).toMatchObject([{ to: today }]);
  });

  it('lose a post at most thirty days back, and nothing is written where it ended on that day already', async () => {
    const id = await addPerson(person('ha', 'Trần Thị Hà', duty('clerk', 'Văn thư', { from: '2026-10-24' })));
    ports.clock.setOffice(instantSchema.parse('2026-11-30T02:00:00.000Z'));
    expect(faultsOf(await ended(id, '2026-10-30'))).toEqual(['to:longEnded']);
    expect((await ended(id, '2026-11-02')).status).toBe(200);
    expect((await ended(id, '2026-11-02')).status).toBe(200);
    expect((await ended(id, '2026-10-31')).status).toBe(200);
    const register = await get(founder, `/api/organisations/${ward.id}/register`);
    const acts = (register.body as { entries: { act: string }[] }).entries.map(({ act }) => act);
    expect(acts.filter((act) => act === 'PostEnded')).toHaveLength(2);
  });

  it('nobody knows are told of', async () => {
    const nobody = `/api/people/${stranger.id}`;
    for (const [path, body] of [
      [`${nobody}/invite`, {}],
      [`${nobody}/posts`, duty('clerk', 'Văn thư')],
      [`${nobody}/end-post`, { post: stranger.id, to: today, reason: 'x' }],
    ] as const)
      expect(codeOf(await post(founder, path, body))).toBe('PersonNotFound');
    const unknown = { post: stranger.id, to: today, reason: 'x' };
    expect(faultsOf(await post(founder, `/api/people/${founder.id}/end-post`, unknown))).toEqual([
      'post:unknown',
    ]);
  });
});

describe('accounts', () => {
  let id: Person['id'];
  beforeEach(async () => {
    ward = await found();
    id = await addPerson(person('ha.tran', 'Trần Thị Hà', duty('clerk', 'Văn thư')));
  });
  const invitationIn = ({ body }: Answered) => (body as { invitation: { link: string } }).invitation;

  it('begin with a link, and each further one takes the place of the one before', async () => {
    const first = await post(founder, `/api/people/${id}/invite`);
    const second = await post(founder, `/api/people/${id}/invite`);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(invitationIn(second).link).not.toBe(invitationIn(first).link);
    const directory = await get(founder, `/api/organisations/${ward.id}/directory`);
    expect((directory.body as { people: object[] }).people).toMatchObject([
      { username: 'ha.tran', account: 'invited' },
      { username: 'quan.tri', account: 'none' },
    ]);
  });

  it('are reset by an administrator, which the person is told and the register keeps', async () => {
    ports.accounts.stand(id, 'active');
    await post(founder, `/api/people/${id}/invite`);
    expect(await told({ id })).toEqual(['AccessReset']);
    const register = await get(founder, `/api/organisations/${ward.id}/register`);
    expect((register.body as { entries: { act: string }[] }).entries.map(({ act }) => act)).toEqual([
      'AccessReset',
      'PersonAdded',
      'OfficeFounded',
    ]);
  });

  it('are not reset by oneself, nor by whoever keeps only one of the person’s organisations', async () => {
    expect(codeOf(await post(founder, `/api/people/${founder.id}/invite`))).toBe('OwnAccess');
    const other = organisationIdSchema.parse('01JDDD000000000000000000DD');
    await ports.store.commit(organisationWrites({ ...ward, id: other }));
    const before = await readPerson(ports.store, id);
    const [clerk] = before?.value.posts ?? [];
    const elsewhere = {
      ...clerk!,
      id: postIdSchema.parse('01JEEE000000000000000000EE'),
      organisation: other,
    };
    await ports.store.commit(personWrites(before, { ...before!.value, posts: [clerk!, elsewhere] }));
    expect(codeOf(await post(founder, `/api/people/${id}/invite`))).toBe('ActNotYours');
  });

  it('are kept elsewhere where the issuer isn’t ours', async () => {
    const { accounts: _none, ...without } = ports;
    api = createTestApi(without);
    expect(codeOf(await post(founder, `/api/people/${id}/invite`))).toBe('AccountsElsewhere');
    const { body } = await get(founder, `/api/organisations/${ward.id}/directory`);
    expect((body as { people: { account?: string }[] }).people[0]).not.toHaveProperty('account');
  });

  it('give one link to requests that are the same and come at once', async () => {
    const invite = () => post(founder, `/api/people/${id}/invite`, {}, 'invite-1');
    const answers = await Promise.all([invite(), invite(), invite()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('are reset by no old key of somebody whose post has ended', async () => {
    await post(founder, `/api/people/${id}/posts`, duty('administrator', 'Quản trị'));
    await post(founder, `/api/people/${id}/invite`, {}, 'invite-1');
    const [own] = await postsOf(founder.id);
    await post({ id }, `/api/people/${founder.id}/end-post`, { post: own?.id, to: today, reason: 'Nghỉ' });
    ports.accounts.stand(id, 'active');
    ports.clock.setOffice(instantSchema.parse('2026-11-24T02:00:00.000Z'));
    expect((await post(founder, `/api/people/${id}/invite`, {}, 'invite-1')).status).toBe(409);
    expect((await ports.accounts.standings([id])).get(id)).toBe('active');
  });

  it('give their links once: who asks again with the key of the act gets none and resets nothing', async () => {
    await post(founder, `/api/people/${id}/invite`, {}, 'invite-1');
    ports.accounts.stand(id, 'active');
    const again = await post(founder, `/api/people/${id}/invite`, {}, 'invite-1');
    expect([again.status, codeOf(again)]).toEqual([409, 'LinkShown']);
    expect((await ports.accounts.standings([id])).get(id)).toBe('active');
    const [kept] = await ports.store.get([keys.answer(founder.id, 'invite-1')]);
    expect(JSON.stringify(kept)).not.toContain('enrol');
    const register = await get(founder, `/api/organisations/${ward.id}/register`);
    expect(JSON.stringify(register.body)).not.toContain('enrol');
  });
});

describe('a council', () => {
  const members: Record<string, Person['id']> = {};
  const council = (change: object = {}) => ({
    name: 'Hội đồng TĐKT phường Sở Dầu',
    foundingDecision: 'Quyết định số 15/QĐ-UBND',
    from: today,
    members: [
      { person: members['chair'], seat: 'chair' },
      { person: members['secretary'], seat: 'secretary' },
      { person: members['member'], seat: 'member' },
    ],
    ...change,
  });
  const form = (change: object = {}) =>
    post(founder, `/api/organisations/${ward.id}/councils`, council(change));
  const only = async (): Promise<Council> => (await readCouncils(ports.store, ward.id))[0]!;

  beforeEach(async () => {
    ward = await found();
    members['chair'] = await addPerson(
      person('chu', 'Vũ Văn Chủ', duty('leader', 'Chủ tịch', { capacity: 'head' })),
    );
    members['secretary'] = await addPerson(person('ha', 'Trần Thị Hà', duty('secretary', 'Thư ký')));
    members['member'] = await addPerson(person('hai', 'Lê Văn Hải', duty('member', 'Ủy viên')));
  });

  it('is formed, and formed anew from a day on: who left sat to the day before', async () => {
    expect((await form()).status).toBe(200);
    const { id } = await only();
    members['other'] = await addPerson(person('lan', 'Lê Thị Lan', duty('member', 'Ủy viên')));
    const later = await form({
      council: id,
      from: '2026-12-01',
      members: [...council().members.slice(0, 2), { person: members['other'], seat: 'member' }],
    });
    expect(later.status).toBe(200);
    expect((await only()).members.map(({ person: who, from, to }) => [who, from, to])).toEqual([
      [members['chair'], today, undefined],
      [members['secretary'], today, undefined],
      [members['member'], today, '2026-11-30'],
      [members['other'], '2026-12-01', undefined],
    ]);
    expect(await readCouncils(ports.store, ward.id)).toHaveLength(1);
  });

  it.each([
    ['two chairs', (all: object[]) => [{ ...all[0] }, all[1], { ...all[2], seat: 'chair' }], 'notOneChair'],
    ['no chair', (all: object[]) => [{ ...all[0], seat: 'vice' }, all[1], all[2]], 'notOneChair'],
    ['no secretary', (all: object[]) => [all[0], { ...all[1], seat: 'member' }, all[2]], 'noSecretary'],
    [
      'a secretary without the post',
      (all: object[]) => [all[0], { ...all[1], seat: 'member' }, { ...all[2], seat: 'secretary' }],
      'noSecretary',
    ],
    ['one person twice', (all: object[]) => [...all, { ...all[2] }], 'seatedTwice'],
    ['somebody unknown', (all: object[]) => [...all, { person: stranger.id, seat: 'member' }], 'unknown'],
    ['two members', (all: object[]) => all.slice(0, 2), 'tooFew'],
  ])('has not %s', async (_what, change, code) => {
    const answered = await form({ members: change(council().members) });
    expect(answered.status).toBe(422);
    expect(faultsOf(answered)).toContain(`members:${code}`);
  });

  it('is not formed anew from a day before its members sat: none of them is lost', async () => {
    await form();
    const before = await only();
    members['secretary2'] = await addPerson(
      person('thu', 'Ngô Thị Thư', duty('secretary', 'Thư ký', { from: '2026-11-10' })),
    );
    const others = [
      { person: members['member'], seat: 'chair' },
      { person: members['secretary2'], seat: 'secretary' },
      { person: members['chair'], seat: 'member' },
    ];
    const early = await form({ council: before.id, from: '2026-11-20', members: others });
    expect(faultsOf(early)).toEqual(['from:beforeMembers']);
    expect(await only()).toEqual(before);
  });

  it('that nobody knows is not formed anew', async () => {
    expect(faultsOf(await form({ council: stranger.id }))).toEqual(['council:unknown']);
  });
});

describe('organisations', () => {
  beforeEach(async () => {
    ward = await found();
  });
  const union = (change: object = {}) => ({
    keeper: ward.id,
    kind: 'union',
    area: ward.area,
    name: 'Đoàn TNCS Hồ Chí Minh phường Sở Dầu',
    shortName: 'Đoàn phường Sở Dầu',
    numberSuffix: 'ĐTN',
    headTitle: 'Bí thư Đoàn phường',
    outside: false,
    ...change,
  });

  it('that an office adds are kept by its administrators, their people, too', async () => {
    const added = await post(founder, '/api/organisations', union());
    expect(added.status).toBe(201);
    const { id } = added.body as { id: string };
    const given = { ...duty('leader', 'Bí thư', { capacity: 'head' }), organisation: id };
    const { body } = await post(founder, '/api/people', {
      people: [person('bi.thu', 'Cao Minh Triết', given)],
    });
    expect((body as { results: object[] }).results).toMatchObject([{ outcome: 'added' }]);
    expect((await get(founder, `/api/organisations/${id}/directory`)).status).toBe(200);
  });

  it('are one of a kind and function on an area', async () => {
    // The ward's own stands on its ways and came with the founding.
    const police = union({ kind: 'police', name: 'Công an phường Sở Dầu' });
    expect(codeOf(await post(founder, '/api/organisations', police))).toBe('OrganisationDoubled');
    expect(
      (
        await post(
          founder,
          '/api/organisations',
          union({ kind: 'police', newArea: 'Phường Khác', area: undefined }),
        )
      ).status,
    ).toBe(201);
  });

  it('that both would hold a step are one, whatever other functions they have', async () => {
    const [province] = (await listOrganisations(ports.store)).filter(({ level }) => level === 'province');
    const more = union({ kind: 'police', area: ward.area, functions: ['fireSafety'] });
    expect(codeOf(await post(founder, '/api/organisations', more))).toBe('OrganisationDoubled');
    const award = { kind: 'department', area: province?.area, outside: true };
    const doubled = union({ ...award, functions: ['awardOffice', 'fireSafety'] });
    expect(codeOf(await post(founder, '/api/organisations', doubled))).toBe('OrganisationDoubled');
    expect((await post(founder, '/api/organisations', union(award))).status).toBe(201);
  });

  it('above are added outside only, and those of other areas not at all', async () => {
    const [province] = (await listOrganisations(ports.store)).filter(({ level }) => level === 'province');
    const above = union({ area: province?.area });
    expect(faultsOf(await post(founder, '/api/organisations', above))).toEqual(['area:aboveIsOutside']);
    expect((await post(founder, '/api/organisations', { ...above, outside: true })).status).toBe(201);
    const beside = organisationIdSchema.parse('01JDDD000000000000000000DD');
    const elsewhere = areaIdSchema.parse('01JFFF000000000000000000FF');
    const named = { id: elsewhere, kind: 'commune', name: 'Phường Khác' } as const;
    await ports.store.commit([
      ...areaWrites({ ...named, above: [], successors: [], validFrom: ward.validFrom }),
      ...organisationWrites({ ...ward, id: beside, area: elsewhere }),
    ]);
    const foreign = union({ area: elsewhere, outside: true });
    expect(faultsOf(await post(founder, '/api/organisations', foreign))).toEqual(['area:notOurs']);
  });

  it.each([
    ['a committee beside ours', { kind: 'peoplesCommittee', functions: ['fireSafety'] }],
    ['a police station', { kind: 'police' }],
    ['a department', { kind: 'department', outside: true }],
  ])('that hold steps are added by the founding office only, not by a school: %s', async (_what, change) => {
    const { body } = await post(founder, '/api/organisations', union({ kind: 'school' }));
    const school = (body as { id: string }).id;
    const keeper = { ...duty('administrator', 'Quản trị'), organisation: school };
    const teacher = { id: await addPerson(person('giao.vien', 'Cao Minh Triết', keeper)) };
    const asked = union({ keeper: school, ...change });
    expect(faultsOf(await post(teacher, '/api/organisations', asked))).toEqual(['kind:founderAddsIt']);
    expect((await post(teacher, '/api/organisations', union({ keeper: school }))).status).toBe(201);
  });

  it.each([
    ['no area', { area: undefined }, 'area:empty'],
    ['an area nobody knows', { area: stranger.id }, 'area:unknown'],
  ])('need an area: %s', async (_what, change, fault) => {
    expect(faultsOf(await post(founder, '/api/organisations', union(change)))).toEqual([fault]);
  });

  it('begin to work here, and stop when nobody is left', async () => {
    const awards = (await listOrganisations(ports.store)).find(({ kind }) => kind === 'department');
    const place = (outside: boolean) =>
      post(founder, `/api/organisations/${awards?.id ?? ''}/place`, { outside });
    expect((await place(false)).status).toBe(200);
    const given = { ...duty('officer', 'Chuyên viên'), organisation: awards?.id };
    await addPerson(person('so', 'Đỗ Nội Vụ', given));
    expect(codeOf(await place(true))).toBe('OrganisationPeopled');
  });
});

describe('an organisation renamed', () => {
  const old = {
    name: 'Ủy ban nhân dân phường Sở Dầu',
    shortName: 'UBND phường Sở Dầu',
    headTitle: 'Chủ tịch UBND phường Sở Dầu',
  };
  const headed = { ...old, headTitle: 'Chủ tịch Ủy ban nhân dân phường Sở Dầu' };
  const moved = { ...headed, name: 'Ủy ban nhân dân phường Hồng Bàng', shortName: 'UBND phường Hồng Bàng' };
  const rename = (names: object) => post(founder, `/api/organisations/${ward.id}/name`, names);
  const office = async () => (await listOrganisations(ports.store)).find(({ id }) => id === ward.id)!;
  const toDay = (day: string) => ports.clock.setOffice(instantSchema.parse(`${day}T02:00:00.000Z`));
  beforeEach(async () => {
    ward = await found();
  });

  it('keeps every name that it had, the title of its head, too, each up to its day', async () => {
    toDay('2026-11-24');
    expect((await rename(headed)).status).toBe(200);
    toDay('2026-11-26');
    expect((await rename(moved)).status).toBe(200);
    const now = await office();
    expect(now).toMatchObject(moved);
    expect(now.formerNames).toEqual([
      { ...old, until: '2026-11-24' },
      { ...headed, until: '2026-11-26' },
    ]);
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) =>
        namesOn(now, civilDateSchema.parse(day)),
      ),
    ).toEqual([old, headed, headed, moved]);
  });

  it('says all of its names in the register, those of before and the new ones', async () => {
    await rename(moved);
    const { body } = await get(founder, `/api/organisations/${ward.id}/register`);
    expect((body as { entries: object[] }).entries[0]).toMatchObject({
      act: 'OrganisationRenamed',
      facts: { organisation: ward.id },
      words: {
        ...moved,
        formerName: old.name,
        formerShortName: old.shortName,
        formerHeadTitle: old.headTitle,
      },
    });
  });

  it('keeps no name that it had for less than a day, nor one of before when all is as it was', async () => {
    expect((await rename(old)).body).toMatchObject({ version: 0 });
    await rename(headed);
    await rename(moved);
    expect((await office()).formerNames).toEqual([{ ...old, until: today }]);
    await rename(old);
    const now = await office();
    expect(now).toMatchObject(old);
    expect(now.formerNames).toEqual([]);
    const { body } = await get(founder, `/api/organisations/${ward.id}/register`);
    expect((body as { entries: object[] }).entries).toHaveLength(4);
  });

  it('that was renamed before titles were kept has its present one on earlier days', async () => {
    const { headTitle: _notKept, ...names } = old;
    const former = organisationSchema.parse({ ...ward, ...moved, formerNames: [{ ...names, until: today }] });
    expect(namesOn(former, civilDateSchema.parse('2026-11-22'))).toEqual({
      ...names,
      headTitle: moved.headTitle,
    });
  });
});

describe('the register', () => {
  it('is a chain that verifies, and holds names in payloads only', async () => {
    ward = await found();
    await addPerson(person('ha.tran', 'Trần Thị Hà', duty('clerk', 'Văn thư')));
    const [item] = await ports.store.get([keys.register(ward.id)]);
    const register = loadRegister(item)?.value;
    const record = `REGISTER#${ward.id}`;
    const chain = await readChain(ports.store, record);
    expect(verifyChain({ record, entries: register!.entries, head: register!.head }, chain)).toEqual([]);
    expect(stateFaults(record, replayed(chain), [item!])).toEqual([]);
    expect(chain.map(({ text }) => text).join()).not.toMatch(/Trần|ha\.tran/);
    expect(chain.at(-1)?.payload?.text).toContain('Trần Thị Hà');
    expect(ports.nudged).toEqual([record, record]);
  });

  it('is verified with all the rest of the office, and a change in it is found', async () => {
    ward = await found();
    await addPerson(person('ha.tran', 'Trần Thị Hà', duty('clerk', 'Văn thư')));
    const items = itemsIn(ports.database);
    expect((await verified(items)).findings).toEqual([]);
    const meta = keys.register(ward.id);
    const altered = items.map((item) =>
      item.pk === meta.pk && item.sk === meta.sk
        ? { ...item, body: { ...item.body, updatedAt: '2020-01-01T00:00:00.000Z' } }
        : item,
    );
    expect((await verified(altered)).findings).toContainEqual(
      expect.objectContaining({ code: 'StateDiffers', record: meta.pk }),
    );
  });
});
