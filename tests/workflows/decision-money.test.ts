import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { readFund } from '#shared/records/fund-record.ts';
import { listEffects } from '#shared/use-cases/effects/list-effects.ts';
import { readFunds, setFund } from '#shared/use-cases/money/funds.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { verifyHistory } from '#shared/use-cases/views/browse.ts';
import { recordId } from '#shared/records/keys.ts';
import { readEntries } from '#shared/records/history-record.ts';
import { codeOf, desks, postOf, walkIn, type Walk } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const { administrator, districtLeader, districtOfficer, wardOfficer } = people;
const district = organisations.districtCommittee.id;
/** Coefficient 0.3 of an individual at a base salary of 1,490,000 đồng, to 10,000 upwards. */
const certificate = 450_000;

describe('the money of a decision of the district', () => {
  let home: TestHome;
  let walk: Walk;
  let ids: readonly CaseId[];
  let decision: ListId;
  const moneyOf = async () => (await readListView(home.ports, districtOfficer.id, decision)).money;
  const set = (total: number, who = administrator) =>
    setFund(home.ports, asks(who), { organisation: district, year: 2020, total });

  beforeAll(async () => {
    home = await createTestHome();
    walk = walkIn(home);
    const one = await draftNomination(home.ports);
    await walk.act(wardOfficer, one, 'submit');
    await walk.to('district-decide', [one]);
    ids = [one];
    decision = await walk.decisionOf(desks.district, ids);
  });

  it('is shown row by row with its formula before anything is signed', async () => {
    const money = await moneyOf();
    expect(money).toMatchObject({ total: certificate, unknown: 0, on: '2020-10-05' });
    expect(money?.rows).toMatchObject([
      {
        case: ids[0],
        dong: certificate,
        why: { of: 'sum', computation: [{ expression: '0.3 × 1490000' }, {}] },
      },
    ]);
  });

  it('isn’t measured against a fund that nobody has entered, and the page says so', async () => {
    expect((await moneyOf())?.fund).toMatchObject({ follows: 'R24', verdict: 'unknown', because: 'noFund' });
    const page = textOf((await createReaders(home.ports).as(districtOfficer).get(`/lists/${decision}`)).html);
    expect(page).toContain('Tổng tiền thưởng: 450.000 đồng');
  });

  it('is measured against the fund of the year less the share for organising', async () => {
    await set(500_000);
    expect((await moneyOf())?.fund).toMatchObject({ follows: 'R24', verdict: 'fails', because: 'short' });
    const page = await createReaders(home.ports).as(districtOfficer).get(`/lists/${decision}`);
    expect(page.html).toContain('reasons.R24');
    expect(await codeOf(walk.close(desks.district, decision))).toBe('RuleNeedsReason');
    expect((await walk.listOf(decision)).state).toBe('GATHERING');
    const reasons = { R24: 'Quận đã có văn bản bổ sung kinh phí.' };
    const signer = postOf(districtLeader);
    await walk.onList(districtOfficer, decision, 'close', { signer, reasons });
    expect((await walk.listOf(decision)).state).toBe('CLOSED');
    await walk.onList(districtOfficer, decision, 'reopen', { reason: 'Kinh phí thay đổi' });
    await set(1_000_000);
    expect((await moneyOf())?.fund).toMatchObject({ follows: 'R24', verdict: 'passes' });
  });

  it('is entered by an administrator of the office alone, and its register tells each sum', async () => {
    expect(await codeOf(set(7, districtLeader))).toBe('ActNotYours');
    const record = recordId('REGISTER', district);
    const entries = await readEntries(home.ports.store, record, { after: 0, through: 99 });
    expect(entries.map(({ act, facts }) => [act, facts['total'], facts['before']])).toEqual([
      ['FundSet', 500_000, 0],
      ['FundSet', 1_000_000, 500_000],
    ]);
    expect((await verifyHistory(home.ports, record)).faults).toEqual([]);
  });

  it('is taken from the fund once the decision is issued, however often that is carried out', async () => {
    await walk.finish(desks.district, decision);
    const list = await walk.listOf(decision);
    const [issued] = (
      await readEntries(home.ports.store, recordId('LIST', decision), { after: 0, through: 99 })
    ).filter(({ act }) => act === 'Issued');
    await listEffects(home.ports, list, issued!);
    expect(await readFund(home.ports.store, district, 2020)).toMatchObject({
      total: 1_000_000,
      taken: [{ list: decision, dong: certificate, unknown: 0 }],
    });
    const [fund] = await readFunds(home.ports, districtLeader.id, 2020);
    expect(fund).toMatchObject({ remaining: { dong: 800_000 - certificate }, maySet: false });
  });

  it('stands on the page of funds, where an administrator enters sums as people write them', async () => {
    const reader = createReaders(home.ports).as(administrator);
    expect((await reader.fill('/funds', '/funds', { total: '2.000.000' })).done).toBe('fund');
    const page = textOf((await reader.get('/funds')).html);
    expect(page).toContain('Quỹ năm 2020: 2.000.000 đồng. Còn lại để khen thưởng: 1.150.000 đồng.');
    const wrong = await reader.fill('/funds', '/funds', { total: 'hai triệu' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('hai triệu');
  });
});

it('two awards of one subject in one decision are summed with the formula, and doubts are told before it is closed', async () => {
  const home = await createTestHome();
  const walk = walkIn(home);
  const first = await draftNomination(home.ports);
  await walk.act(wardOfficer, first, 'submit');
  const { subject } = await walk.caseOf(first);
  const second = await draftNomination(home.ports, { subject });
  await walk.act(wardOfficer, second, 'submit', { otherAchievement: 'Cứu người bị nạn ngày 02/9.' });
  await walk.to('district-decide', [first, second]);
  const decision = await walk.decisionOf(desks.district, [first, second]);
  const view = await readListView(home.ports, districtOfficer.id, decision);
  expect(view.money?.together).toMatchObject([
    {
      cases: expect.arrayContaining([first, second]) as unknown,
      why: { follows: 'R23', verdict: 'passes', facts: [{ key: 'amount', value: 2 * certificate }] },
    },
  ]);
  const page = textOf((await createReaders(home.ports).as(districtOfficer).get(`/lists/${decision}`)).html);
  expect(page).toContain('được khen thưởng ở nhiều dòng của quyết định này');
  expect(page).toContain('450.000 + 450.000 = 900.000');
});
