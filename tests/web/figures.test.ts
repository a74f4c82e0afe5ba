import readSheets from 'read-excel-file/universal';
import { beforeAll, describe, expect, it } from 'vitest';
import { figuresWorld, lastSeason, type FiguresWorld } from '#tests/support/figures-world.ts';
import { decoded, textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';

const { wardOfficer, wardMember, siblingOfficer, policeOfficer, districtOfficer, districtLeader } = people;

let world: FiguresWorld & ReturnType<typeof createReaders>;
beforeAll(async () => {
  const made = await figuresWorld();
  world = { ...made, ...createReaders(made.home.ports) };
});

const page = `/figures?round=${december.id}&year=2020`;

interface Linked {
  readonly href: string;
  readonly count: number;
}

/** Numbers of the page that lead somewhere, and where. */
const numbersOn = (html: string): Linked[] =>
  [...html.matchAll(/<a class="govuk-link" href="(\/figures\/[^"]+|\/at-risk\?[^"]+)">(\d+)<\/a>/g)].map(
    ([, href = '', count = '']) => ({ href: decoded(href), count: Number(count) }),
  );

/** Rows of all tables of a page. */
const rowsOn = (html: string): number =>
  [...html.matchAll(/<tbody[^>]*>(.*?)<\/tbody>/gs)].flatMap(([body]) => [...body.matchAll(/<tr/g)]).length;

/** What each picture says to whoever doesn’t see it. */
const toldOn = (html: string): string[] =>
  [...html.matchAll(/<title id="picture-[^"]*">(.*?)<\/title><desc id="[^"]*">(.*?)<\/desc>/gs)].map(
    ([, title = '', told = '']) => decoded(`${title}: ${told}`),
  );

describe('the page of figures', () => {
  it('says in words what its pictures show', async () => {
    const { html } = await world.as(wardOfficer).get(page);
    expect(toldOn(html)).toMatchInlineSnapshot(`
      [
        "Kết quả giải quyết: Bản nháp: 1 (Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020), 0 (Đợt xét năm 2019); Đang giải quyết: 4 (Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020), 0 (Đợt xét năm 2019); Được khen thưởng: 2 (Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020), 1 (Đợt xét năm 2019); Đã rút: 1 (Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020), 0 (Đợt xét năm 2019)",
        "Hồ sơ đang giải quyết: đang chờ gì: Chờ bổ sung: 1; Chờ xử lý: 3",
        "Hồ sơ đang ở cấp nào: Cấp xã: 3; Cấp huyện (đến 30/06/2025): 2",
        "Hồ sơ đang ở cơ quan nào, bước nào: UBND phường Sở Dầu: 3; Công an quận Hồng Bàng: 2",
        "Hồ sơ theo đơn vị lập: UBND phường Sở Dầu: 8 (Tổng kết phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020), 1 (Đợt xét năm 2019)",
        "Hồ sơ có nguy cơ trễ: Chưa đủ số liệu để dự báo: 2",
        "Thời gian qua từng bước tại UBND phường Sở Dầu, năm 2020: Hội đồng TĐKT phường họp xét: 0 (Một nửa số hồ sơ xong trong (ngày)), 0 (90% số hồ sơ xong trong (ngày)); UBND phường ký tờ trình: 0 (Một nửa số hồ sơ xong trong (ngày)), 0 (90% số hồ sơ xong trong (ngày))",
        "Theo hình thức, năm 2020: Giấy khen của Chủ tịch UBND quận, huyện: 3",
        "Theo đối tượng, năm 2020: Cá nhân: 3",
        "Theo đơn vị lập hồ sơ, năm 2020: UBND phường Sở Dầu: 3",
        "Nữ trong số cá nhân được khen, năm 2020: Nữ: 1; Chưa rõ: 2",
        "Người trực tiếp công tác trong số cá nhân được khen, năm 2020: Chưa rõ: 3",
      ]
    `);
  });

  it.each([
    ['the ward', wardOfficer, 20],
    ['the police', policeOfficer, 10],
    ['the district', districtOfficer, 10],
  ])('leads from each number of %s to exactly so many rows', async (_, person, least) => {
    const reader = world.as(person);
    const numbers = numbersOn((await reader.get(page)).html);
    expect(numbers.length).toBeGreaterThanOrEqual(least);
    for (const { href, count } of numbers) {
      const { status, html } = await reader.get(href);
      expect([href, status, rowsOn(html)]).toEqual([href, 200, count]);
    }
  });

  it('compares with the round before of the same owner and theme', async () => {
    const { html } = await world.as(wardOfficer).get(page);
    expect(textOf(html)).toContain(lastSeason.name);
    expect(numbersOn(html).filter(({ href }) => href.includes(lastSeason.id))).not.toEqual([]);
  });

  it('shows another office nothing, and refuses what isn’t its own', async () => {
    const stranger = world.as(siblingOfficer);
    expect(numbersOn((await stranger.get(page)).html)).toEqual([]);
    const ward = organisations.wardCommittee.id;
    const behind = ['cases', 'awards', 'paces?step=ward-council'].map((path) => `/figures/${path}`);
    for (const path of ['/figures', ...behind]) {
      const asked = `${path}${path.includes('?') ? '&' : '?'}office=${ward}&round=${december.id}`;
      expect([asked, (await stranger.get(asked)).status]).toEqual([asked, 403]);
    }
    const { html } = await stranger.get(`/figures/cases?round=${december.id}`);
    expect(rowsOn(html)).toBe(0);
  });

  it('counts for a superior what came to it only', async () => {
    const { html } = await world.as(districtLeader).get(`/figures/cases?round=${december.id}`);
    expect(rowsOn(html)).toBe(2);
    expect(html).not.toContain(world.cases.atCouncil);
  });

  it('is not for a member of a council', async () => {
    expect((await world.as(wardMember).get('/figures')).status).toBe(403);
  });

  it('never names a sealed case', async () => {
    const reader = world.as(people.wardSealedOfficer);
    for (const path of [
      page,
      `/figures/cases?round=${december.id}`,
      '/figures/paces?year=2020&step=ward-council',
    ]) {
      const { html } = await reader.get(path);
      expect(html).not.toContain('Người Kín');
      expect(html).not.toContain(world.cases.sealed);
    }
    const { html } = await reader.get(`/figures/cases?round=${december.id}&step=ward-council`);
    expect(textOf(html)).toContain('Trường hợp bảo mật 01');
  });

  it.each([
    '/figures?year=20',
    '/figures?round=x',
    '/figures/cases',
    '/figures/awards?page=0',
    '/figures/cases?level=x',
  ])('refuses %s, which asks for nothing that there is', async (path) => {
    expect((await world.as(wardOfficer).get(path)).status).toBe(422);
  });

  it('gives each figure, and each list, as a workbook', async () => {
    const request = (path: string) =>
      world.pages.app.request(path, { headers: { 'x-person': wardOfficer.id, cookie: 'vd-lang=vi' } });
    const { html } = await world.as(wardOfficer).get(page);
    const files = [...html.matchAll(/href="(\/figures\/tables\.xlsx[^"]*)"/g)].map(([, href = '']) =>
      decoded(href),
    );
    expect(files.length).toBe(1 + toldOn(html).length);
    for (const href of [
      ...files,
      `/figures/cases.xlsx?round=${december.id}`,
      '/figures/awards.xlsx?year=2020',
    ]) {
      const answered = await request(href);
      expect([href, answered.status]).toEqual([href, 200]);
      expect(answered.headers.get('content-disposition')).toMatch(/^attachment; .*\.xlsx/);
      const sheets = await readSheets(await answered.arrayBuffer());
      expect(sheets).not.toEqual([]);
      expect(JSON.stringify(sheets)).not.toContain('Người Kín');
    }
    const cases = await request(`/figures/cases.xlsx?round=${december.id}`);
    const [only] = await readSheets(await cases.arrayBuffer());
    expect(only?.data).toHaveLength(1 + 8 + 1);
    expect(JSON.stringify(only?.data.at(-1))).toContain(`Xuất bởi ${wardOfficer.name}`);
    expect(JSON.stringify(only?.data)).toContain('Trường hợp bảo mật 01');
  });

  it('is there in English, too', async () => {
    const { html } = await world.as(wardOfficer, 'en').get(page);
    expect(textOf(html)).toContain('By the organisation that entered them');
  });
});
