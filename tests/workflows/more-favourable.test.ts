import { expect, it } from 'vitest';
import { ownRowSchema } from '#shared/domain/law/figure.ts';
import { createLaw } from '#shared/domain/law/law.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { codeOf, walkIn } from '../support/case-walk.ts';
import { keepPaper } from '../support/minutes.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { december, idOf, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestClock } from '../support/test-clock.ts';
import { createTestHome } from '../support/test-home.ts';

const { wardOfficer } = people;
const monday = at(civilDateSchema.parse('2026-09-28'), 9);

const paragraph =
  'Trong năm đã phối hợp với Công an phường và các đoàn thể tổ chức bốn mươi hai buổi tuyên truyền phòng ngừa tội phạm, ' +
  'vận động hai trăm mười hộ lắp chuông báo cháy, hòa giải thành mười một vụ mâu thuẫn trong nhân dân và cung cấp ' +
  'chín tin báo có giá trị giúp cơ quan chức năng làm rõ nhiều vụ việc trên địa bàn.';

/** From the day of the new law on, only a paragraph that is the same word by word is a copy. */
const newLaw = createLaw(shippedLaw, [
  ownRowSchema.parse({
    key: 'likeness.copied',
    value: 100,
    validFrom: '2026-10-01',
    sources: [{ of: 'LUAT-06-2026' }],
    confidence: 'memory',
  }),
]);

/** Received on 28/09/2026, with another report of the round in the same words; today is `passed` days later. */
async function received(passed: number) {
  const test = await createTestHome({
    clock: createTestClock(monday),
    law: { current: () => Promise.resolve(newLaw) },
  });
  const round = roundSchema.parse({
    ...december,
    id: idOf('round-of-the-ward'),
    year: 2026,
    opensOn: '2026-09-01',
    forms: [{ form: 'GK_XA', closingDay: '2026-11-20', councilDay: '2026-12-11', quotas: [] }],
  });
  await test.ports.store.commit([roundWrite(undefined, round)]);
  const walk = walkIn(test);
  const wanted = { form: 'GK_XA', round: round.id, report: paragraph };
  const copied = await draftNomination(test.ports, {
    ...wanted,
    name: 'Trần Văn Bảy',
    birthYear: 1949,
    report: paragraph.replace('hộ lắp', 'nhà lắp'),
  });
  await walk.act(wardOfficer, copied, 'submit');
  const id = await draftNomination(test.ports, wanted);
  await keepPaper(test.ports, wardOfficer, { case: id }, 'letter');
  const reasons = { R01: 'Hai người làm chung một đợt vận động.' };
  await walk.act(wardOfficer, id, 'submit', { reasons });
  await walk.act(wardOfficer, id, 'receive', { reasons });
  await test.passDays(passed);
  const rulesOf = async () => readCaseRules(test.ports, wardOfficer.id, id);
  const page = async () => textOf((await createReaders(test.ports).as(wardOfficer).get(`/cases/${id}`)).html);
  const choose = (law: 'today' | 'received') =>
    walk.act(wardOfficer, id, 'chooseLaw', { law, reason: 'Có lợi hơn cho người được đề nghị' });
  return { ...walk, id, rulesOf, page, choose };
}

it('a file received before the law changed is judged by the new law once that is chosen, and by its own again', async () => {
  const { act, caseOf, id, rulesOf, page, choose } = await received(4);
  const failing = async () =>
    (await rulesOf()).explanations.filter(({ verdict }) => verdict === 'fails').map(({ follows }) => follows);
  expect((await rulesOf()).lawOf).toBe('2026-09-28');
  expect(await failing()).toEqual(expect.arrayContaining(['R01', 'R34']));
  expect(await page()).toContain('Chọn quy định áp dụng');

  await choose('today');
  expect(await caseOf(id)).toMatchObject({ lawOf: '2026-10-02', route: { frozenOn: '2026-09-28' } });
  expect((await rulesOf()).lawOf).toBe('2026-10-02');
  expect(await failing()).not.toContain('R34');
  expect(await failing()).not.toContain('R01');
  expect(await page()).toContain('Hồ sơ được xét theo quy định có hiệu lực ngày 02/10/2026');
  expect(await page()).toContain('Chọn áp dụng quy định có hiệu lực tại ngày 02/10/2026');

  await choose('received');
  expect(await failing()).toEqual(expect.arrayContaining(['R01', 'R34']));
  await choose('today');
  await act(wardOfficer, id, 'recommend');
  expect((await caseOf(id)).turn).toBeGreaterThan(1);
});

it('no law is chosen where none is more favourable, or it is the one that applies', async () => {
  const { choose, page } = await received(0);
  expect(await codeOf(choose('today'))).toBe('LawNotLighter');
  expect(await codeOf(choose('received'))).toBe('InputInvalid');
  expect(await page()).not.toContain('Chọn quy định áp dụng');
});
