import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { settingIdSchema } from '#shared/domain/id.ts';
import { proposeSettingSchema } from '#shared/domain/law/setting-command.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';
import { previewSetting } from '#shared/use-cases/law/setting-preview.ts';
import { confirmSetting, proposeSetting } from '#shared/use-cases/law/settings.ts';
import { codeOf, walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';

const { administrator, districtLeader, policeOfficer, wardOfficer } = people;
const command = (change: object) =>
  proposeSettingSchema.parse({
    organisation: organisations.districtCommittee.id,
    validFrom: '2020-12-01',
    source: 'Quyết định số 12/2020/QĐ-UBND',
    ...change,
  });

let home: TestHome;
let id: CaseId;
beforeAll(async () => {
  home = await createTestHome();
  const walk = walkIn(home);
  id = await draftNomination(home.ports);
  await walk.act(wardOfficer, id, 'submit');
  await walk.to('district-receive', [id]);
});

/** The law once an office has confirmed it. */
async function lawWith(change: object) {
  const asked = command(change);
  const setting = settingIdSchema.parse((await proposeSetting(home.ports, asks(administrator), asked)).id);
  await confirmSetting(home.ports, asks(districtLeader), setting);
  home.ports.clock.advance(60_000);
  return home.ports.law.current();
}

describe('what a setting would change', () => {
  it('tells of each open case which rules would find something else, with names for who may read it', async () => {
    const longer = command({ key: 'limit.return', value: 200 });
    const { looked, judged, count, cases } = await previewSetting(home.ports, administrator.id, longer);
    expect([looked, judged, count, cases]).toEqual([1, 1, 1, []]);
    const reader = createReaders(home.ports).as(administrator);
    const seen = await reader.send(
      await reader.get('/law/settings/new?figure=limit.return'),
      '/law/settings/preview',
      {
        figure: 'limit.return',
        organisation: organisations.districtCommittee.id,
        value: '200',
        'validFrom.day': '1',
        'validFrom.month': '12',
        'validFrom.year': '2020',
        source: 'Quyết định số 12/2020/QĐ-UBND',
      },
    );
    expect(textOf(seen.html)).toContain('1 hồ sơ đổi ngày đến hạn, mức tiền thưởng hoặc kết quả rà soát');
  });

  it('leads back to what was typed', async () => {
    const reader = createReaders(home.ports).as(administrator);
    const typed = {
      figure: 'limit.posting',
      organisation: organisations.districtCommittee.id,
      value: '7',
      'validFrom.day': '1',
      'validFrom.month': '12',
      'validFrom.year': '2020',
      source: 'Quyết định số 12/2020/QĐ-UBND',
    };
    const form = await reader.get('/law/settings/new?figure=limit.posting');
    const preview = await reader.send(form, '/law/settings/preview', typed);
    expect(preview.html).toContain('formaction="/law/settings/edit"');
    const again = await reader.send(preview, '/law/settings/edit', typed);
    expect(again.status).toBe(200);
    for (const value of ['value="7"', 'value="2020"', 'value="Quyết định số 12/2020/QĐ-UBND"'])
      expect(again.html).toContain(value);
  });
});

describe('a route that no text settles', () => {
  const shipped = createLaw(shippedLaw);
  const question = {
    case: 'nomination',
    form: 'BK_TINH',
    lane: 'peoplesCommittee',
    enteredAt: 'commune',
    day: civilDateSchema.parse('2026-01-05'),
  } as const;
  const codes = (law: typeof shipped): string[] => law.templateFor(question).steps.map(({ code }) => code);

  it('goes without a council or an opinion where the office leaves that out', async () => {
    expect(codes(shipped)).toContain('city-opinion');
    const key = 'step.bk-tinh-2025.city-opinion';
    const law = await lawWith({ key, value: 'notTaken', validFrom: '2025-07-01' });
    expect(codes(law)).toEqual(codes(shipped).filter((code) => code !== 'city-opinion'));
  });

  it('isn’t used at all where the office says so, up to the day before', async () => {
    const law = await lawWith({ key: 'way.bk-tinh-2025', value: 'notUsed', validFrom: '2026-01-05' });
    expect(() => codes(law)).toThrow('RouteUnresolvable');
    const before = { ...question, day: civilDateSchema.parse('2026-01-04') };
    expect(law.templateFor(before).code).toBe('bk-tinh-2025');
  });

  it('is found among what is unconfirmed, and can be set there; what a text settles can’t', async () => {
    const { html } = await createReaders(home.ports).as(administrator).get('/law/unconfirmed');
    expect(html).toContain('/law/settings/new?figure=way.gk-cat-2025');
    const settled = command({ key: 'way.gk-huyen-2020', value: 'notUsed' });
    expect(await codeOf(proposeSetting(home.ports, asks(administrator), settled))).toBe('FigureUnknown');
    const receipt = command({ key: 'step.bk-tinh-2025.ward-receive', value: 'notTaken' });
    expect(await codeOf(proposeSetting(home.ports, asks(administrator), receipt))).toBe('FigureUnknown');
  });
});

describe('the choice of what to set', () => {
  it('stands under headings', async () => {
    const { html } = await createReaders(home.ports).as(administrator).get('/law/settings/new');
    expect([...html.matchAll(/<optgroup label="([^"]+)"/g)].map(([, label]) => label)).toEqual([
      ...['Thời hạn, ngày cố định', 'Hội đồng họp và bỏ phiếu', 'Tiền thưởng, quỹ thi đua, khen thưởng'],
      ...['Tiêu chuẩn, thứ tự ưu tiên', 'Kỷ niệm chương', 'Công khai, xác nhận'],
      'So sánh nội dung trùng nhau',
      '“An toàn về an ninh, trật tự”, lực lượng tham gia bảo vệ an ninh, trật tự',
      'Ngày nghỉ, ngày làm bù',
      'Mức độ quy tắc, thành phần hồ sơ theo quy định riêng',
      'Tuyến trình theo quy định riêng',
    ]);
  });
});

describe('criteria of a certificate of commendation', () => {
  it('stand on the checklist of whoever appraises, as the office has set them', async () => {
    const own = 'Tích cực tham gia tuần tra ban đêm';
    await lawWith({ key: 'criteria.GK.individual', value: [own], validFrom: '2020-10-01' });
    const { html } = await createReaders(home.ports).as(policeOfficer).get(`/cases/${id}`);
    const text = textOf(html);
    expect(text).toContain('Tiêu chuẩn xét tặng');
    expect(text).toContain(own);
    expect(text).toContain('Quyết định số 12/2020/QĐ-UBND');
  });
});

describe('a new round', () => {
  it('is told by when the year’s files come in', async () => {
    await lawWith({ key: 'deadline.annual', value: '12-05', validFrom: '2020-10-01' });
    const organiser = createReaders(home.ports).as(people.districtOfficer);
    const { html } = await organiser.get('/rounds/new');
    expect(textOf(html)).toContain('nhận đến hết ngày 05/12 hằng năm (Quyết định số 12/2020/QĐ-UBND)');
  });
});
