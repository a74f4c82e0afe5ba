import type { RuleWords } from './words.ts';

/** R22 to R24: money that goes with awards. */
export const moneyWords: Readonly<Record<string, RuleWords>> = {
  R22: {
    title: {
      vi: 'Tiền thưởng theo hệ số và mức lương cơ sở tại ngày ký quyết định',
      en: 'Money by the coefficient and the base salary on the day of the decision',
    },
    sayings: {
      noCoefficient: {
        says: {
          vi: 'Chưa có hệ số tiền thưởng của hình thức {formVi} cho đối tượng này tại ngày {decidedOn}, nên chưa tính được tiền thưởng.',
          en: 'No coefficient is known for {formEn} and this kind of subject on {decidedOn}, so the money can’t be computed.',
        },
        mend: {
          vi: 'Kiểm tra lại hình thức và loại đối tượng; nếu đúng, đề nghị người quản trị bổ sung hệ số kèm căn cứ.',
          en: 'Check the form and the kind of subject; if they are right, ask the administrator to enter the coefficient with its source.',
        },
      },
      differs: {
        says: {
          vi: 'Tiền thưởng ghi trong dự thảo là {entered} đồng, tính theo quy định là {amount} đồng: {computation}.',
          en: 'The draft says {entered} đồng; by the rules it is {amount} đồng: {computation}.',
        },
        mend: {
          vi: 'Sửa tiền thưởng trong dự thảo quyết định thành {amount} đồng.',
          en: 'Correct the money in the draft to {amount} đồng.',
        },
      },
      aboveMost: {
        says: {
          vi: 'Tiền thưởng ghi trong dự thảo là {entered} đồng, vượt mức cao nhất {amount} đồng: {computation}.',
          en: 'The draft says {entered} đồng, more than the most allowed, {amount} đồng: {computation}.',
        },
        mend: {
          vi: 'Sửa tiền thưởng trong dự thảo quyết định không quá {amount} đồng.',
          en: 'Correct the money in the draft to no more than {amount} đồng.',
        },
      },
    },
  },
  R23: {
    title: {
      vi: 'Tiền thưởng khi một đối tượng được nhận nhiều danh hiệu, hình thức khen thưởng cùng lúc',
      en: 'Money where one subject receives several titles or awards at once',
    },
    sayings: {
      coefficient: {
        says: {
          vi: 'Chưa có hệ số tiền thưởng của {formsVi} cho đối tượng này, nên chưa tính được tổng tiền thưởng.',
          en: 'No coefficient is known for {formsEn} and this kind of subject, so the total can’t be computed.',
        },
        mend: {
          vi: 'Kiểm tra lại hình thức và loại đối tượng; nếu đúng, đề nghị người quản trị bổ sung hệ số kèm căn cứ.',
          en: 'Check the form and the kind of subject; if they are right, ask the administrator to enter the coefficient with its source.',
        },
      },
      period: {
        says: {
          vi: 'Chưa ghi đủ thời gian đạt thành tích của {formsVi}, nên chưa biết có cùng thời gian hay không.',
          en: 'The period of achievement of {formsEn} isn’t fully entered, so nobody can say whether the times are the same.',
        },
        mend: {
          vi: 'Ghi đủ thời gian đạt thành tích, từ ngày đến ngày, của từng danh hiệu, hình thức.',
          en: 'Enter the period of achievement, from and to, of each title and award.',
        },
      },
      sameAchievement: {
        says: {
          vi: 'Các hình thức {formsVi} có thời gian đạt thành tích trùng nhau, chưa rõ có cùng một thành tích hay không.',
          en: '{formsEn} have overlapping periods of achievement; whether it is one achievement isn’t clear.',
        },
        mend: {
          vi: 'Nếu là thành tích khác nhau, xác nhận và ghi rõ lý do; nếu cùng một thành tích, chỉ khen một hình thức.',
          en: 'If the achievements differ, confirm it with the reason; if it is one achievement, grant one award only.',
        },
      },
      differs: {
        says: {
          vi: 'Tổng tiền thưởng ghi trong dự thảo là {entered} đồng, tính theo quy định là {amount} đồng: {computation}.',
          en: 'The draft says {entered} đồng in total; by the rules it is {amount} đồng: {computation}.',
        },
        mend: {
          vi: 'Sửa tổng tiền thưởng trong dự thảo thành {amount} đồng. Các danh hiệu cùng thời gian chỉ nhận mức cao nhất.',
          en: 'Correct the total in the draft to {amount} đồng. Of titles of the same time only the highest is paid.',
        },
      },
    },
  },
  R24: {
    title: {
      vi: 'Quỹ thi đua, khen thưởng của cấp quyết định còn đủ',
      en: 'The fund of the deciding level is sufficient',
    },
    sayings: {
      noFund: {
        says: {
          vi: 'Quyết định cần {needed} đồng; chưa có số liệu Quỹ thi đua, khen thưởng của cấp quyết định nên chưa biết còn đủ không.',
          en: 'The decision needs {needed} đồng; the fund of the deciding level isn’t entered, so nobody can say whether it suffices.',
        },
        mend: {
          vi: 'Nhập tổng Quỹ thi đua, khen thưởng trong năm và số tiền đã quyết định chi.',
          en: 'Enter the fund of the year and the sum already decided on.',
        },
      },
      sumsUnknown: {
        says: {
          vi: 'Các dòng đã tính được cần {needed} đồng, quỹ còn {remaining} đồng; còn {unknownRows} dòng chưa tính được tiền thưởng nên chưa biết quỹ còn đủ không.',
          en: 'The rows whose sum is known need {needed} đồng of {remaining}; for {unknownRows} rows no sum is known, so nobody can say whether the fund suffices.',
        },
        mend: {
          vi: 'Bổ sung hệ số tiền thưởng kèm căn cứ, hoặc tự tính phần của các dòng này và đối chiếu với quỹ.',
          en: 'Enter the coefficient with its source, or reckon those rows yourself and compare them with the fund.',
        },
      },
      short: {
        says: {
          vi: 'Quyết định cần {needed} đồng, quỹ còn {remaining} đồng, thiếu {lacking} đồng: {computation}.',
          en: 'The decision needs {needed} đồng, {remaining} đồng remain, {lacking} đồng are lacking: {computation}.',
        },
        mend: {
          vi: 'Bổ sung Quỹ thi đua, khen thưởng ít nhất {lacking} đồng cho phần chi thưởng trước khi trình ký, hoặc ghi rõ lý do và nguồn chi khác.',
          en: 'Add at least {lacking} đồng to the part of the fund for awards before it goes to signature, or give the reason and another source.',
        },
      },
    },
  },
};
