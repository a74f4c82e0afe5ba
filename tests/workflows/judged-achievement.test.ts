import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/directory.ts';
import type { CaseId, SubjectId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { recordId } from '#shared/records/keys.ts';
import { importPast } from '#shared/use-cases/past/import-past.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { codeOf, walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { pastDecision } from '../support/past-decision.ts';
import { december, idOf, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { wardOfficer, wardSecretary, policeOfficer, districtSecretary } = people;
const reason = 'Một việc là hòa giải, một việc là chữa cháy.';
const reasons = { R01: 'Đã đối chiếu.' };

/** Nominated in two rounds for the same time in other words: R01 asks somebody to compare the two. */
async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  async function another(name: string, report: string, subject?: SubjectId): Promise<CaseId> {
    const own = { ...december, id: idOf(`round-${name}`) };
    const round = name === 'second' ? december : roundSchema.parse(own);
    if (name !== 'second') await home.ports.store.commit([roundWrite(undefined, round)]);
    const id = await draftNomination(home.ports, { round: round.id, citation: report, report, subject });
    await walk.act(wardOfficer, id, 'submit', subject === undefined ? {} : { reasons });
    return id;
  }
  const first = await another('first', 'Dập tắt hai đám cháy mới phát sinh, không để cháy lan.');
  const { subject } = await walk.caseOf(first);
  const id = await another('second', 'Hòa giải thành mười một vụ mâu thuẫn trong khu dân cư.', subject);
  const judge = (who: Person, answer: 'other' | 'same', other: string = first) =>
    walk.act(who, id, 'judgeAchievement', { other, answer, reason });
  const found = async (of = id) => {
    const { explanations, sides } = await readCaseRules(home.ports, wardOfficer.id, of, 'appraise');
    const { verdict, because } = explanations.find(({ follows }) => follows === 'R01')!;
    return { told: because ?? verdict, judged: sides.map((side) => side.judged) };
  };
  const atThePolice = async () => {
    await walk.to('district-receive', [id]);
    await walk.act(policeOfficer, id, 'receive', { reasons });
  };
  const whole = async () => expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  return { home, ...walk, first, id, subject, another, judge, found, atThePolice, whole };
}

describe('whoever appraises', () => {
  it('concludes that two achievements are different: the rule rests on it, the history keeps both cases', async () => {
    const { home, act, id, first, judge, found, atThePolice, standing, caseOf, whole } = await begin();
    await atThePolice();
    expect(await found()).toEqual({ told: 'samePeriod', judged: ['open'] });
    expect(await codeOf(act(policeOfficer, id, 'recommend'))).toBe('RuleNeedsReason');
    await judge(policeOfficer, 'other');
    expect(await found()).toMatchObject({ judged: ['other'] });
    expect((await found()).told).not.toBe('samePeriod');
    expect((await caseOf(id)).judgedAchievements).toEqual([
      { other: first, answer: 'other', by: policeOfficer.id, on: '2020-10-05' },
    ]);
    const kept = (await readHistory(home.ports.store, recordId('CASE', id))).at(-1);
    expect(kept).toMatchObject({
      entry: { act: 'AchievementsToldApart', record: recordId('CASE', id), facts: { other: first } },
      payload: { reason },
    });
    await act(policeOfficer, id, 'recommend');
    expect(await standing(id)).toBe('free');
    await whole();
  });

  it('concludes that they are one: the case goes no further until one is withdrawn, or it is concluded anew', async () => {
    const { act, id, first, judge, found, atThePolice } = await begin();
    await atThePolice();
    await judge(policeOfficer, 'same');
    expect(await found()).toEqual({ told: 'judgedSame', judged: ['same'] });
    expect(await codeOf(act(policeOfficer, id, 'recommend', { reasons }))).toBe('RuleForbids');
    await judge(policeOfficer, 'other');
    expect(await found()).toMatchObject({ judged: ['other'] });
    await judge(policeOfficer, 'same');
    await act(wardOfficer, first, 'withdraw', { reason });
    expect((await found()).judged).toEqual([undefined]);
    await act(policeOfficer, id, 'recommend');
  });

  it('reads on the case’s page what was concluded before, by whom and why, and may say otherwise', async () => {
    const { home, judge, to, id, found, atThePolice } = await begin();
    const pageOf = async (who: Person) =>
      textOf((await createReaders(home.ports).as(who).get(`/cases/${id}`)).html);
    expect(await pageOf(wardSecretary)).toContain('Ghi kết luận: một hay hai thành tích');
    await judge(wardSecretary, 'other');
    await atThePolice();
    const told = `Kết luận: Hai thành tích khác nhau. Lý do: ${reason} (${wardSecretary.name}`;
    expect(await pageOf(policeOfficer)).toContain(told);
    expect(await pageOf(policeOfficer)).toContain('Kết luận sau đối chiếu: hai thành tích khác nhau');
    await to('district-council', [id]);
    await judge(districtSecretary, 'same');
    expect(await found()).toMatchObject({ told: 'judgedSame' });
    expect(await pageOf(districtSecretary)).toContain('Kết luận: Cùng một thành tích.');
  });

  it('fills in the form that lies with the finding', async () => {
    const { home, first, id, found, atThePolice } = await begin();
    await atThePolice();
    const police = createReaders(home.ports, home.settle).as(policeOfficer);
    const page = await police.get(`/cases/${id}`);
    expect(page.html).toContain(`href="/cases/${id}#act-judgeAchievement"`);
    const sent = await police.send(page, `/cases/${id}/act/judgeAchievement`, {
      other: first,
      answer: 'other',
      reason,
    });
    expect(sent.done).toBe('judgeAchievement');
    expect((await found()).judged).toEqual(['other']);
  });

  it('is asked again about another twin, and about nothing that the rule doesn’t find', async () => {
    const { home, subject, another, judge, found, atThePolice } = await begin();
    await atThePolice();
    await judge(policeOfficer, 'other');
    await another('third', 'Cung cấp chín tin báo giúp làm rõ nhiều vụ trộm cắp.', subject);
    expect(await found()).toEqual({ told: 'samePeriod', judged: ['open', 'other'] });
    const stranger = await draftNomination(home.ports, { name: 'Vũ Thị Lan', birthYear: 1990 });
    await expect(judge(policeOfficer, 'other', stranger)).rejects.toMatchObject({
      code: 'InputInvalid',
      faults: [{ field: 'other', code: 'findsNothing', limit: 'R01' }],
    });
  });
});

describe('a conclusion', () => {
  it('about an award that was brought in stands for that award alone', async () => {
    const { home, subject, judge, found, atThePolice } = await begin();
    const time = { achievementFrom: '2019-12-05', achievementTo: '2020-02-28' };
    const row = {
      ...{ name: 'Nguyễn Thị Sáu', birthYear: 1958, kind: 'individual', unit: 'Tổ 5', form: 'GK_HUYEN' },
      ...{ ...time, answer: { answer: 'same', subject } },
    };
    const brought = await importPast(
      home.ports,
      asks(wardOfficer),
      pastDecision({ date: '2020-03-15', rows: [row] }),
    );
    await atThePolice();
    await judge(policeOfficer, 'other');
    expect(await found()).toEqual({ told: 'awardedInPeriod', judged: ['open', 'other'] });
    await judge(policeOfficer, 'same', `${brought.id}/1`);
    expect(await found()).toEqual({ told: 'judgedSamePast', judged: ['same', 'other'] });
    await judge(policeOfficer, 'other', `${brought.id}/1`);
    expect((await found()).judged).toEqual(['other', 'other']);
  });

  it('is seen from the other case, too, which may be concluded otherwise where it lies', async () => {
    const { first, id, judge, found, act } = await begin();
    await judge(wardSecretary, 'same');
    expect(await found(first)).toEqual({ told: 'judgedSame', judged: ['same'] });
    await act(wardSecretary, first, 'judgeAchievement', { other: id, answer: 'other', reason });
    expect((await found(first)).judged).toEqual(['other']);
    expect((await found()).told).toBe('judgedSame');
  });
});

describe('what was declared with the sending', () => {
  it('says nothing of a twin that came in later', async () => {
    const { home, act, subject, another, found } = await begin();
    const round = roundSchema.parse({ ...december, id: idOf('round-declared') });
    await home.ports.store.commit([roundWrite(undefined, round)]);
    const declared = await draftNomination(home.ports, {
      round: round.id,
      citation: 'Cứu người',
      report: 'Cứu người.',
      subject,
    });
    await act(wardOfficer, declared, 'submit', { otherAchievement: 'Cứu người bị nạn ngày 02/9.' });
    expect((await found(declared)).judged).toEqual(['other', 'other']);
    await home.passDays(1);
    await another('later', 'Cung cấp chín tin báo giúp làm rõ nhiều vụ trộm cắp.', subject);
    expect(await found(declared)).toEqual({ told: 'samePeriod', judged: ['open', 'other', 'other'] });
  });
});
