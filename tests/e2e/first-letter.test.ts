import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AtTheScreen, type Tally } from '#tests/support/at-the-screen.ts';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { addDays, dayOf } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { codeNow, initOffice, type SignInData } from '#tests/support/first-administrator.ts';
import { runProgram, type Program } from '#tests/support/program.ts';
import { secretOfKey } from '#tests/support/totp-key.ts';

/**
 * A ward’s office from an empty folder to its first signed letter, as the README tells it, by people who only see what
 * the program says. `PICTURES=DIR` keeps a picture of each page.
 */

const root = mkdtempSync(join(tmpdir(), 'vd-first-letter-'));
const pictures = process.env['PICTURES'];
const tally: Tally = {
  pages: 0,
  clicks: 0,
  fields: 0,
  ...(pictures === undefined
    ? {}
    : {
        picture: async (page, number) => {
          mkdirSync(pictures, { recursive: true });
          await page.screenshot({
            path: join(pictures, `${String(number).padStart(2, '0')}.png`),
            fullPage: true,
          });
        },
      }),
};

let browser: Browser;
let program: Program | undefined;
let origin = '';
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await program?.stop();
  rmSync(root, { recursive: true });
});

const password = 'mùa thu năm 2026 đẹp';

async function signIn(who: SignInData, stepsAhead = 0): Promise<AtTheScreen> {
  const screen = await AtTheScreen.sitDown(browser, origin, tally);
  await screen.open('/');
  await screen.click('Đăng nhập');
  await screen.fill(/Tên đăng nhập/, who.username);
  await screen.fill(/Mật khẩu/, who.password);
  await screen.fill(/Mã/, codeNow(who.secret, stepsAhead));
  await screen.click(/^Đăng nhập/);
  return screen;
}

const rows = [
  'Họ tên\tChức vụ\tVai trò\tĐơn vị\tTên đăng nhập\tThư điện tử',
  'Trần Thị Hà\tCông chức Văn hóa – Xã hội\tcán bộ TĐKT; thư ký Hội đồng\t\tha.tran\t',
  'Vũ Văn Chủ\tChủ tịch UBND phường\tcấp trưởng; thành viên Hội đồng\t\tchu.vu\t',
  'Bùi Thị Phó\tPhó Chủ tịch UBND phường\tcấp phó; thành viên Hội đồng\t\tpho.bui\t',
  'Lê Thị Văn\tVăn thư\tvăn thư\t\tvan.le\t',
  'Đỗ Văn Hội\tChủ tịch UBMTTQ phường\tthành viên Hội đồng\t\thoi.do\t',
].join('\n');
const days = (ahead: number): string => addDays(dayOf(machineNow()), ahead);

/** Opens the link on the slip, scans the key, chooses a password. */
async function activate(link: string, username: string): Promise<SignInData> {
  const screen = await AtTheScreen.sitDown(browser, origin, tally);
  await screen.open(link);
  const secret = secretOfKey(await screen.page.locator('code.vd-secret').innerText());
  await screen.fill(/^Mã 6 chữ số/, codeNow(secret));
  await screen.fill(/^Mật khẩu/, password);
  await screen.fill(/^Nhập lại/, password);
  await screen.click(/^Kích hoạt/);
  expect(await screen.says()).toContain('Mã dự phòng');
  await screen.leave();
  return { username, password, secret };
}

async function setUp(admin: AtTheScreen): Promise<Record<string, string>> {
  await admin.choose('Ủy ban nhân dân phường, xã, đặc khu');
  await admin.fill('Phường, xã, đặc khu', 'Phường Sở Dầu');
  await admin.fill('Tỉnh, thành phố', 'Thành phố Hải Phòng');
  await admin.click('Thiết lập cơ quan');
  expect(await admin.says()).toContain('Đã thiết lập cơ quan. Tiếp theo: thêm người.');
  await admin.click('2. Người và tài khoản');
  await admin.fill('Các dòng đã chép', rows);
  await admin.fill('Văn bản giao việc', 'Quyết định số 12/QĐ-UBND');
  await admin.click('Xem trước');
  expect(await admin.says()).toContain('5 người. Kiểm tra lại rồi bấm Lưu.');
  await admin.click('Lưu và cấp đường dẫn kích hoạt');
  expect(await admin.says()).toContain('chỉ mở được trên chính máy này');
  const slips = await admin.page.locator('.vd-slip').allInnerTexts();
  await admin.click('Thiết lập');
  await admin.click('3. Hội đồng thi đua, khen thưởng');
  await admin.fill('Quyết định thành lập, kiện toàn', 'Quyết định số 15/QĐ-UBND');
  await admin.click('Lập Hội đồng');
  await admin.click('4. Đợt xét khen thưởng đầu tiên');
  await admin.fill('Tên đợt xét', 'Tổng kết phong trào năm 2026');
  const form = 'Bằng khen của Chủ tịch UBND tỉnh, thành phố';
  await admin.date(`Hạn nhận hồ sơ – ${form}`, days(20));
  await admin.date(`Ngày họp Hội đồng – ${form}`, days(10));
  await admin.click('Mở đợt xét');
  await admin.open('/setup');
  expect((await admin.says()).match(/Đã xong/g)).toHaveLength(3);
  return Object.fromEntries(
    slips.map((slip) => [/: ([a-z.]+)/.exec(slip)?.[1] ?? '', /https?:\S+/.exec(slip)?.[0] ?? '']),
  );
}

async function nominate(officer: AtTheScreen): Promise<void> {
  await officer.click('Lập đề nghị khen thưởng');
  await officer.choose(/^Bằng khen của Chủ tịch/);
  await officer.choose('Cá nhân');
  await officer.click('Tiếp tục');
  await officer.fill('Tên ghi trên bằng', 'Nguyễn Thị Sáu');
  await officer.fill('Năm sinh (không bắt buộc)', '1960');
  await officer.click('Tìm và tiếp tục');
  await officer.fill('Đơn vị công tác hoặc nơi cư trú', 'Tổ dân phố số 5, phường Sở Dầu');
  await officer.fill('Người đề xuất', 'Phạm Văn Tổ');
  await officer.click('Lưu và tiếp tục');
  await officer.click('2. Thành tích');
  await officer.date('Thành tích từ ngày', days(-400));
  await officer.date('Thành tích đến ngày', days(-30));
  await officer.fill(
    'Nội dung khen',
    'Đã có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc',
  );
  await officer.fill('Báo cáo thành tích', 'Vận động 120 hộ dân ký cam kết; giữ vững an ninh tổ dân phố.');
  await officer.click('Lưu, về các phần của hồ sơ');
  await officer.click(/Kiểm tra trước khi gửi/);
  expect(await officer.says()).toContain('Gửi Sở Nội vụ thành phố Hải Phòng (ngoài hệ thống)');
  await officer.choose(/không có nội dung bí mật nhà nước/);
  await officer.click(/^Gửi/);
}

const minutes = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') };

async function holdSession(secretary: AtTheScreen): Promise<void> {
  await secretary.click('Danh sách');
  await secretary.unfold('Lập phiên họp Hội đồng');
  await secretary.fill('Tên phiên họp', 'Phiên họp xét khen thưởng tổng kết');
  await secretary.date('Ngày họp', days(0));
  await secretary.click('Lập phiên họp Hội đồng');
  expect(await secretary.says()).toContain('Đã lập phiên họp. Đưa hồ sơ vào chương trình.');
  await secretary.choose(/Nguyễn Thị Sáu/);
  await secretary.click('Đưa vào chương trình');
  await secretary.unfold('Chốt chương trình họp');
  await secretary.click('Chốt chương trình họp');
  await secretary.unfold('Ghi thành phần dự họp');
  await secretary.click('Lưu số dự họp');
  await secretary.unfold('Ghi kết quả từng hồ sơ');
  await secretary.click(/Nhất trí cho tất cả/);
  await secretary.unfold('Thêm giấy tờ');
  await secretary.fill('Tên tệp', 'Biên bản họp');
  await secretary.choose('Loại giấy tờ', 'Biên bản');
  await secretary.click('Tiếp tục để chọn tệp');
  await secretary.attach('Chọn tệp', minutes);
  await secretary.click('Tải lên');
  await secretary.click('Kiểm tra và lưu');
  await secretary.unfold('Kết thúc phiên họp');
  await secretary.click('Kết thúc phiên họp');
}

async function writeLetter(officer: AtTheScreen): Promise<void> {
  await officer.click('Danh sách');
  await officer.unfold('Lập tờ trình');
  await officer.fill('Tên tờ trình', 'Tờ trình đề nghị khen thưởng tổng kết năm 2026');
  await officer.click('Lập tờ trình');
  await officer.choose(/Nguyễn Thị Sáu/);
  await officer.click('Đưa vào danh sách');
  await officer.unfold('Chốt danh sách');
  await officer.choose('Người ký', /Vũ Văn Chủ/);
  await officer.click('Chốt danh sách');
}

it('goes from nothing to its first signed letter', { timeout: 180_000 }, async () => {
  const founder = await initOffice(join(root, 'data'), {
    name: 'Phạm Quản Trị',
    username: 'quan.tri',
    password,
  });
  program = runProgram('serve', ['--data', join(root, 'data'), '--port', '0']);
  [, origin = ''] = await program.said(/Vinh Danh – (\S+)/);
  const admin = await signIn(founder, 1);
  const links = await setUp(admin);
  const officer = await signIn(await activate(links['ha.tran'] ?? '', 'ha.tran'), 1);
  await nominate(officer);
  await holdSession(officer);
  await writeLetter(officer);
  const leader = await signIn(await activate(links['chu.vu'] ?? '', 'chu.vu'), 1);
  await leader.click('Việc cần làm');
  await leader.click(/^Tờ trình đề nghị khen thưởng/);
  await leader.click('Ký danh sách này');
  expect(await leader.says()).toContain('Đã ký. Danh sách chuyển văn thư vào số.');
  // What it asked of its people, for whoever mends the way: no more than it did.
  const { pages, clicks, fields } = tally;
  if (pictures !== undefined)
    writeFileSync(join(pictures, 'asked.json'), JSON.stringify({ pages, clicks, fields }));
  // Three pages and clicks since a nomination is written part by part.
  expect(pages).toBeLessThanOrEqual(48);
  // One of them says that there is no state secret in it: nobody else may say so.
  expect(clicks).toBeLessThanOrEqual(59);
  expect(fields).toBeLessThanOrEqual(45);
});
