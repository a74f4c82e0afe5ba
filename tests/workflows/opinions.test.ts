import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { explanationsIn } from '#shared/domain/law/explanation.ts';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import { organisationWrites } from '#shared/records/directory-record.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { codeOf, refusalOf, desks, sealedDesks, walkIn, type Desk, type Walk } from '../support/case-walk.ts';
import { city, withTheCity } from '../support/city-offices.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { agrees, askingIn, disagrees } from '../support/opinion-walk.ts';
import { organisations, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const { ward, police, district } = desks;
const paper = { number: '77/CV-NHNN', date: '2020-10-05' };
const outsider = { ...organisations.siblingCommittee, id: organisations.siblingCommittee.id, outside: true };

let home: TestHome;
let walk: Walk;
let asking: ReturnType<typeof askingIn>;
const requestOf = (...given: Parameters<typeof asking.requestOf>) => asking.requestOf(...given);
const answer = (...given: Parameters<typeof asking.answer>) => asking.answer(...given);
const inboxOf = (who: Desk['officer']) => asking.inboxOf(who);
const atAppraisal = (count: number) => asking.atAppraisal(count);
const atOpinionStep = (count: number) => asking.atOpinionStep(count);

beforeEach(async () => {
  home = await createTestHome();
  walk = walkIn(home);
  asking = askingIn(home, walk);
});

describe('a step that asks for opinions', () => {
  it('waits until the last answer on its row is in, and goes on whatever was answered', async () => {
    const [one, two] = (await atOpinionStep(2)) as [CaseId, CaseId];
    const list = await requestOf(city.movement, [one, two], {
      asked: [district.organisation, police.organisation],
    });
    expect(await codeOf(answer(district.officer, list, district.organisation, [agrees(one)]))).toBe(
      'ListNotFound',
    );
    await walk.finish(city.movement, list);
    expect(await walk.listOf(list)).toMatchObject({ state: 'ISSUED', answerBy: '2020-10-19' });
    expect(await inboxOf(district.officer)).toContain(`opinionRequest ${list}`);
    expect(await walk.stepOf(one)).toBe('city-police-opinion');

    await answer(district.officer, list, district.organisation, [agrees(one), disagrees(two)]);
    expect(await walk.stepOf(one)).toBe('city-police-opinion');
    expect(await inboxOf(district.officer)).not.toContain(`opinionRequest ${list}`);
    await answer(police.officer, list, police.organisation, [disagrees(one)]);
    expect(await walk.stepOf(one)).toBe('city-police-council');
    expect(await walk.stepOf(two)).toBe('city-police-opinion');
    await answer(police.leader, list, police.organisation, [agrees(two)]);
    expect(await walk.stepOf(two)).toBe('city-police-council');

    const { opinions } = await readCaseView(home.ports, city.movement.officer.id, one);
    expect(opinions).toMatchObject([
      { over: true, missing: [], answers: [{ opinion: 'agrees' }, { opinion: 'disagrees' }] },
    ]);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('takes one answer of each organisation on a row, with a reason unless it agrees', async () => {
    const [one] = (await atOpinionStep(1)) as [CaseId];
    const list = await requestOf(city.movement, [one], {
      asked: [district.organisation, police.organisation],
    });
    await walk.finish(city.movement, list);
    const ofDistrict = (who: Desk['officer'], answers: object[]) =>
      codeOf(answer(who, list, district.organisation, answers));
    expect(await ofDistrict(police.officer, [agrees(one)])).toBe('ActNotYours');
    expect(await ofDistrict(district.officer, [agrees(one), agrees(one)])).toBe('InputInvalid');
    await answer(district.officer, list, district.organisation, [agrees(one)]);
    expect(await ofDistrict(district.officer, [disagrees(one)])).toBe('OpinionNotAwaited');
  });

  it('goes on without missing answers only after the due day, with a reason', async () => {
    const [one] = (await atOpinionStep(1)) as [CaseId];
    const list = await requestOf(city.movement, [one], { asked: [district.organisation] });
    await walk.finish(city.movement, list);
    const goOn = () =>
      walk.onList(city.movement.officer, list, 'goOn', { cases: [one], reason: 'Đã quá hạn trả lời' });
    const [why] = explanationsIn((await refusalOf(goOn()))!);
    expect(why).toMatchObject({ of: 'answerBy', follows: 'limit.opinion', because: 'missing' });
    expect(sayExplanation(why!, 'vi')).toMatchObject({
      says: expect.stringContaining('Văn bản lấy ý kiến ngày 05/10/2020, hạn trả lời 19/10/2020.') as string,
      formula: '05/10/2020 + 10 ngày làm việc = 19/10/2020',
    });
    await home.passDays(15);
    await goOn();
    expect(await walk.stepOf(one)).toBe('city-police-council');
    const [told] = (await readCaseView(home.ports, city.movement.officer.id, one)).opinions;
    expect(told).toMatchObject({ over: true, answers: [], wentOn: 'Đã quá hạn trả lời' });
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('is read by who is asked from the issue until the last answer, and no longer', async () => {
    const [one] = (await atOpinionStep(1)) as [CaseId];
    const asked = desks.sibling;
    const list = await requestOf(city.movement, [one], { asked: [asked.organisation] });
    const read = () => codeOf(readCaseView(home.ports, asked.officer.id, one));
    expect(await read()).toBe('CaseNotFound');
    await walk.finish(city.movement, list);
    expect(await read()).toBe('done');
    await answer(asked.officer, list, asked.organisation, [agrees(one)]);
    expect(await read()).toBe('CaseNotFound');
    expect(await codeOf(readListView(home.ports, asked.officer.id, list))).toBe('ListNotFound');
  });

  it('shows whoever is asked no other office’s answer', async () => {
    const [one] = (await atOpinionStep(1)) as [CaseId];
    const { district: first, sibling: second } = desks;
    const list = await requestOf(city.movement, [one], {
      asked: [first.organisation, second.organisation],
    });
    await walk.finish(city.movement, list);
    await answer(first.officer, list, first.organisation, [disagrees(one)]);
    const shownTo = async ({ officer }: Desk) =>
      (await readCaseView(home.ports, officer.id, one)).opinions.flatMap(({ answers, missing }) => [
        answers.map(({ organisation }) => organisation.id),
        missing.map(({ id }) => id),
      ]);
    expect(await shownTo(second)).toEqual([[], [second.organisation]]);
    expect(await shownTo(city.movement)).toEqual([[first.organisation], [second.organisation]]);
  });

  it('lets an answer be corrected by whoever gave it until the last one is in', async () => {
    const [one] = (await atOpinionStep(1)) as [CaseId];
    const list = await requestOf(city.movement, [one], {
      asked: [district.organisation, police.organisation],
    });
    await walk.finish(city.movement, list);
    const correct = (who: Desk['officer'], organisation: string, said: object) =>
      codeOf(walk.onList(who, list, 'correctAnswer', { organisation, answer: said }));
    expect(await correct(district.officer, district.organisation, disagrees(one))).toBe('OpinionNotAwaited');
    await answer(district.officer, list, district.organisation, [agrees(one)]);
    const { asked = [], allowed } = await readListView(home.ports, district.officer.id, list);
    expect(allowed).toEqual(['correctAnswer']);
    expect(asked.map(({ corrects }) => corrects)).toEqual([[one], []]);
    expect(await codeOf(readCaseView(home.ports, district.officer.id, one))).toBe('done');
    expect(await correct(police.officer, district.organisation, disagrees(one))).toBe('ActNotYours');

    await home.passDays(1);
    expect(await correct(district.officer, district.organisation, disagrees(one))).toBe('done');
    expect(await walk.stepOf(one)).toBe('city-police-opinion');
    expect(await walk.kindsTold(city.movement.officer)).toContain('OpinionCorrected');
    const [told] = (await readCaseView(home.ports, city.movement.officer.id, one)).opinions;
    expect(told?.answers).toMatchObject([{ opinion: 'disagrees', on: '2020-10-06', firstOn: '2020-10-05' }]);
    const history = await readHistory(home.ports.store, `LIST#${list}`);
    expect(history.slice(-2).map(({ entry: { act, facts } }) => [act, facts['from'], facts['to']])).toEqual([
      ['OpinionGiven', undefined, undefined],
      ['OpinionCorrected', 'agrees', 'disagrees'],
    ]);

    await answer(police.officer, list, police.organisation, [agrees(one)]);
    expect(await walk.stepOf(one)).toBe('city-police-council');
    expect(await correct(district.officer, district.organisation, agrees(one))).toBe('ListNotFound');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('keeps a held case until it is released, though the last answer came meanwhile', async () => {
    const [held] = (await atOpinionStep(1)) as [CaseId];
    const list = await requestOf(city.movement, [held], { asked: [district.organisation] });
    await walk.finish(city.movement, list);
    const why = { reason: 'Có đơn thư', document: '12/CV' };
    await walk.act(city.movement.officer, held, 'hold', why);
    await answer(district.officer, list, district.organisation, [agrees(held)]);
    expect(await walk.stepOf(held)).toBe('city-police-opinion');
    await walk.act(city.movement.officer, held, 'release', why);
    expect(await walk.stepOf(held)).toBe('city-police-council');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('has the records clerk enter the paper of an office outside', async () => {
    const [one] = (await atOpinionStep(1)) as [CaseId];
    const { store } = home.ports;
    for (const write of organisationWrites(outsider as never)) {
      if ('put' in write) await store.commit([{ put: write.put }]);
    }
    const list = await requestOf(city.movement, [one], { asked: [outsider.id] });
    await walk.finish(city.movement, list);
    expect(await inboxOf(city.movement.clerk)).toContain(`opinionRequest ${list}`);
    const enter = (more = {}) => answer(city.movement.clerk, list, outsider.id, [agrees(one)], more);
    expect(await codeOf(enter())).toBe('InputInvalid');
    await enter({ paper });
    expect(await walk.stepOf(one)).toBe('city-police-council');
    expect((await walk.rowOf(list, one))?.opinions).toMatchObject([{ opinion: 'agrees', paper }]);
  });
});

describe('an appraiser who asks for opinions', () => {
  const ofDistrict = { asked: [district.organisation], stepKind: 'appraise' as const };

  it('keeps the case, and goes on once all are in; the appraisal has its days from then on', async () => {
    const [one] = (await atAppraisal(1)) as [CaseId];
    const before = (await walk.caseOf(one)).route?.steps.find(({ kind }) => kind === 'appraise')?.dueOn;
    const list = await requestOf(police, [one], ofDistrict);
    await walk.finish(police, list);
    expect(await walk.standing(one)).toBe('free');
    expect(await codeOf(walk.act(police.officer, one, 'recommend'))).toBe('OpinionsAwaited');
    await answer(district.officer, list, district.organisation, [disagrees(one)]);
    expect(await walk.stepOf(one)).toBe('district-appraise');
    const after = (await walk.caseOf(one)).route?.steps.find(({ kind }) => kind === 'appraise')?.dueOn;
    expect(after! >= before!).toBe(true);
    await walk.act(police.officer, one, 'recommend');
    expect(await walk.stepOf(one)).toBe('district-police-letter');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('need wait no longer than the due day; whoever is late is asked no more', async () => {
    const [one] = (await atAppraisal(1)) as [CaseId];
    const list = await requestOf(police, [one], ofDistrict);
    await walk.finish(police, list);
    await home.passDays(15);
    await walk.act(police.officer, one, 'recommend');
    expect((await walk.rowOf(list, one))?.over).toMatchObject({ why: 'left' });
    expect(await inboxOf(district.officer)).not.toContain(`opinionRequest ${list}`);
    expect(await codeOf(answer(district.officer, list, district.organisation, [agrees(one)]))).toBe(
      'ListNotFound',
    );
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });
});

describe('a case about which opinions are asked', () => {
  const asked = desks.sibling;
  const byPolice = { asked: [asked.organisation], stepKind: 'appraise' as const };

  /** Asked about by the district police, with the sibling ward's answer awaited. */
  async function askedAbout(): Promise<{ one: CaseId; other: CaseId; list: ListId }> {
    const [one, other] = (await atAppraisal(2)) as [CaseId, CaseId];
    const list = await requestOf(police, [one, other], byPolice);
    await walk.finish(police, list);
    return { one, other, list };
  }
  const read = (id: CaseId) => codeOf(readCaseView(home.ports, asked.officer.id, id));
  const rowsAwaited = async (list: ListId) => (await walk.listOf(list)).asked?.map(({ left }) => left);

  it('is asked about no more that is not eligible; the rest of the request goes on', async () => {
    const { one, other, list } = await askedAbout();
    expect(await read(one)).toBe('done');
    const why = { article: 'Điều 4', reason: 'Chưa đủ tiêu chuẩn' };
    await walk.act(police.officer, one, 'returnIneligible', why);
    expect((await walk.rowOf(list, one))?.over).toMatchObject({ why: 'left' });
    expect(await rowsAwaited(list)).toEqual([1]);
    expect([await read(one), await read(other)]).toEqual(['CaseNotFound', 'done']);
    const late = answer(asked.officer, list, asked.organisation, [agrees(one)]);
    expect(await codeOf(late)).toBe('OpinionNotAwaited');
    await answer(asked.officer, list, asked.organisation, [agrees(other)]);
    await walk.act(police.officer, other, 'recommend');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('is asked about on, when another form at the same step is proposed', async () => {
    await withTheCity(home);
    const { one, list } = await askedAbout();
    await walk.act(police.officer, one, 'changeForm', { form: 'BK_TINH', reason: 'Thành tích xuất sắc' });
    expect(await walk.stepOf(one)).toBe('district-appraise');
    expect(await read(one)).toBe('done');
    expect(await codeOf(walk.act(police.officer, one, 'recommend'))).toBe('OpinionsAwaited');
    await answer(asked.officer, list, asked.organisation, [agrees(one)]);
    await walk.act(police.officer, one, 'recommend');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('is answered during a supplement, and the appraisal has its days once that is in', async () => {
    const { one, list } = await askedAbout();
    await walk.act(police.officer, one, 'askSupplement', { fields: ['report'], note: 'Bổ sung số liệu' });
    await answer(asked.officer, list, asked.organisation, [disagrees(one)]);
    expect(await walk.standing(one)).toBe('supplement');
    await walk.act(ward.officer, one, 'answerSupplement', { content: { report: 'Đã bổ sung số liệu.' } });
    await walk.act(police.officer, one, 'recommend');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('leaves a request that is closed by a strike, is free, and is asked of nobody', async () => {
    const [one, other] = (await atAppraisal(2)) as [CaseId, CaseId];
    const list = await requestOf(police, [one, other], byPolice);
    await walk.close(police, list);
    await walk.onList(police.leader, list, 'strike', { case: one, reason: 'Chưa cần hỏi' });
    await walk.close(police, list).catch(() => undefined);
    expect(await walk.standing(one)).toBe('free');
    await walk.sign(police.leader, list);
    await walk.issue(police, list);
    expect([await read(one), await read(other)]).toEqual(['CaseNotFound', 'done']);
    await walk.act(police.officer, one, 'recommend');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });
});

describe('a sealed case about which opinions are asked', () => {
  it('is read and answered by those only who handle what is sealed there, and no reason is told', async () => {
    const id = await draftNomination(home.ports, { sealed: true });
    await walk.act(people.wardSealedOfficer, id, 'submit');
    await walk.to('district-appraise', [id], { sealed: true });
    const { police: own, district: asked } = sealedDesks;
    const list = await requestOf(own, [id], {
      asked: [asked.organisation],
      stepKind: 'appraise',
      sealed: true,
    });
    await walk.finish(own, list);
    const read = (who: Desk['officer']) => codeOf(readCaseView(home.ports, who.id, id));
    expect([await read(desks.district.officer), await read(asked.officer)]).toEqual(['CaseNotFound', 'done']);
    expect(await inboxOf(desks.district.officer)).not.toContain(`opinionRequest ${list}`);
    const unnamed = answer(desks.district.officer, list, asked.organisation, [disagrees(id)]);
    expect(await codeOf(unnamed)).toBe('ListNotFound');
    await answer(asked.officer, list, asked.organisation, [disagrees(id)]);
    const { opinions } = await readCaseView(home.ports, own.officer.id, id);
    expect(opinions[0]?.answers).toEqual([
      expect.not.objectContaining({ reason: expect.anything() as string }),
    ]);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });
});

describe('a request for opinions', () => {
  it('asks somebody, and by no day before the law’s', async () => {
    const [one] = (await atAppraisal(1)) as [CaseId];
    const early = { asked: [district.organisation], answerBy: '2020-10-16' };
    expect(await codeOf(requestOf(police, [one], early))).toBe('InputInvalid');
    const slip = { asked: [district.organisation], answerBy: '2202-10-16' };
    expect(await codeOf(requestOf(police, [one], slip))).toBe('InputInvalid');
    expect(await codeOf(requestOf(police, [one], { asked: [police.organisation] }))).toBe('InputInvalid');
    const nobody = await requestOf(police, [one], { stepKind: 'appraise' });
    expect(await codeOf(walk.close(police, nobody))).toBe('NobodyAsked');
    expect(people.policeOfficer.id).toBe(police.officer.id);
  });
});
