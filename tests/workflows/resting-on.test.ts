import { describe, expect, it } from 'vitest';
import type { CaseCommandName } from '#shared/domain/case-command.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { codeOf, walkIn } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { policeOfficer, wardOfficer } = people;
const paragraph =
  'Trong năm đã phối hợp với Công an phường và các đoàn thể tổ chức bốn mươi hai buổi tuyên truyền phòng ngừa tội phạm, ' +
  'vận động hai trăm mười hộ lắp chuông báo cháy, hòa giải thành mười một vụ mâu thuẫn trong nhân dân và cung cấp ' +
  'chín tin báo có giá trị giúp cơ quan chức năng làm rõ nhiều vụ việc trên địa bàn.';

/** At the police, who appraise it: its report stands in another one, too. */
async function atThePolice() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const other = { name: 'Trần Văn Bảy', birthYear: 1949, report: paragraph };
  await walk.act(wardOfficer, await draftNomination(home.ports, other), 'submit');
  const id = await draftNomination(home.ports, { report: paragraph });
  const reasons = { R01: 'Hai người làm chung một đợt vận động.' };
  await walk.act(wardOfficer, id, 'submit', { reasons });
  await walk.to('district-receive', [id]);
  await walk.act(policeOfficer, id, 'receive', { reasons });
  return { home, id, ...walk };
}

const told: readonly (readonly [CaseCommandName, string, object])[] = [
  ['askSupplement', 'SupplementAsked', { fields: ['report'], note: 'Viết lại phần đóng góp của từng người' }],
  ['returnIneligible', 'ReturnedIneligible', { reason: 'Báo cáo sao chép', article: 'Điều 5' }],
  ['notRecommend', 'NotRecommended', { reason: 'Báo cáo sao chép' }],
];

describe('what an appraiser asks for, returns or does not recommend on the ground of a rule', () => {
  it.each(told)(
    '%s: says in the history what the rule found, as the checklist did',
    async (name, act, body) => {
      const { home, id, act: doAct } = await atThePolice();
      const { explanations } = await readCaseRules(home.ports, policeOfficer.id, id);
      await doAct(policeOfficer, id, name, { ...body, restsOn: ['R01'] });
      const { timeline } = await readCaseView(home.ports, wardOfficer.id, id);
      const entry = timeline.find((one) => one.act === act);
      expect(entry?.facts).toMatchObject({ rules: ['R01:fails:warn:copied'], lawOf: '2020-10-05' });
      expect(entry?.words?.['explanations']).toEqual(explanations.filter(({ follows }) => follows === 'R01'));
      const page = textOf((await createReaders(home.ports).as(wardOfficer).get(`/cases/${id}`)).html);
      expect(page).toContain('Trần Văn Bảy');
      expect(page).toContain('Một thành tích chỉ được khen thưởng một lần');
    },
  );

  it('is told to whoever sent it with rule and source, but without names, on its page of notices and by mail', async () => {
    const { home, id, act } = await atThePolice();
    await act(policeOfficer, id, 'askSupplement', { ...told[0]![2], restsOn: ['R01'] });
    const { notices } = await readNotices(home.ports, wardOfficer.id);
    const notice = notices.find(({ kind }) => kind === 'SupplementAsked');
    expect(notice?.rests).toMatchObject([{ rule: 'R01' }]);
    const mail = home.ports.mailer.sent.findLast(({ to }) => to === wardOfficer.email);
    const page = textOf((await createReaders(home.ports).as(wardOfficer).get('/notices')).html);
    for (const text of [mail?.text, page]) {
      expect(text).toContain('Quy tắc chưa đạt: Một thành tích chỉ được khen thưởng một lần');
      expect(text).toContain(notice!.rests![0]!.citation);
      expect(text).not.toContain('Trần Văn Bảy');
    }
  });

  it('is chosen in the form of the act from what the checklist found', async () => {
    const { home, id } = await atThePolice();
    const police = createReaders(home.ports).as(policeOfficer);
    const said = { reason: 'Báo cáo sao chép', article: 'Điều 5', restsOn: ['R01'] };
    const done = await police.fill(`/cases/${id}`, `/cases/${id}/act/returnIneligible`, said);
    expect(done).toMatchObject({ status: 303 });
    const { timeline } = await readCaseView(home.ports, wardOfficer.id, id);
    const entry = timeline.find(({ act }) => act === 'ReturnedIneligible');
    expect(entry?.facts['rules']).toEqual(['R01:fails:warn:copied']);
  });

  it('can’t rest on a rule that finds nothing', async () => {
    const { act, id, caseOf } = await atThePolice();
    const asked = act(policeOfficer, id, 'askSupplement', { ...told[0]![2], restsOn: ['R09'] });
    expect(await codeOf(asked)).toBe('InputInvalid');
    expect((await caseOf(id)).supplement).toBeUndefined();
  });
});
