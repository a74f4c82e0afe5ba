import type { RuleWords } from './words.ts';

/** R33: duties that are kept apart. */
export const handWords: Readonly<Record<string, RuleWords>> = {
  R33: {
    title: {
      vi: 'Người đề xuất, thẩm định, quyết định là những người khác nhau',
      en: 'Proposer, appraiser and decider are different people',
    },
    sayings: {
      ownCase: {
        says: {
          vi: 'Người này là đối tượng được đề nghị khen hoặc thuộc hộ gia đình được đề nghị, nên không được thẩm định, biểu quyết, quyết định trường hợp này.',
          en: 'This person is the subject or of its household and may not appraise, vote or decide.',
        },
        mend: {
          vi: 'Giao người khác; thành viên Hội đồng không biểu quyết trường hợp của mình.',
          en: 'Let somebody else act; a council member abstains on their own case.',
        },
      },
      ownList: {
        says: {
          vi: 'Người ký là đối tượng được đề nghị khen trong danh sách hoặc thuộc hộ gia đình được đề nghị.',
          en: 'The signer, or their household, stands in the list.',
        },
        mend: {
          vi: 'Chuyển trường hợp này sang danh sách thứ hai do cấp phó ký thay (KT.).',
          en: 'Move this case to a second list that the deputy signs (KT.).',
        },
      },
      proposedIt: {
        says: {
          vi: 'Người này đã đề xuất trường hợp này, nên không được thẩm định hoặc quyết định.',
          en: 'This person proposed the case and may not appraise or decide it.',
        },
        mend: {
          vi: 'Giao người khác thẩm định; nếu là bước quyết định, cấp phó ký thay (KT.).',
          en: 'Let somebody else appraise; a decision is signed by the deputy (KT.).',
        },
      },
      appraisedIt: {
        says: {
          vi: 'Người này đã thẩm định trường hợp này, nên không được quyết định.',
          en: 'This person appraised the case and may not decide it.',
        },
        mend: {
          vi: 'Người khác có thẩm quyền ký quyết định (cấp phó ký thay, KT.).',
          en: 'Let another person who may sign decide (the deputy, KT.).',
        },
      },
    },
  },
};
