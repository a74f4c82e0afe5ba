import { describe, expect, it } from 'vitest';
import { explainedRefusal, restsOnLaw } from '#shared/domain/law/explained-refusal.ts';
import { explanationSchema } from '#shared/domain/law/explanation.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { refusals, type RefusalCode, type RefusalDetails } from '#shared/domain/refusal.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';

const law = createLaw(shippedLaw);
const today = civilDateSchema.parse('2020-10-05');
const step = { step: 'district-appraise', title: { vi: 'Công an quận thẩm định', en: 'District police' } };

/** What is refused, what it says of the law in Vietnamese, and what it cites. */
const table: readonly (readonly [RefusalCode, RefusalDetails, says: string])[] = [
  ['AchievementAlreadyNominated', { case: '01Z' }, 'Theo quy định: '],
  ['LinkedNominationOpen', { otherForm: 'Giấy khen' }, 'Theo quy định: '],
  ['LinkedNominationAwarded', { otherForm: 'Giấy khen' }, 'Theo quy định: '],
  ['MinutesMissing', {}, 'Theo quy định: '],
  ['PresenceMissing', {}, 'Theo quy định: '],
  ['ConflictOfInterest', { bar: 'ownCase' }, 'Người này là đối tượng được đề nghị khen'],
  ['ConflictOfInterest', { bar: 'proposedIt' }, 'Người này đã đề xuất trường hợp này'],
  ['ConflictOfInterest', { bar: 'appraisedIt' }, 'Người này đã thẩm định'],
  ['RowBarsSigner', { rows: [{ case: '01Z', bar: 'ownCase' }] }, 'Người ký là đối tượng được đề nghị khen'],
  ['SubjectKindNotEligible', { form: 'KNC_ANTQ' }, 'không dành cho loại đối tượng đã chọn'],
  [
    'RouteUnresolvable',
    { reason: 'noTemplate', form: 'GK_HUYEN', day: '2025-08-19' },
    'Theo quy định ngày 19/08/2025 không có tuyến trình nào',
  ],
  [
    'RouteUnresolvable',
    { reason: 'noOrganisation', ...step, day: '2020-10-05' },
    'Bước “Công an quận thẩm định”: ngày 05/10/2020 danh mục chưa có cơ quan nào',
  ],
  [
    'RouteUnresolvable',
    { reason: 'severalOrganisations', ...step, day: '2020-10-05' },
    'Bước “Công an quận thẩm định”: ngày 05/10/2020 có từ hai cơ quan',
  ],
  [
    'RouteUnresolvable',
    { reason: 'allOutside', template: 'district-award-2020', day: '2020-10-05' },
    'mọi cơ quan trên tuyến trình đều chưa sử dụng hệ thống này',
  ],
];

describe('what of the law a refusal rests on', () => {
  it.each(table)('%s %j says "%s" and cites its text', (code, details, says) => {
    const why = explainedRefusal(law, { code, details }, today)!;
    expect(explanationSchema.parse(why)).toEqual(why);
    const [vi, en] = [sayExplanation(why, 'vi'), sayExplanation(why, 'en')];
    expect(vi.says).toContain(says);
    expect(`${vi.says}${vi.mend ?? ''}${en.says}${en.mend ?? ''}`).not.toMatch(/\{|\bR\d\d\b/);
    expect(vi.citation).not.toBe('');
  });

  it('is said of every refusal that rests on it, and of no other', () => {
    const codes = Object.keys(refusals) as RefusalCode[];
    expect(codes.filter(restsOnLaw).sort()).toEqual(
      [...new Set([...table.map(([code]) => code), 'LawNotLighter' as const])].sort(),
    );
    for (const code of codes.filter((one) => !restsOnLaw(one)))
      expect(explainedRefusal(law, { code, details: {} }, today)).toBeUndefined();
  });

  it('LawNotLighter is said from the day on from which there is a more favourable law to choose', () => {
    const on = (day: string) =>
      explainedRefusal(law, { code: 'LawNotLighter', details: {} }, civilDateSchema.parse(day));
    expect(on('2026-10-02')).toMatchObject({ follows: 'R34', of: 'refusal' });
  });
});
