import type { RuleWords } from './words.ts';

/** R13 and R14: time. */
export const clockWords: Readonly<Record<string, RuleWords>> = {
  R13: {
    title: { vi: 'Giải quyết hồ sơ đúng thời hạn', en: 'In the time that the procedure sets' },
    sayings: {
      returnOverdue: {
        says: {
          vi: 'Hồ sơ đến ngày {from}, đã qua {used} ngày làm việc mà chưa được tiếp nhận, yêu cầu bổ sung hay trả lại; hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'The file came on {from}; for {used} working days of {allowed} (due on {due}) it was neither taken in, nor a supplement asked for, nor returned.',
        },
        mend: {
          vi: 'Tiếp nhận hồ sơ nếu đã đủ; nếu chưa, gửi ngay yêu cầu bổ sung hoặc văn bản trả hồ sơ, nêu rõ lý do.',
          en: 'Take it in if it is complete; if not, ask for a supplement or return it now, with the reason.',
        },
      },
      returnLate: {
        says: {
          vi: 'Hồ sơ đến ngày {from}, sau {used} ngày làm việc mới được tiếp nhận, yêu cầu bổ sung hoặc trả lại; hạn là {allowed} ngày (đến hết ngày {due}).',
          en: 'The file came on {from} and was answered after {used} working days of {allowed} (due on {due}).',
        },
        mend: {
          vi: 'Ghi lý do chậm trong phiếu yêu cầu bổ sung, văn bản trả hồ sơ hoặc báo cáo thẩm định.',
          en: 'Give the reason of the delay in the request, the return or the appraisal report.',
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
          vi: 'Văn thư vào số, ban hành quyết định ngay; thông báo kết quả được gửi cùng lúc.',
          en: 'Have the records clerk number and issue the decision now; the notice of the result goes out with it.',
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
