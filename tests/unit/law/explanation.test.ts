import { describe, expect, it } from 'vitest';
import { planBack, type Plan } from '#shared/domain/law/back-schedule.ts';
import { readClock } from '#shared/domain/law/clock.ts';
import { explainedAmount, explainedRemaining, explainedTotal } from '#shared/domain/law/explained-money.ts';
import {
  explainedDueDay,
  explainedLastSafeDay,
  explainedMiss,
  explainedRule,
  explanationSchema,
  type Explanation,
} from '#shared/domain/law/explanation.ts';
import { explainedAnswerBy } from '#shared/domain/law/explained-step.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { awardAmount, fundRemaining, type Fund } from '#shared/domain/law/money.ts';
import { allRules } from '#shared/domain/rules/all-rules.ts';
import { judged } from '#shared/domain/rules/rule.ts';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import { sayRule } from '#shared/messages/rules/rules.ts';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';
import { goldenCases } from '../../golden/all-cases.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);
const law = createLaw(shippedLaw);
const asked = { form: 'GK_XA', subjectKind: 'individual', decidedOn: day('2026-08-19') } as const;
const amount = awardAmount(law, asked, asked.decidedOn)!;
const limit = law.number('limit.appraise', day('2026-02-09'));
const reading = (to?: CivilDate) =>
  readClock(law.calendar, {
    startedOn: day('2026-02-09'),
    limit: limit.value,
    steps: [{ holder: 'Phòng Văn hóa – Xã hội', openedOn: day('2026-02-09') }],
    stops: [{ reason: 'supplement', holder: 'Phường Sở Dầu', from: day('2026-02-12'), to }],
    until: day('2026-02-24'),
  });
const plan = planBack(
  law,
  [
    { code: 'letter', due: { workingDays: 3 } },
    { code: 'appraise', due: { workingDays: 5 } },
    { code: 'council', due: { roundDay: 'councilDay' } },
  ],
  { today: day('2026-02-12'), roundDays: { councilDay: day('2026-02-25'), closingDay: day('2026-02-25') } },
) as Extract<Plan, { state: 'tooLate' }>;

const remainingOf = (fund: Fund): Explanation =>
  explainedRemaining(law, fund, fundRemaining(law, fund, asked.decidedOn), asked.decidedOn);

const explained: readonly (readonly [string, Explanation, says: string])[] = [
  [
    'a sum',
    explainedAmount(law, amount, asked),
    'Tiền thưởng là 760.000 đồng: 0,3 × 2.530.000 = 759.000 → 760.000.',
  ],
  [
    'the most that may be given',
    explainedAmount(law, { ...amount, atMost: true }, asked),
    'Tiền thưởng không quá 760.000 đồng',
  ],
  [
    'a due day',
    explainedDueDay(law, limit, reading(day('2026-02-13'))),
    'thời hạn 20 ngày làm việc, hạn giải quyết là ngày 18/03/2026: đã tính 2 + 2 = 4 ngày làm việc; tạm dừng 2 ngày làm việc; 09/02/2026 + 20 + 2 ngày làm việc = 18/03/2026',
  ],
  [
    'the money of a decision',
    explainedTotal(
      [1, 2, 3].map(() => ({ dong: amount.dong, why: explainedAmount(law, amount, asked) })),
      { unknown: 0, decidedOn: asked.decidedOn },
    )!,
    'Tổng tiền thưởng của 3 dòng là 2.280.000 đồng: 3 × 760.000 = 2.280.000.',
  ],
  [
    'the money of a decision with a sealed row',
    explainedTotal([{ dong: amount.dong, why: explainedAmount(law, amount, asked) }], {
      unknown: 1,
      decidedOn: asked.decidedOn,
    })!,
    'Tổng tiền thưởng của 1 dòng đã tính được là 760.000 đồng: 1 × 760.000 = 760.000; còn 1 dòng chưa tính được.',
  ],
  [
    'what a fund has left',
    remainingOf({ total: 10_000_000, promised: 760_000 }),
    'Quỹ còn 7.240.000 đồng để khen thưởng: 10.000.000 × (100 − 20)% = 8.000.000 để khen thưởng; 8.000.000 − 760.000 = còn 7.240.000.',
  ],
  [
    'a fund of which too much was promised',
    remainingOf({ total: 1_000_000, promised: 900_000 }),
    'Đã chi, đã hứa chi vượt quỹ 100.000 đồng',
  ],
  [
    'the day by which opinions are due',
    explainedAnswerBy(law, { issuedOn: day('2026-08-03'), answerBy: day('2026-08-17') })!,
    'Văn bản lấy ý kiến ngày 03/08/2026, thời hạn trả lời 10 ngày làm việc: 03/08/2026 + 10 ngày làm việc = 17/08/2026.',
  ],
  [
    'a later day that the request names',
    explainedAnswerBy(law, { issuedOn: day('2026-08-03'), answerBy: day('2026-08-28') })!,
    'đề nghị trả lời đến ngày 28/08/2026, không sớm hơn thời hạn 10 ngày làm việc',
  ],
  ['a clock that stands', explainedDueDay(law, limit, reading()), 'Thời hạn đang tạm dừng, đã tính 2'],
  [
    'a last safe day',
    explainedLastSafeDay(law, plan.steps[0]!)!,
    'Chậm nhất ngày 11/02/2026 phải xong bước này để kịp phiên họp Hội đồng, ngày 25/02/2026.',
  ],
  ['a day that is missed', explainedMiss(law, plan), 'Không còn kịp phiên họp Hội đồng, ngày 25/02/2026'],
];

describe('an explanation', () => {
  it.each(explained)(
    'of %s says it in both languages, with its text and how sure it is',
    (_of, one, says) => {
      expect(explanationSchema.parse(one)).toEqual(one);
      expect(sayExplanation(one, 'vi').says).toContain(says);
      for (const language of ['vi', 'en'] as const) {
        const { instead, mend = '.', ...said } = sayExplanation(one, language);
        const texts = [
          said.title,
          said.says,
          mend,
          said.citation,
          said.confidence,
          ...instead.flatMap((way) => Object.values(way)),
        ];
        for (const text of texts) expect(text).not.toMatch(/^$|\{|undefined/);
      }
    },
  );

  it('shows the formula of a sum, the texts and the least sure of its figures', () => {
    const said = sayExplanation(explainedAmount(law, amount, asked), 'vi');
    expect(said.formula).toBe('0,3 × 2.530.000 = 759.000 → 760.000');
    expect(said.citation).toContain('Nghị định số 152/2025/NĐ-CP, Điều 54');
    expect(said.confidence).toContain('chưa xác nhận');
    expect(sayExplanation(explainedAmount(law, amount, asked), 'en').formula).toBe(
      '0.3 × 2,530,000 = 759,000 → 760,000',
    );
  });

  it('of a due day rests on the limit and the list of rest days', () => {
    const { citation, confidence } = explainedDueDay(law, limit, reading(day('2026-02-13')));
    expect(citation).toMatch(/638.*Điều 112/);
    expect(confidence).toBe('inferred');
  });

  it('offers what is lawful in words, with where it stands', () => {
    expect(sayExplanation(explainedMiss(law, plan), 'vi').instead).toMatchObject([
      {
        says: 'Lấy ý kiến các thành viên Hội đồng bằng văn bản',
        citation: expect.stringContaining('Thông lệ') as string,
      },
      { says: 'Chuyển hồ sơ sang đợt xét khen thưởng tiếp theo' },
    ]);
  });

  it('isn’t given for a step that no fixed day binds', () => {
    expect(explainedLastSafeDay(law, { step: 'decide', on: undefined, computation: [] })).toBeUndefined();
  });

  const results = goldenCases.flatMap(({ title, facts, stage }) =>
    judged(allRules, facts, law, stage).map((result) => [`${result.rule}: ${title}`, result] as const),
  );
  it.each(results)('of %s has the one shape, and says what the rule says', (_title, result) => {
    const one = explainedRule(result);
    expect(explanationSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    expect(sayExplanation(one, 'vi')).toMatchObject(sayRule(result, 'vi'));
  });
});
