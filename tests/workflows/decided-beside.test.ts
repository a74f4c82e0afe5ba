import { describe, expect, it } from 'vitest';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { caseIdSchema, type CaseId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { importPast } from '#shared/use-cases/past/import-past.ts';
import { checkNomination } from '#shared/use-cases/rules/check-nomination.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { pastDecision } from '../support/past-decision.ts';
import { december, idOf, organisations, people } from '../support/small-directory.ts';
import { asks } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { wardOfficer, policeOfficer, districtLeader } = people;
const said = 'Vận động 120 hộ của tổ dân phố ký cam kết về an ninh trật tự, hòa giải 11 vụ mâu thuẫn.';
const time = { achievementFrom: '2019-12-01', achievementTo: '2020-09-30' };

/** The ward nominates somebody again, in another round, after what happened to the first nomination. */
async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const again = roundSchema.parse({ ...december, id: idOf('round-again') });
  await home.ports.store.commit([roundWrite(undefined, again)]);
  const commandOf = (change: object) =>
    newNominationSchema.parse({
      organisation: organisations.wardCommittee.id,
      round: december.id,
      form: 'GK_HUYEN',
      subjectKind: 'individual',
      proposer: { name: 'Phạm Văn Tổ' },
      content: {
        ...{ printedName: 'Nguyễn Thị Sáu', unit: 'Tổ dân phố số 5', birthYear: 1958 },
        ...{ citation: 'Có thành tích hòa giải', report: said, ...time },
      },
      ...change,
    });
  const draft = async (change: object = {}, typist = wardOfficer): Promise<CaseId> =>
    caseIdSchema.parse((await nominate(home.ports, asks(typist), commandOf(change))).id);
  const first = await draft();
  await walk.act(wardOfficer, first, 'submit');
  const { subject } = await walk.caseOf(first);
  const sidesOf = async (id: CaseId, who = wardOfficer) =>
    (await readCaseRules(home.ports, who.id, id)).sides;
  const pageOf = async (id: CaseId, who = wardOfficer) =>
    textOf((await createReaders(home.ports).as(who).get(`/cases/${id}/rules`)).html);
  const nextRound = { round: again.id, subject };
  return { home, ...walk, first, subject, draft, commandOf, nextRound, sidesOf, pageOf };
}

type World = Awaited<ReturnType<typeof begin>>;
const reason = 'Thành tích chưa đạt tiêu chuẩn';

const ends: readonly (readonly [what: string, end: (world: World) => Promise<void>, side: object])[] = [
  [
    'withdrawn',
    ({ act, first }) => act(wardOfficer, first, 'withdraw', { reason }),
    { status: 'WITHDRAWN', end: { act: 'Withdrawn', reason } },
  ],
  [
    'returned',
    async ({ to, act, first }) => {
      await to('district-receive', [first]);
      await act(policeOfficer, first, 'returnIneligible', { reason, article: 'Điều 5' });
    },
    { status: 'INELIGIBLE', end: { act: 'ReturnedIneligible', reason, article: 'Điều 5' } },
  ],
  [
    'refused',
    async ({ to, act, first }) => {
      await to('district-decide', [first]);
      await act(districtLeader, first, 'refuse', { reason });
    },
    { status: 'NOT_AWARDED', end: { act: 'Refused', reason } },
  ],
];

describe('an earlier nomination for the same achievement that was', () => {
  it.each(ends)('%s is laid beside the new one with what it became, and bars nothing', async (...one) => {
    const [, end, side] = one;
    const world = await begin();
    await end(world);
    const { first, draft, act, nextRound, sidesOf, pageOf, caseOf } = world;
    const again = await draft(nextRound);
    const offices = [
      organisations.wardCommittee,
      organisations.districtPolice,
      organisations.districtCommittee,
    ];
    const [found] = await sidesOf(again);
    expect(found).toMatchObject({ case: first, readable: true, citation: 'Có thành tích hòa giải', ...side });
    expect(found?.endedOn).toBe((await caseOf(first)).endedOn);
    expect(offices.map(({ name }) => name)).toContain(found?.endedBy);
    expect(await pageOf(again)).toMatch(/Kết quả Bản nháp .*, ngày 05\/10\/2020/);
    expect(await pageOf(again)).toContain(`Lý do: ${reason}`);
    await act(wardOfficer, again, 'submit');
    expect(await caseOf(again)).toMatchObject({ status: 'AT_STEP', otherAchievement: false });
  });

  it('awarded here is laid beside with its decision', async () => {
    const { first, to, decision, draft, nextRound, sidesOf, pageOf } = await begin();
    await to('district-decide', [first]);
    await decision(desks.district, [first]);
    const again = await draft(nextRound);
    expect(await sidesOf(again)).toMatchObject([
      {
        case: first,
        readable: true,
        status: 'AWARDED',
        name: 'Nguyễn Thị Sáu',
        citation: 'Có thành tích hòa giải',
        decision: { date: '2020-10-05' },
      },
    ]);
    expect(await pageOf(again)).toMatch(
      /Được khen thưởng: Quyết định số \d+\/QĐ-UBND ngày 05\/10\/2020 của \S/,
    );
  });

  it('awarded by a decision that was brought in is laid beside with that decision', async () => {
    const { home, first, subject, act, draft, nextRound, sidesOf, pageOf } = await begin();
    await act(wardOfficer, first, 'withdraw', { reason });
    const row = {
      ...{ name: 'Nguyễn Thị Sáu', birthYear: 1958, kind: 'individual', unit: 'Tổ 5', form: 'GK_HUYEN' },
      ...{ ...time, citation: 'Có nhiều thành tích', answer: { answer: 'same', subject } },
    };
    await importPast(home.ports, asks(wardOfficer), pastDecision({ date: '2020-09-30', rows: [row] }));
    const again = await draft(nextRound);
    const award = {
      number: '1520/QĐ-UBND',
      date: '2020-09-30',
      authority: 'Chủ tịch Ủy ban nhân dân quận Hồng Bàng',
    };
    const sides = await sidesOf(again);
    expect(sides[0]).toMatchObject({ unit: 'Tổ 5', citation: 'Có nhiều thành tích', decision: award });
    expect(sides[0]).not.toHaveProperty('case');
    expect(sides[1]).toMatchObject({ case: first, status: 'WITHDRAWN' });
    expect(await pageOf(again)).toContain(
      'Được khen thưởng: Quyết định số 1520/QĐ-UBND ngày 30/09/2020 của Chủ tịch Ủy ban nhân dân quận Hồng Bàng',
    );
  });
});

describe('of an earlier nomination by another office', () => {
  it('only matching, day and office are shown, never what it says nor why it ended', async () => {
    const { home, act, first, draft, commandOf, nextRound, sidesOf, pageOf } = await begin();
    await act(wardOfficer, first, 'withdraw', { reason });
    const sibling = { organisation: organisations.siblingCommittee.id, round: nextRound.round };
    const answers = [{ subject: nextRound.subject, answer: 'same' }];
    const theirs = await draft({ ...sibling, answers }, people.siblingOfficer);
    const [side] = await sidesOf(theirs, people.siblingOfficer);
    expect(side).toMatchObject({ case: first, readable: false, status: 'WITHDRAWN', endedOn: '2020-10-05' });
    expect(side).toMatchObject({ endedBy: organisations.wardCommittee.name });
    expect(side).not.toHaveProperty('citation');
    expect(side).not.toHaveProperty('end');
    expect(await pageOf(theirs, people.siblingOfficer)).not.toContain(reason);
    const typed = await checkNomination(home.ports, people.siblingOfficer.id, commandOf(sibling));
    expect(typed.sides).toEqual([]);
  });
});
