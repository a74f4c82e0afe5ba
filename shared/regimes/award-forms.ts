import { awardFormSchema, type AwardForm } from '../domain/round.ts';
import { z } from 'zod';

const giayKhen = { vi: 'Giấy khen', en: 'Certificate of commendation' };
const bangKhen = { vi: 'Bằng khen', en: 'Certificate of merit' };
const medal = { vi: 'Kỷ niệm chương', en: 'Commemorative medal' };
const everyKind = ['individual', 'collective', 'household'];

/** Award forms of the first seasons. */
export const awardForms: readonly AwardForm[] = z.array(awardFormSchema).parse([
  {
    code: 'GK_HUYEN',
    name: {
      vi: 'Giấy khen của Chủ tịch UBND quận, huyện',
      en: 'Certificate of commendation of the district chairman',
    },
    artefact: giayKhen,
    subjectKinds: everyKind,
    authority: { vi: 'Chủ tịch UBND quận', en: 'Chairman of the district People’s Committee' },
    rank: 30,
    validFrom: '2003-11-26',
    validTo: '2025-06-30',
    source: 'Luật TĐKT 15/2003/QH11; NĐ 129/2025/NĐ-CP Điều 59 (bãi bỏ từ 01/07/2025)',
    confidence: 'confirmed',
  },
  {
    code: 'GK_XA',
    name: {
      vi: 'Giấy khen của Chủ tịch UBND xã, phường',
      en: 'Certificate of commendation of the ward chairman',
    },
    artefact: giayKhen,
    subjectKinds: everyKind,
    authority: { vi: 'Chủ tịch UBND phường', en: 'Chairman of the ward People’s Committee' },
    rank: 20,
    validFrom: '2003-11-26',
    source: 'Luật TĐKT 06/2022/QH15; NĐ 129/2025/NĐ-CP Điều 59',
    confidence: 'confirmed',
  },
  {
    code: 'BK_TINH',
    name: {
      vi: 'Bằng khen của Chủ tịch UBND tỉnh, thành phố',
      en: 'Certificate of merit of the city chairman',
    },
    artefact: bangKhen,
    subjectKinds: everyKind,
    authority: { vi: 'Chủ tịch UBND thành phố', en: 'Chairman of the city People’s Committee' },
    rank: 60,
    validFrom: '2003-11-26',
    source: 'Luật TĐKT 06/2022/QH15 Điều 74',
    confidence: 'confirmed',
  },
  {
    code: 'KNC_ANTQ',
    name: {
      vi: 'Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”',
      en: 'Commemorative medal “For the protection of national security”',
    },
    artefact: medal,
    subjectKinds: ['individual'],
    authority: { vi: 'Bộ trưởng Bộ Công an', en: 'Minister of Public Security' },
    rank: 80,
    validFrom: '2003-11-26',
    source: 'TT 20/2025/TT-BCA; trước 28/04/2025: TT 11/2021/TT-BCA và văn bản trước',
    confidence: 'secondary',
  },
]);
