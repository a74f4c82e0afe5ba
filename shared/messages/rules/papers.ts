import type { RuleWords } from './words.ts';

/** R09, R31 and R35: what a file must hold. */
export const paperWords: Readonly<Record<string, RuleWords>> = {
  R09: {
    title: { vi: 'Đủ thành phần hồ sơ', en: 'Every paper is there' },
    sayings: {
      missing: {
        says: {
          vi: 'Hồ sơ đề nghị {formVi} còn thiếu: {missingVi}.',
          en: 'The file for {formEn} lacks: {missingEn}.',
        },
        mend: {
          vi: 'Bổ sung {missingVi} rồi gửi lại.',
          en: 'Add {missingEn}, then send it again.',
        },
      },
      noList: {
        says: {
          vi: 'Chưa có danh mục thành phần hồ sơ cho {formVi} vào ngày này.',
          en: 'No list of papers is known for {formEn} on this day.',
        },
        mend: {
          vi: 'Đối chiếu với quy định của cơ quan có thẩm quyền khen thưởng và đề nghị quản trị bổ sung danh mục.',
          en: 'Check with the rules of the deciding authority, and have the list added.',
        },
      },
      noTrack: {
        says: {
          vi: 'Chưa ghi đề nghị {formVi} theo diện lãnh đạo hay diện lực lượng an ninh cơ sở nên chưa biết cần giấy tờ nào.',
          en: 'Whether {formEn} is proposed for a leader or a member of the force isn’t entered, so the papers are not known.',
        },
        mend: {
          vi: 'Chọn diện đề nghị và ghi thời gian công tác.',
          en: 'Choose which it is, and enter the periods of service.',
        },
      },
    },
  },
  R31: {
    title: {
      vi: 'Doanh nghiệp, đơn vị nộp thuế và người đứng đầu: có xác nhận của các cơ quan liên quan',
      en: 'Enterprises, taxpayers and their heads: confirmed by the offices concerned',
    },
    sayings: {
      missing: {
        says: {
          vi: 'Chưa có xác nhận về: {missing}.',
          en: 'No confirmation yet about (in Vietnamese): {missing}.',
        },
        mend: {
          vi: 'Lấy ý kiến hoặc đề nghị đơn vị nộp văn bản xác nhận về {missing} và đính kèm với tên ghi rõ nội dung; nếu không áp dụng thì ghi lý do.',
          en: 'Ask for an opinion or a confirmation about {missing} and attach it under a name that says so; if it doesn’t apply, give the reason.',
        },
      },
    },
  },
  R35: {
    title: { vi: 'Số định danh khớp với thông tin đã khai', en: 'The identity number fits what was entered' },
    sayings: {
      old: {
        says: {
          vi: 'Số gồm 9 chữ số là số chứng minh nhân dân cũ.',
          en: 'Nine digits are a number of the old identity card.',
        },
        mend: {
          vi: 'Nếu người được đề nghị đã có số định danh 12 chữ số thì ghi số đó; nếu chưa thì giữ nguyên.',
          en: 'Enter the 12-digit number if there is one; otherwise leave it.',
        },
      },
      notTwelve: {
        says: {
          vi: 'Số định danh có {digits} ký tự, không phải 12 chữ số.',
          en: 'The number has {digits} characters, not 12 digits.',
        },
        mend: {
          vi: 'Đối chiếu lại với người được đề nghị; người nước ngoài thì ghi lý do.',
          en: 'Check it with the person; for a foreigner give the reason.',
        },
      },
      birthYear: {
        says: {
          vi: 'Theo số định danh, năm sinh là {bornByNumber}; hồ sơ ghi {birthYear}.',
          en: 'By the number the birth year is {bornByNumber}; {birthYear} was entered.',
        },
        mend: {
          vi: 'Đối chiếu và sửa năm sinh hoặc số định danh; nếu đúng cả hai thì ghi lý do.',
          en: 'Check and correct the year or the number; if both are right, give the reason.',
        },
      },
      gender: {
        says: {
          vi: 'Giới tính theo số định danh khác với hồ sơ.',
          en: 'The gender by the number differs from what was entered.',
        },
        mend: {
          vi: 'Đối chiếu và sửa giới tính hoặc số định danh; nếu đúng cả hai thì ghi lý do.',
          en: 'Check and correct the gender or the number; if both are right, give the reason.',
        },
      },
      nothingToCompare: {
        says: {
          vi: 'Chưa ghi năm sinh và giới tính nên chưa đối chiếu được số định danh.',
          en: 'Neither birth year nor gender is entered, so the number can’t be compared.',
        },
        mend: { vi: 'Ghi năm sinh hoặc giới tính.', en: 'Enter the birth year or the gender.' },
      },
    },
  },
};
