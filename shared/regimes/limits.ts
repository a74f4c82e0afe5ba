import { formNamed } from './catalogue.ts';
import { always, chosenFrom, figure, row, underDecree152, underDecree98, underLaw2003 } from './rows.ts';

const before2025 = ['2003-11-26', '2025-06-30'] as const;
const beforeTt20 = ['2021-01-01', '2025-04-27'] as const;
const beforeTt11 = ['2003-11-26', '2020-12-31'] as const;
const sinceTt20 = ['2025-04-28'] as const;

const excludingMedals = [
  'Huy chương Chiến sĩ vẻ vang',
  'Huy chương Vì an ninh Tổ quốc',
  'Huân chương về quá trình công tác trong Công an nhân dân',
];

/** How long something may take, how many must be there, how long somebody must have served. */
export const limits: readonly unknown[] = [
  // Procedure
  figure(
    'limit.return',
    'workingDays',
    { vi: 'Thông báo hồ sơ không đủ điều kiện', en: 'Notice that a file is ineligible' },
    row(before2025, 5, 'memory', 'THONG-LE'),
    row(underDecree152, 5, 'confirmed', 'QD-311-BNV'),
  ),
  figure(
    'limit.appraise',
    'workingDays',
    {
      vi: 'Thẩm định kể từ khi nhận đủ hồ sơ',
      en: 'Appraisal from receipt of the complete file',
    },
    row(before2025, 20, 'memory', 'THU-TUC-HUE'),
    row(underDecree152, 20, 'inferred', ['QD-638-2025-BNV', 'mục B-II']),
  ),
  figure(
    'limit.afterOpinions',
    'workingDays',
    { vi: 'Hoàn thành thẩm định sau khi có đủ ý kiến', en: 'End of appraisal once opinions are there' },
    row(['2024-01-01'], 10, 'confirmed', 'QD-311-BNV'),
  ),
  figure(
    'limit.opinion',
    'workingDays',
    { vi: 'Trả lời lấy ý kiến', en: 'Answer to a request for an opinion' },
    row(always, 10, 'memory', 'THONG-LE'),
  ),
  figure(
    'limit.notify',
    'workingDays',
    { vi: 'Thông báo kết quả, gửi quyết định', en: 'Notice of the result, sending of the decision' },
    row(before2025, 10, 'memory', 'THONG-LE'),
    row(underDecree152, 10, 'confirmed', 'QD-311-BNV'),
  ),
  figure(
    'limit.conference',
    'days',
    {
      vi: 'Hồ sơ đến trước ngày hội nghị (trừ khen đột xuất)',
      en: 'Files arrive so long before the conference (but for unexpected achievements)',
    },
    row(always, 10, 'inferred', 'THONG-LE', ['BAC-NINH-86-2025', 'Điều 6 khoản 1']),
  ),
  figure(
    'limit.posting',
    'workingDays',
    { vi: 'Niêm yết lấy ý kiến nhân dân', en: 'Public posting for people’s opinion' },
    row(always, 7, 'inferred', 'THONG-LE', 'HA-NOI-71'),
  ),
  figure(
    'limit.slips',
    'days',
    {
      vi: 'Xóa phiếu đề xuất không đưa vào đề nghị, kể từ khi kết thúc đợt xét',
      en: 'Proposal slips that no nomination came of are erased so long after the round',
    },
    row(always, 90, 'inferred', 'THONG-LE'),
  ),
  figure(
    'deadline.knc',
    'monthDay',
    {
      vi: 'Hồ sơ Kỷ niệm chương gửi Cục V05 trước ngày',
      en: 'Medal files reach department V05 before',
    },
    row(['2003-11-26', '2025-04-27'], '05-30', 'memory', 'THONG-LE'),
    row(sinceTt20, '05-30', 'confirmed', 'TT-20-2025-BCA'),
  ),
  figure(
    'deadline.restDays',
    'monthDay',
    {
      vi: 'Nhắc nhập ngày nghỉ, ngày làm bù của năm sau từ ngày',
      en: 'Rest days of the next year are asked for from',
    },
    row(always, '12-01', 'memory', 'THONG-LE'),
  ),
  figure(
    'deadline.annual',
    'monthDay',
    { vi: 'Hết hạn nhận hồ sơ tổng kết năm', en: 'Closing of the year’s files' },
    row(always, '12-10', 'inferred', 'THONG-LE', 'BAC-NINH-86-2025'),
  ),
  figure(
    'deadline.anttArea',
    'monthDay',
    {
      vi: 'Công nhận khu dân cư “An toàn về an ninh, trật tự” trước ngày',
      en: 'Recognition of residential areas before',
    },
    row(['2022-02-10'], '11-15', 'confirmed', 'TT-124-2021-BCA'),
  ),
  figure(
    'deadline.anttOther',
    'monthDay',
    {
      vi: 'Công nhận xã, phường, cơ quan, doanh nghiệp, nhà trường trước ngày',
      en: 'Recognition of wards, agencies, enterprises and schools before',
    },
    row(['2022-02-10'], '11-20', 'confirmed', 'TT-124-2021-BCA'),
  ),

  // One achievement, one award: how like texts must be before a person is asked to judge
  figure(
    'likeness.run',
    'count',
    { vi: 'So hai văn bản theo từng chuỗi từ liền nhau, số từ', en: 'Texts are compared in runs of words' },
    row(always, 3, 'inferred', 'THONG-LE'),
  ),
  figure(
    'likeness.text',
    'percent',
    {
      vi: 'Nội dung khen và báo cáo được coi là trùng từ',
      en: 'Citation and report count as alike from',
    },
    row(always, 60, 'inferred', 'THONG-LE'),
  ),
  figure(
    'likeness.stretch',
    'count',
    { vi: 'Độ dài đoạn bị coi là sao chép, số từ', en: 'Words of a stretch that counts as copied' },
    row(always, 40, 'inferred', 'THONG-LE'),
  ),
  figure(
    'likeness.copied',
    'percent',
    { vi: 'Đoạn được coi là sao chép khi trùng từ', en: 'A stretch counts as copied from' },
    row(always, 80, 'inferred', 'THONG-LE'),
  ),
  figure(
    'priority.womenShare',
    'percent',
    {
      vi: 'Tập thể được ưu tiên khi có tỷ lệ nữ từ',
      en: 'Collectives with so many women come first among equals',
    },
    row(['2003-11-26', '2025-06-30'], 70, 'memory', 'THONG-LE'),
    row(underDecree152, 70, 'confirmed', ['ND-152-2025', 'Điều 4 khoản 6']),
  ),
  chosenFrom(
    ['printedName', 'title', 'unit', 'residentialGroup', 'birthYear', 'gender', 'form', 'citation'],
    'publication.fields',
    'texts',
    { vi: 'Thông tin được công khai', en: 'What may be published of a subject' },
    row(['2003-11-26', '2025-12-31'], ['printedName', 'unit', 'form'], 'inferred', 'THONG-LE', 'HA-NOI-71'),
    row(['2026-01-01'], ['printedName', 'unit', 'form'], 'inferred', ['LUAT-DLCN-2025', 'Điều 16']),
  ),
  figure(
    'confirmations.taxpayer',
    'texts',
    {
      vi: 'Xác nhận cần có đối với doanh nghiệp, đơn vị nộp thuế và người đứng đầu',
      en: 'Confirmations for enterprises, other taxpayers and their heads',
    },
    row(
      always,
      ['thuế', 'bảo hiểm xã hội', 'phòng cháy', 'an toàn lao động', 'môi trường'],
      'inferred',
      'THONG-LE',
      'HA-NOI-71',
      ['BAC-NINH-86-2025', 'Điều 10 khoản 2'],
    ),
  ),

  // Councils
  figure(
    'quorum.award',
    'percent',
    {
      vi: 'Thành viên Hội đồng dự họp xét khen thưởng, ít nhất',
      en: 'Council members present when awards are considered, at least',
    },
    row(always, 80, 'inferred', 'THONG-LE', ['BAC-NINH-86-2025', 'Điều 8 khoản 4 điểm b']),
  ),
  ...(['CSTDCS', 'CO_TINH', 'CO_BCA'] as const).map((form) =>
    figure(
      `ballot.${form}`,
      'percent',
      {
        vi: `Tỷ lệ phiếu đồng ý trên tổng số thành viên: ${formNamed(form).vi}`,
        en: `Votes in favour of all members: ${formNamed(form).en}`,
      },
      row(underLaw2003, 80, 'memory', 'THONG-LE'),
      row(underDecree98, 80, 'confirmed', ['ND-98-2023', 'Điều 30 khoản 7']),
      row(underDecree152, 80, 'inferred', 'ND-152-2025'),
    ),
  ),

  // The medal
  figure(
    'knc.leader',
    'months',
    {
      vi: 'Kỷ niệm chương: thời gian giữ chức vụ lãnh đạo',
      en: 'Medal: time in a leading post',
    },
    row(beforeTt11, 60, 'memory', 'THONG-LE'),
    row(beforeTt20, 60, 'secondary', 'TT-11-2021-BCA'),
    row(sinceTt20, 120, 'confirmed', ['TT-20-2025-BCA', 'Điều 4']),
  ),
  figure(
    'knc.awards',
    'count',
    {
      vi: 'Kỷ niệm chương: số lần được khen về bảo vệ an ninh Tổ quốc (lãnh đạo)',
      en: 'Medal: earlier commendations for protecting security (leaders)',
    },
    row(beforeTt11, 1, 'memory', 'THONG-LE'),
    row(beforeTt20, 1, 'secondary', 'TT-11-2021-BCA'),
    row(sinceTt20, 1, 'confirmed', ['TT-20-2025-BCA', 'Điều 4']),
  ),
  ...(
    [
      ['men', 180, 'nam', 'men'],
      ['women', 120, 'nữ', 'women'],
    ] as const
  ).map(([who, months, vi, en]) =>
    figure(
      `knc.force.${who}`,
      'months',
      {
        vi: `Kỷ niệm chương: thời gian tham gia lực lượng an ninh cơ sở (${vi})`,
        en: `Medal: time in the grassroots security force (${en})`,
      },
      row(['2003-11-26', '2025-04-27'], months, 'memory', 'THONG-LE'),
      row(sinceTt20, months, 'confirmed', ['TT-20-2025-BCA', 'Điều 4']),
    ),
  ),

  figure(
    'knc.excluding',
    'texts',
    {
      vi: 'Kỷ niệm chương: huân chương, huy chương mà người đã được tặng thì không xét',
      en: 'Medal: orders and medals whose holders are not considered',
    },
    row(['2003-11-26', '2020-12-31'], excludingMedals, 'memory', 'THONG-LE'),
    row(beforeTt20, excludingMedals, 'memory', 'TT-11-2021-BCA'),
    row(sinceTt20, excludingMedals, 'confirmed', 'TT-20-2025-BCA'),
  ),

  // The safety standard and the force
  ...(
    [
      [
        'deadline.anttRegister',
        '03-31',
        'Đăng ký “An toàn về an ninh, trật tự” chậm nhất ngày',
        'Registration at the latest on',
      ],
      [
        'window.anttArea',
        '10-31',
        'Kỳ xét khu dân cư kết thúc ngày',
        'The year of residential areas ends on',
      ],
      [
        'window.anttOther',
        '11-15',
        'Kỳ xét xã, phường, cơ quan, doanh nghiệp, nhà trường kết thúc ngày',
        'The year of wards, agencies, enterprises and schools ends on',
      ],
    ] as const
  ).map(([key, value, vi, en]) =>
    figure(key, 'monthDay', { vi, en }, row(['2022-02-10'], value, 'confirmed', 'TT-124-2021-BCA')),
  ),
  figure(
    'antt.registered',
    'percent',
    { vi: 'Khu dân cư, cơ quan, trường đăng ký', en: 'Areas, agencies and schools registered' },
    row(['2022-02-10'], 100, 'confirmed', ['TT-124-2021-BCA', 'Điều 5']),
  ),
  figure(
    'antt.recognised',
    'percent',
    { vi: 'Khu dân cư, cơ quan, trường đạt chuẩn', en: 'Areas, agencies and schools recognised' },
    row(['2022-02-10'], 70, 'confirmed', ['TT-124-2021-BCA', 'Điều 5']),
  ),
  figure(
    'antt.models',
    'count',
    { vi: 'Mô hình hoạt động hiệu quả', en: 'Models that work' },
    row(['2022-02-10'], 1, 'confirmed', ['TT-124-2021-BCA', 'Điều 5']),
  ),
  figure(
    'force.excellent',
    'percent',
    {
      vi: 'Số hoàn thành xuất sắc trên số hoàn thành tốt, nhiều nhất',
      en: 'Rated excellent of those rated good, at most',
    },
    row(['2026-01-01'], 20, 'confirmed', 'HD-01-2026-V05'),
  ),
  figure(
    'force.rated',
    'months',
    { vi: 'Thời gian tối thiểu để được xếp loại', en: 'Time after which one is rated' },
    row(['2026-01-01'], 9, 'confirmed', 'HD-01-2026-V05'),
  ),
];
