import { describe, expect, it } from 'vitest';
import { caseIdSchema, listIdSchema } from '#shared/domain/id.ts';
import { attach } from '#shared/use-cases/files/files.ts';
import { desks, postOf, walkIn } from '#tests/support/case-walk.ts';
import { keepScan, smallPdf } from '#tests/support/minutes.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { councils, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

async function begin(count = 1) {
  const home = await createTestHome();
  const walk = walkIn(home);
  const ids = [];
  for (let index = 0; index < count; index += 1) {
    const id = await draftNomination(home.ports, { name: `Người Số ${String(index + 1)}` });
    await walk.act(people.wardOfficer, id, 'submit');
    ids.push(id);
  }
  return { home, walk, ids, id: caseIdSchema.parse(ids[0]), ...createReaders(home.ports, home.settle) };
}

const paper = {
  kind: 'report',
  name: 'x.pdf',
  size: smallPdf.length,
  contentType: 'application/pdf',
} as const;
const held = { reason: 'Có đơn', document: '214/CAQ' };

describe('a late click on the page of a case', () => {
  it('never falls upon the next step of the same office, and says what happened', async () => {
    const { walk, id, ids, as } = await begin();
    await walk.to('district-receive', ids);
    const [police, path] = [as(people.policeOfficer), `/cases/${id}`];
    const stale = await police.get(path);
    await walk.act(people.policeOfficer, id, 'receive');
    expect(await walk.stepOf(id)).toBe('district-appraise');

    const late = await police.send(stale, `${path}/act/hold`, held);
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toMatch(
      /Hồ sơ không còn ở tình trạng .* Việc gần nhất: Chuyển đến bước xử lý, lúc/,
    );
    expect(await walk.standing(id)).toBe('free');
    // The page that came back shows the step that is open now: what is sent from it is meant for that one.
    expect(await police.send(late, `${path}/act/hold`, held)).toMatchObject({ done: 'hold' });
  });

  it('is taken where only a paper was attached since', async () => {
    const { home, walk, id, ids, as } = await begin();
    await walk.to('district-receive', ids);
    const [police, path] = [as(people.policeOfficer), `/cases/${id}`];
    const page = await police.get(path);
    await attach(home.ports, asks(people.policeOfficer), { case: id }, paper, '/');
    expect(await police.send(page, `${path}/act/receive`)).toMatchObject({ done: 'receive' });
  });

  it('sends no draft that somebody changed after it was checked', async () => {
    const home = await createTestHome();
    const officer = createReaders(home.ports, home.settle).as(people.wardOfficer);
    const id = await draftNomination(home.ports);
    const [check, edit] = [`/cases/${id}/check`, `/cases/${id}/edit/subject`];
    const stale = await officer.get(check);
    await officer.fill(edit, edit, { 'content.unit': 'Tổ dân phố số 9' });
    const late = await officer.send(stale, check);
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toContain('Tổ dân phố số 9');
    expect(await officer.send(late, check, { noSecrets: 'yes' })).toMatchObject({ done: 'submit' });
  });
});

describe('a late click on the page of a list', () => {
  it('never falls upon a list that was opened and closed again in between', async () => {
    const { home, walk, ids, as } = await begin(2);
    await walk.to('ward-letter', ids);
    const list = await walk.letterOf(desks.ward, ids);
    const [officer, path] = [as(people.wardOfficer), `/lists/${list}`];
    const signer = { signer: postOf(people.wardLeader) };
    const [gathering, act] = [await officer.get(path), (name: string) => `${path}/act/${name}`];
    await officer.fill(path, act('close'), signer);
    const closed = await officer.get(path);
    await walk.onList(people.wardOfficer, list, 'reopen', { reason: 'Sửa thứ tự' });

    const late = await officer.send(gathering, act('close'), signer);
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toMatch(
      /Danh sách không còn ở tình trạng .* Việc gần nhất: Mở lại danh sách, lúc/,
    );
    expect((await walk.listOf(list)).state).toBe('GATHERING');
    await walk.close(desks.ward, list);
    expect((await officer.send(closed, act('reopen'), { reason: 'Sửa' })).status).toBe(409);
    expect((await walk.listOf(list)).state).toBe('CLOSED');

    const leader = as(people.wardLeader);
    const toSign = await leader.get(path);
    await attach(home.ports, asks(people.wardClerk), { list }, { ...paper, kind: 'letter' }, '/');
    expect(await leader.send(toSign, act('sign'))).toMatchObject({ done: 'list-sign' });
    await keepScan(home.ports, people.wardClerk, listIdSchema.parse(list));
    expect((await walk.listOf(list)).state).toBe('SIGNED');
  });

  it('counts no vote on a presence that was entered anew', async () => {
    const { walk, ids, id, as } = await begin();
    const secretary = as(people.wardSecretary);
    const { to: path } = await secretary.fill('/lists', '/lists/start/session', {
      title: 'Họp xét',
      'heldOn.day': '5',
      'heldOn.month': '10',
      'heldOn.year': '2020',
    });
    const act = (name: string) => `${path}/act/${name}`;
    await secretary.fill(path, act('gather'), { cases: ids });
    await secretary.fill(path, act('close'));
    await secretary.fill(path, act('presence'));
    const stale = await secretary.get(path);
    const away = { absent: people.wardMember.id, [`why.${people.wardMember.id}`]: 'Đi công tác' };
    await secretary.fill(path, act('presence'), away);
    const late = await secretary.send(stale, act('result'), { case: id, outcome: 'agreed', agreed: '3' });
    expect(late.status).toBe(409);
    expect((await secretary.send(stale, `${path}/results`)).status).toBe(409);
    const counted = { case: id, outcome: 'agreed', agreed: String(councils.ward.members.length - 1) };
    expect(await secretary.fill(path, act('result'), counted)).toMatchObject({ done: 'list-result' });
    expect(await walk.standing(id)).toBe('inList');
  });
});
