import { describe, expect, it } from 'vitest';
import { fileIdSchema, type CaseId } from '#shared/domain/id.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { nameNobody } from '#tests/support/named-posts.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { pdf } from '#tests/support/papers.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';

const name = 'Bản khai của Nguyễn Thị Sáu';

/** Describes a paper on the case's page, sends its bytes and has it checked there. */
async function paperOf(home: TestHome, id: CaseId): Promise<string> {
  const officer = createReaders(home.ports, home.settle).as(people.wardSealedOfficer);
  const upload = await officer.fill(`/cases/${id}`, `/cases/${id}/files`, { kind: 'scan', name });
  const file = fileIdSchema.parse(/name="id" value="([^"]+)"/.exec(upload.html)?.[1]);
  home.ports.files.receive(file, pdf);
  const page = await officer.get(`/cases/${id}`);
  expect(page.html).not.toContain(name);
  expect(await officer.send(page, `/files/${file}/check`)).toMatchObject({ done: 'fileKept' });
  return file;
}

const reasonsOf = async ({ ports }: TestHome, id: CaseId) =>
  (await readHistory(ports.store, `CASE#${id}`))
    .filter(({ entry }) => entry.act === 'Revealed')
    .map(({ entry, payload }) => [entry.facts['file'] ?? '', payload?.['reason']]);

describe('the papers of a sealed case', () => {
  it('are listed once its content is revealed, and each is opened for the same reason', async () => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports, { sealed: true });
    const file = await paperOf(home, id);
    const leader = createReaders(home.ports, home.settle).as(people.wardLeader);
    const page = await leader.get(`/cases/${id}`);
    expect(textOf(page.html)).toContain('chỉ hiện sau khi ghi lý do xem');
    expect(page.html).not.toContain(file);

    const shown = await leader.send(page, `/cases/${id}/reveal`, { reason: 'Kiểm tra trước khi ký' });
    expect(textOf(shown.html)).toContain(`${name}.pdf`);
    const opened = await leader.send(shown, `/files/${file}/reveal`);
    expect(opened.status).toBe(303);
    expect(opened.to).toContain(file);
    const reason = 'Kiểm tra trước khi ký';
    expect(await reasonsOf(home, id)).toEqual([
      ['', reason],
      [file, reason],
    ]);
    expect((await leader.get(`/cases/${id}`)).html).not.toContain(name);
  });

  it('are not opened without a reason, nor by others: whoever follows an old link is asked for one', async () => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports, { sealed: true });
    const file = await paperOf(home, id);
    const readers = createReaders(home.ports, home.settle);
    const clerk = readers.as(people.wardClerk);
    const link = await clerk.get(`/files/${file}`);
    expect(link).toMatchObject({ status: 303, to: `/files/${file}/reveal` });
    const asked = await clerk.get(link.to);
    expect(asked.html).not.toContain(name);
    expect((await clerk.send(asked, link.to)).status).toBe(422);
    expect((await clerk.send(asked, link.to, { reason: 'Vào số' })).status).toBe(303);
    expect(await reasonsOf(home, id)).toEqual([[file, 'Vào số']]);

    const stranger = readers.as(people.wardOfficer);
    expect((await stranger.get(`/files/${file}`)).status).toBe(404);
    expect((await stranger.fill(link.to, link.to, { reason: 'Tò mò' })).status).toBe(404);
    expect(await reasonsOf(home, id)).toHaveLength(1);
  });
});

describe('the head of an office that named nobody', () => {
  it('is told why a sealed case has come, and starts lists of sealed cases only', async () => {
    const home = await createTestHome();
    const { act, to, caseOf } = walkIn(home);
    const id = await draftNomination(home.ports, { sealed: true });
    await act(people.wardSealedOfficer, id, 'submit');
    await to('district-appraise', [id], { sealed: true });
    await nameNobody(home.ports, [people.policeSealedOfficer, people.policeLeader, people.policeClerk]);
    const head = createReaders(home.ports, home.settle).as(people.policeLeader);
    expect(textOf((await head.get('/inbox')).html)).toContain('Trường hợp bảo mật 01');
    const page = await head.get(`/cases/${id}`);
    expect(textOf(page.html)).toContain('Cơ quan chưa giao ai xử lý trường hợp bảo mật');
    await head.send(page, `/cases/${id}/act/recommend`);

    const lists = await head.get('/lists');
    expect(textOf(lists.html)).toContain('Danh sách này chỉ nhận trường hợp bảo mật.');
    expect(lists.html).not.toContain('/lists/start/session');
    const started = await head.send(lists, '/lists/start/letter', { title: 'Tờ trình' });
    expect(started).toMatchObject({ status: 303, done: 'started' });
    const list = await head.get(started.to);
    expect(await head.send(list, `${started.to}/act/gather`, { 'on.0': id, cases: id })).toMatchObject({
      status: 303,
    });
    expect((await caseOf(id)).list).toBe(started.to.replace('/lists/', ''));
    const deputy = createReaders(home.ports, home.settle).as(people.policeDeputy);
    expect((await deputy.get('/lists')).html).not.toContain('/lists/start/');
  });
});
