import type { RuleWords } from './words.ts';

/** R15 to R18: the medal "Bảo vệ an ninh Tổ quốc". */
export const medalWords: Readonly<Record<string, RuleWords>> = {
  R17: {
    title: {
      vi: 'Kỷ niệm chương: đủ thời gian tham gia lực lượng bảo vệ an ninh, trật tự ở cơ sở',
      en: 'Medal: long enough in the grassroots security force',
    },
    sayings: {
      noStretches: {
        says: {
          vi: 'Chưa ghi thời gian tham gia lực lượng nên chưa tính được đã đủ thời gian hay chưa.',
          en: 'No periods in the force are entered, so whether they are long enough is not known.',
        },
        mend: {
          vi: 'Ghi từng khoảng thời gian, mỗi khoảng một dòng.',
          en: 'Enter each period on a line of its own.',
        },
      },
      gender: {
        says: {
          vi: 'Chưa ghi giới tính nên chưa biết cần bao nhiêu năm tham gia lực lượng.',
          en: 'Whether a man or a woman is proposed isn’t entered, so the years needed are not known.',
        },
        mend: { vi: 'Chọn giới tính trong nội dung đề nghị.', en: 'Choose the gender in the nomination.' },
      },
      tooShort: {
        says: {
          vi: 'Mới tham gia {monthsServed} tháng (đã nhân hệ số địa bàn), cần đủ {monthsNeeded} tháng.',
          en: 'Served {monthsServed} months (hardship areas multiplied); {monthsNeeded} are needed.',
        },
        mend: {
          vi: 'Đề nghị lại từ ngày {eligibleOn}, hoặc bổ sung thời gian công tác còn thiếu kèm xác nhận.',
          en: 'Propose again from {eligibleOn}, or add periods of service that are missing, with their confirmation.',
        },
      },
      endedShort: {
        says: {
          vi: 'Các thời gian tham gia đã khai được {monthsServed} tháng và đều đã kết thúc, cần đủ {monthsNeeded} tháng.',
          en: 'The periods entered make {monthsServed} months and have all ended; {monthsNeeded} are needed.',
        },
        mend: {
          vi: 'Bổ sung thời gian công tác còn thiếu kèm xác nhận.',
          en: 'Add periods of service that are missing, with their confirmation.',
        },
      },
    },
  },
  R15: {
    title: {
      vi: 'Kỷ niệm chương: chỉ tặng một lần, không thuộc trường hợp không xét tặng',
      en: 'Medal: once in a lifetime, and none of the excluded cases',
    },
    sayings: {
      barred: {
        says: {
          vi: 'Người được đề nghị thuộc trường hợp không xét tặng (bị tước danh hiệu, truy cứu trách nhiệm hình sự, đưa vào cơ sở giáo dục bắt buộc hoặc bị loại khỏi cộng tác).',
          en: 'The person is excluded (title stripped, prosecuted, compulsory education, or dropped as collaborator).',
        },
        mend: {
          vi: 'Nếu ghi nhầm, sửa lại mục không xét tặng trong quá trình công tác kèm xác nhận.',
          en: 'If entered by mistake, correct it in the service record with a confirmation.',
        },
      },
      holdsIt: {
        says: {
          vi: 'Đã được tặng Kỷ niệm chương theo Quyết định số {number} ngày {on}; chỉ tặng một lần.',
          en: 'Already holds the medal by decision {number} of {on}; it is granted once.',
        },
        mend: {
          vi: 'Nếu là người khác, ghi rõ “trùng tên” để bỏ quyết định đó khỏi lịch sử; nếu đúng, rút đề nghị.',
          en: 'If that is somebody else, record “same name only” so that the decision leaves the history; otherwise withdraw.',
        },
      },
      excluded: {
        says: {
          vi: 'Đã được tặng {medal} nên không thuộc đối tượng xét tặng Kỷ niệm chương.',
          en: 'Holds {medal}, and so can’t be considered for the medal.',
        },
        mend: {
          vi: 'Nếu ghi nhầm, xóa {medal} khỏi danh sách huân chương, huy chương của người này; nếu đúng, rút đề nghị.',
          en: 'If entered by mistake, remove {medal} from this person’s orders and medals; otherwise withdraw.',
        },
      },
      unsaid: {
        says: {
          vi: 'Chưa ghi người được đề nghị có thuộc trường hợp không xét tặng, hoặc đã được tặng huân chương, huy chương nào.',
          en: 'It isn’t said whether the person is excluded, or which orders and medals the person holds.',
        },
        mend: {
          vi: 'Trả lời mục không xét tặng; ghi các huân chương, huy chương đã được tặng, không có thì ghi “Không có”.',
          en: 'Answer whether the person is excluded; enter the orders and medals held, or “None”.',
        },
      },
      noHistory: {
        says: {
          vi: 'Chưa nhập lịch sử khen thưởng nên chưa xác định được các lần khen trước đây.',
          en: 'No award history was imported, so earlier commendations are not known.',
        },
        mend: {
          vi: 'Nhập các quyết định khen thưởng đã có của người này.',
          en: 'Import earlier award decisions of this person.',
        },
      },
      historyFrom: {
        says: {
          vi: 'Chưa có lịch sử khen thưởng trước ngày {knownSince}.',
          en: 'There is no award history before {knownSince}.',
        },
        mend: {
          vi: 'Nhập các quyết định trước ngày đó, từ khi người được đề nghị bắt đầu công tác (ghi đủ thời gian công tác).',
          en: 'Import decisions before that day, back to the first day of service (enter all service).',
        },
      },
    },
  },
  R16: {
    title: {
      vi: 'Kỷ niệm chương: lãnh đạo đủ thời gian giữ chức vụ, đã được khen về bảo vệ an ninh Tổ quốc, địa bàn không có điểm phức tạp',
      en: 'Medal: leaders long enough in post, commended for security, in a quiet area',
    },
    sayings: {
      noStretches: {
        says: {
          vi: 'Chưa ghi thời gian giữ chức vụ nên chưa tính được đã đủ thời gian hay chưa.',
          en: 'No periods in post are entered, so whether they are long enough is not known.',
        },
        mend: {
          vi: 'Ghi từng khoảng thời gian, mỗi khoảng một dòng.',
          en: 'Enter each period on a line of its own.',
        },
      },
      forWhat: {
        says: {
          vi: 'Có {unsaid} quyết định khen trước đây chưa rõ có phải về bảo vệ an ninh Tổ quốc hay không; cần ít nhất {awardsNeeded} quyết định.',
          en: 'Of {unsaid} earlier commendations it isn’t known whether they were for security; at least {awardsNeeded} is needed.',
        },
        mend: {
          vi: 'Đối chiếu nội dung khen trong từng quyết định.',
          en: 'Check what each decision was given for.',
        },
      },
      tooShort: {
        says: {
          vi: 'Mới giữ chức vụ lãnh đạo {monthsServed} tháng, cần đủ {monthsNeeded} tháng.',
          en: 'In a leading post for {monthsServed} months; {monthsNeeded} are needed.',
        },
        mend: {
          vi: 'Đề nghị lại từ ngày {eligibleOn}, hoặc bổ sung thời gian giữ chức vụ còn thiếu kèm xác nhận.',
          en: 'Propose again from {eligibleOn}, or add periods in post that are missing, with their confirmation.',
        },
      },
      endedShort: {
        says: {
          vi: 'Các thời gian giữ chức vụ đã khai được {monthsServed} tháng và đều đã kết thúc, cần đủ {monthsNeeded} tháng.',
          en: 'The periods in post entered make {monthsServed} months and have all ended; {monthsNeeded} are needed.',
        },
        mend: {
          vi: 'Bổ sung thời gian giữ chức vụ còn thiếu kèm xác nhận.',
          en: 'Add periods in post that are missing, with their confirmation.',
        },
      },
      hotSpot: {
        says: {
          vi: 'Địa bàn phụ trách có điểm phức tạp hoặc vụ việc nghiêm trọng về an ninh, trật tự.',
          en: 'There was a hot spot or a serious case in the area.',
        },
        mend: {
          vi: 'Nếu ghi nhầm, sửa lại kèm xác nhận của công an; nếu đúng, chưa đề nghị.',
          en: 'If entered by mistake, correct it with the police’s confirmation; otherwise do not propose yet.',
        },
      },
      quietArea: {
        says: {
          vi: 'Chưa ghi địa bàn phụ trách có điểm phức tạp, vụ việc nghiêm trọng hay không.',
          en: 'Whether there was a hot spot or serious case in the area isn’t entered.',
        },
        mend: { vi: 'Ghi theo xác nhận của công an.', en: 'Enter it as the police confirm it.' },
      },
      noAward: {
        says: {
          vi: 'Có {awards} lần được khen về bảo vệ an ninh Tổ quốc, cần ít nhất {awardsNeeded} lần.',
          en: '{awards} commendations for security; at least {awardsNeeded} are needed.',
        },
        mend: {
          vi: 'Bổ sung bản sao Giấy khen hoặc Bằng khen về bảo vệ an ninh Tổ quốc vào lịch sử khen thưởng.',
          en: 'Add the copy of a commendation for security to the award history.',
        },
      },
      noHistory: {
        says: {
          vi: 'Chưa nhập lịch sử khen thưởng nên chưa xác định được các lần khen trước đây.',
          en: 'No award history was imported, so earlier commendations are not known.',
        },
        mend: {
          vi: 'Nhập các quyết định khen thưởng đã có của người này.',
          en: 'Import earlier award decisions of this person.',
        },
      },
      historyFrom: {
        says: {
          vi: 'Chưa có lịch sử khen thưởng trước ngày {knownSince}.',
          en: 'There is no award history before {knownSince}.',
        },
        mend: {
          vi: 'Nhập các quyết định trước ngày đó, từ khi người được đề nghị bắt đầu công tác (ghi đủ thời gian công tác).',
          en: 'Import decisions before that day, back to the first day of service (enter all service).',
        },
      },
    },
  },
  R18: {
    title: {
      vi: 'Kỷ niệm chương: hồ sơ đến Cục V05 đúng hạn',
      en: 'Medal: the file reaches department V05 in time',
    },
    sayings: {
      late: {
        says: {
          vi: 'Hồ sơ gửi ngày {sent} đã quá hạn năm nay (chậm nhất {lastDay}).',
          en: 'The file of {sent} misses this year’s deadline (at the latest {lastDay}).',
        },
        mend: {
          vi: 'Chuyển sang đợt năm sau, gửi chậm nhất ngày {nextDay}: 02 bộ và tệp điện tử.',
          en: 'Send it for next year, at the latest on {nextDay}: two sets and the electronic file.',
        },
      },
    },
  },
};
