import type { RuleWords } from './words.ts';

/** R07: who goes first among equals. */
export const quotaWords: Readonly<Record<string, RuleWords>> = {
  R07: {
    title: {
      vi: 'Khi có nhiều trường hợp ngang nhau, ưu tiên nữ và tập thể có tỷ lệ nữ từ mức quy định',
      en: 'Among equals women, and collectives with enough women, come first',
    },
    sayings: {
      prefer: {
        says: {
          vi: 'Còn {places} suất cho {equals} trường hợp ngang nhau; ưu tiên nữ hoặc tập thể có từ {womenShare}% là nữ: {names}.',
          en: '{places} places are left for {equals} equals; women, or collectives of at least {womenShare}% women, come first: {names}.',
        },
        mend: {
          vi: 'Khi phải lựa chọn, chọn trước các trường hợp nêu trên; nếu chọn khác thì ghi lý do vào biên bản.',
          en: 'Where one must choose, choose these first; for another choice put the reason into the minutes.',
        },
      },
      full: {
        says: {
          vi: 'Đã dùng hết {count} suất; còn {equals} trường hợp ngang nhau.',
          en: 'All {count} places are taken; {equals} equals are left.',
        },
        mend: {
          vi: 'Đề nghị cơ quan tổ chức đợt xét bổ sung chỉ tiêu, hoặc chuyển các trường hợp này sang đợt sau.',
          en: 'Ask the owner of the round for more places, or leave these for the next round.',
        },
      },
      unsaid: {
        says: {
          vi: 'Phải lựa chọn giữa {equals} trường hợp cho {places} suất, nhưng chưa ghi giới tính hoặc tỷ lệ nữ của: {names}.',
          en: '{equals} equals for {places} places, but the gender or the share of women isn’t entered for: {names}.',
        },
        mend: {
          vi: 'Ghi giới tính (cá nhân) hoặc tỷ lệ nữ (tập thể) của các trường hợp nêu trên.',
          en: 'Enter the gender of individuals and the share of women of collectives.',
        },
      },
    },
  },
};
