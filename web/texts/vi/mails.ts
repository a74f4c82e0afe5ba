/** How the mails of notices come. */
export const mails = {
  'mails.title': 'Cách nhận thư báo',
  'mails.intro':
    'Mọi thông báo vẫn hiện ngay trên trang Thông báo. Ở đây ông/bà chỉ chọn cách gửi thư điện tử cho từng loại; lựa chọn áp dụng với thông báo mới, thông báo đang chờ tổng hợp vẫn được gửi theo giờ đã chọn trước.',
  'mails.always':
    'Thư về tài khoản, về người giữ vị trí ký, kiểm tra, xử lý trường hợp bảo mật và về khóa sổ hằng ngày luôn được gửi ngay.',
  'mails.group.waits': 'Việc chờ tôi xử lý',
  'mails.hint.waits':
    'Hồ sơ, danh sách mới chuyển đến hoặc trình ký, yêu cầu bổ sung, đề nghị cho ý kiến, chương trình họp.',
  'mails.group.moved': 'Hồ sơ của tôi có thay đổi',
  'mails.hint.moved':
    'Được tiếp nhận, tạm dừng, xét tiếp, đổi tuyến trình hoặc hình thức, có ý kiến, bị trả lại hoặc không được đồng ý.',
  'mails.group.reminders': 'Nhắc hạn',
  'mails.hint.reminders': 'Việc sắp đến hạn, đến hạn và báo cáo lãnh đạo về hồ sơ quá hạn.',
  'mails.group.results': 'Kết quả',
  'mails.hint.results': 'Hội đồng đã họp xét, đã có kết quả của đơn vị.',
  'mails.group.news': 'Tin khác',
  'mails.hint.news': 'Lễ trao tặng, ý kiến không cần nữa, quy định riêng đã được xác nhận, từ chối hoặc rút.',
  'mails.way.now': 'Gửi thư ngay',
  'mails.way.digest': 'Gộp vào một thư tổng hợp mỗi ngày',
  'mails.way.none': 'Không gửi thư',
  'mails.hour': 'Giờ gửi thư tổng hợp',
  'mails.hourHint': 'Theo giờ Việt Nam. Mỗi ngày nhiều nhất một thư; không có gì để tổng hợp thì không gửi.',
  'mails.save': 'Lưu cách nhận thư',
  'mails.back': 'Về trang Thông báo',
  'done.mailChoices': 'Đã lưu cách nhận thư.',
} as const;
