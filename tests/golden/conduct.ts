import type { CaseFacts, NominationFacts, Trouble } from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const facts = (
  troubles: readonly Trouble[] | undefined,
  change: Partial<NominationFacts> = {},
  today = '2023-03-20',
): CaseFacts => ({
  today: day(today),
  nomination: {
    form: 'GK_HUYEN',
    type: 'thematic',
    subjectKind: 'individual',
    name: 'Đỗ Thành Long',
    unit: 'Bảo vệ dân phố Phường 11',
    citation: 'Có thành tích trong lực lượng an ninh cơ sở năm 2022',
    report: 'Tham gia 96 ca tuần tra.',
    achievementFrom: day('2022-01-01'),
    achievementTo: day('2022-12-31'),
    ...change,
  },
  ...(troubles && { troubles }),
});
const complaint: Trouble = { kind: 'complaint', from: day('2023-02-15') };
const ended = { endedOn: day('2023-03-10'), document: '12/KL-UBND', cleared: true };
const discipline: Trouble = {
  kind: 'discipline',
  from: day('2021-05-01'),
  endedOn: day('2022-05-01'),
  document: '33/QĐ-UBND',
};

const holding: readonly GoldenCase[] = [
  {
    title: 'Đỗ Thành Long đang có tố cáo chưa giải quyết xong',
    facts: facts([complaint]),
    results: [
      {
        rule: 'R04',
        verdict: 'fails',
        severity: 'hold',
        because: 'complaint',
        says: 'khiếu nại, tố cáo đang được giải quyết từ ngày 15/02/2023',
        mend: 'đính kèm văn bản kết luận',
      },
    ],
    mended: { rule: 'R04', facts: facts([{ ...complaint, ...ended }]) },
  },
  {
    title: 'tố cáo ghi là đã kết thúc nhưng chưa có văn bản kết luận',
    facts: facts([{ ...complaint, endedOn: day('2023-03-10'), cleared: true }]),
    results: [{ rule: 'R04', verdict: 'fails', because: 'noDocument' }],
    mended: { rule: 'R04', facts: facts([{ ...complaint, ...ended }]) },
  },
  {
    title: 'Phan Văn Tĩnh được giải oan, có văn bản, nên được xét tiếp',
    facts: facts([{ ...complaint, ...ended }], { name: 'Phan Văn Tĩnh' }),
    results: [{ rule: 'R04', verdict: 'passes' }],
  },
  {
    title: 'chưa ai cho biết có hay không có vụ việc',
    facts: facts([]),
    results: [{ rule: 'R04', verdict: 'unknown', because: 'nothingTold', says: 'Chưa có thông tin' }],
  },
  ...(
    [
      ['đang bị điều tra', 'investigation'],
      ['đang được thanh tra, kiểm tra', 'inspection'],
      ['báo chí nêu vấn đề', 'press'],
    ] as const
  ).map(([says, kind]) => ({
    title: `năm 2026, ${says}`,
    facts: facts([{ kind, from: day('2026-01-05') }], {}, '2026-08-19'),
    results: [{ rule: 'R04', verdict: 'fails', because: kind, says, cites: 'Điều 4 khoản 4' } as const],
  })),
  {
    title: 'kết luận ghi ngày ở tương lai thì vẫn là đang xem xét',
    facts: facts([
      { kind: 'inspection', from: day('2023-02-01'), endedOn: day('2023-03-21'), document: 'KL' },
    ]),
    results: [{ rule: 'R04', verdict: 'fails', because: 'inspection' }],
  },
];

const disciplined: readonly GoldenCase[] = [
  {
    title: 'đang bị xem xét kỷ luật thì tạm dừng, chưa tính ngày',
    facts: facts([{ kind: 'discipline', from: day('2023-03-01') }]),
    results: [{ rule: 'R04', verdict: 'fails', because: 'discipline' }],
  },
  {
    title: 'thành tích tính từ trước ngày chấm dứt kỷ luật',
    facts: facts([discipline]),
    results: [
      {
        rule: 'R05',
        verdict: 'fails',
        severity: 'block',
        because: 'tooEarly',
        mend: 'từ ngày 01/05/2022 trở đi',
      },
    ],
    mended: { rule: 'R05', facts: facts([discipline], { achievementFrom: day('2022-05-01') }) },
  },
  {
    title: 'thành tích sớm hơn ngày chấm dứt kỷ luật một ngày',
    facts: facts([discipline], { achievementFrom: day('2022-04-30') }),
    results: [{ rule: 'R05', verdict: 'fails', because: 'tooEarly' }],
  },
  {
    title: 'thành tích tính từ đúng ngày chấm dứt kỷ luật, theo Nghị định 152',
    facts: facts([discipline], { achievementFrom: day('2022-05-01') }, '2026-02-10'),
    results: [{ rule: 'R05', verdict: 'passes', cites: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 4' }],
  },
  {
    title: 'có kỷ luật đã chấm dứt nhưng chưa ghi thời gian lập thành tích',
    facts: facts([discipline], { achievementFrom: undefined }),
    results: [{ rule: 'R05', verdict: 'unknown', because: 'noPeriod', mend: 'từ ngày 01/05/2022' }],
  },
  {
    title: 'nghỉ thai sản sáu tháng không phải là gián đoạn',
    facts: facts(undefined, { gaps: [{ from: day('2022-03-01'), to: day('2022-08-31'), maternity: true }] }),
    results: [{ rule: 'R06', verdict: 'passes', because: 'maternity', says: 'được tính để xét khen thưởng' }],
  },
  {
    title: 'nghỉ không phải vì thai sản thì cần giải trình',
    facts: facts(
      undefined,
      { gaps: [{ from: day('2026-01-10'), to: day('2026-03-31'), maternity: false }] },
      '2026-08-19',
    ),
    results: [
      {
        rule: 'R06',
        verdict: 'fails',
        severity: 'inform',
        because: 'gap',
        says: 'từ 10/01/2026 đến 31/03/2026',
        cites: 'Điều 4 khoản 5',
      },
    ],
  },
];

export const conductCases: readonly GoldenCase[] = [...holding, ...disciplined];
