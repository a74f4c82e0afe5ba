import type { RuleWords } from './words.ts';

/** R15 to R18: the medal "Bảo vệ an ninh Tổ quốc". */
export const medalWords: Readonly<Record<string, RuleWords>> = {
  R17: {
    title: {
      vi: 'Kỷ niệm chương: đủ thời gian tham gia lực lượng bảo vệ an ninh, trật tự ở cơ sở',
      en: 'Medal: long enough in the grassroots security force',
    },
    sayings: {
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
    },
  },
};
