import type { CaseCommandName } from '#shared/domain/case-command.ts';
import type { CeremonyAct } from '#shared/domain/permission.ts';
import type { ListCommandName } from '#shared/domain/list-command.ts';
import type { Text } from './route.ts';

/** One line about each act, for people who read the interface. */

export const caseActSummaries: Readonly<Record<CaseCommandName, Text>> = {
  edit: {
    vi: 'Sửa hồ sơ đang soạn: mục không gửi thì giữ nguyên, gửi null thì bỏ nội dung đã ghi',
    en: 'Edit a draft: what is left out stays as it was, null takes it away',
  },
  discard: { vi: 'Bỏ hồ sơ đang soạn', en: 'Discard a draft' },
  submit: { vi: 'Gửi hồ sơ', en: 'Submit a draft: it goes its route' },
  answerSupplement: {
    vi: 'Trả lời yêu cầu bổ sung',
    en: 'Answer a supplement; only the fields it asked for',
  },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw, until the first letter is signed' },
  receive: { vi: 'Tiếp nhận hồ sơ', en: 'Receive: regime and route freeze where the route says so' },
  recommend: { vi: 'Thẩm định: đề nghị khen', en: 'Appraise: recommend' },
  notRecommend: { vi: 'Thẩm định: không đề nghị', en: 'Appraise: do not recommend, with reason' },
  askSupplement: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement; the clock of the step stops' },
  returnIneligible: {
    vi: 'Trả lại hồ sơ không đủ điều kiện',
    en: 'Return as ineligible, with reason and article',
  },
  changeForm: {
    vi: 'Đổi hình thức khen thưởng',
    en: 'Change the award form; what lies ahead is routed anew',
  },
  chooseLaw: {
    vi: 'Chọn quy định áp dụng: của ngày nhận hồ sơ, hoặc quy định mới có lợi hơn',
    en: 'Choose the law by which the case is judged: of receipt, or the newer, more favourable one',
  },
  judgeAchievement: {
    vi: 'Kết luận “hai thành tích khác nhau” hoặc “cùng một thành tích”',
    en: 'Say whether this achievement and another one that R01 finds are two or one',
  },
  askQuestion: {
    vi: 'Hỏi đơn vị lập hồ sơ hoặc đơn vị đã xử lý; hồ sơ không chuyển đi',
    en: 'Ask whoever entered the case, or had it before; it stays where it is',
  },
  answerQuestion: { vi: 'Trả lời câu hỏi về hồ sơ', en: 'Answer what was asked about the case' },
  withdrawConsent: {
    vi: 'Ghi nhận rút lại sự đồng ý công khai',
    en: 'Record that the consent to be shown to the public was withdrawn',
  },
  mendWording: {
    vi: 'Sửa tên ghi trên bằng, nội dung khen',
    en: 'Put right what will stand on the certificate: printed name, citation',
  },
  hold: { vi: 'Chưa xét, theo văn bản', en: 'Hold, by a document' },
  release: { vi: 'Xét tiếp, theo văn bản', en: 'Release from hold, by a document' },
  reassign: { vi: 'Giao người xử lý', en: 'Give to a person of one’s own organisation, or back to the role' },
  refuse: { vi: 'Không tặng, ở bước quyết định', en: 'Refuse, at the deciding step' },
  recordNotAwarded: {
    vi: 'Ghi nhận cấp có thẩm quyền ngoài hệ thống không đồng ý',
    en: 'Record that the authority outside did not award it',
  },
  judgeIdentity: {
    vi: 'Trả lời “cùng một người” hay “trùng tên”',
    en: 'Say whether two subjects are the same or namesakes',
  },
};

export const listActSummaries: Readonly<Record<ListCommandName, Text>> = {
  gather: { vi: 'Đưa hồ sơ vào danh sách', en: 'Gather cases, each with a result of its own' },
  ungather: { vi: 'Đưa hồ sơ ra khỏi danh sách đang lập', en: 'Take a case off while the list gathers' },
  order: { vi: 'Xếp thứ tự', en: 'Set the order: each row once' },
  close: { vi: 'Chốt danh sách, ghi người ký', en: 'Close: order, hash and signer are fixed' },
  reopen: { vi: 'Mở lại danh sách', en: 'Reopen, with reason' },
  strike: {
    vi: 'Gạch một hồ sơ, có lý do',
    en: 'Strike a row from a closed list, with reason; the rest goes on',
  },
  presence: { vi: 'Ghi thành phần dự họp', en: 'Enter who chaired and who was absent' },
  result: { vi: 'Ghi kết quả của một hồ sơ', en: 'Enter the council’s finding on one case' },
  conclude: { vi: 'Kết thúc phiên họp', en: 'Conclude the session; its minutes are attached' },
  sign: { vi: 'Ký', en: 'Sign the rows whose hash was seen' },
  issue: { vi: 'Ghi số, ngày', en: 'Enter number and date' },
  issueSignedOutside: {
    vi: 'Ghi văn bản đã ký bên ngoài',
    en: 'Enter signer, number and date of a document signed outside',
  },
  answer: {
    vi: 'Cho ý kiến về các hồ sơ được hỏi',
    en: 'Answer for an asked organisation: one opinion a row, all in one act',
  },
  correctAnswer: {
    vi: 'Sửa ý kiến đã cho, khi còn chờ ý kiến của đơn vị khác',
    en: 'Correct an answer as long as another’s is awaited on its row',
  },
  goOn: {
    vi: 'Tiếp tục khi quá hạn mà chưa đủ ý kiến',
    en: 'Go on without missing opinions once they are overdue, with reason',
  },
};

export const ceremonyActSummaries: Readonly<Record<CeremonyAct, Text>> = {
  draw: {
    vi: 'Đưa vào buổi trao những người được khen của một quyết định',
    en: 'Draw awards of one issued decision, each with a result of its own',
  },
  arrange: { vi: 'Xếp lượt trao', en: 'Arrange groups, order and presenters' },
  takeOut: {
    vi: 'Đưa khen thưởng ra khỏi buổi trao, trước khi chốt danh sách',
    en: 'Take awards out again, before the list freezes: another ceremony may draw them',
  },
  regroup: {
    vi: 'Chuyển sang đợt lên nhận khác, hoặc tách thành đợt mới',
    en: 'Move awards to the group of another, or to a new group',
  },
  cancel: { vi: 'Hủy buổi trao', en: 'Cancel, with reason' },
  handOver: { vi: 'Ghi việc trao từng phần thưởng', en: 'Record what became of one award' },
};
