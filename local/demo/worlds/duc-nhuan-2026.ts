import { worldOf } from '../world.ts';

/** Phường Đức Nhuận, Thành phố Hồ Chí Minh, two levels, 2026. Every person is invented. */

const term = { from: '2025-07-01', instrument: 'Quyết định bổ nhiệm khi thành lập phường 01/7/2025' };
const sealed = { ...term, sealed: true };
const ward = 'ducnhuan';

export const ducNhuanWorld = worldOf({
  areas: [
    { key: 'hochiminh', kind: 'province', name: 'Thành phố Hồ Chí Minh', validFrom: '1976-07-02' },
    { key: ward, kind: 'commune', name: 'Phường Đức Nhuận', parent: 'hochiminh', validFrom: '2025-07-01' },
    ...[3, 6, 9, 12].map((number) => ({
      key: `ducnhuan-kp${number}`,
      kind: 'residentialGroup' as const,
      name: `Khu phố ${number}`,
      parent: ward,
      validFrom: '2025-07-01',
    })),
  ],
  organisations: [
    {
      key: ward,
      kind: 'peoplesCommittee',
      level: 'commune',
      area: ward,
      name: 'Ủy ban nhân dân phường Đức Nhuận',
      shortName: 'UBND phường Đức Nhuận',
      numberSuffix: 'UBND',
      headTitle: 'Chủ tịch UBND phường Đức Nhuận',
      validFrom: '2025-07-01',
    },
    {
      key: 'ducnhuan-congan',
      kind: 'police',
      level: 'commune',
      area: ward,
      name: 'Công an phường Đức Nhuận',
      shortName: 'Công an phường Đức Nhuận',
      numberSuffix: 'CAP',
      headTitle: 'Trưởng Công an phường Đức Nhuận',
      validFrom: '2025-07-01',
    },
  ],
  people: [
    {
      username: 'ducnhuan.chutich',
      name: 'Lâm Thị Ngọc Bích',
      posts: [
        { ...sealed, at: ward, role: 'leader', capacity: 'head', title: 'Chủ tịch UBND phường Đức Nhuận' },
      ],
    },
    {
      username: 'ducnhuan.phochutich',
      name: 'Huỳnh Quốc Thái',
      posts: [
        {
          ...sealed,
          at: ward,
          role: 'leader',
          capacity: 'deputy',
          title: 'Phó Chủ tịch UBND phường Đức Nhuận',
        },
      ],
    },
    {
      username: 'ducnhuan.canbo',
      name: 'Trương Mỹ Duyên',
      posts: [
        { ...sealed, at: ward, role: 'officer', title: 'Cán bộ làm công tác TĐKT' },
        { ...sealed, at: ward, role: 'secretary', title: 'Thư ký Hội đồng TĐKT phường' },
      ],
    },
    {
      username: 'ducnhuan.vanthu',
      name: 'Võ Hoàng Yến',
      posts: [{ ...sealed, at: ward, role: 'clerk', title: 'Văn thư Văn phòng HĐND và UBND phường' }],
    },
    {
      username: 'ducnhuan.tochuc',
      name: 'Đinh Gia Hân',
      posts: [{ ...term, at: ward, role: 'organiser', title: 'Chuyên viên Phòng Văn hóa – Xã hội' }],
    },
    {
      username: 'ducnhuan.quantri',
      name: 'Phan Nhật Trường',
      posts: [{ ...term, at: ward, role: 'administrator', title: 'Quản trị hệ thống' }],
    },
    {
      username: 'ducnhuan.congan',
      name: 'Nguyễn Thế Vũ',
      posts: [
        {
          ...term,
          at: 'ducnhuan-congan',
          role: 'leader',
          capacity: 'head',
          title: 'Trưởng Công an phường Đức Nhuận',
        },
        { ...term, at: ward, role: 'member', title: 'Ủy viên Hội đồng TĐKT phường' },
      ],
    },
    {
      username: 'ducnhuan.mattran',
      name: 'Đoàn Thị Út Mười',
      posts: [{ ...term, at: ward, role: 'member', title: 'Chủ tịch Ủy ban MTTQ Việt Nam phường' }],
    },
    {
      username: 'ducnhuan.doan',
      name: 'Cao Minh Triết',
      posts: [{ ...term, at: ward, role: 'member', title: 'Bí thư Đoàn TNCS Hồ Chí Minh phường' }],
    },
    {
      username: 'ducnhuan.ccb',
      name: 'Tăng Văn Nghĩa',
      posts: [{ ...term, at: ward, role: 'member', title: 'Chủ tịch Hội Cựu chiến binh phường' }],
    },
  ],
  councils: [
    {
      key: ward,
      organisation: ward,
      name: 'Hội đồng TĐKT phường Đức Nhuận',
      from: term.from,
      foundingDecision: 'Quyết định thành lập Hội đồng TĐKT phường Đức Nhuận năm 2025',
      members: [
        { person: 'ducnhuan.chutich', seat: 'chair' },
        { person: 'ducnhuan.phochutich', seat: 'vice' },
        { person: 'ducnhuan.canbo', seat: 'secretary' },
        { person: 'ducnhuan.congan', seat: 'member' },
        { person: 'ducnhuan.mattran', seat: 'member' },
        { person: 'ducnhuan.doan', seat: 'member' },
        { person: 'ducnhuan.ccb', seat: 'member' },
      ],
    },
  ],
});
