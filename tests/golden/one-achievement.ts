import type {
  CaseFacts,
  HistoryFacts,
  NominationFacts,
  OtherCase,
  PastAward,
} from '#shared/domain/rules/facts.ts';
import { day, type GoldenCase } from './golden-case.ts';

const loudspeaker = `Chị Yến đã vận động lắp đặt mười hai cụm loa tại các ngõ, trực tiếp biên soạn và phát tin cảnh báo
thủ đoạn lừa đảo, trộm cắp hai lần mỗi ngày, qua đó nhân dân cung cấp ba mươi mốt tin có giá trị cho Công an phường,
giúp bắt giữ bốn đối tượng trộm cắp tài sản và hòa giải thành chín vụ mâu thuẫn trong khu dân cư.`;
const extinguishers = `Tổ đã tổ chức mười buổi tập huấn sử dụng bình chữa cháy, vận động 412 hộ trang bị bình và dụng cụ
phá dỡ, mở lối thoát nạn thứ hai ở các nhà trọ, kịp thời dập tắt hai đám cháy mới phát sinh không để cháy lan.`;
const copied = `Trong năm qua đồng chí luôn gương mẫu, phối hợp cùng lực lượng chức năng tổ chức một trăm hai mươi ca tuần tra
ban đêm, giải tán các nhóm tụ tập gây rối, nhắc nhở chủ hộ kinh doanh chấp hành quy định về giờ giấc, bảo vệ an toàn tuyệt đối
các ngày lễ lớn trên địa bàn và được nhân dân tin yêu.`;

const today = day('2020-11-10');
const yen: NominationFacts = {
  form: 'GK_HUYEN',
  type: 'thematic',
  subjectKind: 'individual',
  name: 'Trần Thị Yến',
  birthYear: 1971,
  unit: 'Phường Khuê Trung',
  citation: 'Có thành tích xuất sắc trong mô hình “Tiếng loa phòng chống tội phạm”',
  report: loudspeaker,
  achievementFrom: day('2020-01-01'),
  achievementTo: day('2020-10-31'),
};
const police: OtherCase = {
  id: 'HS-0002',
  form: 'GK_CAT',
  status: 'AT_STEP',
  name: 'Trần Thị Yến',
  birthYear: 1971,
  unit: 'Công an phường Khuê Trung',
  achievementFrom: day('2020-03-01'),
  achievementTo: day('2020-11-05'),
  citation: 'Có thành tích trong mô hình “Tiếng loa phòng chống tội phạm”',
  report: `Kính gửi Công an quận.\n${loudspeaker}`,
  sameSubject: true,
  linked: false,
};
const none: HistoryFacts = { knownSince: day('2015-01-01'), awards: [], stateMedals: [] };
const past: PastAward = {
  form: 'GK_XA',
  type: 'thematic',
  number: '125/QĐ-UBND',
  on: day('2020-08-19'),
  authority: 'Chủ tịch UBND phường Khuê Trung',
  achievementFrom: day('2020-01-01'),
  achievementTo: day('2020-07-31'),
  citation:
    'Vận động lắp đặt mười hai cụm loa tại các ngõ, trực tiếp biên soạn và phát tin cảnh báo thủ đoạn lừa đảo',
};

const facts = (
  others: readonly Partial<OtherCase>[],
  nomination: Partial<NominationFacts> = {},
  history: HistoryFacts = none,
): CaseFacts => ({
  today,
  nomination: { ...yen, ...nomination },
  others: others.map((other) => ({ ...police, ...other })),
  history,
});
const awarded = (award: Partial<PastAward>): HistoryFacts => ({ ...none, awards: [{ ...past, ...award }] });

const R01 = 'R01';
const passes = [{ rule: R01, verdict: 'passes' }] as const;
const fails = (because: string, severity: 'block' | 'warn' | 'hold', rest: object = {}) =>
  [{ rule: R01, verdict: 'fails', because, severity, ...rest }] as const;
const unasked = { sameSubject: undefined };

const twoLanes: readonly GoldenCase[] = [
  {
    title: 'Trần Thị Yến được đề nghị cùng lúc ở hai tuyến cho một thành tích',
    facts: facts([{}]),
    results: fails('sameAchievement', 'block', {
      says: 'đề nghị tặng Giấy khen của Giám đốc Công an tỉnh, thành phố (Trần Thị Yến, Công an phường Khuê Trung)',
      mend: 'rút một đề nghị',
      cites: 'Luật Thi đua, khen thưởng số 15/2003/QH11',
    }),
    mended: { rule: R01, facts: facts([{ status: 'WITHDRAWN' }]) },
  },
  {
    title: 'hai đề nghị cho một thành tích, đã xác nhận là thành tích khác kèm lý do',
    facts: facts([{ judged: 'other' }]),
    results: passes,
  },
  {
    title: 'hai đề nghị không giống lời, nhưng người thẩm định kết luận là cùng một thành tích',
    facts: facts([{ report: extinguishers, citation: 'Chữa cháy kịp thời', judged: 'same' }]),
    results: fails('judgedSame', 'block', {
      says: 'cùng một thành tích',
      mend: 'ghi lại kết luận “hai thành tích khác nhau”',
    }),
    mended: { rule: R01, facts: facts([{ status: 'INELIGIBLE', judged: 'same' }]) },
  },
  {
    title: 'đã kết luận cùng một thành tích với đề nghị kia, nhưng đề nghị kia đã rút',
    facts: facts([{ status: 'WITHDRAWN', judged: 'same' }]),
    results: passes,
  },
  {
    title: 'đã kết luận về một đề nghị, nhưng còn đề nghị khác giống mà chưa ai kết luận',
    facts: facts([{ judged: 'other' }, { id: 'HS-0003' }]),
    results: fails('sameAchievement', 'block'),
  },
  {
    title: 'kết luận “thành tích khác” không che đoạn chép của người khác',
    facts: facts([{ sameSubject: false, name: 'Lê Thị Hoa', judged: 'other' }]),
    results: fails('copied', 'warn'),
  },
  {
    title: 'quyết định do cơ quan khác nhập, người thẩm định kết luận là cùng một thành tích',
    facts: facts([], {}, awarded({ toldByOthers: true, judged: 'same' })),
    results: fails('judgedSamePast', 'block', {
      says: 'theo Quyết định số 125/QĐ-UBND ngày 19/08/2020',
      mend: 'trả lại hồ sơ',
    }),
  },
  {
    title: 'theo Luật năm 2022 hai đề nghị cho một thành tích viện dẫn Điều 5',
    facts: { ...facts([{}]), today: day('2026-08-19') },
    results: fails('sameAchievement', 'block', { cites: 'số 06/2022/QH15, Điều 5 khoản 2' }),
    mended: { rule: R01, facts: facts([{ judged: 'other' }]) },
  },
  {
    title: 'thời gian lập thành tích trùng đúng một ngày',
    facts: facts([{ achievementFrom: day('2020-10-31'), achievementTo: day('2020-12-31') }]),
    results: fails('sameAchievement', 'block', { says: 'từ 31/10/2020 đến 31/12/2020' }),
  },
  {
    title: 'thời gian bắt đầu ngay hôm sau nhưng báo cáo vẫn giống nhau',
    facts: facts([{ achievementFrom: day('2020-11-01'), achievementTo: day('2020-12-31') }]),
    results: fails('sameText', 'warn'),
  },
  {
    title: 'cùng một người, cùng thời gian, nhưng là việc khác hẳn',
    facts: facts([{ report: extinguishers, citation: 'Chữa cháy kịp thời tại ngõ 12' }]),
    results: fails('samePeriod', 'warn', { mend: 'Đối chiếu hai hồ sơ cạnh nhau' }),
  },
  {
    title: 'cùng một người, việc khác, năm khác',
    facts: facts([
      {
        achievementFrom: day('2019-01-01'),
        achievementTo: day('2019-12-31'),
        report: extinguishers,
        citation: 'Chữa cháy',
      },
    ]),
    results: passes,
  },
  {
    title: 'đề nghị kia đã kết thúc mà không được khen',
    facts: facts([{ status: 'NOT_AWARDED' }]),
    results: passes,
  },
  {
    title: 'công nhận mô hình không phải hình thức khen thưởng: Câu lạc bộ Cựu chiến binh thôn Đơn Sa',
    facts: facts([{ form: 'MH_CN' }]),
    results: passes,
  },
];

const likelyOnly: readonly GoldenCase[] = [
  {
    title: 'chưa ai trả lời có phải cùng một người; tên không dấu và năm sinh trùng nhau',
    facts: facts([{ ...unasked, name: 'TRAN THI YEN' }]),
    results: fails('likelySame', 'warn', { mend: 'Trả lời “cùng một người” hoặc “trùng tên”' }),
  },
  {
    title: 'trùng tên, khác năm sinh, báo cáo khác nhau',
    facts: facts([{ ...unasked, birthYear: 1985, report: extinguishers, citation: 'Chữa cháy' }]),
    results: passes,
  },
  {
    title: 'trùng tên, chưa ghi năm sinh, đơn vị khác nhưng báo cáo giống nhau',
    facts: facts([{ ...unasked, birthYear: undefined, unit: 'Phường Hòa Thọ Đông' }]),
    results: fails('likelySame', 'warn'),
  },
  {
    title: 'trùng tên, chưa ghi năm sinh, đơn vị và báo cáo đều khác',
    facts: facts([
      {
        ...unasked,
        birthYear: undefined,
        unit: 'Phường Hòa Thọ Đông',
        report: extinguishers,
        citation: 'Chữa cháy',
      },
    ]),
    results: passes,
  },
  {
    title: 'một tập thể được hai phường đề nghị bằng hai cách bỏ dấu',
    facts: facts(
      [{ ...unasked, name: 'Tổ liên gia số 3 Hoà Thọ', birthYear: undefined, unit: 'P. Khuê Trung' }],
      {
        subjectKind: 'collective',
        name: 'Tổ liên gia số 3 Hòa Thọ',
        birthYear: undefined,
      },
    ),
    results: fails('likelySame', 'warn'),
  },
  {
    title: 'một đoạn báo cáo chép cho nhiều người khác nhau',
    facts: facts(
      Array.from({ length: 10 }, (_, index) => ({
        id: `HS-01${String(index)}`,
        name: `Lê Văn ${String.fromCharCode(65 + index)}`,
        birthYear: 1980 + index,
        sameSubject: undefined,
        report: `Là thành viên tổ ${String(index)}.\n${copied}\nRất mong được xem xét.`,
      })),
      { report: `Tham gia tổ tuần tra từ năm 2016.\n${copied}\nGia đình chấp hành tốt pháp luật.` },
    ),
    results: fails('copied', 'warn', { says: 'tìm thấy 10 hồ sơ', mend: 'Yêu cầu viết lại đoạn đó' }),
  },
  {
    title: 'đoạn chép đã thay vài từ và ngắt dòng khác vẫn bị phát hiện, dù đã trả lời là trùng tên',
    facts: facts(
      [
        {
          sameSubject: false,
          report: copied.replaceAll('\n', ' ').replace('một trăm hai mươi', 'chín mươi'),
        },
      ],
      { report: copied },
    ),
    results: fails('copied', 'warn'),
  },
  {
    title: 'hai người chỉ giống nhau ở câu mở đầu quen thuộc',
    facts: facts(
      [
        {
          name: 'Lê Văn Bảy',
          sameSubject: false,
          report: `Luôn gương mẫu chấp hành pháp luật. ${extinguishers}`,
        },
      ],
      { report: `Luôn gương mẫu chấp hành pháp luật. ${loudspeaker}` },
    ),
    results: passes,
  },
];

const linked: readonly GoldenCase[] = [
  {
    title: 'hai đề nghị liên kết (khen cao) cùng đang được xét thì không chặn nhau',
    facts: facts([{ linked: true, form: 'BK_TINH' }]),
    results: passes,
  },
  {
    title: 'đề nghị khen cao đã được tặng Bằng khen thì đề nghị ở cấp dưới không được khen nữa',
    facts: facts([{ linked: true, form: 'BK_TINH', status: 'AWARDED' }]),
    results: fails('linkedAwarded', 'block', { mend: 'không khen' }),
  },
  {
    title: 'đến lúc quyết định ở cấp dưới mà cấp trên còn đang xét thì phải chờ',
    facts: {
      ...facts([{ linked: true, form: 'BK_TINH' }]),
      decision: { authority: { kind: 'peoplesCommittee', level: 'district' } },
    },
    results: fails('linkedWaits', 'hold', { says: 'phải chờ kết quả' }),
  },
  {
    title: 'cấp trên đã xét xong, không khen, nên cấp dưới được quyết định',
    facts: {
      ...facts([{ linked: true, form: 'BK_TINH', status: 'NOT_AWARDED' }]),
      decision: { authority: { kind: 'peoplesCommittee', level: 'district' } },
    },
    results: passes,
  },
];

const inHistory: readonly GoldenCase[] = [
  {
    title: 'quyết định đã nhập từ năm trước cho cùng thời gian và cùng việc',
    facts: facts([], {}, awarded({})),
    results: fails('awardedBefore', 'block', { says: 'Quyết định số 125/QĐ-UBND ngày 19/08/2020' }),
    mended: { rule: R01, facts: facts([], {}, awarded({ judged: 'other' })) },
  },
  {
    title: 'quyết định cũ cùng thời gian nhưng không ghi nội dung khen',
    facts: facts([], {}, awarded({ citation: undefined })),
    results: fails('awardedInPeriod', 'warn'),
  },
  {
    title: 'quyết định cũ không ghi thời gian lập thành tích, ký sau ngày bắt đầu thành tích này',
    facts: facts([], {}, awarded({ achievementFrom: undefined, achievementTo: undefined })),
    results: fails('awardedInPeriod', 'warn', { says: 'Chủ tịch UBND phường Khuê Trung' }),
  },
  {
    title: 'quyết định cũ ký trước khi thành tích này bắt đầu',
    facts: facts(
      [],
      {},
      awarded({ achievementFrom: undefined, achievementTo: undefined, on: day('2019-12-31') }),
    ),
    results: passes,
  },
  {
    title: 'danh hiệu thi đua cùng năm không phải là lần khen thứ hai',
    facts: facts([], {}, awarded({ form: 'CSTDCS', type: 'merit' })),
    results: passes,
  },
  {
    title: 'chưa nhập quyết định cũ nào thì nói rõ chưa có lịch sử khen thưởng',
    facts: facts([], {}, { awards: [], stateMedals: [] }),
    results: [
      {
        rule: R01,
        verdict: 'unknown',
        because: 'noHistory',
        says: 'Chưa có lịch sử khen thưởng trước 10/11/2020',
        mend: 'từ 01/01/2020 đến nay',
      },
    ],
  },
  {
    title: 'lịch sử khen thưởng chỉ có từ giữa thời gian lập thành tích',
    facts: facts([], {}, { ...none, knownSince: day('2020-01-02') }),
    results: [{ rule: R01, verdict: 'unknown', because: 'noHistory', says: 'trước 02/01/2020' }],
  },
  {
    title: 'lịch sử khen thưởng có từ đúng ngày bắt đầu thành tích',
    facts: facts([], {}, { ...none, knownSince: day('2020-01-01') }),
    results: passes,
  },
  {
    title: 'chưa ghi thời gian lập thành tích',
    facts: facts([], { achievementTo: undefined }),
    results: [{ rule: R01, verdict: 'unknown', because: 'noPeriod', mend: 'từ ngày, đến ngày' }],
  },
  {
    title: 'Kỷ niệm chương vì quá trình cống hiến không trùng với Giấy khen đã có',
    facts: facts([{ form: 'GK_HUYEN' }], { form: 'KNC_ANTQ', type: 'service' }, awarded({})),
    results: [...passes, { rule: 'R15', verdict: 'unknown', because: 'historyFrom' }],
  },
  {
    title: 'hai đơn vị cùng đề nghị Kỷ niệm chương cho một người',
    facts: facts([{ form: 'KNC_ANTQ', type: 'service' }], { form: 'KNC_ANTQ', type: 'service' }),
    results: [...fails('sameForm', 'block'), { rule: 'R15', verdict: 'unknown', because: 'historyFrom' }],
  },
];

export const achievementCases: readonly GoldenCase[] = [...twoLanes, ...likelyOnly, ...linked, ...inHistory];
