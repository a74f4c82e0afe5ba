import type { RuleWords, Text } from './words.ts';

const judge: Text = {
  vi: 'Đối chiếu hai hồ sơ cạnh nhau. Nếu cùng một thành tích thì rút một đề nghị; nếu không thì ghi kết luận “hai thành tích khác nhau” kèm lý do.',
  en: 'Compare the two side by side. If it is one achievement, withdraw one nomination; if not, conclude “two different achievements” with the reason.',
};
const judgePast: Text = {
  vi: 'Đối chiếu với quyết định đó. Nếu cùng một thành tích thì rút đề nghị này; nếu không thì ghi kết luận “hai thành tích khác nhau” kèm lý do.',
  en: 'Compare with that decision. If it is one achievement, withdraw this nomination; if not, conclude “two different achievements” with the reason.',
};

const sameSubject: RuleWords['sayings'] = {
  sameAchievement: {
    says: {
      vi: 'Cùng đối tượng còn có đề nghị tặng {otherFormVi} ({otherName}, {otherUnit}) với thời gian lập thành tích từ {otherFrom} đến {otherTo}, trùng với đề nghị này, và nội dung giống {likeness}%. Một thành tích chỉ được khen một lần.',
      en: 'The same subject’s nomination for {otherFormEn} ({otherName}, {otherUnit}) covers {otherFrom} to {otherTo}, which overlaps with this one, and {likeness}% of its text is alike. One achievement is commended once.',
    },
    mend: judge,
  },
  samePeriod: {
    says: {
      vi: 'Cùng đối tượng còn có đề nghị tặng {otherFormVi} ({otherName}, {otherUnit}), có thể trùng thời gian lập thành tích; nội dung giống {likeness}%.',
      en: 'The same subject’s nomination for {otherFormEn} ({otherName}, {otherUnit}) may cover the same time; {likeness}% of its text is alike.',
    },
    mend: judge,
  },
  sameText: {
    says: {
      vi: 'Cùng đối tượng còn có đề nghị tặng {otherFormVi} ({otherName}, {otherUnit}), nội dung giống {likeness}% dù thời gian lập thành tích ghi khác hoặc chưa ghi.',
      en: 'The same subject’s nomination for {otherFormEn} ({otherName}, {otherUnit}) says {likeness}% the same, though its time differs or isn’t given.',
    },
    mend: judge,
  },
  sameForm: {
    says: {
      vi: 'Đối tượng này đang có đề nghị khác với cùng hình thức {otherFormVi} ({otherName}, {otherUnit}).',
      en: 'This subject already has another nomination for the same form, {otherFormEn} ({otherName}, {otherUnit}).',
    },
    mend: judge,
  },
  likelySame: {
    says: {
      vi: 'Đề nghị tặng {otherFormVi} cho {otherName}, {otherUnit}, có thể là cùng đối tượng và cùng thành tích; nội dung giống {likeness}%.',
      en: 'The nomination of {otherName}, {otherUnit}, for {otherFormEn} may be of the same subject and achievement; {likeness}% of its text is alike.',
    },
    mend: {
      vi: 'Trả lời “cùng một người” hoặc “trùng tên”. Nếu cùng một người và cùng thành tích thì rút một đề nghị; nếu là thành tích khác thì ghi rõ lý do.',
      en: 'Answer “the same” or “namesake”. If it is the same and one achievement, withdraw one nomination; if another achievement, give the reason.',
    },
  },
};

const linked: RuleWords['sayings'] = {
  linkedAwarded: {
    says: {
      vi: 'Thành tích này đã được khen theo đề nghị tặng {otherFormVi} trình cấp khác. Hai đề nghị liên kết (khen cao) chỉ một được khen.',
      en: 'This achievement was awarded through the linked nomination for {otherFormEn}. Of two linked nominations only one ends in an award.',
    },
    mend: {
      vi: 'Kết thúc đề nghị này với kết quả “không khen”, dẫn chiếu đề nghị tặng {otherFormVi} đã được khen.',
      en: 'End this nomination as not awarded, with reference to the one awarded, for {otherFormEn}.',
    },
  },
  linkedWaits: {
    says: {
      vi: 'Đề nghị tặng {otherFormVi} cho cùng thành tích đang được cấp trên xét; đề nghị ở cấp dưới phải chờ kết quả.',
      en: 'The linked nomination for {otherFormEn} is under way at a higher level; the lower one waits for its result.',
    },
    mend: {
      vi: 'Chờ kết quả của đề nghị tặng {otherFormVi}; chỉ quyết định khi đề nghị đó kết thúc mà không được khen.',
      en: 'Wait for the result of that nomination for {otherFormEn}; decide only once it has ended without an award.',
    },
  },
};

const past: RuleWords['sayings'] = {
  awardedBefore: {
    says: {
      vi: 'Đã được tặng {otherFormVi} theo Quyết định số {otherDecision} ngày {decidedOn} cho thời gian từ {otherFrom} đến {otherTo}; nội dung giống {likeness}%. Một thành tích chỉ được khen một lần.',
      en: 'Already granted {otherFormEn} by decision {otherDecision} of {decidedOn} for {otherFrom} to {otherTo}; {likeness}% of the text is alike. One achievement is commended once.',
    },
    mend: judgePast,
  },
  awardedInPeriod: {
    says: {
      vi: 'Đã được tặng {otherFormVi} theo Quyết định số {otherDecision} ngày {decidedOn} của {authority}; thời gian lập thành tích có thể trùng.',
      en: 'Already granted {otherFormEn} by decision {otherDecision} of {decidedOn} ({authority}); its achievement may cover the same time.',
    },
    mend: judgePast,
  },
};

const judged: RuleWords['sayings'] = {
  judgedSame: {
    says: {
      vi: 'Đã kết luận sau đối chiếu: đề nghị này và đề nghị tặng {otherFormVi} ({otherName}, {otherUnit}) cùng một thành tích. Một thành tích chỉ được khen một lần.',
      en: 'It was concluded that this nomination and the one for {otherFormEn} ({otherName}, {otherUnit}) are for one and the same achievement. One achievement is commended once.',
    },
    mend: {
      vi: 'Rút một trong hai đề nghị hoặc trả lại hồ sơ này. Nếu kết luận nhầm thì ghi lại kết luận “hai thành tích khác nhau” kèm lý do.',
      en: 'Withdraw one of the two, or return this case. If the conclusion was mistaken, conclude anew “two different achievements” with the reason.',
    },
  },
  judgedSamePast: {
    says: {
      vi: 'Đã kết luận sau đối chiếu: thành tích này đã được tặng {otherFormVi} theo Quyết định số {otherDecision} ngày {decidedOn} của {authority}. Một thành tích chỉ được khen một lần.',
      en: 'It was concluded that this achievement was granted {otherFormEn} by decision {otherDecision} of {decidedOn} ({authority}). One achievement is commended once.',
    },
    mend: {
      vi: 'Rút đề nghị này hoặc trả lại hồ sơ. Nếu kết luận nhầm thì ghi lại kết luận “hai thành tích khác nhau” kèm lý do.',
      en: 'Withdraw this nomination or return it. If the conclusion was mistaken, conclude anew “two different achievements” with the reason.',
    },
  },
};

const unsure: RuleWords['sayings'] = {
  copied: {
    says: {
      vi: 'Báo cáo thành tích có đoạn trùng {likeness}% với báo cáo của {otherName}, {otherUnit}; tìm thấy {found} hồ sơ có liên quan.',
      en: 'A stretch of the report is {likeness}% the same as in that of {otherName}, {otherUnit}; {found} cases were found.',
    },
    mend: {
      vi: 'Yêu cầu viết lại đoạn đó bằng việc làm, số liệu của chính đối tượng; nếu thành tích là chung thì cân nhắc đề nghị khen tập thể. Giữ nguyên thì ghi rõ lý do.',
      en: 'Ask for that stretch to be rewritten with what this subject itself did; if it was done together, consider the collective. To keep it, give the reason.',
    },
  },
  noPeriod: {
    says: {
      vi: 'Chưa ghi đủ thời gian lập thành tích nên chưa thể đối chiếu với các đề nghị và quyết định khác.',
      en: 'The time of the achievement isn’t complete, so it can’t be compared with other nominations and decisions.',
    },
    mend: {
      vi: 'Ghi thời gian lập thành tích: từ ngày, đến ngày.',
      en: 'Enter from when to when the achievement was made.',
    },
  },
  noHistory: {
    says: {
      vi: 'Chưa có lịch sử khen thưởng trước {noHistoryBefore}, nên chưa biết thành tích này đã được khen hay chưa.',
      en: 'No award history before {noHistoryBefore}, so whether this was awarded before is not known.',
    },
    mend: {
      vi: 'Nhập các quyết định khen thưởng đã ban hành từ {achievementFrom} đến nay vào lịch sử khen thưởng, hoặc xác minh với cơ quan đã khen và ghi kết quả.',
      en: 'Import the decisions issued since {achievementFrom}, or ask the offices that awarded and record their answer.',
    },
  },
};

/** R01, R02, R03 and R25: one achievement, one award, and its ground. */
export const achievementWords: Readonly<Record<string, RuleWords>> = {
  R01: {
    title: {
      vi: 'Một thành tích chỉ được khen thưởng một lần, một hình thức',
      en: 'One achievement, one award',
    },
    sayings: { ...sameSubject, ...linked, ...past, ...judged, ...unsure },
  },
  R02: {
    title: {
      vi: 'Không bắt buộc có hình thức khen thưởng mức thấp mới được đề nghị mức cao hơn',
      en: 'No lower award is needed first',
    },
    sayings: {
      asked: {
        says: {
          vi: 'Hồ sơ đang bị yêu cầu phải có hình thức khen thưởng thấp hơn trước khi đề nghị {formVi}; pháp luật không đặt điều kiện này.',
          en: 'A lower award was asked for before {formEn}; the law sets no such condition.',
        },
        mend: {
          vi: 'Bỏ yêu cầu đó khỏi phiếu bổ sung hoặc văn bản trả lại, và xét theo tiêu chuẩn của chính hình thức được đề nghị.',
          en: 'Take that out of the request or the refusal, and judge by the criteria of the form itself.',
        },
      },
    },
  },
  R03: {
    title: {
      vi: 'Không lấy kết quả khen đột xuất, khen theo chuyên đề làm căn cứ khen công trạng',
      en: 'Unexpected and thematic awards are no ground for merit',
    },
    sayings: {
      typeUnsaid: {
        says: {
          vi: 'Chưa rõ loại hình khen thưởng của quyết định lấy làm căn cứ: số {unsaid}.',
          en: 'Of which type the decisions given as a ground are isn’t known: {unsaid}.',
        },
        mend: {
          vi: 'Ghi loại hình sau số quyết định, ví dụ: 12/QĐ-UBND; công trạng.',
          en: 'Write the type after the number of the decision, for example: 12/QĐ-UBND; merit.',
        },
      },
      barred: {
        says: {
          vi: 'Căn cứ của đề nghị khen công trạng có khen thưởng đột xuất hoặc theo chuyên đề: Quyết định số {barred}.',
          en: 'The ground of this merit nomination names unexpected or thematic awards: decision {barred}.',
        },
        mend: {
          vi: 'Bỏ Quyết định số {barred} khỏi căn cứ, chỉ giữ danh hiệu thi đua và hình thức khen công trạng.',
          en: 'Take decision {barred} out of the ground; keep only titles and merit awards.',
        },
      },
    },
  },
  R25: {
    title: { vi: 'Một sáng kiến chỉ được dùng một lần', en: 'An initiative is used once' },
    sayings: {
      used: {
        says: {
          vi: 'Sáng kiến “{initiative}” đã được dùng làm căn cứ tại Quyết định số {usedIn}.',
          en: 'The initiative “{initiative}” was already the ground of decision {usedIn}.',
        },
        mend: {
          vi: 'Thay bằng sáng kiến khác chưa được dùng, hoặc ghi rõ lý do vì sao đây là sáng kiến khác.',
          en: 'Name another initiative that wasn’t used, or say why this is another one.',
        },
      },
      noHistory: {
        says: {
          vi: 'Chưa có dữ liệu về sáng kiến đã dùng, nên chưa biết {initiatives} sáng kiến nêu trong hồ sơ đã được dùng hay chưa.',
          en: 'No record of used initiatives, so whether the {initiatives} named here were used before is not known.',
        },
        mend: {
          vi: 'Nhập các quyết định đã khen trên cơ sở sáng kiến, hoặc đề nghị đơn vị xác nhận sáng kiến chưa được dùng.',
          en: 'Import the decisions that rested on initiatives, or have the unit confirm that these weren’t used.',
        },
      },
    },
  },
};
