import { describe, expect, it } from 'vitest';
import {
  organisationSchema,
  personSchema,
  type Organisation,
  type Person,
} from '#shared/domain/directory.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { loadRound, organisationWrites, personWrites, roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { codeOf, desks, walkIn, type Desk } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { areas, december, organisations, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const idOf = (name: string): string =>
  `01Z${name.toUpperCase().replaceAll('-', '').replaceAll(/[IL]/g, '1').replaceAll('O', '0')}`.padEnd(
    26,
    '0',
  );

function cityOffice(code: string, change: Partial<Organisation>): Organisation {
  return organisationSchema.parse({
    ...organisations.districtPolice,
    id: idOf(`org-${code}`),
    area: areas.city.id,
    level: 'province',
    ...change,
  });
}

const movement = cityOffice('pv5', { functions: ['movementBuilding'], name: 'Phòng Xây dựng phong trào' });
const awardOffice = cityOffice('tdkt', {
  kind: 'department',
  functions: ['awardOffice'],
  name: 'Ban Thi đua, khen thưởng',
});
const committee = cityOffice('city', { kind: 'peoplesCommittee', name: 'Ủy ban nhân dân thành phố' });

function person(code: string, at: Organisation, duty: object): Person {
  const id = idOf(`person-${code}`);
  const post = {
    sealed: false,
    id: idOf(`post-${code}`),
    person: id,
    organisation: at.id,
    from: '2016-07-01',
    instrument: 'Quyết định',
    title: code,
    ...duty,
  };
  return personSchema.parse({
    id,
    username: code,
    name: code,
    email: `${code}@haiphong.example`,
    language: 'vi',
    posts: [post],
  });
}

const deskOf = (code: string, at: Organisation): Desk => ({
  organisation: at.id,
  officer: person(`${code}-a`, at, { role: 'officer' }),
  leader: person(`${code}-b`, at, { role: 'leader', capacity: 'head' }),
  clerk: person(`${code}-c`, at, { role: 'clerk' }),
});
const city = {
  movement: deskOf('pv5', movement),
  awards: deskOf('tdkt', awardOffice),
  chairman: deskOf('city', committee),
};

async function withTheCity(home: TestHome): Promise<void> {
  const { store } = home.ports;
  await store.commit([movement, awardOffice, committee].flatMap(organisationWrites));
  for (const desk of Object.values(city)) {
    for (const one of [desk.officer, desk.leader, desk.clerk])
      await store.commit(personWrites(undefined, one));
  }
  const [item] = await store.get([keys.round(december.id)]);
  const merit = { form: 'BK_TINH', closingDay: '2020-11-20', councilDay: '2020-12-11', quotas: [] };
  await store.commit([
    roundWrite(loadRound(item), roundSchema.parse({ ...december, forms: [...december.forms, merit] })),
  ]);
}

async function begin() {
  const home = await createTestHome();
  await withTheCity(home);
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  await walk.act(people.wardOfficer, one, 'submit');
  return { home, one, ...walk };
}

const toMerit = { form: 'BK_TINH', reason: 'Thành tích tiêu biểu, xuất sắc trong phạm vi thành phố' };

describe('a nomination moved to the city', () => {
  it('keeps what it passed, goes on by the longer way, and is decided by the city’s chairman', async () => {
    const { home, one, act, to, session, letter, decision, caseOf, stepOf, kindsTold } = await begin();
    await to('district-council', [one]);
    const received = (await caseOf(one)).route?.frozenOn;
    await home.passDays(2);
    await act(people.districtSecretary, one, 'changeForm', toMerit);
    expect(await caseOf(one)).toMatchObject({
      form: 'BK_TINH',
      route: { template: 'bk-tinh-2020', frozenOn: received },
    });
    expect(await kindsTold(people.wardOfficer)).toContain('FormChanged');
    expect(await stepOf(one)).toBe('district-council');

    await session('district', [one]);
    await letter(desks.district, [one]);
    await act(city.movement.officer, one, 'recommend');
    await letter(city.movement, [one]);
    await act(city.awards.officer, one, 'receive');
    await act(city.awards.officer, one, 'recommend');
    expect(await stepOf(one)).toBe('city-decide');
    await decision(city.chairman, [one]);
    expect(await caseOf(one)).toMatchObject({ status: 'AWARDED', form: 'BK_TINH' });
    const passed = (await caseOf(one)).route?.steps.map((step) => step.code);
    expect(passed).toHaveLength(12);
    expect(new Set(passed).size).toBe(12);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('leaves the step that the new way lacks, and whoever had it', async () => {
    const { one, act, to, caseOf, stepOf } = await begin();
    await to('district-decide', [one]);
    await act(people.districtOfficer, one, 'reassign', {
      post: people.districtOfficer.posts[0]?.id,
      reason: 'Giao',
    });
    await act(people.districtOfficer, one, 'changeForm', toMerit);
    expect(await stepOf(one)).toBe('district-letter');
    expect((await caseOf(one)).assignee).toBeUndefined();
    expect((await caseOf(one)).route?.steps.find((step) => step.code === 'district-decide')?.outcome).toBe(
      'formChanged',
    );
  });

  it('and back again is frozen since the police received it', async () => {
    const { one, act, to, caseOf, stepOf, session, decision } = await begin();
    await act(people.wardSecretary, one, 'changeForm', toMerit);
    await to('district-council', [one]);
    expect((await caseOf(one)).route?.frozenOn).toBeUndefined();
    await act(people.districtSecretary, one, 'changeForm', {
      form: 'GK_HUYEN',
      reason: 'Chưa đủ tiêu chuẩn',
    });
    expect((await caseOf(one)).route).toMatchObject({ template: 'gk-huyen-2020', frozenOn: '2020-10-05' });
    await session('district', [one]);
    expect(await stepOf(one)).toBe('district-decide');
    await decision(desks.district, [one]);
    expect((await caseOf(one)).status).toBe('AWARDED');
  });

  it('stands in a letter of its own where the ways part', async () => {
    const { home, one, act, to, letterOf, gatherAll, stepOf, session, letter } = await begin();
    const two = await draftNomination(home.ports, { name: 'Lê Văn Tám' });
    await act(people.wardOfficer, two, 'submit');
    await to('district-council', [one, two]);
    await act(people.districtSecretary, one, 'changeForm', toMerit);
    await session('district', [one, two]);
    expect([await stepOf(one), await stepOf(two)]).toEqual(['district-letter', 'district-decide']);
    const list = await letterOf(desks.district, [one]);
    expect(await codeOf(gatherAll(people.districtOfficer, list, [two]))).toBe('CaseNotOfThisList');
    await act(people.districtOfficer, one, 'hold', { reason: 'Chờ', document: '01' });
    await act(people.districtOfficer, one, 'release', { reason: 'Chờ', document: '02' });
    await letter(desks.district, [one]);
    expect(await stepOf(one)).toBe('city-police-appraise');
  });

  it('is refused for a form that the round does not award, and for the one it has', async () => {
    const { one, act } = await begin();
    expect(await codeOf(act(people.wardSecretary, one, 'changeForm', { ...toMerit, form: 'KNC_ANTQ' }))).toBe(
      'AwardNotOpenInRound',
    );
    expect(await codeOf(act(people.wardSecretary, one, 'changeForm', { ...toMerit, form: 'GK_HUYEN' }))).toBe(
      'InputInvalid',
    );
    expect(await codeOf(act(people.wardSecretary, one, 'changeForm', { ...toMerit, form: 'NONE' }))).toBe(
      'InputInvalid',
    );
  });
});
