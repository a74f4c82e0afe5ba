import type { RuleWords, Saying } from './words.ts';

const open = (vi: string, en: string): Saying => ({
  says: {
    vi: `Chưa xét: ${vi} từ ngày {since}, chưa có kết luận.`,
    en: `On hold: ${en} since {since}, not concluded.`,
  },
  mend: {
    vi: 'Tạm dừng xét cho đến khi có kết luận; khi có thì ghi ngày kết thúc và đính kèm văn bản kết luận.',
    en: 'Wait for the conclusion; then enter the day on which it ended and attach the document.',
  },
});

/** R04 to R06: discipline, what is under investigation, and gaps. */
export const conductWords: Readonly<Record<string, RuleWords>> = {
  R04: {
    title: {
      vi: 'Không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo',
      en: 'No discipline, investigation, inspection or complaint is open',
    },
    sayings: {
      discipline: open('đang trong thời gian xem xét hoặc thi hành kỷ luật', 'disciplinary action'),
      investigation: open('đang bị điều tra', 'an investigation'),
      inspection: open('đang được thanh tra, kiểm tra', 'an inspection'),
      complaint: open('có khiếu nại, tố cáo đang được giải quyết', 'a complaint or denunciation'),
      press: open('báo chí nêu vấn đề đang được xác minh', 'a report in the press that is being verified'),
      nothingTold: {
        says: {
          vi: 'Chưa có thông tin trong hệ thống về việc xem xét kỷ luật, điều tra, thanh tra, kiểm tra, khiếu nại, tố cáo.',
          en: 'The system has been told nothing of discipline, investigation, inspection or complaints.',
        },
        mend: {
          vi: 'Kiểm tra với cơ quan quản lý và công an nơi cư trú; nếu có vụ việc, dùng mục “Chưa xét” và ghi văn bản.',
          en: 'Ask the employer and the police; if there is something, put the case on hold with its document.',
        },
      },
      noDocument: {
        says: {
          vi: 'Vụ việc từ ngày {since} được ghi là đã kết thúc nhưng chưa có văn bản kết luận.',
          en: 'What began on {since} is entered as ended, but no document says so.',
        },
        mend: {
          vi: 'Đính kèm văn bản kết luận hoặc văn bản của cơ quan có thẩm quyền, ghi số và ngày.',
          en: 'Attach the conclusion or a document of the competent authority, with its number and date.',
        },
      },
    },
  },
  R05: {
    title: {
      vi: 'Thành tích được tính từ khi chấm dứt hiệu lực kỷ luật',
      en: 'Achievements count from the end of discipline',
    },
    sayings: {
      tooEarly: {
        says: {
          vi: 'Thành tích tính từ {achievementFrom}, trước ngày chấm dứt kỷ luật {endedOn}.',
          en: 'The achievement begins on {achievementFrom}, before discipline ended on {endedOn}.',
        },
        mend: {
          vi: 'Ghi thời gian lập thành tích từ ngày {endedOn} trở đi và bỏ phần thành tích trước đó.',
          en: 'Let the achievement begin on {endedOn} or later, and leave out what came before.',
        },
      },
      noPeriod: {
        says: {
          vi: 'Đã có kỷ luật chấm dứt ngày {endedOn} nhưng chưa ghi thời gian lập thành tích.',
          en: 'Discipline ended on {endedOn}, but the time of the achievement isn’t entered.',
        },
        mend: {
          vi: 'Ghi thời gian lập thành tích, từ ngày {endedOn} trở đi.',
          en: 'Enter the time of the achievement, from {endedOn} on.',
        },
      },
    },
  },
  R06: {
    title: {
      vi: 'Thời gian nghỉ thai sản được tính liên tục',
      en: 'Maternity leave is no gap',
    },
    sayings: {
      maternity: {
        says: {
          vi: 'Có {maternity} lần nghỉ thai sản; thời gian này được tính để xét khen thưởng.',
          en: 'There are {maternity} maternity leaves; their time counts.',
        },
      },
      gap: {
        says: {
          vi: 'Thành tích gián đoạn từ {gapFrom} đến {gapTo}, không phải do nghỉ thai sản.',
          en: 'The achievement has a gap from {gapFrom} to {gapTo} that isn’t maternity leave.',
        },
        mend: {
          vi: 'Giải trình lý do gián đoạn trong báo cáo thành tích; nếu là nghỉ thai sản thì đánh dấu như vậy.',
          en: 'Explain the gap in the report; if it was maternity leave, mark it so.',
        },
      },
    },
  },
};
