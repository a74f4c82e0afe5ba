import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { codeNow, initOffice, type SignInData } from '#tests/support/first-administrator.ts';
import { runProgram, type Program } from '#tests/support/program.ts';

/** What only a browser can say: that it tells a page of ours from another site's, also where no script runs. */

const root = mkdtempSync(join(tmpdir(), 'vd-ended-sign-in-'));
let browser: Browser;
let program: Program | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await program?.stop();
  rmSync(root, { recursive: true });
});

async function signIn(page: Page, who: SignInData, code: string): Promise<void> {
  await page.getByLabel(/Tên đăng nhập/).fill(who.username);
  await page.getByLabel(/Mật khẩu/).fill(who.password);
  await page.getByLabel(/Mã/).fill(code);
  await page.getByRole('button', { name: /^Đăng nhập/ }).click();
}

it('gives back what was typed after signing in again in another tab', { timeout: 120_000 }, async () => {
  const administrator = await initOffice(join(root, 'data'), {
    name: 'Phạm Quản Trị',
    username: 'quan.tri',
    password: 'mùa thu năm 2026 đẹp',
  });
  program = runProgram('serve', ['--data', join(root, 'data'), '--port', '0']);
  const [, origin = ''] = await program.said(/Vinh Danh – (\S+)/);
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await signIn(page, administrator, codeNow(administrator.secret, 1));
  await page.getByLabel('Ủy ban nhân dân phường, xã, đặc khu').check();
  await page.getByLabel('Phường, xã, đặc khu', { exact: true }).fill('Phường Sở Dầu');
  await page.getByLabel('Tỉnh, thành phố', { exact: true }).fill('Thành phố Hải Phòng');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Thiết lập cơ quan' }).click();
  await page.getByText('Phiên đăng nhập đã hết hạn').waitFor();
  expect(await page.locator('main').innerText()).toContain('Phường Sở Dầu');

  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /^Đăng nhập lại/ }).click(),
  ]);
  await signIn(tab, administrator, administrator.recoveryCodes[0] ?? '');
  await tab.waitForURL('**/setup/new');
  await page.getByRole('button', { name: 'Mở lại biểu mẫu' }).click();
  const ward = page.getByLabel('Phường, xã, đặc khu', { exact: true });
  expect(await ward.inputValue()).toBe('Phường Sở Dầu');
  await page.getByRole('button', { name: 'Thiết lập cơ quan' }).click();
  await page.getByText('Đã thiết lập cơ quan. Tiếp theo: thêm người.').waitFor();
});

it('gives nothing back that another site has sent', { timeout: 60_000 }, async () => {
  const [, origin = ''] = (await program?.said(/Vinh Danh – (\S+)/)) ?? [];
  const page = await (await browser.newContext()).newPage();
  await page.setContent(
    `<form method="post" action="${origin}/setup/new"><input name="ward" value="Phường Của Ai"><button>Gửi</button></form>`,
  );
  await page.getByRole('button').click();
  await page.getByText('Chưa đăng nhập hoặc phiên').waitFor();
  expect(await page.content()).not.toContain('Phường Của Ai');
});
