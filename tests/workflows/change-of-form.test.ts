import { describe, expect, it } from 'vitest';
import { codeOf, desks, walkIn } from '../support/case-walk.ts';
import { city, withTheCity } from '../support/city-offices.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

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
