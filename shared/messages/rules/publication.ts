import type { RuleWords, Saying } from './words.ts';

const shown = (vi: string, en: string): Saying => ({
  says: {
    vi: `Trường hợp không công khai đang hoặc sẽ hiện ${vi}.`,
    en: `A case that is not published stands or would stand ${en}.`,
  },
  mend: {
    vi: `Gỡ trường hợp này khỏi mọi nơi công khai ({places}); với trường hợp bảo mật, trao riêng và chỉ ghi “Trường hợp bảo mật”.`,
    en: `Take it out of every public place ({places}); a sealed one is handed over privately and reads “sealed case” only.`,
  },
});

/** R26 to R28: secrets, those who are not published, and what may be published. */
export const publicationWords: Readonly<Record<string, RuleWords>> = {
  R26: {
    title: {
      vi: 'Hồ sơ không chứa bí mật nhà nước',
      en: 'The file holds no state secret',
    },
    sayings: {
      notConfirmed: {
        says: {
          vi: 'Chưa xác nhận hồ sơ không chứa bí mật nhà nước.',
          en: 'Nobody has confirmed that the file holds no state secret.',
        },
        mend: {
          vi: 'Đọc lại nội dung và giấy tờ, bỏ mọi nội dung thuộc danh mục bí mật nhà nước, rồi đánh dấu xác nhận.',
          en: 'Read text and papers again, take out whatever is secret, then confirm.',
        },
      },
      secret: {
        says: {
          vi: 'Hồ sơ có nội dung bí mật nhà nước: không được nhập vào hệ thống.',
          en: 'The file holds a state secret: it must not be in this system.',
        },
        mend: {
          vi: 'Xóa nội dung và giấy tờ đó khỏi hồ sơ, báo người phụ trách bảo vệ bí mật nhà nước và xử lý theo đường văn thư mật; chỉ gửi lại khi đã xác nhận không còn bí mật.',
          en: 'Remove that text and those papers, tell whoever guards secrets, and use the channel for secret papers; send it again only once confirmed free of secrets.',
        },
      },
    },
  },
  R27: {
    title: {
      vi: 'Trường hợp không công khai không xuất hiện ở nơi công cộng',
      en: 'Who is not published stands nowhere in public',
    },
    sayings: {
      publicList: shown('trong danh sách công khai', 'on a public list'),
      search: shown('trong kết quả tra cứu công khai', 'in the public search'),
      stage: shown('trên màn hình buổi lễ', 'on the screen of the ceremony'),
      elsewhere: shown('ở nơi công khai ({place})', 'in a public place ({place})'),
    },
  },
  R28: {
    title: {
      vi: 'Chỉ công khai thông tin được phép, đủ thời gian niêm yết',
      en: 'Only what may be published, for long enough',
    },
    sayings: {
      beyond: {
        says: {
          vi: 'Thông tin công khai có nội dung ngoài phạm vi được phép: {beyond}.',
          en: 'More is published than may be: {beyond}.',
        },
        mend: {
          vi: 'Bỏ các mục đó; chỉ công khai họ tên, đơn vị và hình thức khen thưởng.',
          en: 'Take these out; publish name, unit and award only.',
        },
      },
      tooShort: {
        says: {
          vi: 'Niêm yết từ {postedFrom} đến {postedTo} là {days} ngày làm việc, cần đủ {needed} ngày làm việc.',
          en: 'Posted from {postedFrom} to {postedTo}, {days} working days; {needed} are needed.',
        },
        mend: {
          vi: 'Niêm yết đến hết ngày {until}.',
          en: 'Keep it posted up to and including {until}.',
        },
      },
      openEnd: {
        says: {
          vi: 'Đã niêm yết từ {postedFrom}, chưa ghi ngày kết thúc; cần {needed} ngày làm việc.',
          en: 'Posted since {postedFrom} without an end; {needed} working days are needed.',
        },
        mend: {
          vi: 'Niêm yết đến hết ngày {until} rồi ghi ngày kết thúc.',
          en: 'Keep it posted up to and including {until}, then enter the day.',
        },
      },
    },
  },
};
