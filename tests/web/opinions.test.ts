import { expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { agrees, askingIn } from '#tests/support/opinion-walk.ts';
import { decoded, textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const { police, district, sibling } = desks;

it('an answer is given and corrected on the page of its request, and the asker reads that it was', async () => {
  const home = await createTestHome();
  const walk = walkIn(home);
  const asking = askingIn(home, walk);
  const { as } = createReaders(home.ports, home.settle);
  const [one] = (await asking.atAppraisal(1)) as [CaseId];
  const asked = [district.organisation, sibling.organisation];
  const list = await asking.requestOf(police, [one], { asked, stepKind: 'appraise' });
  await walk.finish(police, list);

  const [officer, path] = [as(district.officer), `/lists/${list}`];
  const before = await officer.get(path);
  expect(textOf(before.html)).not.toContain('Sửa ý kiến đã gửi');
  const bare = await officer.send(before, `${path}/act/answer`, { [`opinion.${one}`]: 'disagrees' });
  expect(bare.status).toBe(422);
  expect(bare.html).toContain(`href="#answer-reason-${one}"`);
  expect(textOf(bare.html)).toContain('Lý do về');
  const given = await officer.send(before, `${path}/act/answer`, { [`opinion.${one}`]: 'agrees' });
  expect(given).toMatchObject({ status: 303, done: 'list-answer' });

  await home.passDays(1);
  const after = await officer.get(path);
  expect(textOf(after.html)).toContain('Sửa ý kiến đã gửi');
  const said = { 'answer.case': one, 'answer.opinion': 'disagrees' };
  const noReason = await officer.send(after, `${path}/act/correctAnswer`, said);
  expect(noReason.status).toBe(422);
  expect(noReason.html).toContain('href="#correctAnswer-answer-reason"');
  const why = 'Có đơn thư đang xác minh';
  const corrected = await officer.send(noReason, `${path}/act/correctAnswer`, {
    ...said,
    'answer.reason': why,
  });
  expect(corrected).toMatchObject({ status: 303, done: 'list-correctAnswer' });
  const agreed = await officer.fill(path, `${path}/act/correctAnswer`, {
    'answer.case': one,
    'answer.opinion': 'agrees',
  });
  expect(agreed).toMatchObject({ status: 303 });
  const again = { ...said, 'answer.reason': why };
  expect(await officer.fill(path, `${path}/act/correctAnswer`, again)).toMatchObject({ status: 303 });
  const own = textOf((await officer.get(path)).html);
  expect(own).toContain('sửa ngày 06/10/2020, trả lời lần đầu ngày 05/10/2020');
  expect(own).not.toContain('Chưa có ý kiến của');

  const case_ = textOf((await as(police.officer).get(`/cases/${one}`)).html);
  expect(case_).toContain(`${why} – sửa ngày 06/10/2020, trả lời lần đầu ngày 05/10/2020`);
  await asking.answer(sibling.officer, list, sibling.organisation, [agrees(one)]);
  expect((await officer.get(path)).status).toBe(404);
});

it('whoever appraises a case starts from its page to ask others about it', async () => {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  await walk.act(people.wardOfficer, one, 'submit');
  await walk.to('district-appraise', [one]);
  const officer = createReaders(home.ports, home.settle).as(people.policeOfficer);
  const [, href = ''] =
    /href="(\/lists\?[^"]*opinionRequest[^"]*)"/.exec((await officer.get(`/cases/${one}`)).html) ?? [];
  const lists = await officer.get(decoded(href));
  expect(lists.html).toMatch(/value="appraise"[^>]* checked/);
  const started = await officer.send(lists, '/lists/start/opinionRequest', { title: 'Lấy ý kiến' });
  expect(started.to).toContain(`case=${one}`);
});
