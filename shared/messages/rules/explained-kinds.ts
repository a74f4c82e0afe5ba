import type { Explanation } from '../../domain/law/explanation.ts';
import type { Saying, Text } from './words.ts';

interface KindWords {
  readonly title: Text;
  /** By `because`; `said` where there is none. */
  readonly sayings: Readonly<Record<string, Saying>>;
}

/** Words of every explanation that isn’t of a rule: rules have their own. */
export const kindWords: Readonly<Record<Exclude<Explanation['of'], 'rule'>, KindWords>> = {
  sum: {
    title: { vi: 'Tiền thưởng', en: 'Money' },
    sayings: {
      said: {
        says: {
          vi: 'Tiền thưởng là {amount} đồng: {computation}.',
          en: 'The money is {amount} đồng: {computation}.',
        },
      },
      atMost: {
        says: {
          vi: 'Tiền thưởng không quá {amount} đồng: {computation}.',
          en: 'The money is at most {amount} đồng: {computation}.',
        },
      },
      decision: {
        says: {
          vi: 'Tổng tiền thưởng của {rows} dòng là {amount} đồng: {computation}.',
          en: 'The money of {rows} rows is {amount} đồng in all: {computation}.',
        },
      },
      decisionInPart: {
        says: {
          vi: 'Tổng tiền thưởng của {rows} dòng đã tính được là {amount} đồng: {computation}; còn {unknown} dòng chưa tính được.',
          en: 'The money of the {rows} rows that are known is {amount} đồng in all: {computation}; of {unknown} rows no sum is known.',
        },
      },
      fund: {
        says: {
          vi: 'Quỹ còn {amount} đồng để khen thưởng: {computation}.',
          en: 'The fund has {amount} đồng left for awards: {computation}.',
        },
      },
      fundOverdrawn: {
        says: {
          vi: 'Đã chi, đã hứa chi vượt quỹ {amount} đồng: {computation}.',
          en: 'More than the fund was promised, by {amount} đồng: {computation}.',
        },
      },
    },
  },
  dueDay: {
    title: { vi: 'Hạn giải quyết', en: 'Due day' },
    sayings: {
      said: {
        says: {
          vi: 'Nhận đủ hồ sơ ngày {startedOn}, thời hạn {limit} ngày làm việc, hạn giải quyết là ngày {dueOn}: {computation}.',
          en: 'The complete file was received on {startedOn}, with {limit} working days it is due on {dueOn}: {computation}.',
        },
      },
      standing: {
        says: {
          vi: 'Thời hạn đang tạm dừng, đã tính {ran} ngày làm việc, còn {left} trên {limit} ngày; hạn giải quyết được tính lại khi hồ sơ tiếp tục.',
          en: 'The clock stands: {ran} working days were counted, {left} of {limit} are left; the due day is computed anew when the case goes on.',
        },
        mend: {
          vi: 'Bổ sung đủ giấy tờ được yêu cầu, hoặc kết thúc việc tạm dừng kèm văn bản.',
          en: 'Bring the papers that were asked for, or end the hold with its document.',
        },
      },
    },
  },
  stepDue: {
    title: { vi: 'Hạn của bước', en: 'Due day of the step' },
    sayings: {
      said: {
        says: {
          vi: 'Bước này mở ngày {openedOn}, thời hạn {limit} ngày làm việc: {computation}.',
          en: 'This step opened on {openedOn} with {limit} working days: {computation}.',
        },
      },
      anew: {
        says: {
          vi: 'Bước này mở ngày {openedOn}, thời hạn {limit} ngày làm việc; hạn được tính lại thành ngày {dueOn} vì hồ sơ đã tạm dừng hoặc chờ bổ sung, chờ ý kiến.',
          en: 'This step opened on {openedOn} with {limit} working days; it was computed anew as {dueOn}, since the case stood on hold, for a supplement or for opinions.',
        },
      },
      councilDay: {
        says: {
          vi: 'Hạn là ngày họp Hội đồng của đợt xét; đã qua ngày đó thì là ngày bước này mở. Hạn: {dueOn}.',
          en: 'It is due on the day of the round’s council, or on the day it opened where that has passed: {dueOn}.',
        },
      },
      closingDay: {
        says: {
          vi: 'Hạn là ngày hết hạn nhận hồ sơ của đợt xét; đã qua ngày đó thì là ngày bước này mở. Hạn: {dueOn}.',
          en: 'It is due on the closing day of the round, or on the day it opened where that has passed: {dueOn}.',
        },
      },
      monthDay: {
        says: {
          vi: 'Hạn là ngày cố định hằng năm: {dueOn}.',
          en: 'It is due on a day of every year: {dueOn}.',
        },
      },
    },
  },
  lastSafeDay: {
    title: { vi: 'Ngày muộn nhất còn kịp', en: 'Last safe day' },
    sayings: {
      said: {
        says: {
          vi: 'Chậm nhất ngày {lastSafe} phải xong bước này để kịp {fixedKind}, ngày {fixedDay}.',
          en: 'This step must be done by {lastSafe} to reach {fixedKind}, {fixedDay}.',
        },
      },
      sooner: {
        says: {
          vi: 'Chậm nhất ngày {lastSafe} phải xong bước này để kịp {fixedKind}, ngày {fixedDay}, dù hạn nhận đến ngày {ownDay}.',
          en: 'This step must be done by {lastSafe} to reach {fixedKind}, {fixedDay}, although its own day is {ownDay}.',
        },
      },
    },
  },
  missedDay: {
    title: { vi: 'Không còn kịp', en: 'No longer in time' },
    sayings: {
      said: {
        says: {
          vi: 'Không còn kịp {fixedKind}, ngày {fixedDay}: ngày muộn nhất còn kịp là {lastSafe}, chậm {lateBy} ngày làm việc.',
          en: '{fixedKind}, {fixedDay}, can no longer be reached: the last safe day was {lastSafe}, {lateBy} working days ago.',
        },
      },
    },
  },
  answerBy: {
    title: { vi: 'Hạn trả lời ý kiến', en: 'Day by which opinions are due' },
    sayings: {
      said: {
        says: {
          vi: 'Văn bản lấy ý kiến ngày {issuedOn}, thời hạn trả lời {limit} ngày làm việc: {computation}.',
          en: 'The request is of {issuedOn}, with {limit} working days for an answer: {computation}.',
        },
      },
      named: {
        says: {
          vi: 'Văn bản lấy ý kiến ngày {issuedOn} đề nghị trả lời đến ngày {answerBy}, không sớm hơn thời hạn {limit} ngày làm việc: {computation}.',
          en: 'The request of {issuedOn} asks for answers by {answerBy}, no sooner than the {limit} working days that are given: {computation}.',
        },
      },
      missing: {
        says: {
          vi: 'Chưa có ý kiến của {missing}. Văn bản lấy ý kiến ngày {issuedOn}, hạn trả lời {answerBy}.',
          en: '{missing} have not answered yet. The request is of {issuedOn}, answers are due by {answerBy}.',
        },
        mend: {
          vi: 'Chờ ý kiến đến hết ngày {answerBy}; sau ngày đó được thực hiện tiếp, kể cả khi còn thiếu ý kiến.',
          en: 'Wait until the end of {answerBy}; after it you may go on without those that are missing.',
        },
      },
    },
  },
  refusal: {
    title: { vi: 'Căn cứ của việc từ chối', en: 'What the refusal rests on' },
    sayings: {
      notForKind: {
        says: {
          vi: 'Hình thức khen thưởng này không dành cho loại đối tượng đã chọn.',
          en: 'This award form is not for the kind of subject that was chosen.',
        },
      },
      noTemplate: {
        says: {
          vi: 'Theo quy định ngày {day} không có tuyến trình nào cho hình thức khen thưởng này từ cấp của cơ quan nhập hồ sơ.',
          en: 'By the law of {day} there is no route for this award form from the level of the office that enters it.',
        },
        mend: {
          vi: 'Chọn hình thức khen thưởng khác của đợt xét, hoặc nhờ cơ quan có thẩm quyền lập hồ sơ.',
          en: 'Choose another award form of the round, or let an office of the right level enter it.',
        },
      },
      noOrganisation: {
        says: {
          vi: 'Bước “{stepVi}”: ngày {day} danh mục chưa có cơ quan nào phụ trách địa bàn này.',
          en: 'Step “{stepEn}”: on {day} the directory has no office that serves this area.',
        },
        mend: {
          vi: 'Nhờ quản trị hệ thống thêm cơ quan này vào danh mục với địa bàn và ngày bắt đầu hoạt động, rồi thực hiện lại.',
          en: 'Let an administrator add the office with its area and its first day, then try again.',
        },
      },
      severalOrganisations: {
        says: {
          vi: 'Bước “{stepVi}”: ngày {day} có từ hai cơ quan cùng phụ trách địa bàn này, nên không xác định được đúng một cơ quan.',
          en: 'Step “{stepEn}”: on {day} more than one office serves this area, so that none is the only one.',
        },
        mend: {
          vi: 'Nhờ quản trị hệ thống kết thúc hoạt động hoặc sửa địa bàn của cơ quan không còn phụ trách, rồi thực hiện lại.',
          en: 'Let an administrator end or move the office that serves it no longer, then try again.',
        },
      },
      allOutside: {
        says: {
          vi: 'Ngày {day}, mọi cơ quan trên tuyến trình đều chưa sử dụng hệ thống này.',
          en: 'On {day} all offices on this route work outside this system.',
        },
        mend: {
          vi: 'Nhờ quản trị hệ thống đưa cơ quan của bước đầu tiên vào hệ thống.',
          en: 'Let an administrator bring in the office of the first step.',
        },
      },
    },
  },
};
