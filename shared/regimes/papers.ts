import { z } from 'zod';
import type { Confidence } from '../domain/law/dated.ts';
import { requiredPaperSchema, type RequiredPaper } from '../domain/law/paper.ts';
import { always, row, type Source, type Span } from './rows.ts';

const at = (span: Span, confidence: Confidence, ...sources: readonly Source[]) => {
  const { value: _, ...dated } = row(span, undefined, confidence, ...sources);
  return dated;
};

const everyKind = ['individual', 'collective', 'household'];
const since2025: Span = ['2025-07-01'];
const sinceTt124: Span = ['2022-02-10'];
const sinceTt20: Span = ['2025-04-28'];

const onlyFile = (...attachments: readonly string[]) => ({ attachments, report: false });
const fileOrField = { attachments: ['report'], report: true };

// The list of another province's wards; each office settles its own.
const ward = [at(always, 'inferred', 'THU-TUC-HUE')];
const higher = [
  at(['2003-11-26', '2017-09-30'], 'memory', 'THONG-LE'),
  at(['2017-10-01', '2025-06-30'], 'confirmed', 'CA-BAC-KAN', 'CA-QUANG-BINH'),
  at(since2025, 'inferred', 'ND-152-2025', 'CA-BAC-KAN'),
];
const medal = [
  at(['2003-11-26', '2025-04-27'], 'memory', 'THONG-LE'),
  at(sinceTt20, 'confirmed', 'TT-20-2025-BCA'),
];
const standard = [at(sinceTt124, 'confirmed', ['TT-124-2021-BCA', 'Điều 9 khoản 2 điểm b'])];
const model = [at(always, 'memory', 'THONG-LE')];

const higherForms = ['GK_CAT', 'BK_TINH', 'BK_BCA'];
const standardForms = ['ANTT_KDC', 'ANTT_XP', 'ANTT_CQ', 'ANTT_DN', 'ANTT_GD'];
const modelForms = ['MH_CN', 'DH_CN'];

const letter = {
  vi: 'Tờ trình (văn bản đề nghị) kèm danh sách',
  en: 'Submission letter with its list',
};
const report = { vi: 'Báo cáo thành tích', en: 'Achievement report' };
const minutes = { vi: 'Biên bản họp bình xét', en: 'Minutes of the meeting that considered it' };

const groups = [
  { code: 'GK_XA', forms: ['GK_XA'], subjectKinds: everyKind, rows: ward },
  {
    code: 'GK_HUYEN',
    forms: ['GK_HUYEN'],
    subjectKinds: everyKind,
    rows: [
      at(['2003-11-26', '2017-09-30'], 'memory', 'THONG-LE'),
      at(['2017-10-01', '2025-06-30'], 'confirmed', 'CA-QUANG-BINH'),
    ],
  },
  { code: 'HIGHER', forms: higherForms, subjectKinds: everyKind, rows: higher },
];

/** Papers that files must hold: domain facts of section "Dossier forms", one row of data for each. */
export const papers: readonly RequiredPaper[] = z.array(requiredPaperSchema).parse([
  ...groups.flatMap(({ code, ...group }) => [
    { ...group, code: `REPORT_${code}`, title: report, stage: 'submit', satisfiedBy: fileOrField },
    {
      ...group,
      code: `MINUTES_${code}`,
      title: minutes,
      stage: 'submit',
      satisfiedBy: onlyFile('minutes'),
    },
    { ...group, code: `LETTER_${code}`, title: letter, stage: 'receive', satisfiedBy: onlyFile('letter') },
  ]),
  {
    code: 'SUMMARY_BK_BCA',
    title: {
      vi: 'Báo cáo tóm tắt thành tích có xác nhận',
      en: 'Confirmed summary of the achievement',
    },
    forms: ['BK_BCA'],
    subjectKinds: ['individual', 'collective'],
    stage: 'receive',
    satisfiedBy: onlyFile('report'),
    rows: higher,
  },
  {
    code: 'LETTER_KNC',
    title: {
      vi: 'Tờ trình của Thủ trưởng Công an đơn vị, địa phương (bản chính)',
      en: 'Letter of the head of the police unit (original)',
    },
    forms: ['KNC_ANTQ'],
    subjectKinds: ['individual'],
    stage: 'receive',
    satisfiedBy: onlyFile('letter'),
    rows: medal,
  },
  {
    code: 'ROLL_KNC',
    title: {
      vi: 'Danh sách trích ngang có xác nhận của Công an và cơ quan quản lý (bản chính)',
      en: 'Roll confirmed by the police and the employer (original)',
    },
    forms: ['KNC_ANTQ'],
    subjectKinds: ['individual'],
    stage: 'submit',
    satisfiedBy: onlyFile('scan', 'other'),
    rows: medal,
  },
  {
    code: 'AWARDS_KNC',
    title: {
      vi: 'Bản sao Giấy khen, Bằng khen về bảo vệ an ninh Tổ quốc',
      en: 'Copies of commendations for protecting national security',
    },
    forms: ['KNC_ANTQ'],
    subjectKinds: ['individual'],
    stage: 'submit',
    track: 'leader',
    satisfiedBy: onlyFile('decision'),
    rows: medal,
  },
  {
    code: 'LETTER_ANTT',
    title: letter,
    forms: standardForms,
    subjectKinds: ['collective'],
    stage: 'receive',
    satisfiedBy: onlyFile('letter'),
    rows: standard,
  },
  {
    code: 'REPORT_ANTT',
    title: { vi: 'Báo cáo kết quả thực hiện tiêu chuẩn', en: 'Report on how the standard was met' },
    forms: standardForms,
    subjectKinds: ['collective'],
    stage: 'submit',
    satisfiedBy: fileOrField,
    rows: standard,
  },
  {
    code: 'MINUTES_ANTT',
    title: { vi: 'Biên bản cuộc họp xét công nhận', en: 'Minutes of the meeting on the recognition' },
    forms: standardForms,
    subjectKinds: ['collective'],
    stage: 'submit',
    satisfiedBy: onlyFile('minutes'),
    rows: standard,
  },
  {
    code: 'REPORT_MODEL',
    title: { vi: 'Báo cáo kết quả hoạt động của mô hình', en: 'Report on the work of the model' },
    forms: modelForms,
    subjectKinds: ['collective'],
    stage: 'submit',
    satisfiedBy: fileOrField,
    rows: model,
  },
]);
