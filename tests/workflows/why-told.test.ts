import { expect, it } from 'vitest';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { walkIn } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { policeOfficer, wardOfficer } = people;

/** At the police, who are to appraise it. */
async function atThePolice() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports);
  await walk.act(wardOfficer, id, 'submit');
  await walk.to('district-appraise', [id]);
  const step = async () => (await readCaseView(home.ports, policeOfficer.id, id)).time.step;
  const page = async (path: string) =>
    textOf((await createReaders(home.ports).as(policeOfficer).get(path)).html);
  return { home, walk, id, step, page };
}

it('why a step is due on its day is one explanation in record, notice, mail and on both pages', async () => {
  const { home, id, step, page } = await atThePolice();
  const why = await step();
  expect(why).toMatchObject({ of: 'stepDue', follows: 'district-appraise' });
  const { notices } = await readNotices(home.ports, policeOfficer.id);
  expect(notices.map((notice) => notice.why)).toContainEqual(why);
  const { says, citation } = sayExplanation(why!, 'vi');
  expect(says).toMatch(/^Bước này mở ngày 05\/10\/2020, thời hạn 10 ngày làm việc: .* = \d\d\/\d\d\/2020\.$/);
  const mail = home.ports.mailer.sent.findLast(({ to }) => to === policeOfficer.email);
  for (const text of [mail?.text, await page(`/cases/${id}`), await page('/notices')]) {
    expect(text).toContain(says);
    expect(text).toContain(citation);
  }
});

it('a day that was computed anew after a supplement says so, and while one is out no day of the step is explained', async () => {
  const { home, walk, id, step, page } = await atThePolice();
  home.ports.clock.setOffice(at(civilDateSchema.parse('2020-10-07'), 9));
  await walk.act(policeOfficer, id, 'askSupplement', { fields: ['report'], note: 'Bổ sung số liệu' });
  expect(await step()).toBeUndefined();
  home.ports.clock.setOffice(at(civilDateSchema.parse('2020-10-12'), 9));
  await walk.act(wardOfficer, id, 'answerSupplement', { content: { report: 'Đã bổ sung số liệu.' } });
  expect(await step()).toMatchObject({ because: 'anew', computation: [] });
  expect(await page(`/cases/${id}`)).toContain('hạn được tính lại thành ngày');
});

it('a day of the round is told as such', async () => {
  const { walk, id, home } = await atThePolice();
  await walk.to('district-council', [id]);
  const { time } = await readCaseView(home.ports, people.districtSecretary.id, id);
  expect(time.step).toMatchObject({ because: 'councilDay' });
});
