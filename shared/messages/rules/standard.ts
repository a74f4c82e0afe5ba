import type { RuleWords } from './words.ts';

/** R19 to R21: the safety standard and the force. */
export const standardWords: Readonly<Record<string, RuleWords>> = {
  R19: {
    title: {
      vi: '“An toàn về an ninh, trật tự”: đúng đối tượng, đăng ký quý I, công nhận đúng kỳ',
      en: 'Safety standard: right kind, registered in the first quarter, recognised in its window',
    },
    sayings: {
      excluded: {
        says: {
          vi: 'Đối tượng này không thuộc diện xét (doanh nghiệp nhỏ, siêu nhỏ; trường tiểu học, mầm non, nhà trẻ; lực lượng vũ trang).',
          en: 'It isn’t eligible (small or micro enterprise; primary school, preschool, nursery; armed forces).',
        },
        mend: {
          vi: 'Nếu phân loại nhầm, sửa lại loại đối tượng; nếu đúng, rút đề nghị.',
          en: 'If its kind was entered by mistake, correct it; otherwise withdraw.',
        },
      },
      notRegistered: {
        says: { vi: 'Chưa đăng ký phấn đấu đạt chuẩn năm {year}.', en: 'It hasn’t registered for {year}.' },
        mend: {
          vi: 'Bổ sung bản đăng ký có ngày trong quý I năm {year}, chậm nhất {registerBy}.',
          en: 'Add its registration dated in the first quarter of {year}, at the latest {registerBy}.',
        },
      },
      lateRegistration: {
        says: {
          vi: 'Ngày đăng ký không thuộc quý I năm {year} (chậm nhất {registerBy}).',
          en: 'It wasn’t registered in the first quarter of {year} (by {registerBy}).',
        },
        mend: {
          vi: 'Nếu ghi nhầm ngày, sửa theo bản đăng ký; nếu đúng, đăng ký cho năm sau.',
          en: 'If the day is wrong, correct it by the registration; otherwise register for next year.',
        },
      },
      tooEarly: {
        says: {
          vi: 'Công nhận khi kỳ xét chưa kết thúc (hết ngày {windowEnd}).',
          en: 'Recognised before its year has ended ({windowEnd}).',
        },
        mend: {
          vi: 'Quyết định công nhận sau ngày {windowEnd} và trước ngày {deadline}.',
          en: 'Decide after {windowEnd} and before {deadline}.',
        },
      },
      lateRecognition: {
        says: { vi: 'Công nhận không trước ngày {deadline}.', en: 'Not recognised before {deadline}.' },
        mend: {
          vi: 'Nếu ghi nhầm ngày, sửa theo quyết định (trước ngày {deadline}); nếu đúng, xét cho năm sau.',
          en: 'If the day is wrong, correct it by the decision (before {deadline}); otherwise consider it next year.',
        },
      },
      missed: {
        says: {
          vi: 'Chưa công nhận mà đã đến hạn {deadline}.',
          en: 'Not recognised, and {deadline} has come.',
        },
        mend: {
          vi: 'Nhập quyết định công nhận đã ban hành trước ngày {deadline}; nếu chưa có, xét cho năm sau.',
          en: 'Enter the decision issued before {deadline}; if there is none, consider it next year.',
        },
      },
    },
  },
  R20: {
    title: {
      vi: 'Xã, phường “An toàn về an ninh, trật tự”: tỷ lệ đăng ký, tỷ lệ đạt, mô hình',
      en: 'Safe ward: shares registered and recognised, models',
    },
    sayings: {
      noUnits: {
        says: {
          vi: 'Chưa có số khu dân cư, cơ quan, doanh nghiệp, nhà trường đăng ký và đạt chuẩn.',
          en: 'Numbers of units registered and recognised are not entered.',
        },
        mend: {
          vi: 'Nhập tổng số, số đăng ký và số đạt chuẩn.',
          en: 'Enter all, registered and recognised.',
        },
      },
      noModels: {
        says: {
          vi: 'Chưa ghi số mô hình hoạt động hiệu quả.',
          en: 'The number of effective models isn’t entered.',
        },
        mend: { vi: 'Nhập số mô hình hoạt động hiệu quả.', en: 'Enter the number of effective models.' },
      },
      registered: {
        says: {
          vi: 'Đăng ký {registered}/{all} ({registeredShare}%), cần {registeredNeeded}%.',
          en: '{registered} of {all} registered ({registeredShare}%); {registeredNeeded}% are needed.',
        },
        mend: { vi: 'Bổ sung bản đăng ký của các đơn vị còn thiếu.', en: 'Add the missing registrations.' },
      },
      recognised: {
        says: {
          vi: 'Đạt chuẩn {recognised}/{all} ({recognisedShare}%), cần ít nhất {recognisedNeeded}%.',
          en: '{recognised} of {all} recognised ({recognisedShare}%); at least {recognisedNeeded}% are needed.',
        },
        mend: {
          vi: 'Bổ sung quyết định công nhận còn thiếu; nếu không đủ, chưa đề nghị năm nay.',
          en: 'Add missing decisions of recognition; if there are none, do not propose this year.',
        },
      },
      models: {
        says: {
          vi: 'Có {models} mô hình hoạt động hiệu quả, cần ít nhất {modelsNeeded}.',
          en: '{models} effective models; at least {modelsNeeded} is needed.',
        },
        mend: {
          vi: 'Bổ sung đánh giá của ít nhất {modelsNeeded} mô hình hoạt động hiệu quả.',
          en: 'Add the review of at least {modelsNeeded} effective model.',
        },
      },
    },
  },
  R21: {
    title: {
      vi: 'Xếp loại lực lượng bảo vệ an ninh, trật tự ở cơ sở',
      en: 'Rating of the grassroots security force',
    },
    sayings: {
      newTeam: {
        says: {
          vi: 'Tổ hoạt động mới {months} tháng, đủ {monthsNeeded} tháng mới xếp loại.',
          en: 'The team is {months} months old; it is rated after {monthsNeeded}.',
        },
        mend: {
          vi: 'Bỏ xếp loại năm nay, hoặc sửa thời gian hoạt động kèm xác nhận.',
          en: 'Leave the rating out, or correct the time with a confirmation.',
        },
      },
      newMember: {
        says: {
          vi: 'Mới tham gia {months} tháng, đủ {monthsNeeded} tháng mới xếp loại.',
          en: 'A member for {months} months; rated after {monthsNeeded}.',
        },
        mend: {
          vi: 'Bỏ xếp loại năm nay, hoặc sửa thời gian tham gia kèm xác nhận.',
          en: 'Leave the rating out, or correct the time with a confirmation.',
        },
      },
      aboveTeam: {
        says: { vi: 'Tổ trưởng xếp loại cao hơn tổ.', en: 'The leader is rated above the team.' },
        mend: { vi: 'Xếp loại tổ trưởng không cao hơn tổ.', en: 'Rate the leader no higher than the team.' },
      },
      tooMany: {
        says: {
          vi: 'Xếp xuất sắc {excellent} trên {good} hoàn thành tốt, nhiều nhất {allowed} ({percent}%).',
          en: '{excellent} rated excellent of {good} good; at most {allowed} ({percent}%).',
        },
        mend: {
          vi: 'Giảm số xếp xuất sắc còn nhiều nhất {allowed}.',
          en: 'Rate at most {allowed} excellent.',
        },
      },
    },
  },
};
