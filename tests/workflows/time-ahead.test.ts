import { beforeAll, describe, expect, it } from 'vitest';
import { settingIdSchema, type CaseId } from '#shared/domain/id.ts';
import { proposeSettingSchema } from '#shared/domain/law/setting-command.ts';
import { addDays, at, civilDateSchema } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports.ts';
import { encode } from '#shared/records/item.ts';
import { keys } from '#shared/records/keys.ts';
import { readPace } from '#shared/records/pace-record.ts';
import { confirmSetting, proposeSetting } from '#shared/use-cases/law/settings.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { readAtRisk } from '#shared/use-cases/time/at-risk.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { walkIn, type Walk } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const day = (text: string) => civilDateSchema.parse(text);
const { policeOfficer, wardOfficer } = people;

/** A case at the district police, received on Monday 05/10/2020. */
async function received(): Promise<{ home: TestHome; walk: Walk; id: CaseId }> {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports);
  await walk.act(wardOfficer, id, 'submit');
  await walk.to('district-appraise', [id]);
  return { home, walk, id };
}

/** As if so many cases had taken the police that long to appraise. */
async function pastAppraisals({ ports }: TestHome, days: readonly number[]): Promise<void> {
  const openedOn = day('2020-06-01');
  const items = days.map((count, n): { put: Item } => {
    const settledOn = addDays(openedOn, count);
    const key = keys.pace(
      organisations.districtPolice.id,
      'district-appraise',
      settledOn,
      `case-${String(n)}`,
    );
    return { put: encode(key, { openedOn, settledOn }, 1) };
  });
  await ports.store.commit(items);
}

describe('the time of a case', () => {
  let home: TestHome;
  let walk: Walk;
  let id: CaseId;
  beforeAll(async () => {
    ({ home, walk, id } = await received());
  });
  const timeOf = async () => (await readCaseView(home.ports, policeOfficer.id, id)).time;

  it('says for each step the last day from which the council’s session is still reached, and why', async () => {
    const { ahead } = await timeOf();
    expect(ahead?.lastSafe.map(({ step, on }) => [step, on])).toEqual([
      ['district-appraise', '2020-12-08'],
      ['district-police-letter', '2020-12-11'],
      ['district-council', '2020-12-11'],
    ]);
    expect(ahead?.lastSafe[0]?.why).toMatchObject({
      of: 'lastSafeDay',
      follows: 'councilDay',
      computation: [{ key: 'beforeWorkingDays', expression: '2020-12-11 − 3', value: '2020-12-08' }],
    });
  });

  it('is counted from the day of the complete file, and stands while a supplement is awaited', async () => {
    expect((await timeOf()).clock).toMatchObject({
      left: 20,
      why: { of: 'dueDay', follows: 'limit.appraise' },
    });
    home.ports.clock.setOffice(at(day('2020-10-07'), 9));
    await walk.act(policeOfficer, id, 'askSupplement', { fields: ['report'], note: 'Bổ sung số liệu' });
    home.ports.clock.setOffice(at(day('2020-10-12'), 9));
    const { clock } = await timeOf();
    expect(clock?.dueOn).toBeUndefined();
    expect(clock?.why.because).toBe('standing');
    expect(
      clock?.stretches.map(({ holder, state, reason, workingDays }) => [
        holder.id,
        state,
        reason,
        workingDays,
      ]),
    ).toEqual([
      [organisations.districtPolice.id, 'running', undefined, 1],
      [organisations.wardCommittee.id, 'stopped', 'supplement', 4],
    ]);
  });

  it('is forecast from the last cases of the step at that office, once there are five', async () => {
    await walk.act(wardOfficer, id, 'answerSupplement', { content: { report: 'Đã bổ sung số liệu.' } });
    expect((await timeOf()).ahead?.forecast).toEqual({ enough: false, count: 0 });
    await pastAppraisals(home, [7, 7, 14, 14, 70]);
    expect((await timeOf()).ahead).toMatchObject({
      risk: 'safe',
      forecast: { enough: true, count: 5, days: 10, cautious: 10 },
    });
  });

  it('keeps how long each passed step took', async () => {
    await walk.act(policeOfficer, id, 'recommend');
    const [last] = await readPace(home.ports.store, organisations.districtPolice.id, 'district-appraise');
    expect(last).toEqual({ openedOn: '2020-10-05', settledOn: '2020-10-12' });
  });
});

it('the days of an appraisal are those of its receipt, whatever is set for the past afterwards', async () => {
  const { home, walk, id } = await received();
  const dueOf = async () => {
    const { time } = await readCaseView(home.ports, policeOfficer.id, id);
    return time.clock?.why.facts.find(({ key }) => key === 'dueOn')?.value;
  };
  const before = await dueOf();
  const { administrator, districtLeader } = people;
  const { id: setting } = await proposeSetting(
    home.ports,
    asks(administrator),
    proposeSettingSchema.parse({
      organisation: organisations.districtCommittee.id,
      key: 'limit.appraise',
      value: 3,
      validFrom: '2020-10-01',
      source: 'Quyết định số 9/QĐ',
    }),
  );
  await confirmSetting(home.ports, asks(districtLeader), settingIdSchema.parse(setting));
  home.ports.clock.advance(60_000);
  expect(await dueOf()).toBe(before);
  home.ports.clock.setOffice(at(day('2020-10-12'), 9));
  const { explanations } = await readCaseRules(home.ports, policeOfficer.id, id);
  expect(explanations.find(({ follows }) => follows === 'R13')).toMatchObject({ verdict: 'passes' });
  const later = await draftNomination(home.ports, { name: 'Lê Thị Tám', birthYear: 1971 });
  await walk.act(wardOfficer, later, 'submit');
  await walk.to('district-appraise', [later]);
  expect((await walk.caseOf(later)).route?.appraisalLimit).toBe(3);
});

describe('the time of an appraisal that is done', () => {
  it.each([
    ['2020-10-12', 'Đã thẩm định xong ngày 12/10/2020, trong thời hạn.'],
    ['2020-11-04', 'Thẩm định xong ngày 04/11/2020, quá thời hạn 2 ngày làm việc.'],
  ])('on %s is told as what it was, not as what is left', async (on, told) => {
    const { home, walk, id } = await received();
    home.ports.clock.setOffice(at(day(on), 9));
    await walk.act(policeOfficer, id, 'recommend');
    home.ports.clock.setOffice(at(day('2020-12-14'), 9));
    const { html } = await createReaders(home.ports).as(policeOfficer).get(`/cases/${id}`);
    expect(textOf(html)).toContain(told);
  });
});

describe('cases at risk', () => {
  it('stand with each office, the worst first, with what is lawful once no day is left', async () => {
    const { home, walk, id } = await received();
    const other = await draftNomination(home.ports);
    await walk.act(wardOfficer, other, 'submit').catch(() => undefined);
    home.ports.clock.setOffice(at(day('2020-12-09'), 9));
    const [police] = await readAtRisk(home.ports, policeOfficer.id);
    expect(police?.here).toMatchObject([
      {
        id,
        title: { vi: expect.stringContaining('thẩm định') as string },
        ahead: { risk: 'late', missed: { of: 'missedDay', follows: 'councilDay' } },
      },
    ]);
    expect(police?.here[0]?.ahead.missed?.instead?.map(({ way }) => way)).toContain('nextRound');
    const [ward] = await readAtRisk(home.ports, wardOfficer.id);
    expect(ward?.elsewhere.map((one) => one.id)).toContain(id);
  });

  it('of a sudden deed may go by the simplified procedure, as the page of risks and that of the case say', async () => {
    const { home, walk, id } = await received();
    const asked = { fields: ['commendationType'], note: 'Ghi rõ loại hình khen thưởng' };
    await walk.act(policeOfficer, id, 'askSupplement', asked);
    await walk.act(wardOfficer, id, 'answerSupplement', { content: { commendationType: 'unexpected' } });
    home.ports.clock.setOffice(at(day('2020-12-09'), 9));
    const [police] = await readAtRisk(home.ports, policeOfficer.id);
    const { time } = await readCaseView(home.ports, policeOfficer.id, id);
    for (const missed of [police?.here[0]?.ahead.missed, time.ahead?.missed])
      expect(missed?.instead?.map(({ way }) => way)).toContain('simplifiedProcedure');
  });

  it('are told on a page that leads to each, and on the case with what can be done', async () => {
    const { home, id } = await received();
    home.ports.clock.setOffice(at(day('2020-12-09'), 9));
    const reader = createReaders(home.ports).as(policeOfficer);
    const { html } = await reader.get('/at-risk');
    expect(textOf(html)).toContain('Không còn kịp');
    expect(html).toContain(`/cases/${id}#time`);
    const page = textOf((await reader.get(`/cases/${id}`)).html);
    expect(page).toContain('Chuyển hồ sơ sang đợt xét khen thưởng tiếp theo');
    expect(page).toContain('Căn cứ:');
  });
});
