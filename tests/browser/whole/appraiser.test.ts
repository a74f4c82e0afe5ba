import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '#shared/tables/read-docx.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { seats } from '../../support/at-the-screen.ts';
import { allRows, nineLetters } from '../support/nine-letters.ts';
import { openStage, withoutBrowser, type Stage } from '../support/stage.ts';

const citation = 'Có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2020';
const clumsy = ['Đặng Văn An', 'Đặng Thị Bình', 'Đặng Văn Chi', 'Ngô Văn An', 'Ngô Thị Bình', 'Bùi Văn An'];

let stage: Stage;
beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage(nineLetters, civilDateSchema.parse('2020-10-06'));
}, 600_000);
afterAll(async () => {
  if (!withoutBrowser) await stage.close();
});

describe.skipIf(withoutBrowser)(
  'nine letters with 108 people, from their coming to the council’s booklet',
  () => {
    it('ask an appraiser for no more than 150 clicks and fields', { timeout: 300_000 }, async () => {
      const appraiser = await stage.sit('congan.thamdinh', seats.desk);
      const { screen } = appraiser;
      const table = async (): Promise<void> => {
        await screen.click('Đợt xét');
        await screen.click(/^Đợt xét khen thưởng tổng kết/);
        await screen.click('Mở bảng tổng hợp của đợt xét');
      };
      await table();
      const everywhere = async (act: () => Promise<void>): Promise<string[]> => {
        const said: string[] = [];
        for (const page of [1, 2]) {
          await table();
          if (page === 2) await screen.click('Trang sau');
          await screen.click('Chọn mọi hồ sơ chờ xử lý trên trang');
          await act();
          said.push(await screen.page.locator('h1').innerText());
          await stage.settle();
        }
        return said;
      };
      await table();
      expect(await screen.says()).toContain(`tất cả ${String(allRows)} hồ sơ`);

      // Received, a page of the table at a time.
      const received = await everywhere(async () => {
        await screen.unfold('Tiếp nhận hồ sơ');
        await screen.click('Tiếp nhận');
      });
      expect(received).toEqual(['Đã xử lý 100 hồ sơ trong 100 hồ sơ', 'Đã xử lý 8 hồ sơ trong 8 hồ sơ']);

      // Some citations are mended in place.
      await table();
      await screen.click('Sửa tên ghi trên bằng, nội dung khen ngay trong bảng');
      for (const name of clumsy) await screen.fill(`Nội dung khen của ${name}`, citation);
      await screen.click('Lưu các dòng đã sửa');
      expect(await screen.says()).toContain(citation);

      const recommended = await everywhere(async () => {
        await screen.unfold('Thẩm định: đề nghị');
        await screen.fill('Nhận xét (không bắt buộc)', 'Công an phường đã xác nhận thành tích.');
        await screen.click('Đề nghị');
      });
      expect(recommended).toEqual(['Đã xử lý 100 hồ sơ trong 100 hồ sơ', 'Đã xử lý 8 hồ sơ trong 8 hồ sơ']);
      await table();
      const booklet = await screen.download('Tải tài liệu họp Hội đồng (.docx)');
      const told = JSON.stringify(await readDocx(new Uint8Array(booklet)));
      expect(told.match(/Tổ dân phố số \d+/g)).toHaveLength(allRows);
      expect(appraiser.actions()).toBeLessThanOrEqual(150);
    });
  },
);
