import { describe, expect, it } from 'vitest';
import { desks, postOf, walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

/** A letter of three cases, closed for the ward's leader. */
async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const ids = [];
  for (const [index, name] of ['Trần Văn An', 'Lê Thị Bình', 'Đỗ Văn Công'].entries()) {
    const id = await draftNomination(home.ports, { name, birthYear: 1950 + index });
    await walk.act(people.wardOfficer, id, 'submit');
    ids.push(id);
  }
  await walk.to('ward-letter', ids);
  const list = await walk.letterOf(desks.ward, ids);
  await walk.onList(people.wardOfficer, list, 'close', { signer: postOf(people.wardLeader) });
  const { as } = createReaders(home.ports, home.settle);
  return { home, walk, ids, list, as, leader: as(people.wardLeader), path: `/lists/${list}` };
}

describe('a list on the signer’s phone', () => {
  it('is one page: how many of what, then each row, then one button', async () => {
    const { leader, path } = await begin();
    const said = textOf((await leader.get(path)).html);
    expect(said).toContain('Đã chốt Trình ký 3 hồ sơ gửi Công an quận Hồng Bàng');
    expect(said).toContain('Giấy khen của Chủ tịch UBND quận, huyện – Cá nhân: 3');
    expect(said).toMatch(/1\. Trần Văn An .*2\. Lê Thị Bình .*3\. Đỗ Văn Công .*Ký danh sách này/);
  });

  it('is signed without one row, which stays at its step with the reason', async () => {
    const { leader, as, ids, path } = await begin();
    const [, second = ''] = ids;
    const page = await leader.get(path);
    const reason = 'Chưa rõ thời gian lập thành tích';
    const signed = await leader.send(page, `${path}/act/sign`, { strike: [second], reason });
    expect(signed).toMatchObject({ status: 303, done: 'list-sign' });
    const list = textOf((await as(people.wardOfficer).get(path)).html);
    expect(list).toContain('Đã ký');
    expect(list).toMatch(/Lê Thị Bình – /);
    expect(textOf((await as(people.wardOfficer).get(`/cases/${second}`)).html)).toContain(reason);
    const again = await leader.send(page, `${path}/act/sign`, { strike: [second], reason });
    expect(again).toMatchObject({ status: 303, done: 'list-sign' });
  });

  it('is not signed without a reason for what is left out, and nothing is struck', async () => {
    const { leader, ids, path } = await begin();
    const refused = await leader.fill(path, `${path}/act/sign`, { strike: [ids[0] ?? ''] });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#sign-reason">');
    expect(refused.html).toMatch(new RegExp(`value="${ids[0] ?? ''}" checked=""`));
    expect(textOf((await leader.get(path)).html)).toContain('Trình ký 3 hồ sơ');
  });

  it('is signed by nobody who has not seen what somebody else took off it meanwhile', async () => {
    const { leader, walk, ids, list, path } = await begin();
    const [first = '', , third = ''] = ids;
    const page = await leader.get(path);
    await walk.onList(people.wardOfficer, list, 'strike', { case: third, reason: 'Trùng hồ sơ' });
    for (const said of [{}, { strike: [first], reason: 'Chưa đủ' }]) {
      const late = await leader.send(page, `${path}/act/sign`, said);
      expect([409, 412]).toContain(late.status);
      expect(textOf(late.html)).toContain('Trình ký 2 hồ sơ');
    }
  });

  it('tells what changed since the signer saw it last, and nothing at the first look', async () => {
    const { leader, walk, ids, list, path } = await begin();
    expect(textOf((await leader.get(path)).html)).not.toContain('Thay đổi từ lần xem trước');
    await walk.onList(people.wardOfficer, list, 'strike', { case: ids[2] ?? '', reason: 'Trùng hồ sơ' });
    expect(textOf((await leader.get(path)).html)).toMatch(
      /Thay đổi từ lần xem trước .*Vũ Hoàng Nam|Thay đổi từ lần xem trước /,
    );
    expect(textOf((await leader.get(path)).html)).not.toContain('Thay đổi từ lần xem trước');
  });

  it('is as it was for everybody else', async () => {
    const { as, path } = await begin();
    const { html } = await as(people.wardOfficer).get(path);
    expect(html).not.toContain('name="strike"');
    expect(textOf(html)).toContain('Giấy tờ');
  });
});

describe('who saw a case', () => {
  it('is told to those who answer for it, once a day each, and to nobody else', async () => {
    const { home, leader, as, ids } = await begin();
    const path = `/cases/${ids[0] ?? ''}`;
    const officer = as(people.wardOfficer);
    await officer.get(path);
    await officer.get(path);
    await home.passDays(1);
    expect(textOf((await officer.get(path)).html)).not.toContain('Ai đã xem hồ sơ');
    const said = textOf((await leader.get(path)).html);
    const name = people.wardOfficer.name;
    expect(
      said.split('Ai đã xem hồ sơ')[1]?.match(new RegExp(`\\d\\d/\\d\\d/\\d{4} – ${name}`, 'g')),
    ).toHaveLength(2);
  });
});
