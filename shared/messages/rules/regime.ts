import type { RuleWords } from './words.ts';

/** R08 and R34: the law of the day. */
export const regimeWords: Readonly<Record<string, RuleWords>> = {
  R08: {
    title: { vi: 'Đúng thẩm quyền vào ngày quyết định', en: 'Lawful decider on the day of the decision' },
    sayings: {
      noForm: {
        says: {
          vi: 'Không có hình thức {form} trong danh mục.',
          en: 'There is no form {form} in the catalogue.',
        },
        mend: { vi: 'Chọn hình thức trong danh mục.', en: 'Choose a form of the catalogue.' },
      },
      notThen: {
        says: { vi: '{form} không áp dụng vào ngày {day}.', en: '“{form}” does not apply on {day}.' },
        mend: {
          vi: 'Đổi hình thức khen thưởng sang hình thức áp dụng vào ngày quyết định.',
          en: 'Change to a form that applies on the decision’s day.',
        },
      },
      subjectKind: {
        says: {
          vi: '{form} không dành cho loại đối tượng này.',
          en: '“{form}” isn’t for this kind of subject.',
        },
        mend: {
          vi: 'Đổi hình thức khen thưởng, hoặc sửa loại đối tượng.',
          en: 'Change the form, or correct the kind of subject.',
        },
      },
      outside: {
        says: {
          vi: 'Thẩm quyền của {authority} chưa kiểm tra được trong hệ thống.',
          en: 'The competence of {authority} can’t be checked in the system.',
        },
        mend: {
          vi: 'Đối chiếu thẩm quyền với quy định và ghi kết quả.',
          en: 'Compare it with the law and record what was found.',
        },
      },
      otherDecider: {
        says: {
          vi: 'Vào ngày {day}, {form} do {authority} quyết định.',
          en: 'On {day}, “{form}” is decided by {authority}.',
        },
        mend: { vi: 'Trình {authority} quyết định.', en: 'Submit it to {authority}.' },
      },
    },
  },
  R34: {
    title: {
      vi: 'Áp dụng quy định tại ngày nhận đủ hồ sơ; xem lại nếu quy định mới có lợi hơn',
      en: 'The law of receipt applies; re-check if the new law is more favourable',
    },
    sayings: {
      lighter: {
        says: {
          vi: 'Hồ sơ nhận đủ ngày {receivedOn} theo {oldRegime}. Theo {newRegime}, có lợi hơn ở: {lighter}; chặt hơn ở: {stricter}.',
          en: 'The file of {receivedOn} is under {oldRegime}. Under {newRegime} it is more favourable in: {lighter}; stricter in: {stricter}.',
        },
        mend: {
          vi: 'Dùng mục “Chọn quy định áp dụng” để áp dụng quy định mới và ghi lý do, hoặc ghi lý do giữ quy định cũ.',
          en: 'Take the new law under “Choose the law that applies” with a reason, or record the reason for keeping the old one.',
        },
      },
    },
  },
};
