import { describe, expect, it } from 'vitest';
import { caseCommands } from '#shared/domain/case-command.ts';
import { fieldsOf } from '#shared/domain/content-field.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { contentFields } from '#web/pages/cases/content-fields.ts';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { people } from '#tests/support/small-directory.ts';
import { medal } from '#tests/support/medals.ts';
import { withTheCity } from '#tests/support/city-offices.ts';
import { asks, draftModelProposal, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const visit = { language: 'vi' } as Parameters<typeof contentFields>[0];

describe('the questions of the form', () => {
  it.each([
    ['one person', { kind: 'nomination', subjectKind: 'individual' }, false],
    ['a collective', { kind: 'nomination', subjectKind: 'collective' }, false],
    ['a household', { kind: 'nomination', subjectKind: 'household' }, false],
    ['a sealed person', { kind: 'nomination', subjectKind: 'individual' }, true],
    [
      'a person proposed for the medal',
      { kind: 'nomination', subjectKind: 'individual', form: 'KNC_ANTQ' },
      false,
    ],
    ['a model', { kind: 'modelProposal' }, false],
  ] as const)('about %s are the fields that a supplement may ask for', (_whose, about, sealed) => {
    const asked = contentFields(visit, { ...about, sealed }).map(({ name }) => name);
    const fields = fieldsOf({ ...about, sealed: sealed ? {} : undefined });
    expect(asked.toSorted()).toEqual(fields.map((name) => `content.${name}`).toSorted());
  });
});

describe('a supplement in the browser', () => {
  it('asks for a part of a model, and shows just that part to whoever answers', async () => {
    const home = await createTestHome();
    const walk = walkIn(home);
    const { as } = createReaders(home.ports, home.settle);
    const id = await draftModelProposal(home.ports);
    await walk.act(people.wardOfficer, id, 'submit');
    await walk.letter(desks.ward, [id], { model: true });
    const path = `/cases/${id}`;
    const [police, ward] = [as(people.policeOfficer), as(people.wardOfficer)];

    const page = await police.get(path);
    expect(page.html).not.toContain('value="achievementFrom"');
    const asked = await police.send(page, `${path}/act/askSupplement`, {
      fields: ['model.sites', 'model.plannedLaunch'],
      note: 'Ghi rõ số điểm',
    });
    expect(asked).toMatchObject({ done: 'askSupplement' });
    const answer = await ward.get(path);
    expect(textOf(answer.html)).toContain('Cần bổ sung: Số điểm, Ngày dự kiến ra mắt.');
    expect(answer.html).toContain('name="content.model.sites"');
    expect(answer.html).not.toContain('name="content.model.teams"');

    const emptied = await ward.send(answer, `${path}/act/answerSupplement`, { 'content.model.sites': '' });
    expect(emptied.status).toBe(422);
    expect(emptied.html).toContain('<a href="#answerSupplement-content-model-sites">');
    const done = await ward.send(answer, `${path}/act/answerSupplement`, { 'content.model.sites': '6' });
    expect(done).toMatchObject({ done: 'answerSupplement' });
    expect(textOf((await ward.get(path)).html)).toMatch(/Số điểm \(đã sửa ngày 05\/10\/2020\) 6 .*Số tổ 4/);
  });
});

describe('a draft mended in the browser', () => {
  it('loses what was emptied and keeps the rest', async () => {
    const home = await createTestHome();
    const officer = createReaders(home.ports, home.settle).as(people.wardOfficer);
    const id = await draftNomination(home.ports);
    const path = `/cases/${id}/edit/subject`;
    const first = await officer.fill(path, path, {
      'content.gender': 'female',
      'content.title': 'Tổ trưởng',
    });
    expect(first.status).toBe(303);
    expect(textOf((await officer.get(`/cases/${id}`)).html)).toMatch(
      /Giới tính Nữ .*Chức danh Tổ trưởng|Tổ trưởng/,
    );

    const cleared = await officer.fill(path, path, {
      'content.gender': '',
      'content.title': ' ',
      'content.birthYear': '',
      'content.residentialGroup': '',
    });
    expect(cleared).toMatchObject({ status: 303, done: 'edit' });
    const achievement = `/cases/${id}/edit/achievement`;
    const undated = {
      'content.achievementFrom.day': '',
      'content.achievementFrom.month': '',
      'content.achievementFrom.year': '',
    };
    expect(await officer.fill(achievement, achievement, undated)).toMatchObject({ done: 'edit' });
    const { html } = await officer.get(`/cases/${id}`);
    for (const gone of ['Giới tính', 'Tổ trưởng', '1958', '01/12/2019'])
      expect(textOf(html)).not.toContain(gone);
    expect(textOf(html)).toContain('30/09/2020');
    expect((await officer.fill(path, path, { 'content.unit': '' })).status).toBe(422);
  });
});

describe('a field that a case doesn’t have', () => {
  async function edit(content: object): Promise<void> {
    const { ports } = await createTestHome();
    const id = await draftNomination(ports);
    const command = caseCommands.edit.parse({ content });
    await actOnCase(ports, asks(people.wardOfficer, { ifVersion: 1 }), id, 'edit', command);
  }

  it.each([
    ['women’s share of one person', { womenShare: 40 }, 'content.womenShare'],
    ['years of service without the medal', { serviceTrack: 'force' }, 'content.serviceTrack'],
    ['sites of a model in a nomination', { model: { sites: 3 } }, 'content.model.sites'],
  ])('is refused and named: %s', async (_what, content, field) => {
    await expect(edit(content)).rejects.toMatchObject({
      code: 'InputInvalid',
      faults: [{ field, code: 'notOfThisCase' }],
    });
  });

  it('may be taken away, since the form may have been changed', async () => {
    await expect(edit({ womenShare: null, gender: 'female' })).resolves.toBeUndefined();
  });
});

describe('the years of service for a medal', () => {
  it('are written a line each, refused where a line is no time, and shown as they were written', async () => {
    const home = await createTestHome();
    await withTheCity(home, ['KNC_ANTQ']);
    const officer = createReaders(home.ports, home.settle).as(people.policeOfficer);
    const id = await medal(home, 'Vũ Đình Khải');
    const path = `/cases/${id}/edit/grounds`;
    const wrong = await officer.fill(path, path, { 'content.serviceStretches': 'mười năm' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('<a href="#edit-content-serviceStretches">');
    expect(wrong.html).toContain('>mười năm</textarea>');

    const lines = '01/01/2012 – 30/06/2014; khó khăn\n01/07/2014 – nay';
    const written = { 'content.serviceTrack': 'force' };
    const subject = `/cases/${id}/edit/subject`;
    expect((await officer.fill(subject, subject, { 'content.gender': 'male' })).status).toBe(303);
    const done = await officer.fill(path, path, {
      ...written,
      'content.serviceStretches': lines,
      'content.stateMedals': 'Không có.',
    });
    expect(done).toMatchObject({ status: 303, done: 'edit' });
    expect((await officer.get(path)).html).toContain(lines);
    const check = textOf((await officer.get(`/cases/${id}/check`)).html);
    expect(check).toContain('01/07/2014 – nay');
    expect(check).toContain('Huân chương, huy chương đã được Nhà nước tặng Không có');
    expect(check).toMatch(/Đề nghị lại từ ngày \d\d\/\d\d\/20\d\d/);
  });
});
