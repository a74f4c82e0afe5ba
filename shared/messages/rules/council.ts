import type { RuleWords } from './words.ts';

/** R10 to R12: the council. */
export const councilWords: Readonly<Record<string, RuleWords>> = {
  R10: {
    title: {
      vi: 'Biên bản họp Hội đồng ghi đủ số có mặt, tổng số và ý kiến của người vắng',
      en: 'Minutes give present and total, with written votes of the absent',
    },
    sayings: {
      noNumbers: {
        says: {
          vi: 'Biên bản chưa ghi số thành viên có mặt trên tổng số thành viên.',
          en: 'The minutes do not give members present and in all.',
        },
        mend: {
          vi: 'Ghi vào biên bản: {present}/{members} thành viên.',
          en: 'Enter in the minutes: {present} of {members} members.',
        },
      },
      otherNumbers: {
        says: {
          vi: 'Số có mặt, tổng số trong biên bản khác với phiên họp ({present}/{members}).',
          en: 'Numbers in the minutes differ from the session ({present} of {members}).',
        },
        mend: {
          vi: 'Đối chiếu với biên bản đã ký: nếu ghi nhầm thành phần dự họp thì sửa lại thành phần; nếu nhập nhầm số trong biên bản thì nhập lại; nếu biên bản sai thì lập lại biên bản ({present}/{members} thành viên).',
          en: 'Compare with the signed minutes: correct who came, or the numbers that were entered; where the minutes are wrong, draw them up anew ({present} of {members} members).',
        },
      },
      tooMany: {
        says: {
          vi: 'Số có mặt và số ý kiến bằng văn bản nhiều hơn số thành viên ({members}).',
          en: 'Those present and written votes are more than the members ({members}).',
        },
        mend: {
          vi: 'Kiểm lại số có mặt và số ý kiến bằng văn bản của người vắng.',
          en: 'Check who was present and the written votes of the absent.',
        },
      },
      noWrittenVotes: {
        says: {
          vi: 'Vắng {absent} thành viên, mới có {writtenVotes} ý kiến bằng văn bản.',
          en: '{absent} members were absent, {writtenVotes} written votes are there.',
        },
        mend: {
          vi: 'Lấy đủ ý kiến bằng văn bản của {absent} thành viên vắng mặt và kèm vào biên bản.',
          en: 'Take written votes of all {absent} absent members and attach them to the minutes.',
        },
      },
    },
  },
  R11: {
    title: {
      vi: 'Đủ tỷ lệ phiếu đồng ý trên tổng số thành viên Hội đồng',
      en: 'Enough votes of all council members',
    },
    sayings: {
      noBallot: {
        says: {
          vi: 'Hình thức này phải bỏ phiếu kín, không biểu quyết giơ tay.',
          en: 'This form needs a ballot, not a show of hands.',
        },
        mend: {
          vi: 'Tổ chức bỏ phiếu và lập biên bản kiểm phiếu; cần ít nhất {needed}/{members} phiếu đồng ý.',
          en: 'Hold a ballot with a count sheet; at least {needed} of {members} votes are needed.',
        },
      },
      tooFew: {
        says: {
          vi: 'Có {agreed} phiếu đồng ý trên tổng số {members} thành viên, cần ít nhất {needed} phiếu ({percent}%).',
          en: '{agreed} votes of all {members} members; at least {needed} ({percent}%) are needed.',
        },
        mend: {
          vi: 'Lấy ý kiến bằng văn bản của thành viên chưa bỏ phiếu; đủ {needed} phiếu đồng ý mới được trình.',
          en: 'Take written votes of members who have not voted; it may go on once {needed} agree.',
        },
      },
    },
  },
  R12: {
    title: { vi: 'Đủ số thành viên Hội đồng dự họp xét khen thưởng', en: 'Enough council members present' },
    sayings: {
      fails: {
        says: {
          vi: 'Có mặt {present}/{members} thành viên, cần ít nhất {needed} ({percent}%).',
          en: '{present} of {members} members were present; at least {needed} ({percent}%) are needed.',
        },
        mend: {
          vi: 'Họp lại khi có ít nhất {needed} thành viên, hoặc ghi lý do và kèm ý kiến bằng văn bản của người vắng.',
          en: 'Meet again with at least {needed} members, or give a reason and attach written opinions of the absent.',
        },
      },
    },
  },
};
