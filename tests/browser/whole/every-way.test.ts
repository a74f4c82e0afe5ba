import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seats } from '../../support/at-the-screen.ts';
import { openStage, withoutBrowser, type Stage } from '../support/stage.ts';
import { bringIn, closeLetter, holdSession } from '../support/ward-letter.ts';

/** The same work, however somebody sits in front of the screen. */
describe.skipIf(withoutBrowser).each(Object.entries(seats))('at a %s', (_name, seat) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage.close());

  it(
    'a ward brings in its list, holds its session, writes its letter, and its chairman signs',
    { timeout: 400_000 },
    async () => {
      const officer = await stage.sit('haly.canbo', seat);
      await bringIn(officer);
      await holdSession(officer);
      await closeLetter(officer);
      const { screen } = await stage.sit('haly.chutich', seat);
      await screen.click('Việc cần làm');
      await screen.click(/^Tờ trình đề nghị khen thưởng năm 2020/);
      await screen.choose(/^12\. /);
      await screen.fill(/^Lý do không ký/, 'Chưa đủ thời gian');
      await screen.click('Ký danh sách này');
      expect(await screen.says()).toContain('Đã ký');
    },
  );

  it('an officer writes a nomination part by part', { timeout: 200_000 }, async () => {
    const { screen } = await stage.sit('sodau.canbo', seat);
    await screen.click('Lập đề nghị khen thưởng');
    await screen.choose(/^Giấy khen của Chủ tịch/);
    await screen.choose('Cá nhân');
    await screen.click('Tiếp tục');
    await screen.fill('Tên ghi trên bằng', 'Nguyễn Thị Sáu');
    await screen.fill('Năm sinh (không bắt buộc)', '1960');
    await screen.click('Tìm và tiếp tục');
    await screen.fill('Đơn vị công tác hoặc nơi cư trú', 'Tổ dân phố số 5, phường Sở Dầu');
    await screen.fill('Người đề xuất', 'Phạm Văn Tổ');
    await screen.click('Lưu và tiếp tục');
    await screen.click('2. Thành tích');
    await screen.date('Thành tích từ ngày', '2019-12-01');
    await screen.date('Thành tích đến ngày', '2020-09-15');
    await screen.fill('Nội dung khen', 'Đã có thành tích xuất sắc');
    await screen.fill('Báo cáo thành tích', 'Vận động 120 hộ dân ký cam kết.');
    await screen.click('Lưu, về các phần của hồ sơ');
    await screen.click(/Kiểm tra trước khi gửi/);
    await screen.choose(/không có nội dung bí mật nhà nước/);
    await screen.click(/^Gửi/);
    expect(await screen.says()).toContain('Hồ sơ đang chuyển tới');
  });
});
