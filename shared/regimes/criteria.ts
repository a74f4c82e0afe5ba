import { always, figure, row } from './rows.ts';

const example = ['BAC-NINH-86-2025', 'Điều 4 khoản 3'] as const;

/** What each province says a certificate is given for (Law, Art. 75.2): one province's words, until an office sets its own. */
export const criteria: readonly unknown[] = [
  figure(
    'criteria.GK.individual',
    'texts',
    { vi: 'Tiêu chuẩn Giấy khen: cá nhân', en: 'Criteria of the certificate of commendation: individuals' },
    row(
      always,
      [
        'Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
        'Hoàn thành tốt nhiệm vụ, nghĩa vụ công dân',
        'Được bình xét trong phong trào, hoặc lập được nhiều thành tích, thành tích đột xuất có phạm vi ảnh hưởng',
      ],
      'inferred',
      'THONG-LE',
      example,
    ),
  ),
  figure(
    'criteria.GK.collective',
    'texts',
    { vi: 'Tiêu chuẩn Giấy khen: tập thể', en: 'Criteria of the certificate of commendation: collectives' },
    row(
      always,
      [
        'Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước; nội bộ đoàn kết',
        'Hoàn thành tốt nhiệm vụ',
        'Được bình xét trong phong trào, hoặc lập được nhiều thành tích, thành tích đột xuất có phạm vi ảnh hưởng',
      ],
      'inferred',
      'THONG-LE',
      example,
    ),
  ),
  figure(
    'criteria.GK.household',
    'texts',
    {
      vi: 'Tiêu chuẩn Giấy khen: hộ gia đình',
      en: 'Criteria of the certificate of commendation: households',
    },
    row(
      always,
      [
        'Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
        'Đóng góp công sức, đất đai, tài sản cho địa phương, hoặc được bình xét trong phong trào',
      ],
      'inferred',
      'THONG-LE',
      example,
    ),
  ),
];
