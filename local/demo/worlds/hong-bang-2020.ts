import { worldOf, type CouncilData, type OrganisationData, type PersonData, type PostData } from '../world.ts';

/** Quận Hồng Bàng, Hải Phòng, as it was in 2020. Offices are real, every person in them is invented. */

const term = { from: '2016-07-01', instrument: 'Quyết định bổ nhiệm nhiệm kỳ 2016–2021' };
const sealed = { ...term, sealed: true };

/** In small wards one person is award officer, council secretary and records clerk. */
interface Ward {
  readonly key: string;
  readonly name: string;
  readonly chairman: string;
  readonly deputy: string;
  readonly officer: string;
  readonly clerk?: string;
  readonly police: string;
  readonly front: string;
  readonly women: string;
  readonly veterans: string;
}

const wards: readonly Ward[] = [
  {
    key: 'haly',
    name: 'Hạ Lý',
    chairman: 'Đặng Quốc Toản',
    deputy: 'Vũ Thị Thu Hường',
    officer: 'Phạm Ngọc Diệp',
    police: 'Nguyễn Duy Khang',
    front: 'Lương Thị Xuyến',
    women: 'Bùi Thị Kim Oanh',
    veterans: 'Trịnh Văn Sáu',
  },
  {
    key: 'hvthu',
    name: 'Hoàng Văn Thụ',
    chairman: 'Lê Thị Minh Nguyệt',
    deputy: 'Đỗ Hải Đăng',
    officer: 'Trần Thị Hoài An',
    clerk: 'Ngô Phương Thảo',
    police: 'Hoàng Trung Dũng',
    front: 'Phạm Văn Chiến',
    women: 'Nguyễn Thị Lụa',
    veterans: 'Cao Xuân Bách',
  },
  {
    key: 'hungvuong',
    name: 'Hùng Vương',
    chairman: 'Mai Văn Thắng',
    deputy: 'Nguyễn Thị Bích Phượng',
    officer: 'Đinh Quang Huy',
    clerk: 'Vũ Thị Ngà',
    police: 'Phùng Đức Cảnh',
    front: 'Tạ Thị Hồng Vân',
    women: 'Lại Thị Mơ',
    veterans: 'Bùi Văn Đoàn',
  },
  {
    key: 'minhkhai',
    name: 'Minh Khai',
    chairman: 'Hoàng Thế Anh',
    deputy: 'Trần Thị Lan Phương',
    officer: 'Nguyễn Thị Thùy Dương',
    clerk: 'Đoàn Thị Bảo Yến',
    police: 'Lưu Quang Vinh',
    front: 'Phạm Thị Thoa',
    women: 'Vũ Thị Nhài',
    veterans: 'Nguyễn Xuân Trường',
  },
  {
    key: 'pbchau',
    name: 'Phan Bội Châu',
    chairman: 'Tô Thị Hải Yến',
    deputy: 'Phạm Minh Hoàng',
    officer: 'Lê Trọng Nghĩa',
    police: 'Đào Văn Lộc',
    front: 'Nguyễn Thị Tố Nga',
    women: 'Hà Thị Quyên',
    veterans: 'Vũ Đình Chính',
  },
  {
    key: 'quantoan',
    name: 'Quán Toan',
    chairman: 'Phạm Công Thành',
    deputy: 'Đỗ Thị Mai Hiên',
    officer: 'Bùi Thị Thanh Tâm',
    clerk: 'Nguyễn Khắc Hiếu',
    police: 'Trần Văn Quyết',
    front: 'Đặng Văn Hợi',
    women: 'Phạm Thị Lý',
    veterans: 'Lê Văn Nhường',
  },
  {
    key: 'sodau',
    name: 'Sở Dầu',
    chairman: 'Nguyễn Hữu Phước',
    deputy: 'Lê Thị Thanh Huyền',
    officer: 'Vũ Hoàng Nam',
    clerk: 'Phạm Thị Diễm',
    police: 'Đỗ Mạnh Cường',
    front: 'Nguyễn Thị Vẻ',
    women: 'Trần Thị Ngọt',
    veterans: 'Hoàng Văn Tiệp',
  },
  {
    key: 'thuongly',
    name: 'Thượng Lý',
    chairman: 'Vũ Đức Hạnh',
    deputy: 'Nguyễn Thị Hương Giang',
    officer: 'Đào Thị Kim Chi',
    police: 'Phạm Huy Lượng',
    front: 'Bùi Thị Thìn',
    women: 'Đỗ Thị Hợp',
    veterans: 'Nguyễn Văn Bốn',
  },
  {
    key: 'traichuoi',
    name: 'Trại Chuối',
    chairman: 'Trần Đình Khôi',
    deputy: 'Phạm Thị Việt Hà',
    officer: 'Lê Thị Ngọc Ánh',
    clerk: 'Đinh Thị Thu',
    police: 'Nguyễn Bá Hưng',
    front: 'Lưu Thị Chinh',
    women: 'Vũ Thị Hằng Nga',
    veterans: 'Mạc Văn Kỳ',
  },
];

const wardOrganisation = ({ key, name }: Ward): OrganisationData => ({
  key,
  kind: 'peoplesCommittee',
  level: 'commune',
  area: key,
  superior: 'quan',
  name: `Ủy ban nhân dân phường ${name}`,
  shortName: `UBND phường ${name}`,
  numberSuffix: 'UBND',
  headTitle: `Chủ tịch UBND phường ${name}`,
  validFrom: '1994-01-01',
  validTo: '2025-06-30',
});

function wardPeople(ward: Ward): PersonData[] {
  const { key, name } = ward;
  const at = key;
  const holds = (suffix: string, person: string, ...posts: readonly PostData[]): PersonData => ({
    username: `${key}.${suffix}`,
    name: person,
    posts,
  });
  const sits = (suffix: string, person: string, title: string) =>
    holds(suffix, person, { ...term, at, role: 'member', title });
  const clerk: PostData = { ...sealed, at, role: 'clerk', title: 'Công chức Văn phòng – Thống kê, làm văn thư' };
  return [
    holds('chutich', ward.chairman, { ...sealed, at, role: 'leader', capacity: 'head', title: `Chủ tịch UBND phường ${name}` }),
    holds('phochutich', ward.deputy, { ...sealed, at, role: 'leader', capacity: 'deputy', title: `Phó Chủ tịch UBND phường ${name}` }),
    holds(
      'canbo',
      ward.officer,
      { ...sealed, at, role: 'officer', title: 'Cán bộ làm công tác TĐKT' },
      { ...sealed, at, role: 'secretary', title: 'Thư ký Hội đồng TĐKT phường' },
      ...(ward.clerk === undefined ? [clerk] : []),
    ),
    ...(ward.clerk === undefined ? [] : [holds('vanthu', ward.clerk, clerk)]),
    sits('congan', ward.police, `Trưởng Công an phường ${name}`),
    sits('mattran', ward.front, `Chủ tịch Ủy ban MTTQ Việt Nam phường ${name}`),
    sits('phunu', ward.women, `Chủ tịch Hội LHPN phường ${name}`),
    sits('ccb', ward.veterans, `Chủ tịch Hội Cựu chiến binh phường ${name}`),
  ];
}

const wardCouncil = ({ key, name }: Ward): CouncilData => ({
  key,
  organisation: key,
  name: `Hội đồng TĐKT phường ${name}`,
  from: term.from,
  foundingDecision: 'Quyết định thành lập Hội đồng TĐKT phường nhiệm kỳ 2016–2021',
  members: [
    { person: `${key}.chutich`, seat: 'chair' },
    { person: `${key}.phochutich`, seat: 'vice' },
    { person: `${key}.canbo`, seat: 'secretary' },
    ...['congan', 'mattran', 'phunu', 'ccb'].map((suffix) => ({ person: `${key}.${suffix}`, seat: 'member' as const })),
  ],
});

const upperOrganisations: readonly OrganisationData[] = [
  {
    key: 'quan',
    kind: 'peoplesCommittee',
    level: 'district',
    area: 'hongbang',
    superior: 'thanhpho',
    name: 'Ủy ban nhân dân quận Hồng Bàng',
    shortName: 'UBND quận Hồng Bàng',
    numberSuffix: 'UBND',
    headTitle: 'Chủ tịch UBND quận Hồng Bàng',
    validFrom: '1961-07-05',
    validTo: '2025-06-30',
  },
  {
    key: 'congan',
    kind: 'police',
    level: 'district',
    area: 'hongbang',
    superior: 'pv05',
    name: 'Công an quận Hồng Bàng',
    shortName: 'Công an quận Hồng Bàng',
    numberSuffix: 'CAQ',
    headTitle: 'Trưởng Công an quận Hồng Bàng',
    validFrom: '1961-07-05',
    validTo: '2025-02-28',
  },
  {
    key: 'bcd799',
    kind: 'steeringCommittee',
    level: 'district',
    area: 'hongbang',
    superior: 'quan',
    name: 'Ban Chỉ đạo 799 quận Hồng Bàng',
    shortName: 'Ban Chỉ đạo 799 quận',
    numberSuffix: 'BCĐ799',
    headTitle: 'Trưởng Ban Chỉ đạo 799 quận Hồng Bàng',
    validFrom: '2011-01-01',
    validTo: '2025-06-30',
  },
  {
    key: 'quandoan',
    kind: 'union',
    level: 'district',
    area: 'hongbang',
    name: 'Ban Chấp hành Đoàn TNCS Hồ Chí Minh quận Hồng Bàng',
    shortName: 'Quận đoàn Hồng Bàng',
    numberSuffix: 'ĐTN',
    headTitle: 'Bí thư Quận đoàn Hồng Bàng',
    validFrom: '1961-07-05',
    validTo: '2025-06-30',
  },
  {
    key: 'pv05',
    kind: 'police',
    level: 'province',
    functions: ['movementBuilding'],
    area: 'haiphong',
    name: 'Công an thành phố Hải Phòng – Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc (PV05)',
    shortName: 'Công an thành phố (PV05)',
    numberSuffix: 'CATP-PV05',
    headTitle: 'Giám đốc Công an thành phố Hải Phòng',
    validFrom: '2018-08-06',
  },
  {
    key: 'bantdkt',
    kind: 'department',
    level: 'province',
    functions: ['awardOffice'],
    area: 'haiphong',
    superior: 'thanhpho',
    name: 'Ban Thi đua – Khen thưởng thành phố Hải Phòng',
    shortName: 'Ban TĐKT thành phố',
    numberSuffix: 'BTĐKT',
    headTitle: 'Trưởng Ban Thi đua – Khen thưởng thành phố',
    validFrom: '2008-04-01',
  },
  {
    key: 'thanhpho',
    kind: 'peoplesCommittee',
    level: 'province',
    area: 'haiphong',
    name: 'Ủy ban nhân dân thành phố Hải Phòng',
    shortName: 'UBND thành phố Hải Phòng',
    numberSuffix: 'UBND',
    headTitle: 'Chủ tịch UBND thành phố Hải Phòng',
    validFrom: '1955-05-13',
  },
];

const upperPeople: readonly PersonData[] = [
  {
    username: 'quan.chutich',
    name: 'Phạm Quang Lâm',
    posts: [{ ...sealed, at: 'quan', role: 'leader', capacity: 'head', title: 'Chủ tịch UBND quận Hồng Bàng' }],
  },
  {
    username: 'quan.phochutich',
    name: 'Đỗ Thị Hồng Minh',
    posts: [
      { ...sealed, at: 'quan', role: 'leader', capacity: 'deputy', title: 'Phó Chủ tịch UBND quận Hồng Bàng' },
      { ...term, at: 'bcd799', role: 'leader', capacity: 'head', title: 'Trưởng Ban Chỉ đạo 799 quận Hồng Bàng' },
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
    posts: [{ ...sealed, at: 'quan', role: 'secretary', title: 'Trưởng phòng Nội vụ, Thư ký Hội đồng TĐKT quận' }],
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
  ].map(
    ([name = '', title = ''], index): PersonData => ({
      username: `quan.uyvien${index + 1}`,
      name,
      posts: [{ ...term, at: 'quan', role: 'member', title }],
    }),
  ),
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
    posts: [{ ...sealed, at: 'congan', role: 'leader', capacity: 'deputy', title: 'Phó Trưởng Công an quận Hồng Bàng' }],
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
    posts: [{ ...term, at: 'pv05', role: 'leader', capacity: 'head', title: 'Giám đốc Công an thành phố Hải Phòng' }],
  },
  {
    username: 'pv05.phogiamdoc',
    name: 'Bùi Thị Quỳnh Mai',
    posts: [{ ...term, at: 'pv05', role: 'leader', capacity: 'deputy', title: 'Phó Giám đốc Công an thành phố Hải Phòng' }],
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
    posts: [{ ...term, at: 'bantdkt', role: 'leader', capacity: 'head', title: 'Trưởng Ban Thi đua – Khen thưởng thành phố' }],
  },
  {
    username: 'thanhpho.chutich',
    name: 'Trần Vĩnh Khang',
    posts: [{ ...term, at: 'thanhpho', role: 'leader', capacity: 'head', title: 'Chủ tịch UBND thành phố Hải Phòng' }],
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

const districtCouncil: CouncilData = {
  key: 'quan',
  organisation: 'quan',
  name: 'Hội đồng TĐKT quận Hồng Bàng',
  from: term.from,
  foundingDecision: 'Quyết định kiện toàn Hội đồng TĐKT quận nhiệm kỳ 2016–2021',
  members: [
    { person: 'quan.chutich', seat: 'chair' },
    { person: 'quan.phochutich', seat: 'vice' },
    { person: 'congan.truong', seat: 'vice' },
    { person: 'quan.thuky', seat: 'secretary' },
    ...['uyvien1', 'uyvien2', 'uyvien3', 'uyvien4', 'uyvien5', 'uyvien6', 'uyvien7', 'uyvien8'].map((suffix) => ({
      person: `quan.${suffix}`,
      seat: 'member' as const,
    })),
    { person: 'quandoan.bithu', seat: 'member' },
  ],
};

export const hongBang2020 = worldOf({
  areas: [
    { key: 'haiphong', kind: 'province', name: 'Thành phố Hải Phòng', validFrom: '1955-05-13' },
    {
      key: 'hongbang',
      kind: 'district',
      name: 'Quận Hồng Bàng',
      parent: 'haiphong',
      successors: ['hongbang-2025', 'hongan-2025'],
      validFrom: '1961-07-05',
      validTo: '2025-06-30',
    },
    { key: 'hongbang-2025', kind: 'commune', name: 'Phường Hồng Bàng', parent: 'haiphong', validFrom: '2025-07-01' },
    { key: 'hongan-2025', kind: 'commune', name: 'Phường Hồng An', parent: 'haiphong', validFrom: '2025-07-01' },
    ...wards.map(({ key, name }) => ({
      key,
      kind: 'commune' as const,
      name: `Phường ${name}`,
      parent: 'hongbang',
      validFrom: '1994-01-01',
      validTo: '2025-06-30',
    })),
  ],
  organisations: [...wards.map(wardOrganisation), ...upperOrganisations],
  people: [...wards.flatMap(wardPeople), ...upperPeople],
  councils: [...wards.map(wardCouncil), districtCouncil],
});
