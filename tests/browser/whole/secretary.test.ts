import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDateSchema } from '#shared/domain/time.ts';
import { seats } from '../../support/at-the-screen.ts';
import { councilOfFifteen, fortyBeforeTheCouncil } from '../support/nine-letters.ts';
import { openStage, withoutBrowser, type Stage } from '../support/stage.ts';
import { attachMinutes } from '../support/ward-letter.ts';

let stage: Stage;
beforeAll(async () => {
  const day = civilDateSchema.parse('2020-10-14');
  if (!withoutBrowser) stage = await openStage(fortyBeforeTheCouncil, day, councilOfFifteen);
}, 600_000);
afterAll(async () => {
  if (!withoutBrowser) await stage.close();
});

const absent = ['Họp Sở Tài chính về quyết toán năm', 'Điều trị tại bệnh viện'];

const others = [
  ['4', 'Không nhất trí', '5'],
  ['17', 'Không nhất trí', '3'],
  ['33', 'Để phiên sau', '13'],
] as const;

describe.skipIf(withoutBrowser)('a session of fifteen members, two of them absent, with forty items', () => {
  it(
    'asks its secretary for no more than 60 clicks and fields, up to its minutes',
    { timeout: 300_000 },
    async () => {
      const secretary = await stage.sit('quan.thuky', seats.desk);
      const { screen } = secretary;
      await screen.click('Danh sách');
      await screen.unfold('Lập phiên họp Hội đồng');
      await screen.fill('Tên phiên họp', 'Phiên họp xét khen thưởng năm 2020');
      await screen.date('Ngày họp', '2020-10-14');
      await screen.click('Lập phiên họp Hội đồng');
      await screen.click('Chọn tất cả');
      await screen.click('Đưa vào chương trình');
      await screen.unfold('Chốt chương trình họp');
      await screen.click('Chốt chương trình họp');
      await screen.inside('Ghi thành phần dự họp', async () => {
        const members = screen.page.locator('fieldset', { hasText: 'Vắng mặt' }).first().locator('label');
        expect(await members.count()).toBe(15);
        for (const [place, reason] of absent.entries()) {
          const name = await members.nth(5 + place).innerText();
          await screen.choose(name);
          await screen.fill(`Lý do vắng: ${name}`, reason);
        }
        await screen.click('Lưu số dự họp');
      });
      expect(await screen.says()).toContain('13/15 thành viên');

      // Three of the forty go another way.
      for (const [item, outcome, agreed] of others) {
        await screen.unfold('Ghi kết quả từng hồ sơ');
        await screen.inside(new RegExp(`^${item}\\. `), async () => {
          await screen.choose(outcome);
          await screen.fill('Số người nhất trí', agreed);
          await screen.click('Lưu kết quả');
        });
      }
      await screen.unfold('Ghi kết quả từng hồ sơ');
      await screen.click(/Nhất trí cho tất cả/);
      await attachMinutes(secretary);
      await screen.unfold('Kết thúc phiên họp');
      await screen.click('Kết thúc phiên họp');
      expect(await screen.says()).toContain('Đã kết thúc');
      expect(secretary.actions()).toBeLessThanOrEqual(60);
    },
  );
});
