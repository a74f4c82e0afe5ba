import { fixedKinds } from '../domain/law/back-schedule.ts';
import { commendationTypes } from '../domain/past-decision.ts';
import { always, chosenFrom, row, underLaw2003 } from './rows.ts';

const sinceLaw2022 = ['2024-01-01'] as const;

/** What is lawful where a fixed day can't be reached any more: for which kinds of day, and of commendation. */
export const lateWays: readonly unknown[] = [
  chosenFrom(
    fixedKinds,
    'late.writtenConsultation',
    'texts',
    {
      vi: 'Lấy ý kiến thành viên Hội đồng bằng văn bản khi không kịp phiên họp',
      en: 'Written consultation of the council where its session can’t be reached',
    },
    row(always, ['councilDay'], 'memory', 'THONG-LE'),
  ),
  chosenFrom(
    fixedKinds,
    'late.simplifiedProcedure',
    'texts',
    { vi: 'Xét khen thưởng theo thủ tục đơn giản', en: 'Award by the simplified procedure' },
    row(underLaw2003, ['councilDay', 'closingDay'], 'memory', 'LUAT-TDKT-2003'),
    row(sinceLaw2022, ['councilDay', 'closingDay'], 'memory', ['LUAT-TDKT-2022', 'Điều 85']),
  ),
  chosenFrom(
    commendationTypes,
    'late.simplifiedProcedure.types',
    'texts',
    {
      vi: 'Loại khen thưởng được theo thủ tục đơn giản',
      en: 'Types of commendation for which the simplified procedure is',
    },
    row(underLaw2003, ['unexpected'], 'memory', 'LUAT-TDKT-2003'),
    row(sinceLaw2022, ['unexpected'], 'memory', ['LUAT-TDKT-2022', 'Điều 85']),
  ),
  chosenFrom(
    fixedKinds,
    'late.nextRound',
    'texts',
    { vi: 'Chuyển sang đợt xét khen thưởng tiếp theo', en: 'Moved to the next round' },
    row(always, ['councilDay', 'closingDay', 'monthDay'], 'inferred', 'THONG-LE'),
  ),
];
