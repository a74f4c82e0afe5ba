import { describe, expect, it } from 'vitest';
import { createReaders, type PageReader } from '#tests/support/page-reader.ts';
import { decoded, textOf } from '#tests/support/page-html.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';
import { storedIn } from '#tests/support/store-snapshot.ts';

const choice = {
  organisation: organisations.wardCommittee.id,
  choice: `${december.id}.GK_HUYEN`,
  kind: 'individual',
};

const begun = {
  'content.printedName': 'Nguyễn Thị Bảy',
  'content.birthYear': '1960',
  'content.unit': 'Tổ dân phố số 7, phường Sở Dầu',
  'proposer.name': 'Phạm Văn Tổ',
};

const achievement = {
  'content.achievementFrom.day': '1',
  'content.achievementFrom.month': '12',
  'content.achievementFrom.year': '2019',
  'content.achievementTo.day': '30',
  'content.achievementTo.month': '09',
  'content.achievementTo.year': '2020',
  'content.citation': 'Đã có thành tích xuất sắc',
  'content.report': 'Vận động 120 hộ.\nGiữ vững an ninh.',
};

const formPath = `/cases/new?${new URLSearchParams({ ...choice, name: 'Nguyễn Thị Bảy', birthYear: '1960' }).toString()}`;
const reader = (ports: TestPorts, who = people.wardOfficer) => createReaders(ports).as(who);

/** The draft’s second part, as the list of its parts leads to it; then the page on which it is checked and sent. */
async function write(officer: PageReader, draft: string, said: Record<string, string> = achievement) {
  const part = `${draft}/achievement`;
  expect((await officer.get(draft)).html).toContain(`href="${part}"`);
  expect(await officer.fill(part, part, said)).toMatchObject({ done: 'edit', to: `${draft}/grounds` });
  return draft.replace('/edit', '/check');
}

describe('nominating in the browser', () => {
  it('asks for form and kind, then for the subject, then for each part of the content, and shows the expected route', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    const lookUp = await officer.fill('/cases/new', '/cases/new', choice);
    expect(textOf(lookUp.html)).toContain('Đối tượng đã có trong hệ thống chưa?');
    const form = await officer.send(lookUp, '/cases/new', { name: 'Nguyễn Thị Bảy', birthYear: '1960' });
    const drafted = await officer.send(form, '/cases/new', begun);
    expect(drafted).toMatchObject({ status: 303, done: 'drafted' });

    const checkPath = await write(officer, drafted.to);
    const check = await officer.get(checkPath);
    expect(textOf(check.html)).toContain('Hội đồng TĐKT phường họp xét');
    expect(textOf(check.html)).toContain('Công an quận Hồng Bàng Dự kiến chậm nhất ngày');
    expect(textOf(check.html)).toContain('01/12/2019');
    const sent = await officer.send(check, checkPath, { noSecrets: 'yes' });
    expect(sent).toMatchObject({ status: 303, done: 'submit' });
    expect(textOf((await officer.get(`${sent.to}?done=submit`)).html)).toContain('Đã gửi đề nghị');
    expect(textOf((await officer.get(sent.to)).html)).toContain('Hồ sơ đang chuyển tới UBND phường Sở Dầu.');
  });

  it('lets the identity number of its own subject be corrected while it is a draft', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    const typed = { ...begun, idNumber: '000161000001' };
    const drafted = await officer.send(await officer.get(formPath), '/cases/new', typed);
    const [edit, part] = [drafted.to, `${drafted.to}/subject`];
    expect(textOf((await officer.get(edit)).html)).toContain('năm sinh là 1961; hồ sơ ghi 1960');
    const kept = await officer.fill(part, part);
    expect(kept).toMatchObject({ status: 303, done: 'edit' });
    expect(textOf((await officer.get(edit)).html)).toContain('năm sinh là 1961');
    await officer.fill(part, part, { idNumber: '000160000001' });
    expect(textOf((await officer.get(edit)).html)).not.toContain('năm sinh là');
  });

  it('shows an earlier subject of like name and birth year, and asks whether it is the same', async () => {
    const ports = await createTestPorts();
    await draftNomination(ports, { name: 'Nguyễn Thị Bảy', birthYear: 1960 });
    const officer = reader(ports);
    const form = await officer.get(formPath);
    expect(textOf(form.html)).toContain('Nguyễn Thị Bảy – sinh năm 1960 – Tổ dân phố số 5, phường Sở Dầu');

    const refused = await officer.send(form, '/cases/new', begun);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Phạm Văn Tổ');
    const question = /name="(answers\.[^"]*)"/.exec(refused.html)?.[1] ?? '';
    const drafted = await officer.send(refused, '/cases/new', { [question]: 'namesake' });
    expect(drafted.status).toBe(303);
    const found = await officer.get(drafted.to.replace('/edit', ''));
    expect(textOf(found.html)).toContain('Nguyễn Thị Bảy (sinh năm 1960)');
  });

  it('keeps every value when something is wrong, and links each fault to its input', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    const blank = await officer.fill(formPath, '/cases/new', { ...begun, 'content.unit': '' });
    expect(blank.status).toBe(422);
    expect(blank.html).toContain('<a href="#nomination-content-unit">');
    const part = `/cases/${await draftNomination(ports)}/edit/achievement`;
    const wrong = { ...achievement, 'content.achievementTo.day': '31', 'content.citation': 'x'.repeat(700) };
    const refused = await officer.fill(part, part, wrong);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#edit-content-achievementTo-day">');
    expect(textOf(refused.html)).toContain('Nội dung khen: Nội dung quá dài. Tối đa 600 ký tự.');
    expect(refused.html).toContain('value="31"');
    expect(decoded(refused.html)).toContain('Vận động 120 hộ.\nGiữ vững an ninh.');
    expect(refused.html).toContain('x'.repeat(700));
  });

  it('says in English what it says in Vietnamese', async () => {
    const ports = await createTestPorts();
    const refused = await createReaders(ports)
      .as(people.wardOfficer, 'en')
      .fill(formPath, '/cases/new', { ...begun, 'content.unit': '' });
    expect(textOf(refused.html)).toContain('Unit or residence: ');
    expect(refused.html).toContain('<html lang="en"');
  });

  it('takes a form sent twice as one act', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    const form = await officer.get(formPath);
    const [one, other] = [
      await officer.send(form, '/cases/new', begun),
      await officer.send(form, '/cases/new', begun),
    ];
    expect(other.to).toBe(one.to);
    const changed = await officer.send(form, '/cases/new', { ...begun, 'content.unit': 'Nơi khác' });
    expect(changed.status).toBe(422);
  });

  it('refuses a form without its token and stores nothing', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    const form = await officer.get(formPath);
    const before = storedIn(ports.database);
    const refused = await officer.send(form, '/cases/new', { ...begun, csrf: 'csrf-of-somebody-else' });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('Nguyễn Thị Bảy');
    expect(storedIn(ports.database)).toEqual(before);
  });

  it('refuses a stale edit and keeps what was typed', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const officer = reader(ports);
    const path = `/cases/${id}/edit/subject`;
    const stale = await officer.get(path);
    expect((await officer.fill(path, path, { 'content.unit': 'Tổ 8' })).status).toBe(303);
    const refused = await officer.send(stale, path, { 'content.unit': 'Tổ 9' });
    expect(refused.status).toBe(412);
    expect(refused.html).toContain('value="Tổ 9"');
  });

  it('takes a draft for a round that is still ahead, and says from which day it can be sent', async () => {
    const ports = await createTestPorts();
    ports.clock.setOffice('2020-09-30T02:00:00.000Z' as never);
    const officer = reader(ports);
    expect(textOf((await officer.get('/cases/new')).html)).toContain(
      'Nhận hồ sơ từ ngày 01/10/2020; có thể lập bản nháp trước.',
    );
    const drafted = await officer.fill(formPath, '/cases/new', begun);
    expect(drafted.status).toBe(303);
    const check = await write(officer, drafted.to);
    const early = await officer.fill(check, check, { noSecrets: 'yes' });
    expect(early.status).toBe(409);
    expect(textOf(early.html)).toContain('Đợt xét bắt đầu nhận hồ sơ từ ngày 01/10/2020.');
    ports.clock.setOffice('2020-10-01T02:00:00.000Z' as never);
    expect(await officer.fill(check, check, { noSecrets: 'yes' })).toMatchObject({ done: 'submit' });
  });

  it('names what a draft lacks before it can be sent', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    const drafted = await officer.fill(formPath, '/cases/new', begun);
    const toDo = textOf((await officer.get(drafted.to)).html);
    expect(toDo).toMatch(/1\. Người được đề nghị .* Đã xong 2\. Thành tích .* Chưa làm 3\. Căn cứ xét khen/);
    expect(toDo).toContain('Còn thiếu nội dung bắt buộc ở các phần trên Chưa gửi được');
    const { 'content.report': _unwritten, ...half } = achievement;
    const check = await write(officer, drafted.to, { ...half, 'content.citation': '' });
    expect(textOf((await officer.get(drafted.to)).html)).toMatch(/2\. Thành tích .* Đang làm 3\./);
    const refused = await officer.fill(check, check, { noSecrets: 'yes' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('Hồ sơ còn thiếu nội dung bắt buộc');
    expect(textOf(refused.html)).toContain('Báo cáo thành tích');
  });

  it('refuses a form that is not for the kind, and whom it is not open to', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    expect((await officer.fill('/cases/new', '/cases/new', { ...choice, kind: '' })).status).toBe(422);
    expect((await reader(ports, people.wardClerk).get('/cases/new')).status).toBe(403);
  });

  it('keeps a sealed case from all but named posts, and shows it for a reason that stays', async () => {
    const ports = await createTestPorts();
    const named = reader(ports, people.wardSealedOfficer);
    const sealed = await named.fill('/cases/new', '/cases/new', { ...choice, sealed: 'named' });
    const drafted = await named.send(sealed, '/cases/new', {
      ...begun,
      'sealed.basis': 'Quyết định bảo mật',
    });
    const path = drafted.to.replace('/edit', '');
    const page = await named.get(path);
    expect(textOf(page.html)).toContain('Trường hợp bảo mật 01');
    expect(page.html).not.toContain('Nguyễn Thị Bảy');
    expect((await named.send(page, `${path}/reveal`)).status).toBe(422);
    const shown = await named.send(page, `${path}/reveal`, { reason: 'Thẩm định hồ sơ' });
    expect(shown.status).toBe(200);
    expect(shown.html).toContain('Nguyễn Thị Bảy');
    expect(textOf((await named.get(path)).html)).toContain('Xem nội dung trường hợp bảo mật');
    expect((await reader(ports).get(path)).status).toBe(404);
  });

  it('enters a sealed placeholder that says nothing', async () => {
    const ports = await createTestPorts();
    const named = reader(ports, people.wardSealedOfficer);
    const form = await named.fill('/cases/new', '/cases/new', { ...choice, sealed: 'placeholder' });
    expect(form.html).not.toContain('content.printedName');
    const drafted = await named.send(form, '/cases/new', {
      'sealed.basis': 'Quyết định bảo mật',
      'proposer.name': 'Đỗ Văn Kín',
    });
    expect(drafted.status).toBe(303);
    const check = drafted.to.replace('/edit', '/check');
    expect(await named.fill(check, check, { noSecrets: 'yes' })).toMatchObject({ done: 'submit' });
  });

  it('enters a model proposal', async () => {
    const ports = await createTestPorts();
    const officer = reader(ports);
    const drafted = await officer.fill('/models/new', '/models/new', {
      'content.printedName': 'Cổng trường an toàn',
      'content.unit': 'Phường Sở Dầu',
      'content.model.place': 'Phường Sở Dầu',
      'content.model.partners': 'Bốn trường học',
      'content.model.sites': '4',
      'content.model.teams': '4',
      'proposer.name': 'Phạm Văn Tổ',
    });
    expect(drafted.status).toBe(303);
    const plan = `${drafted.to}/plan`;
    const said = { 'content.report': 'Công an phường giữ cổng trường.' };
    expect(await officer.fill(plan, plan, said)).toMatchObject({ done: 'edit', to: drafted.to });
    const check = drafted.to.replace('/edit', '/check');
    expect(await officer.fill(check, check, { noSecrets: 'yes' })).toMatchObject({ done: 'submit' });
  });

  it('discards a draft', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    expect(await reader(ports).fill(`/cases/${id}`, `/cases/${id}/act/discard`)).toMatchObject({
      to: '/cases',
      done: 'discard',
    });
  });
});
