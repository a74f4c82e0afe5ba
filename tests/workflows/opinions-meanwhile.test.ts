import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { reveal } from '#shared/use-cases/cases/reveal.ts';
import { renameOrganisation } from '#shared/use-cases/directory/organisations.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { codeOf, desks, sealedDesks, walkIn, type Desk, type Walk } from '../support/case-walk.ts';
import { city, withTheCity } from '../support/city-offices.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { keepPaper } from '../support/minutes.ts';
import { changePost } from '../support/named-posts.ts';
import { agrees, askingIn } from '../support/opinion-walk.ts';
import { people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const { ward, police, district, sibling } = desks;
const notEligible = { article: 'Điều 5', reason: 'Không đúng đối tượng' };
const why = { reason: 'Người được đề nghị xin rút' };
const byAppraiser = {
  asked: [district.organisation, sibling.organisation],
  stepKind: 'appraise' as const,
};

const byStep = { asked: [district.organisation, sibling.organisation] };

let home: TestHome;
let walk: Walk;
let asking: ReturnType<typeof askingIn>;

beforeEach(async () => {
  home = await createTestHome();
  walk = walkIn(home);
  asking = askingIn(home, walk);
});

const whole = async () => expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
const told = async (who: Desk['officer']) =>
  (await readNotices(home.ports, who.id)).notices
    .filter(({ kind }) => kind === 'OpinionNotAwaited')
    .map(({ count, record, facts }) => ({ count, record, number: facts['number'] }));
const expectNotAsked = async (desk: Desk, list: ListId) => {
  expect(await asking.inboxOf(desk.officer)).not.toContain(`opinionRequest ${list}`);
  expect(await codeOf(readListView(home.ports, desk.officer.id, list))).toBe('ListNotFound');
};

/** Cases that the ward appraises for its own chairman: no letter carries them, so they may be withdrawn to the last. */
async function atWard(count: number): Promise<CaseId[]> {
  await withTheCity(home, ['GK_XA']);
  const ids: CaseId[] = [];
  for (let place = 0; place < count; place += 1) {
    const id = await draftNomination(home.ports, { name: `Lê Thị ${'ABC'[place]!}`, form: 'GK_XA' });
    await walk.act(ward.officer, id, 'submit');
    await keepPaper(home.ports, ward.officer, { case: id }, 'letter');
    await walk.act(ward.officer, id, 'receive');
    ids.push(id);
  }
  return ids;
}

describe('a case that is withdrawn', () => {
  it('before the request is signed is on it no more', async () => {
    const [gone, stays] = (await atWard(2)) as [CaseId, CaseId];
    const list = await asking.requestOf(ward, [gone, stays], byAppraiser);
    await walk.close(ward, list);
    await walk.act(ward.officer, gone, 'withdraw', why);
    expect((await walk.rowOf(list, gone))?.state).toBe('withdrawn');
    await walk.sign(ward.leader, list);
    await walk.issue(ward, list);
    expect((await walk.listOf(list)).asked?.map(({ left }) => left)).toEqual([1, 1]);
    expect(await told(district.officer)).toEqual([]);
    await whole();
  });

  it('between signature and issue stays on the paper, and nobody waits for what is said of it', async () => {
    const [gone, stays] = (await atWard(2)) as [CaseId, CaseId];
    const list = await asking.requestOf(ward, [gone, stays], byAppraiser);
    await walk.close(ward, list);
    await walk.sign(ward.leader, list);
    await walk.act(ward.officer, gone, 'withdraw', why);
    await walk.issue(ward, list);
    expect(await walk.rowOf(list, gone)).toMatchObject({ state: 'on', over: { why: 'left' } });
    expect((await walk.listOf(list)).asked?.map(({ left }) => left)).toEqual([1, 1]);
    await asking.answer(district.officer, list, district.organisation, [agrees(stays)]);
    await asking.answer(sibling.officer, list, sibling.organisation, [agrees(stays)]);
    await expectNotAsked(district, list);
    expect(await asking.inboxOf(ward.officer)).not.toContain(`opinionRequest ${list}`);
    await whole();
  });

  it('as the only one between signature and issue asks nobody anything', async () => {
    const [gone] = (await atWard(1)) as [CaseId];
    const list = await asking.requestOf(ward, [gone], byAppraiser);
    await walk.close(ward, list);
    await walk.sign(ward.leader, list);
    await walk.act(ward.officer, gone, 'withdraw', why);
    await walk.issue(ward, list);
    expect(await walk.kindsTold(district.officer)).not.toContain('OpinionAsked');
    await expectNotAsked(district, list);
    await whole();
  });

  it('after the issue is asked about no more, and those who owed an answer are told', async () => {
    const [gone, stays] = (await atWard(2)) as [CaseId, CaseId];
    const list = await asking.requestOf(ward, [gone, stays], byAppraiser);
    await walk.finish(ward, list);
    await asking.answer(district.officer, list, district.organisation, [agrees(gone)]);
    await walk.act(ward.officer, gone, 'withdraw', why);
    const { number } = await walk.listOf(list);
    expect(await told(sibling.officer)).toEqual([{ count: 1, record: `LIST#${list}`, number }]);
    expect(await told(district.officer)).toEqual([]);
    expect(await asking.inboxOf(district.officer)).toContain(`opinionRequest ${list}`);
    expect(await codeOf(asking.answer(sibling.officer, list, sibling.organisation, [agrees(gone)]))).toBe(
      'OpinionNotAwaited',
    );
    await whole();
  });
});

describe('a case that leaves a request of several', () => {
  it('by its end leaves the others asked about', async () => {
    const [gone, stays] = (await asking.atAppraisal(2)) as [CaseId, CaseId];
    const list = await asking.requestOf(police, [gone, stays], byAppraiser);
    await walk.finish(police, list);
    await walk.act(police.officer, gone, 'returnIneligible', notEligible);
    expect((await walk.rowOf(list, gone))?.over).toMatchObject({ why: 'left' });
    expect((await told(district.officer)).map(({ count }) => count)).toEqual([1]);
    expect((await walk.listOf(list)).asked?.map(({ left }) => left)).toEqual([1, 1]);
    await asking.answer(district.officer, list, district.organisation, [agrees(stays)]);
    await asking.answer(sibling.officer, list, sibling.organisation, [agrees(stays)]);
    await walk.act(police.officer, stays, 'recommend');
    expect(await walk.stepOf(stays)).toBe('district-police-letter');
    await whole();
  });

  it('as the last leaves nobody asked, and the message leads to no page that is closed to them', async () => {
    const [gone] = (await asking.atAppraisal(1)) as [CaseId];
    const list = await asking.requestOf(police, [gone], byAppraiser);
    await walk.finish(police, list);
    await walk.act(police.officer, gone, 'returnIneligible', notEligible);
    await expectNotAsked(district, list);
    expect((await told(district.officer)).map(({ record }) => record)).toEqual([undefined]);
    await whole();
  });

  it('struck before the signature stands free, and may be asked about by another', async () => {
    const [struck, stays] = (await asking.atOpinionStep(2)) as [CaseId, CaseId];
    const asked = { asked: [district.organisation] };
    const list = await asking.requestOf(city.movement, [struck, stays], asked);
    await walk.close(city.movement, list);
    await walk.onList(city.movement.officer, list, 'strike', { case: struck, reason: 'Cần hỏi riêng' });
    expect(await walk.caseOf(struck)).toMatchObject({ struckFrom: list });
    await walk.sign(city.movement.leader, list);
    await walk.issue(city.movement, list);
    expect(await codeOf(readCaseView(home.ports, district.officer.id, struck))).toBe('CaseNotFound');
    await asking.answer(district.officer, list, district.organisation, [agrees(stays)]);
    expect(await walk.stepOf(struck)).toBe('city-police-opinion');

    const other = await asking.requestOf(city.movement, [struck], asked);
    await walk.finish(city.movement, other);
    await asking.answer(district.officer, other, district.organisation, [agrees(struck)]);
    expect(await walk.stepOf(struck)).toBe('city-police-council');
    await whole();
  });

  it('held before the signature is on it no more; its release asks nobody', async () => {
    const [held, stays] = (await asking.atOpinionStep(2)) as [CaseId, CaseId];
    const list = await asking.requestOf(city.movement, [held, stays], { asked: [district.organisation] });
    await walk.close(city.movement, list);
    const letter = { reason: 'Có đơn thư', document: '12/CV' };
    await walk.act(city.movement.officer, held, 'hold', letter);
    await walk.sign(city.movement.leader, list);
    await walk.issue(city.movement, list);
    await walk.act(city.movement.officer, held, 'release', letter);
    expect(await walk.standing(held)).toBe('free');
    expect((await walk.caseOf(held)).opinions ?? []).toEqual([]);
    await whole();
  });

  it('by the asker’s going on is asked about no more, and those who are late are told', async () => {
    const ids = (await asking.atOpinionStep(2)) as [CaseId, CaseId];
    const list = await asking.requestOf(city.movement, ids, byStep);
    await walk.finish(city.movement, list);
    await asking.answer(district.officer, list, district.organisation, [agrees(ids[0])]);
    await home.passDays(15);
    await walk.onList(city.movement.officer, list, 'goOn', { cases: ids, reason: 'Đã quá hạn' });
    expect((await told(district.officer)).map(({ count }) => count)).toEqual([1]);
    expect((await told(sibling.officer)).map(({ count }) => count)).toEqual([2]);
    await expectNotAsked(sibling, list);
    await whole();
  });
});

describe('a case that changes while it is asked about', () => {
  it('waits on the request at a step of its own: another form is for before or after', async () => {
    const [one] = (await asking.atOpinionStep(1)) as [CaseId];
    const list = await asking.requestOf(city.movement, [one], { asked: [district.organisation] });
    await walk.finish(city.movement, list);
    const change = { form: 'GK_HUYEN', reason: 'Đổi hình thức' };
    expect(await codeOf(walk.act(city.movement.officer, one, 'changeForm', change))).toBe('CaseMovedOn');
    await whole();
  });

  it('is revealed, when sealed, to the hands of whoever is asked, until they have answered', async () => {
    const id = await draftNomination(home.ports, { sealed: true });
    await walk.act(sealedDesks.ward.officer, id, 'submit');
    await walk.to('district-appraise', [id], { sealed: true });
    const list = await asking.requestOf(sealedDesks.police, [id], {
      asked: [district.organisation],
      stepKind: 'appraise',
      sealed: true,
    });
    await walk.finish(sealedDesks.police, list);
    const open = (who: Desk['officer']) =>
      codeOf(reveal(home.ports, { person: who.id }, id, 'Để cho ý kiến'));
    expect(await open(people.districtOfficer)).toBe('CaseNotFound');
    expect(await open(people.districtSealedOfficer)).toBe('done');
    await home.settle();
    await whole();
    await asking.answer(people.districtSealedOfficer, list, district.organisation, [agrees(id)]);
    expect(await open(people.districtSealedOfficer)).toBe('CaseNotFound');
    await walk.act(sealedDesks.police.officer, id, 'recommend');
    await whole();
  });
});

describe('an office that is asked', () => {
  it('under another name answers as before, and the letter names it as it was called', async () => {
    const [one] = (await asking.atAppraisal(1)) as [CaseId];
    const list = await asking.requestOf(police, [one], { ...byAppraiser, asked: [district.organisation] });
    await walk.finish(police, list);
    const before = (await readListView(home.ports, police.officer.id, list)).asked?.[0]?.name;
    await home.passDays(1);
    await renameOrganisation(home.ports, asks(people.administrator), district.organisation, {
      name: 'Ủy ban nhân dân quận Mới',
      shortName: 'UBND quận Mới',
      headTitle: 'Chủ tịch UBND quận',
    });
    await home.settle();
    const { asked } = await readListView(home.ports, police.officer.id, list);
    expect(asked?.map(({ name }) => name)).toEqual([before]);
    expect(await asking.inboxOf(district.officer)).toContain(`opinionRequest ${list}`);
    await asking.answer(district.officer, list, district.organisation, [agrees(one)]);
    expect((await readCaseView(home.ports, police.officer.id, one)).opinions).toMatchObject([
      { over: true, answers: [{ organisation: { name: 'Ủy ban nhân dân quận Mới' } }] },
    ]);
    await whole();
  });

  it('of which nobody is left keeps no case for ever: the asker goes on after the due day', async () => {
    const [one] = (await asking.atOpinionStep(1)) as [CaseId];
    const list = await asking.requestOf(city.movement, [one], { asked: [sibling.organisation] });
    await walk.finish(city.movement, list);
    for (const who of [sibling.officer, sibling.leader])
      await changePost(home.ports, who, { to: home.ports.clock.today() });
    await home.passDays(15);
    expect(await codeOf(asking.answer(sibling.officer, list, sibling.organisation, [agrees(one)]))).toBe(
      'ListNotFound',
    );
    const reason = 'Phường đã sáp nhập, không còn đơn vị trả lời';
    await walk.onList(city.movement.officer, list, 'goOn', { cases: [one], reason });
    expect(await walk.stepOf(one)).toBe('city-police-council');
    await whole();
  });
});
