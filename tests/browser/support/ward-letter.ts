import { expect } from 'vitest';
import type { Seated } from './stage.ts';

const people = Array.from({ length: 12 }, (_, index) => ({
  name: `${index % 2 === 0 ? 'Ông' : 'Bà'} Phạm ${['Văn', 'Thị'][index % 2] ?? ''} ${['An', 'Bình', 'Chi', 'Dung', 'Em', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh'][index] ?? ''}`,
  born: 1950 + index,
}));

/** Twelve rows as an officer copies them out of a spreadsheet. */
const pastedList = [
  'STT\tHọ và tên\tNăm sinh\tĐơn vị công tác\tNội dung khen\tThành tích\tTừ ngày\tĐến ngày',
  ...people.map(({ name, born }, index) =>
    [
      ...[String(index + 1), name, String(born), 'Tổ dân phố số 3, phường Hạ Lý'],
      'Đã có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2020',
      `Vận động ${String(30 + index)} hộ ở ngõ ${String(100 + index)} ký cam kết`,
      ...['01/12/2019', '15/09/2020'],
    ].join('\t'),
  ),
].join('\n');

const minutes = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') };

/** From the first page to twelve sent nominations. */
export async function bringIn({ screen }: Seated): Promise<void> {
  await screen.click(/^Nhập danh sách đề nghị/);
  await screen.choose(/^Giấy khen của Chủ tịch/);
  await screen.fill('Người đề xuất', 'UBND phường Hạ Lý');
  await screen.fill(/^Hoặc dán các dòng/, pastedList);
  await screen.click('Xem trước');
  expect(await screen.says()).toContain('12 dòng đều hợp lệ.');
  await screen.click('Lập 12 bản nháp');
  expect(await screen.says()).toContain('Đã lập 12 bản nháp');
  await screen.click('Bản nháp và gửi đề nghị');
  await screen.choose(/không có nội dung bí mật nhà nước/);
  await screen.click('Gửi các hồ sơ được chọn');
  expect(await screen.says()).toContain('Đã gửi 12 hồ sơ');
}

/** The ward's council looks at all of them on one day. */
export async function holdSession({ screen }: Seated): Promise<void> {
  await screen.click('Danh sách');
  await screen.unfold('Lập phiên họp Hội đồng');
  await screen.fill('Tên phiên họp', 'Phiên họp xét khen thưởng năm 2020');
  await screen.date('Ngày họp', '2020-10-01');
  await screen.click('Lập phiên họp Hội đồng');
  await screen.click('Chọn tất cả');
  await screen.click('Đưa vào chương trình');
  await screen.unfold('Chốt chương trình họp');
  await screen.click('Chốt chương trình họp');
  await screen.unfold('Ghi thành phần dự họp');
  await screen.click('Lưu số dự họp');
  await screen.unfold('Ghi kết quả từng hồ sơ');
  await screen.click(/Nhất trí cho tất cả/);
  await attachMinutes({ screen });
  await screen.unfold('Kết thúc phiên họp');
  await screen.click('Kết thúc phiên họp');
}

/** The signed minutes, without which no session ends. */
export async function attachMinutes({ screen }: Pick<Seated, 'screen'>): Promise<void> {
  await screen.unfold('Thêm giấy tờ');
  await screen.fill('Tên tệp', 'Biên bản họp');
  await screen.click('Tiếp tục để chọn tệp');
  await screen.attach('Chọn tệp', minutes);
  await screen.click('Tải lên');
  await screen.click('Kiểm tra và lưu');
}

/** The letter with all twelve, closed for the chairman. */
export async function closeLetter({ screen }: Seated): Promise<void> {
  await screen.click('Danh sách');
  await screen.unfold('Lập tờ trình');
  await screen.fill('Tên tờ trình', 'Tờ trình đề nghị khen thưởng năm 2020');
  await screen.click('Lập tờ trình');
  await screen.click('Chọn tất cả');
  await screen.click('Đưa vào danh sách');
  await screen.unfold('Chốt danh sách');
  await screen.choose('Người ký', /Đặng Quốc Toản/);
  await screen.click('Chốt danh sách');
}
