import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seats } from '../../support/at-the-screen.ts';
import { openStage, withoutBrowser, type Stage } from '../support/stage.ts';

let stage: Stage;
let page: Page;
let part = '';

beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage();
}, 120_000);
afterAll(async () => {
  if (!withoutBrowser) await stage.close();
});

const report = 'Chữa cháy chợ Sắt, cứu ba người. <script>alert(1)</script>';
const field = () => page.getByLabel('Báo cáo thành tích', { exact: true });
const status = (words: RegExp) => page.locator('[data-keep-status]', { hasText: words }).waitFor();

/** A draft of its own, at the part in which its report is written. */
beforeEach(async () => {
  if (withoutBrowser) return;
  const { screen } = await stage.sit('sodau.canbo', seats.desk);
  page = screen.page;
  await screen.click('Lập đề nghị khen thưởng');
  await screen.choose(/^Giấy khen của Chủ tịch/);
  await screen.choose('Cá nhân');
  await screen.click('Tiếp tục');
  await screen.fill('Tên ghi trên bằng', `Nguyễn Thị ${String(Math.random()).slice(2, 8)}`);
  await screen.fill('Năm sinh (không bắt buộc)', '1960');
  await screen.click('Tìm và tiếp tục');
  await screen.fill('Đơn vị công tác hoặc nơi cư trú', 'Tổ dân phố số 5');
  await screen.fill('Người đề xuất', 'Phạm Văn Tổ');
  await screen.click('Lưu và tiếp tục');
  await screen.click('2. Thành tích');
  part = page.url();
}, 60_000);

describe.skipIf(withoutBrowser)('what is typed into a part of a draft', () => {
  it('is offered when the page is opened again, and gone once it was sent', { timeout: 60_000 }, async () => {
    await field().fill(report);
    await status(/^Đã giữ tạm lúc/);
    await page.goto('/');
    await page.goto(part);
    await page.getByText('Ông/bà đã gõ vào biểu mẫu này').waitFor();
    expect(await field().inputValue()).toBe('');
    await page.getByRole('button', { name: 'Đưa lại vào biểu mẫu' }).click();
    expect(await field().inputValue()).toBe(report);
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.goto(part);
    expect(await field().inputValue()).toBe(report);
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Ông/bà đã gõ vào biểu mẫu này').isVisible()).toBe(false);
  });

  it('outlives a lost network in the tab, and is sent when it is back', { timeout: 60_000 }, async () => {
    await page.context().setOffline(true);
    await field().fill(report);
    await status(/^Chưa kết nối được/);
    await page.context().setOffline(false);
    await status(/^Đã giữ tạm lúc/);
    await page.reload();
    await page.getByRole('button', { name: 'Đưa lại vào biểu mẫu' }).click();
    expect(await field().inputValue()).toBe(report);
  });

  it('outlives a sign-in that ended while it was typed', { timeout: 60_000 }, async () => {
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await field().fill(report);
    await status(/^Phiên đăng nhập đã hết hạn/);
    await page.context().addCookies(cookies);
    await field().press('End');
    await field().pressSequentially('.');
    await status(/^Đã giữ tạm lúc/);
    await page.reload();
    await page.getByRole('button', { name: 'Đưa lại vào biểu mẫu' }).click();
    expect(await field().inputValue()).toBe(`${report}.`);
  });

  it('is one act however often its button is pressed', { timeout: 60_000 }, async () => {
    /** On the page of the case: its button, and each entry of its history. */
    const said = async (): Promise<number> => {
      await page.goto(part.replace(/\/edit\/.*/, ''));
      return ((await page.locator('main').innerText()).match(/Sửa hồ sơ/g) ?? []).length;
    };
    const before = await said();
    await page.goto(part);
    await field().fill(report);
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).dblclick();
    await page.waitForURL(/grounds/);
    await stage.settle();
    expect(await said()).toBe(before + 1);
  });

  it(
    'stands in the form again when somebody goes back, and is not saved over what another tab saved',
    { timeout: 60_000 },
    async () => {
      const other = await page.context().newPage();
      await other.goto(part);
      await other.getByLabel('Báo cáo thành tích', { exact: true }).fill('Lời của thẻ khác.');
      await other.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
      await other.waitForURL(/grounds/);
      await field().fill(report);
      await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
      await page.getByText('Nội dung đã được người khác cập nhật').waitFor();
      expect(await field().inputValue()).toBe(report);
    },
  );
});
