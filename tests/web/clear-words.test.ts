import { describe, expect, it } from 'vitest';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { caseIdSchema, listIdSchema } from '#shared/domain/id.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { keepScan } from '#tests/support/minutes.ts';
import { decoded, textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

async function season(count: number) {
  const home = await createTestHome();
  const { ports, settle } = home;
  const walk = walkIn(home);
  const ids = [];
  for (let index = 0; index < count; index += 1) {
    const id = await draftNomination(ports, {
      name: `Người Số ${String(index + 1)}`,
      birthYear: 1950 + index,
    });
    await walk.act(people.wardOfficer, id, 'submit');
    ids.push(id);
  }
  return { home, ports, walk, ids, ...createReaders(ports, settle) };
}

const summaryOf = (html: string): string[] =>
  Array.from(html.matchAll(/<li><a href="#([^"]*)">/g), (match) => match[1] ?? '');

describe('what a form that came back says', () => {
  it('names what was not chosen for a new nomination, and offers closed rounds last', async () => {
    const { as, ports } = await season(0);
    const officer = as(people.wardOfficer);
    const blank = await officer.fill('/cases/new', '/cases/new', {});
    expect(blank.status).toBe(422);
    expect(summaryOf(blank.html)).toEqual(['choice-choice-0', 'choice-kind-0']);
    expect(textOf(blank.html)).not.toContain('Đã hết hạn nhận');
    ports.clock.setOffice('2020-12-28T02:00:00.000Z' as never);
    const late = await officer.get('/cases/new');
    expect(textOf(late.html)).toContain('Đã hết hạn nhận, cần được cho nhận muộn.');
  });

  it('needs a name to look for, and says that nobody was found', async () => {
    const officer = createReaders(await createTestPorts()).as(people.wardOfficer);
    const choice = {
      organisation: organisations.wardCommittee.id,
      choice: `${december.id}.GK_HUYEN`,
      kind: 'individual',
    };
    const lookUp = await officer.fill('/cases/new', '/cases/new', choice);
    const blank = await officer.send(lookUp, '/cases/new', { name: ' ', birthYear: '19' });
    expect(blank.status).toBe(422);
    expect(summaryOf(blank.html)).toEqual(['lookUp-name', 'lookUp-birthYear']);
    const form = await officer.send(blank, '/cases/new', { name: 'Nguyễn Thị Bảy', birthYear: '1960' });
    expect(textOf(form.html)).toContain('Không có ai trùng họ tên và năm sinh trong hệ thống.');
    expect(textOf(form.html)).toContain('Giới tính (không bắt buộc)');
  });

  it('tells a code that is wrong from one that is missing', async () => {
    const stranger = createReaders(await createTestPorts()).as(undefined);
    const empty = await stranger.fill('/follow', '/follow', { code: '' });
    expect(empty.status).toBe(422);
    expect(textOf(empty.html)).toContain('Mục này bắt buộc phải điền.');
    const wrong = await stranger.get('/follow/0000');
    expect(textOf(wrong.html)).toContain('Mã chưa đúng: gồm 13 ký tự, có ở trang hồ sơ.');
  });

  it('puts what belongs to no input of its own beside the nearest, in the order of the page', async () => {
    const { as } = await season(0);
    const officer = as(people.districtOfficer);
    const blank = await officer.fill('/rounds/new', '/rounds/new', { 'opensOn.day': '40' });
    expect(blank.status).toBe(422);
    const [name, day, first] = summaryOf(blank.html);
    expect([name, day]).toEqual(['round-name', 'round-opensOn-day']);
    expect(first).toMatch(/^round-form-\w+-closingDay-day$/);
    expect(textOf(blank.html)).not.toContain('API');
  });
});

describe('a session of the council', () => {
  const open = async (ids: readonly string[], as: Awaited<ReturnType<typeof season>>['as']) => {
    const secretary = as(people.wardSecretary);
    const { to: path } = await secretary.fill('/lists', '/lists/start/session', {
      title: 'Họp xét tháng 10',
      'heldOn.day': '5',
      'heldOn.month': '10',
      'heldOn.year': '2020',
    });
    await secretary.fill(path, `${path}/act/gather`, { cases: ids });
    expect(textOf((await secretary.get(path)).html)).toContain('Chốt chương trình họp');
    await secretary.fill(path, `${path}/act/close`);
    return { secretary, path };
  };

  it('asks each reason of absence by name, and each outcome', async () => {
    const { ids, as } = await season(1);
    const { secretary, path } = await open(ids, as);
    const absent = { absent: people.wardMember.id };
    const unexplained = await secretary.fill(path, `${path}/act/presence`, absent);
    expect(summaryOf(unexplained.html)).toEqual([`presence-why-${people.wardMember.id}`]);
    await secretary.fill(path, `${path}/act/presence`);
    const blank = await secretary.fill(path, `${path}/act/result`, { case: ids[0]! });
    expect(summaryOf(blank.html)).toEqual([`result-${ids[0]!}-outcome-0`, `result-${ids[0]!}-agreed`]);
    expect(decoded(blank.html)).not.toContain('Giá trị không có trong các lựa chọn');
  });

  it('agrees to all that is left, and names what must be entered on its own', async () => {
    const { home, ports, walk, ids, as } = await season(2);
    const command = newNominationSchema.parse({
      organisation: organisations.wardCommittee.id,
      round: december.id,
      form: 'GK_HUYEN',
      subjectKind: 'individual',
      proposer: { name: 'Phạm Văn Tổ' },
      accounts: [people.wardMember.id],
      content: {
        printedName: 'Người Của Hội Đồng',
        unit: 'UBND phường Sở Dầu',
        birthYear: 1970,
        achievementFrom: '2019-12-01',
        achievementTo: '2020-09-30',
        citation: 'Đã có thành tích',
        report: 'Chỉ đạo phong trào.',
      },
    });
    const own = caseIdSchema.parse((await nominate(ports, asks(people.wardOfficer), command)).id);
    await walk.act(people.wardOfficer, own, 'submit');
    await home.settle();
    const { secretary, path } = await open([...ids, own], as);
    await secretary.fill(path, `${path}/act/presence`);
    const partly = await secretary.fill(path, `${path}/results`);
    expect(partly.status).toBe(422);
    expect(textOf(partly.html)).toMatch(/các hồ sơ khác đã được ghi “nhất trí”\. 3\. Người Của Hội Đồng/);
    expect(textOf(partly.html)).toContain('Nhất trí; 4/4 thành viên nhất trí');
    const done = await secretary.send(partly, `${path}/act/result`, {
      case: own,
      outcome: 'agreed',
      agreed: '3',
    });
    expect(done).toMatchObject({ status: 303, done: 'list-result' });
    expect((await secretary.get(path)).html).not.toContain(`${path}/results`);
  });
});

describe('a case', () => {
  it('says by which decision it was awarded, and arranges its ceremony only in numbers', async () => {
    const { ids, as, walk, home } = await season(1);
    await walk.to('district-decide', ids);
    const [officer, clerk] = [as(people.districtOfficer), as(people.districtClerk)];
    const { to: path } = await officer.fill('/lists', '/lists/start/decision', { title: 'Tặng Giấy khen' });
    const act = (name: string) => `${path}/act/${name}`;
    await officer.fill(path, act('gather'), { cases: ids });
    const unsigned = await officer.fill(path, act('close'));
    expect(summaryOf(unsigned.html)).toEqual(['close-signer']);
    await officer.fill(path, act('close'), { signer: people.districtLeader.posts[0]!.id });
    const leader = await as(people.districtLeader).get(path);
    expect(leader.html).toMatch(/name="strike"[\s\S]*Ký danh sách này[\s\S]*\?whole=1/);
    const whole = await as(people.districtLeader).get(`${path}?whole=1`);
    expect(whole.html).toMatch(/href="#act-sign"[\s\S]*<table[\s\S]*id="act-sign"/);
    const [year = '', month = '', date = ''] = home.ports.clock.today().split('-');
    const day = (name: string) => ({
      [`${name}.day`]: date,
      [`${name}.month`]: month,
      [`${name}.year`]: year,
    });
    await keepScan(home.ports, people.districtClerk, listIdSchema.parse(path.split('/')[2]));
    await clerk.fill(path, act('issueSignedOutside'), {
      number: '2920/QĐ-UBND',
      ...day('date'),
      ...day('signedOn'),
    });
    const awarded = textOf((await officer.get(`/cases/${ids[0]!}`)).html);
    expect(awarded).toContain(`Quyết định 2920/QĐ-UBND ngày ${date}/${month}/${year}, số sổ vàng 1.`);
    expect(awarded).toContain('– Đã tiếp nhận');

    const organiser = as(people.organiser);
    const { to: ceremony } = await organiser.fill('/ceremonies/new', '/ceremonies/new', {
      title: 'Hội nghị tổng kết',
      place: 'Hội trường quận',
      'day.day': '29',
      'day.month': '12',
      'day.year': '2020',
    });
    const undrawn = await organiser.fill(ceremony, `${ceremony}/act/draw`);
    expect(summaryOf(undrawn.html)).toEqual(['draw-decision']);
    await organiser.fill(ceremony, `${ceremony}/act/draw`, { decision: path.split('/')[2]! });
    const odd = await organiser.fill(ceremony, `${ceremony}/act/arrange`, {
      'group.0': '',
      'presenters.0': 'Vương Văn Tịch',
      [`place.${ids[0]!}`]: 'đầu',
    });
    expect(odd.status).toBe(422);
    expect(summaryOf(odd.html)).toEqual([
      'arrange-group-0',
      'arrange-presenters-0',
      `arrange-place-${ids[0]!}`,
    ]);
  });

  it('shows in its standing box what must be supplemented, with the form open', async () => {
    const { ids, as, walk } = await season(1);
    await walk.to('district-receive', ids);
    const path = `/cases/${ids[0]!}`;
    const police = as(people.policeOfficer);
    await police.fill(path, `${path}/act/receive`);
    expect((await police.get(path)).html).not.toContain('value="representative"');
    await police.fill(path, `${path}/act/askSupplement`, { fields: ['report'], note: 'Nêu rõ số vụ việc' });
    const { html } = await as(people.wardOfficer).get(path);
    expect(html).toMatch(/<details[^>]* open[^>]* id="act-answerSupplement"/);
    expect(textOf(/<div class="vd-stand">[\s\S]*?<\/div>/.exec(html)?.[0] ?? '')).toMatch(
      /Cần bổ sung: Báo cáo thành tích\. Nêu rõ số vụ việc/,
    );
  });
});

it.each(['//', '//other.example/x', '/%', '///?a=%'])('answers for any path: %s', async (path) => {
  const stranger = createReaders(await createTestPorts()).as(undefined);
  const { status, html } = await stranger.get(`http://own.example${path}`);
  expect(status).toBeLessThan(500);
  expect(html).not.toMatch(/href="\/[/\\]/);
});
