import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { readCases } from '#shared/use-cases/views/browse.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { city } from '#tests/support/city-offices.ts';
import { medalsAtTheMinister } from '#tests/support/medals.ts';
import { keepMinutes } from '#tests/support/minutes.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

async function begin(count: number, options: { sealed?: boolean } = {}) {
  const home = await createTestHome();
  const { ports, settle } = home;
  const { sealed = false } = options;
  const walk = walkIn(home);
  const ids: CaseId[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await draftNomination(ports, {
      name: `Người Số ${String(index + 1)}`,
      birthYear: 1950 + index,
      sealed,
    });
    await walk.act(sealed ? people.wardSealedOfficer : people.wardOfficer, id, 'submit');
    ids.push(id);
  }
  const readers = createReaders(ports, settle);
  /** What stands above the route. */
  const top = async (who: (typeof people)['wardOfficer'], id: CaseId) =>
    textOf((await readers.as(who).get(`/cases/${id}`)).html).split(' Tuyến trình ')[0];
  const followed = async (id: CaseId) =>
    textOf((await readers.as(undefined).get(`/follow/${(await walk.caseOf(id)).publicCode}`)).html);
  return { home, ports, walk, ids, ...readers, top, followed };
}

describe('a case that has ended says why at the top of its page', () => {
  it('returned as ineligible: the reason and the article', async () => {
    const { walk, ids, top, followed } = await begin(1);
    const [one] = ids as [CaseId];
    await walk.to('district-appraise', ids);
    const article = 'Điều 74 Luật Thi đua, khen thưởng';
    await walk.act(people.policeOfficer, one, 'returnIneligible', { reason: 'Chưa đủ thời gian', article });
    const said = await top(people.wardOfficer, one);
    expect(said).toContain('Lý do: Chưa đủ thời gian');
    expect(said).toContain(`Điều, khoản áp dụng: ${article}`);
    const open = await followed(one);
    expect(open).toContain('Trả lại, không đủ điều kiện');
    expect(open).not.toContain('Chưa đủ thời gian');
    expect(open).not.toContain('Điều 74');
  });

  it('withdrawn, or refused by whoever decides: the reason', async () => {
    const { walk, ids, top, followed } = await begin(2);
    const [one, two] = ids as [CaseId, CaseId];
    await walk.act(people.wardOfficer, one, 'withdraw', { reason: 'Gia đình đề nghị' });
    expect(await top(people.wardOfficer, one)).toContain('Lý do: Gia đình đề nghị');
    await walk.to('district-decide', [two]);
    await walk.act(people.districtLeader, two, 'refuse', { reason: 'Thành tích chưa rõ' });
    expect(await top(people.wardOfficer, two)).toContain('Lý do: Thành tích chưa rõ');
    expect(await followed(two)).not.toContain('Thành tích chưa rõ');
  });

  it('not agreed to by the council: its note, read from the minutes of the session', async () => {
    const { ports, walk, ids, top, as } = await begin(1);
    const [one] = ids as [CaseId];
    const secretary = as(people.wardSecretary);
    const { to: path } = await secretary.fill('/lists', '/lists/start/session', {
      title: 'Họp xét',
      'heldOn.day': '5',
      'heldOn.month': '10',
      'heldOn.year': '2020',
    });
    await secretary.fill(path, `${path}/act/gather`, { cases: ids });
    await secretary.fill(path, `${path}/act/close`);
    const list = path.replace('/lists/', '') as never;
    await walk.onList(people.wardSecretary, list, 'presence', { chair: people.wardLeader.id });
    const note = 'Thành tích thuộc năm trước';
    await walk.onList(people.wardSecretary, list, 'result', {
      case: one,
      outcome: 'notAgreed',
      agreed: 0,
      note,
    });
    await keepMinutes(ports, people.wardSecretary, list);
    await walk.onList(people.wardSecretary, list, 'conclude');
    expect(await top(people.wardOfficer, one)).toContain(`Hội đồng không nhất trí. Lý do: ${note}`);
  });

  it('not awarded outside: the reason and the paper', async () => {
    const { home, ids, act } = await medalsAtTheMinister(1);
    const [one] = ids as [CaseId];
    const document = { number: '512/X03-P5', date: '2020-10-05' };
    await act(city.movement.clerk, one, 'recordNotAwarded', { reason: 'Chưa đủ năm công tác', document });
    const { as } = createReaders(home.ports, home.settle);
    const page = textOf((await as(city.movement.clerk).get(`/cases/${one}`)).html).split(' Tuyến trình ')[0];
    expect(page).toContain('Lý do: Chưa đủ năm công tác');
    expect(page).toContain('Văn bản số 512/X03-P5 ngày 05/10/2020.');
  });

  it('of a sealed case no word is said', async () => {
    const { walk, ids, as } = await begin(1, { sealed: true });
    const [one] = ids as [CaseId];
    await walk.act(people.wardSealedOfficer, one, 'withdraw', { reason: 'Lộ bí danh' });
    const page = await as(people.wardSealedOfficer).get(`/cases/${one}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Lộ bí danh');
  });
});

describe('a discarded draft', () => {
  let all: Awaited<ReturnType<typeof begin>>;
  let draft: CaseId;
  beforeAll(async () => {
    all = await begin(1);
    draft = await draftNomination(all.ports, { name: 'Người Nháp', birthYear: 1980 });
    await all.walk.act(people.wardOfficer, draft, 'discard');
  });

  it('is called so, and not withdrawn', async () => {
    const page = textOf((await all.as(people.wardOfficer).get(`/cases/${draft}`)).html);
    expect(page).toContain('Đã hủy bản nháp Bản nháp được hủy ngày 05/10/2020.');
    expect(page).not.toContain('Đã rút');
    const english = textOf((await all.as(people.wardOfficer, 'en').get(`/cases/${draft}`)).html);
    expect(english).toContain('Draft discarded The draft was discarded on 05/10/2020.');
  });

  it('is not among one’s own cases, nor on the first page, unless it is asked for', async () => {
    const officer = all.as(people.wardOfficer);
    for (const path of ['/', '/cases']) {
      const page = textOf((await officer.get(path)).html);
      expect(page).toContain('Người Số 1');
      expect(page).not.toContain('Người Nháp');
    }
    const own = await officer.get('/cases');
    const link = /href="(\/cases\?discarded=[^"]*)"/.exec(own.html)?.[1] ?? '';
    expect(textOf((await officer.get(link)).html)).toMatch(/Người Nháp .* Đã hủy bản nháp/);
    const { cases } = await readCases(all.ports, people.wardOfficer.id, {});
    expect(cases.map((one) => one.id)).toEqual(all.ids);
  });

  it('heads no list of its office; among those that were withdrawn it is found in its own words', async () => {
    const office = `/cases?organisation=${organisations.wardCommittee.id}`;
    const officer = all.as(people.wardOfficer);
    expect((await officer.get(office)).html).not.toContain(draft);
    const ended = textOf((await officer.get(`${office}&status=WITHDRAWN`)).html);
    expect(ended).toMatch(/Người Nháp .* Đã hủy bản nháp/);
  });
});

describe('what a sealed case says, once a reason was given', () => {
  it('stands before everything else on the page', async () => {
    const { ids, as } = await begin(1, { sealed: true });
    const path = `/cases/${ids[0]!}`;
    const officer = as(people.wardSealedOfficer);
    const place = (html: string, what: string): number => textOf(html).indexOf(what);
    const page = await officer.get(path);
    expect(place(page.html, 'Tuyến trình')).toBeLessThan(place(page.html, 'Nội dung hồ sơ'));
    const shown = await officer.send(page, `${path}/reveal`, { reason: 'Kiểm tra' });
    expect(textOf(shown.html)).toContain('Người Số 1');
    const inOrder = ['Người Số 1', 'Giấy tờ', 'Việc có thể làm', 'Tuyến trình', 'Diễn biến'];
    const places = inOrder.map((what) => place(shown.html, what));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });
});
