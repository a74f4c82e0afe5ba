import type { RuleWords } from './words.ts';

/** R29, R30 and R32: printing, later decisions, gifts. */
export const awardWords: Readonly<Record<string, RuleWords>> = {
  R29: {
    title: {
      vi: 'Bằng ghi đủ họ tên, đơn vị, số sổ vàng đúng thứ tự trong quyết định',
      en: 'The certificate has the full name, unit and golden-book number',
    },
    sayings: {
      noName: {
        says: { vi: 'Chưa có tên ghi trên bằng.', en: 'There is no printed name.' },
        mend: { vi: 'Ghi đầy đủ tên sẽ in trên bằng.', en: 'Enter the name to be printed in full.' },
      },
      shortName: {
        says: { vi: 'Tên “{name}” viết tắt.', en: 'The name “{name}” is shortened.' },
        mend: {
          vi: 'Ghi đầy đủ họ, chữ đệm và tên, không viết tắt.',
          en: 'Write the full name without abbreviations.',
        },
      },
      noUnit: {
        says: { vi: 'Chưa có chức danh, đơn vị hoặc địa chỉ.', en: 'There is no title, unit or address.' },
        mend: {
          vi: 'Ghi chức danh, đơn vị hoặc địa chỉ sẽ in trên bằng.',
          en: 'Enter the title, unit or address to be printed.',
        },
      },
      noNumber: {
        says: { vi: 'Chưa có số sổ vàng.', en: 'There is no golden-book number.' },
        mend: {
          vi: 'Ghi số sổ vàng là {ordinal}, đúng thứ tự trong quyết định.',
          en: 'Enter golden-book number {ordinal}, its place in the decision.',
        },
      },
      otherNumber: {
        says: {
          vi: 'Số sổ vàng {goldenBookNumber} khác thứ tự {ordinal} trong quyết định.',
          en: 'Golden-book number {goldenBookNumber} differs from the place {ordinal} in the decision.',
        },
        mend: { vi: 'Sửa số sổ vàng thành {ordinal}.', en: 'Correct the golden-book number to {ordinal}.' },
      },
    },
  },
  R30: {
    title: {
      vi: 'Đính chính, hủy bỏ bằng quyết định mới, không xóa quyết định cũ',
      en: 'Corrections and revocations are new decisions that delete nothing',
    },
    sayings: {
      deletes: {
        says: { vi: 'Quyết định cũ sẽ bị xóa.', en: 'The earlier decision would be deleted.' },
        mend: {
          vi: 'Giữ nguyên quyết định cũ; ban hành quyết định mới có dẫn số quyết định đó.',
          en: 'Keep the earlier decision; issue a new one that names it.',
        },
      },
      noNumber: {
        says: {
          vi: 'Quyết định mới chưa dẫn số của quyết định được đính chính hoặc hủy bỏ.',
          en: 'The new decision doesn’t name the one that it corrects or revokes.',
        },
        mend: {
          vi: 'Ghi số quyết định được đính chính hoặc hủy bỏ.',
          en: 'Enter the number of the decision that is corrected or revoked.',
        },
      },
      recovering: {
        says: {
          vi: 'Chưa ghi việc thu hồi hiện vật và tiền thưởng.',
          en: 'Whether artefact and money are being taken back isn’t entered.',
        },
        mend: {
          vi: 'Ghi việc thu hồi hiện vật và tiền thưởng.',
          en: 'Enter how artefact and money are taken back.',
        },
      },
      notRecovered: {
        says: {
          vi: 'Hủy bỏ quyết định mà chưa thu hồi hiện vật và tiền thưởng.',
          en: 'The decision is revoked without taking back artefact and money.',
        },
        mend: {
          vi: 'Mở việc thu hồi hiện vật và tiền thưởng, nộp lại quỹ thi đua, khen thưởng.',
          en: 'Open the recovery of artefact and money, which goes back to the fund.',
        },
      },
    },
  },
  R32: {
    title: { vi: 'Quà tặng không phải hình thức khen thưởng', en: 'A gift is no award' },
    sayings: {
      amongAwards: {
        says: { vi: 'Quà tặng nằm trong quyết định khen thưởng.', en: 'A gift stands in an award decision.' },
        mend: {
          vi: 'Bỏ khỏi quyết định, ghi vào danh sách quà tặng.',
          en: 'Take it out and enter it in the list of gifts.',
        },
      },
      numbered: {
        says: {
          vi: 'Quà tặng được ghi số quyết định khen thưởng {giftNumber}.',
          en: 'A gift bears the decision number {giftNumber}.',
        },
        mend: {
          vi: 'Bỏ số {giftNumber}: quà tặng ghi ở danh sách quà, không có số quyết định.',
          en: 'Remove {giftNumber}: gifts stand in their own list without a decision number.',
        },
      },
    },
  },
};
