import type { PersonData } from '../../world.ts';
import { sealed, term } from './term.ts';

export const upperPeople: readonly PersonData[] = [
  {
    username: 'quan.chutich',
    name: 'Phạm Quang Lâm',
    posts: [
      { ...sealed, at: 'quan', role: 'leader', capacity: 'head', title: 'Chủ tịch UBND quận Hồng Bàng' },
    ],
  },
  {
    username: 'quan.phochutich',
    name: 'Đỗ Thị Hồng Minh',
    posts: [
      {
        ...sealed,
        at: 'quan',
        role: 'leader',
        capacity: 'deputy',
        title: 'Phó Chủ tịch UBND quận Hồng Bàng',
      },
      {
        ...term,
        at: 'bcd799',
        role: 'leader',
        capacity: 'head',
        title: 'Trưởng Ban Chỉ đạo 799 quận Hồng Bàng',
      },
    ],
  },
  {
    username: 'quan.canbo',
    name: 'Vũ Thu Trang',
    posts: [{ ...sealed, at: 'quan', role: 'officer', title: 'Chuyên viên Phòng Nội vụ, làm công tác TĐKT' }],
  },
  {
    username: 'quan.thuky',
    name: 'Lê Hồng Quang',
    posts: [
      { ...sealed, at: 'quan', role: 'secretary', title: 'Trưởng phòng Nội vụ, Thư ký Hội đồng TĐKT quận' },
    ],
  },
  {
    username: 'quan.vanthu',
    name: 'Hoàng Thị Mến',
    posts: [{ ...sealed, at: 'quan', role: 'clerk', title: 'Văn thư Văn phòng HĐND và UBND quận' }],
  },
  {
    username: 'quan.tochuc',
    name: 'Trần Khánh Chi',
    posts: [{ ...term, at: 'quan', role: 'organiser', title: 'Chuyên viên Phòng Văn hóa và Thông tin' }],
  },
  {
    username: 'quan.quantri',
    name: 'Đặng Trung Kiên',
    posts: [{ ...term, at: 'quan', role: 'administrator', title: 'Quản trị hệ thống' }],
  },
  {
    username: 'quan.kiemtra',
    name: 'Nguyễn Thị Phương Mai',
    posts: [{ ...term, at: 'quan', role: 'auditor', title: 'Thanh tra viên Thanh tra quận' }],
  },
  ...[
    ['Bùi Văn Thuận', 'Chủ tịch Ủy ban MTTQ Việt Nam quận'],
    ['Ngô Thị Cẩm Tú', 'Chủ tịch Hội LHPN quận'],
    ['Lê Văn Trọng', 'Chủ tịch Liên đoàn Lao động quận'],
    ['Đoàn Văn Thịnh', 'Chủ tịch Hội Cựu chiến binh quận'],
    ['Nguyễn Thị Hải Hà', 'Trưởng phòng Tài chính – Kế hoạch'],
    ['Vũ Quốc Việt', 'Trưởng phòng Văn hóa và Thông tin'],
    ['Trần Thị Kim Ngân', 'Trưởng phòng Giáo dục và Đào tạo'],
    ['Hoàng Minh Đạo', 'Chánh Văn phòng HĐND và UBND quận'],
  ].map(([name = '', title = ''], index): PersonData => ({
    username: `quan.uyvien${index + 1}`,
    name,
    posts: [{ ...term, at: 'quan', role: 'member', title }],
  })),
  {
    username: 'congan.truong',
    name: 'Lê Đình Phong',
    posts: [
      { ...sealed, at: 'congan', role: 'leader', capacity: 'head', title: 'Trưởng Công an quận Hồng Bàng' },
      { ...term, at: 'quan', role: 'member', title: 'Phó Chủ tịch Hội đồng TĐKT quận' },
    ],
  },
  {
    username: 'congan.pho',
    name: 'Trịnh Quốc Bảo',
    posts: [
      {
        ...sealed,
        at: 'congan',
        role: 'leader',
        capacity: 'deputy',
        title: 'Phó Trưởng Công an quận Hồng Bàng',
      },
    ],
  },
  {
    username: 'congan.canbo',
    name: 'Phạm Thị Thùy Trang',
    posts: [{ ...term, at: 'congan', role: 'officer', title: 'Cán bộ Đội Xây dựng phong trào' }],
  },
  {
    username: 'congan.thamdinh',
    name: 'Đào Minh Quân',
    posts: [{ ...sealed, at: 'congan', role: 'officer', title: 'Đội trưởng Đội Xây dựng phong trào' }],
  },
  {
    username: 'congan.vanthu',
    name: 'Vũ Thị Hồng Nhung',
    posts: [{ ...sealed, at: 'congan', role: 'clerk', title: 'Văn thư Đội Tổng hợp' }],
  },
  {
    username: 'bcd.thuongtruc',
    name: 'Đặng Thị Thanh Nga',
    posts: [{ ...term, at: 'bcd799', role: 'officer', title: 'Cán bộ thường trực Ban Chỉ đạo 799 quận' }],
  },
  {
    username: 'quandoan.canbo',
    name: 'Lương Khánh Ly',
    posts: [{ ...term, at: 'quandoan', role: 'officer', title: 'Ủy viên Ban Thường vụ Quận đoàn' }],
  },
  {
    username: 'quandoan.bithu',
    name: 'Phan Tuấn Đạt',
    posts: [
      { ...term, at: 'quandoan', role: 'leader', capacity: 'head', title: 'Bí thư Quận đoàn Hồng Bàng' },
      { ...term, at: 'quan', role: 'member', title: 'Ủy viên Hội đồng TĐKT quận' },
    ],
  },
  {
    username: 'pv05.thamdinh',
    name: 'Trần Hữu Tùng',
    posts: [{ ...term, at: 'pv05', role: 'officer', title: 'Cán bộ Phòng Xây dựng phong trào' }],
  },
  {
    username: 'pv05.giamdoc',
    name: 'Nguyễn Đức Thiện',
    posts: [
      {
        ...term,
        at: 'pv05',
        role: 'leader',
        capacity: 'head',
        title: 'Giám đốc Công an thành phố Hải Phòng',
      },
    ],
  },
  {
    username: 'pv05.phogiamdoc',
    name: 'Bùi Thị Quỳnh Mai',
    posts: [
      {
        ...term,
        at: 'pv05',
        role: 'leader',
        capacity: 'deputy',
        title: 'Phó Giám đốc Công an thành phố Hải Phòng',
      },
    ],
  },
  {
    username: 'pv05.vanthu',
    name: 'Lê Thị Hòa',
    posts: [{ ...term, at: 'pv05', role: 'clerk', title: 'Văn thư Phòng Xây dựng phong trào' }],
  },
  {
    username: 'bantdkt.canbo',
    name: 'Phạm Hà Vy',
    posts: [{ ...term, at: 'bantdkt', role: 'officer', title: 'Chuyên viên Phòng Nghiệp vụ' }],
  },
  {
    username: 'bantdkt.truongban',
    name: 'Vũ Khắc Điệp',
    posts: [
      {
        ...term,
        at: 'bantdkt',
        role: 'leader',
        capacity: 'head',
        title: 'Trưởng Ban Thi đua – Khen thưởng thành phố',
      },
    ],
  },
  {
    username: 'thanhpho.chutich',
    name: 'Trần Vĩnh Khang',
    posts: [
      {
        ...term,
        at: 'thanhpho',
        role: 'leader',
        capacity: 'head',
        title: 'Chủ tịch UBND thành phố Hải Phòng',
      },
    ],
  },
  {
    username: 'thanhpho.canbo',
    name: 'Nguyễn Lê Hoàng',
    posts: [{ ...term, at: 'thanhpho', role: 'officer', title: 'Chuyên viên Văn phòng UBND thành phố' }],
  },
  {
    username: 'thanhpho.vanthu',
    name: 'Mai Thị Thư',
    posts: [{ ...term, at: 'thanhpho', role: 'clerk', title: 'Văn thư Văn phòng UBND thành phố' }],
  },
];
