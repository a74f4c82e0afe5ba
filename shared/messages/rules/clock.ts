import type { RuleWords } from './words.ts';

/** R13 and R14: time. */
export const clockWords: Readonly<Record<string, RuleWords>> = {
  R13: {
    title: { vi: 'Giải quyết hồ sơ đúng thời hạn', en: 'In the time that the procedure sets' },
    sayings: {
      returnOverdue: {
        says: {
          vi: 'Trả hồ sơ không đủ điều kiện đã qua {used} ngày làm việc, hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'Return of an ineligible file has taken {used} working days of {allowed} (due on {due}).',
        },
        mend: {
          vi: 'Gửi ngay văn bản trả hồ sơ, nêu rõ lý do.',
          en: 'Send the written return now, with its reason.',
        },
      },
      returnLate: {
        says: {
          vi: 'Trả hồ sơ không đủ điều kiện mất {used} ngày làm việc, hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'Return of an ineligible file took {used} working days of {allowed} (due on {due}).',
        },
        mend: {
          vi: 'Ghi lý do chậm trong văn bản trả hồ sơ.',
          en: 'Give the reason of the delay in the return.',
        },
      },
      appraiseOverdue: {
        says: {
          vi: 'Thẩm định hồ sơ đã qua {used} ngày làm việc, hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'Appraisal has taken {used} working days of {allowed} (due on {due}).',
        },
        mend: {
          vi: 'Kết thúc thẩm định ngay, hoặc ghi các ngày chờ bổ sung còn thiếu.',
          en: 'End the appraisal now, or enter the days spent waiting for a supplement.',
        },
      },
      appraiseLate: {
        says: {
          vi: 'Thẩm định hồ sơ mất {used} ngày làm việc, hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'Appraisal took {used} working days of {allowed} (due on {due}).',
        },
        mend: {
          vi: 'Ghi lý do chậm trong báo cáo thẩm định.',
          en: 'Give the reason in the appraisal report.',
        },
      },
      notifyOverdue: {
        says: {
          vi: 'Thông báo kết quả đã qua {used} ngày làm việc, hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'Notice of the result has taken {used} working days of {allowed} (due on {due}).',
        },
        mend: {
          vi: 'Gửi ngay thông báo kết quả và quyết định.',
          en: 'Send the notice and the decision now.',
        },
      },
      notifyLate: {
        says: {
          vi: 'Thông báo kết quả mất {used} ngày làm việc, hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'Notice of the result took {used} working days of {allowed} (due on {due}).',
        },
        mend: { vi: 'Ghi lý do chậm trong thông báo.', en: 'Give the reason in the notice.' },
      },
    },
  },
  R14: {
    title: {
      vi: 'Hồ sơ đến trước hội nghị đủ số ngày',
      en: 'The file arrives long enough before the conference',
    },
    sayings: {
      fails: {
        says: {
          vi: 'Hồ sơ đến ngày {arrived}; hội nghị ngày {conferenceOn} chỉ nhận hồ sơ đến hết ngày {lastDay} (trước {daysBefore} ngày).',
          en: 'The file of {arrived} is late: files for the conference of {conferenceOn} arrive by {lastDay} ({daysBefore} days before).',
        },
        mend: {
          vi: 'Chuyển sang đợt xét sau, hoặc ghi lý do tiếp nhận muộn.',
          en: 'Move it to the next round, or give the reason for taking it in late.',
        },
      },
    },
  },
};
