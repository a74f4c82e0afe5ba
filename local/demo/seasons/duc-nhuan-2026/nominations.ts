import type { NominateDeed, SeasonEvent } from '../../season-event.ts';
import { collective, individual, submitted } from '../paper.ts';

export const round = 'dot-8-2026';

const setting = {
  organisation: 'ducnhuan',
  round,
  form: 'GK_XA',
  citation: 'Đã có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2026',
  from: '2025-07-01',
  to: '2026-06-30',
};
const unit = 'Phường Đức Nhuận';

const collectives: readonly NominateDeed[] = [
  collective(setting, {
    case: 'dn-to-bvant-6',
    name: 'Tổ bảo vệ an ninh, trật tự khu phố 6',
    representative: 'Trần Hữu Phát',
    legalPerson: false,
    unit,
    proposer: 'Công an phường Đức Nhuận',
    report:
      'Tổ chức 312 ca tuần tra; hỗ trợ Công an phường xử lý 14 vụ việc; hướng dẫn 280 người dân cài đặt VNeID.',
  }),
  collective(setting, {
    case: 'dn-lien-gia-3',
    name: 'Tổ liên gia an toàn phòng cháy, chữa cháy hẻm 27, khu phố 3',
    representative: 'Mai Thị Cẩm Nhung',
    legalPerson: false,
    unit,
    proposer: 'Ban điều hành khu phố 3',
    report:
      'Hai mươi mốt hộ có chuông báo cháy liên thông, lối thoát nạn thứ hai; dập tắt kịp thời 1 vụ cháy bếp.',
  }),
  collective(setting, {
    case: 'dn-chung-cu',
    name: 'Ban quản trị Chung cư Hoa Lan',
    representative: 'Nguyễn Quang Vinh Hiển',
    legalPerson: true,
    unit,
    proposer: 'Ban điều hành khu phố 9',
    report: 'Duy trì đội phòng cháy cơ sở 16 người; thực tập thoát nạn 3 lần; không có sự cố cháy, nổ.',
  }),
  collective(setting, {
    case: 'dn-truong-hoc',
    name: 'Liên đội trường học Bông Sen',
    representative: 'Phạm Thị Kiều Oanh',
    legalPerson: false,
    unit,
    proposer: 'Đoàn TNCS Hồ Chí Minh phường Đức Nhuận',
    report: 'Xây dựng “Cổng trường an toàn”; giảm hẳn ùn tắc và không có vụ bạo lực học đường.',
  }),
  collective(setting, {
    case: 'dn-gia-dinh-an',
    kind: 'household',
    name: 'Gia đình bà Lý Thị Mộng An',
    representative: 'Lý Thị Mộng An',
    legalPerson: false,
    group: 'Khu phố 12',
    unit,
    proposer: 'Hội LHPN phường Đức Nhuận',
    report: 'Cho đặt tủ chữa cháy công cộng trước nhà, giữ chìa khóa và hướng dẫn bà con sử dụng.',
  }),
  collective(setting, {
    case: 'dn-nhom-chay-bo',
    name: 'Nhóm chạy bộ Bờ Kênh',
    representative: 'Đỗ Trường Sa',
    legalPerson: false,
    unit,
    proposer: 'Ban điều hành khu phố 12',
    report: 'Nhóm thường chạy bộ buổi tối và có nhắc nhở người câu cá trái phép.',
  }),
];

const individuals: readonly NominateDeed[] = [
  individual(setting, {
    case: 'dn-phuoc',
    name: 'Châu Thành Phước',
    born: 1971,
    gender: 'male',
    title: 'Tổ trưởng Tổ bảo vệ an ninh, trật tự khu phố 9',
    group: 'Khu phố 9',
    unit,
    proposer: 'Công an phường Đức Nhuận',
    report: 'Trực tiếp khống chế đối tượng cướp giật ngày 14/02/2026; cung cấp 9 tin có giá trị.',
    serial: '000301',
  }),
  individual(setting, {
    case: 'dn-hong',
    name: 'Quách Thị Thu Hồng',
    born: 1968,
    gender: 'female',
    title: 'Trưởng khu phố 3',
    group: 'Khu phố 3',
    unit,
    proposer: 'Chi bộ khu phố 3',
    report: 'Vận động 100% hộ kinh doanh kết hợp ở mở lối thoát nạn thứ hai; hòa giải thành 8 vụ.',
    serial: '000302',
  }),
  individual(setting, {
    case: 'dn-tam',
    name: 'Lương Tuệ Tâm',
    born: 1999,
    gender: 'female',
    title: 'Đoàn viên',
    group: 'Khu phố 6',
    unit,
    proposer: 'Đoàn TNCS Hồ Chí Minh phường Đức Nhuận',
    report:
      'Quản trị trang cảnh báo lừa đảo qua mạng của khu phố, 2.100 người theo dõi; ngăn được 3 vụ chuyển tiền.',
    serial: '000303',
  }),
  individual(setting, {
    case: 'dn-khiem',
    name: 'Thái Bá Khiêm',
    born: 1962,
    gender: 'male',
    title: 'Hội viên Hội Cựu chiến binh',
    group: 'Khu phố 12',
    unit,
    proposer: 'Hội Cựu chiến binh phường Đức Nhuận',
    report: 'Cảm hóa, giúp đỡ 2 thanh niên chậm tiến có việc làm ổn định.',
    serial: '000304',
  }),
  individual(setting, {
    case: 'dn-thao',
    name: 'Hứa Ngọc Thảo',
    born: 1984,
    gender: 'female',
    title: 'Dược sĩ',
    group: 'Khu phố 6',
    unit,
    proposer: 'Ban điều hành khu phố 6',
    report: 'Phát hiện, báo Công an phường 2 vụ mua thuốc hướng thần bằng đơn giả.',
    serial: '000305',
  }),
  individual(setting, {
    case: 'dn-loc',
    name: 'Ông Đại Lộc',
    born: 1990,
    gender: 'male',
    title: 'Tài xế xe công nghệ',
    group: 'Khu phố 9',
    unit,
    proposer: 'Ban điều hành khu phố 9',
    report: 'Nhặt được và trả lại tài sản tháng 3 năm 2024.',
    serial: '000306',
  }),
];

/** What came with each file from the neighbourhood, union or police that asked for it. */
const papers = [{ kind: 'letter' as const, name: 'Văn bản đề nghị kèm danh sách.pdf' }];

export const nominations: readonly SeasonEvent[] = [
  ...submitted({ on: '2026-07-07', by: 'ducnhuan.canbo' }, collectives, papers),
  ...submitted({ on: '2026-07-08', by: 'ducnhuan.canbo' }, individuals, papers),
];

export const awardedCollectives = ['dn-chung-cu', 'dn-lien-gia-3', 'dn-truong-hoc', 'dn-to-bvant-6'];
export const awardedHouseholds = ['dn-gia-dinh-an'];
export const awardedIndividuals = ['dn-hong', 'dn-khiem', 'dn-phuoc', 'dn-tam', 'dn-thao'];
