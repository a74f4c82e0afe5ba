import { describe, expect, it } from 'vitest';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { caseIdSchema } from '#shared/domain/id.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { smallPdf } from '#tests/support/minutes.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { textOf } from '#tests/support/page-html.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestHome } from '#tests/support/test-home.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';

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

describe('lists in the browser', () => {
  it('keeps a council session: agenda, presence, results, minutes, conclusion', async () => {
    const { ports, ids, as, walk } = await season(2);
    const secretary = as(people.wardSecretary);
    const started = await secretary.fill('/lists', '/lists/start/session', {
      title: 'Họp xét tháng 10',
      'heldOn.day': '5',
      'heldOn.month': '10',
      'heldOn.year': '2020',
    });
    expect(started).toMatchObject({ status: 303, done: 'started-session' });
    const path = started.to;
    const act = (name: string) => `${path}/act/${name}`;

    const gatherPage = await secretary.get(`${path}?all=1`);
    expect(await secretary.send(gatherPage, act('gather'))).toMatchObject({ done: 'list-gather' });
    expect(await secretary.fill(path, act('order'), { [`position.${ids[0]!}`]: '9' })).toMatchObject({
      done: 'list-order',
    });
    expect(textOf((await secretary.get(path)).html)).toMatch(/1 Người Số 2 .* 2 Người Số 1/);
    expect(await secretary.fill(path, act('close'))).toMatchObject({ done: 'list-close' });

    const noReason = await secretary.fill(path, act('presence'), { absent: people.wardMember.id });
    expect(noReason.status).toBe(422);
    const present = { absent: people.wardMember.id, [`why.${people.wardMember.id}`]: 'Đi công tác' };
    expect(await secretary.send(noReason, act('presence'), present)).toMatchObject({ done: 'list-presence' });
    expect(textOf((await secretary.get(path)).html)).toContain('3/4 thành viên');

    const tooMany = await secretary.fill(path, act('result'), {
      case: ids[0]!,
      outcome: 'agreed',
      agreed: '7',
    });
    expect(tooMany.status).toBe(422);
    expect(tooMany.html).toContain(`<a href="#result-${ids[0]!}-agreed">`);
    for (const id of ids) {
      expect(
        await secretary.fill(path, act('result'), { case: id, outcome: 'agreed', agreed: '3' }),
      ).toMatchObject({ status: 303 });
    }
    const early = await secretary.fill(path, act('conclude'));
    expect(textOf(early.html)).toContain('Chưa có biên bản họp');

    const upload = await secretary.send(early, `${path}/files`, { name: 'Biên bản', kind: 'minutes' });
    expect(textOf(upload.html)).toContain('Tải lên: Biên bản.pdf');
    const file = /name="id" value="([^"]*)"/.exec(upload.html)?.[1] ?? '';
    expect(upload.html).toContain(`value="http://127.0.0.1:8080${path}?done=uploaded"`);
    expect(await secretary.fill(path, `/files/${file}/check`)).toMatchObject({ status: 409 });
    ports.files.receive(file, smallPdf);
    expect(await secretary.fill(path, `/files/${file}/check`)).toMatchObject({ to: path, done: 'fileKept' });
    expect((await secretary.get(`/files/${file}`)).headers.get('location')).toContain(`/files/${file}/`);
    const tooFew = await secretary.fill(path, act('conclude'));
    expect(tooFew.status).toBe(422);
    expect(textOf(tooFew.html)).toContain('Có mặt 3/4 thành viên, cần ít nhất 4 (80%).');
    const why = { 'reasons.R12': 'Một ủy viên đi công tác đột xuất.' };
    expect(await secretary.send(tooFew, act('conclude'), why)).toMatchObject({ done: 'list-conclude' });
    expect(await walk.stepOf(ids[0]!)).toBe('ward-letter');
    expect(textOf((await secretary.get(`/cases/${ids[0]!}`)).html)).toContain('Hội đồng kết luận');
  });

  it('carries a letter from its start to its number', async () => {
    const { ids, as, walk } = await season(3);
    await walk.to('ward-letter', ids);
    const [officer, leader, clerk] = [as(people.wardOfficer), as(people.wardLeader), as(people.wardClerk)];
    const { to: path } = await officer.fill('/lists', '/lists/start/letter', {
      title: 'Tờ trình tổng kết',
      round: december.id,
    });
    const act = (name: string) => `${path}/act/${name}`;
    const [one = '', two = '', three = ''] = ids;

    expect((await officer.fill(path, act('gather'))).status).toBe(422);
    await officer.fill(path, act('gather'), {
      cases: ids,
      [`recommended.${two}`]: 'no',
      [`remark.${two}`]: 'Thành tích ngắn',
    });
    expect(textOf((await officer.get(path)).html)).toContain('Không đề nghị: Thành tích ngắn');
    expect(await officer.fill(path, act('ungather'), { case: three })).toMatchObject({
      done: 'list-ungather',
    });
    expect((await officer.fill(path, act('close'))).status).toBe(422);
    await officer.fill(path, act('close'), { signer: people.wardLeader.posts[0]!.id });

    const seen = await leader.get(path);
    expect(textOf(seen.html)).toContain('Cá nhân: 2');
    const strike = await officer.fill(path, act('strike'), { case: one, reason: '' });
    expect(strike.status).toBe(422);
    expect(await officer.send(strike, act('strike'), { case: one, reason: 'Đơn thư' })).toMatchObject({
      done: 'list-strike',
    });
    const changed = await leader.send(seen, act('sign'));
    expect(changed.status).toBe(409);
    expect(textOf(changed.html)).toContain('Danh sách đã thay đổi sau khi trang này được mở');
    expect(await leader.fill(path, act('sign'))).toMatchObject({ done: 'list-sign' });

    const number = { number: '12', 'date.day': '5', 'date.month': '10', 'date.year': '2020' };
    const malformed = await clerk.fill(path, act('issue'), number);
    expect(malformed.status).toBe(422);
    expect(malformed.html).toContain('value="12"');
    expect(await clerk.send(malformed, act('issue'), { ...number, number: '12/TTr-UBND' })).toMatchObject({
      done: 'list-issue',
    });
    expect(await walk.stepOf(ids[1]!)).toBe('district-receive');
    expect(textOf((await as(people.policeOfficer).get('/lists?direction=came')).html)).toContain(
      'Tờ trình tổng kết',
    );
    expect(textOf((await officer.get(`/cases/${one}`)).html)).toContain('Đã được đưa ra khỏi một danh sách');
    expect(textOf((await officer.get('/')).html)).toContain('Hồ sơ trở lại cần xử lý');
  });

  it('names the rows that bar the signer', async () => {
    const { ports, home, as, walk } = await season(0);
    const command = newNominationSchema.parse({
      organisation: organisations.wardCommittee.id,
      round: december.id,
      form: 'GK_HUYEN',
      subjectKind: 'individual',
      proposer: { name: 'Phạm Văn Tổ' },
      accounts: [people.wardLeader.id],
      content: {
        printedName: 'Nguyễn Văn Chủ',
        unit: 'UBND phường Sở Dầu',
        birthYear: 1970,
        achievementFrom: '2019-12-01',
        achievementTo: '2020-09-30',
        citation: 'Đã có thành tích',
        report: 'Chỉ đạo phong trào.',
      },
    });
    const id = caseIdSchema.parse((await nominate(ports, asks(people.wardOfficer), command)).id);
    await walk.act(people.wardOfficer, id, 'submit');
    await home.settle();
    await walk.to('ward-letter', [id]);
    const officer = as(people.wardOfficer);
    const { to: path } = await officer.fill('/lists', '/lists/start/letter', { title: 'Tờ trình' });
    await officer.fill(path, `${path}/act/gather`, { cases: id });
    const barred = await officer.fill(path, `${path}/act/close`, { signer: people.wardLeader.posts[0]!.id });
    expect(barred.status).toBe(409);
    expect(textOf(barred.html)).toContain('1. Nguyễn Văn Chủ: Là người được đề nghị khen');
    expect(
      await officer.send(barred, `${path}/act/close`, { signer: people.wardDeputy.posts[0]!.id }),
    ).toMatchObject({ done: 'list-close' });
    expect(textOf((await officer.get(path)).html)).toContain('KT. Bùi Thị Phó');
  });

  it('decides with annexes, signed outside, and hands the awards over at a ceremony', async () => {
    const { ids, as, walk, home } = await season(2);
    await walk.to('district-decide', ids);
    const [officer, clerk] = [as(people.districtOfficer), as(people.districtClerk)];
    const { to: path } = await officer.fill('/lists', '/lists/start/decision', {
      title: 'Quyết định tặng Giấy khen',
    });
    const act = (name: string) => `${path}/act/${name}`;
    await officer.fill(path, act('gather'), { cases: ids });
    await officer.fill(path, act('close'), { signer: people.districtLeader.posts[0]!.id });
    expect(textOf((await officer.get(path)).html)).toContain('Phụ lục 1: Cá nhân');
    const today = home.ports.clock.today().split('-');
    const day = (name: string) => ({
      [`${name}.day`]: today[2]!,
      [`${name}.month`]: today[1]!,
      [`${name}.year`]: today[0]!,
    });
    const numbered = { number: '2920/QĐ-UBND', ...day('date'), ...day('signedOn') };
    const bare = await clerk.fill(path, act('issueSignedOutside'), numbered);
    expect(bare.status).toBe(409);
    expect(textOf(bare.html)).toContain('Chưa có bản quét của văn bản đã ký.');
    const upload = await clerk.send(bare, `${path}/files`, { name: 'QĐ đã ký', kind: 'scan' });
    const file = /name="id" value="([^"]*)"/.exec(upload.html)?.[1] ?? '';
    home.ports.files.receive(file, smallPdf);
    await clerk.fill(path, `/files/${file}/check`);
    const issued = await clerk.fill(path, act('issueSignedOutside'), numbered);
    expect(issued).toMatchObject({ done: 'list-issueSignedOutside' });
    expect(await walk.standing(ids[0]!)).toBe('ended');
    expect(textOf((await officer.get(`/cases/${ids[0]!}`)).html)).toContain('Được khen thưởng');

    const organiser = as(people.organiser);
    const planned = await organiser.fill('/ceremonies/new', '/ceremonies/new', {
      title: 'Hội nghị tổng kết',
      place: 'Hội trường quận',
      'day.day': '29',
      'day.month': '12',
      'day.year': '2020',
    });
    expect(planned).toMatchObject({ status: 303, done: 'planned' });
    const ceremony = planned.to;
    expect((await organiser.fill(ceremony, `${ceremony}/act/draw`)).status).toBe(422);
    expect(
      await organiser.fill(ceremony, `${ceremony}/act/draw`, { decision: path.split('/')[2]! }),
    ).toMatchObject({ done: 'ceremony-draw' });
    const arranged = await organiser.fill(ceremony, `${ceremony}/act/arrange`, {
      'presenters.0': 'Vương Văn Tịch, Chủ tịch UBND quận Hồng Bàng',
      [`place.${ids[0]!}`]: '8',
    });
    expect(arranged).toMatchObject({ done: 'ceremony-arrange' });
    expect(textOf((await organiser.get(ceremony)).html)).toMatch(
      /Vương Văn Tịch \(Chủ tịch UBND quận Hồng Bàng\).* 1 Người Số 2 .* 2 Người Số 1/,
    );
    home.ports.clock.setOffice('2020-12-28T02:00:00.000Z' as never);
    await home.passDays(1);
    const handed = await organiser.fill(ceremony, `${ceremony}/act/handOver`, {
      case: ids[0]!,
      state: 'PRESENTED',
    });
    expect(handed).toMatchObject({ done: 'ceremony-handOver' });
    expect(textOf((await organiser.get(ceremony)).html)).toContain('Đã trao tại buổi lễ');
    expect(textOf((await as(people.wardOfficer, 'en').get(ceremony)).html)).toContain('Presentation group 1');
  });

  it('does the acts of the holder on a case', async () => {
    const { ids, as, walk } = await season(1);
    const [id = ''] = ids;
    await walk.to('district-receive', ids);
    const path = `/cases/${id}`;
    const act = (name: string) => `${path}/act/${name}`;
    const [police, ward] = [as(people.policeOfficer), as(people.wardOfficer)];
    expect(textOf((await ward.get(path)).html)).toContain(
      'Công an quận Hồng Bàng đang giữ hồ sơ. Bước: Công an quận tiếp nhận hồ sơ; hạn',
    );
    const stale = await police.get(path);
    expect(await police.fill(path, act('receive'))).toMatchObject({ done: 'receive' });
    expect((await police.send(stale, act('askSupplement'), { note: 'x' })).status).toBe(422);
    expect(
      await police.fill(path, act('askSupplement'), {
        fields: ['report', 'attachments'],
        note: 'Nêu rõ số vụ việc',
      }),
    ).toMatchObject({ status: 303 });
    expect(textOf((await ward.get(path)).html)).toContain('UBND phường Sở Dầu cần bổ sung hồ sơ');
    expect(
      await ward.fill(path, act('answerSupplement'), {
        'content.report': 'Đã xử lý 12 vụ việc.',
        note: 'Xin gửi',
      }),
    ).toMatchObject({ done: 'answerSupplement' });
    expect(
      await police.fill(path, act('hold'), { reason: 'Có đơn', document: '214/CAQ ngày 01/10/2020' }),
    ).toMatchObject({ done: 'hold' });
    expect(textOf((await ward.get(path)).html)).toContain('chưa xét theo văn bản 214/CAQ');
    expect(
      await police.fill(path, act('release'), { reason: 'Đã kết luận', document: '220/CAQ' }),
    ).toMatchObject({ done: 'release' });
    expect(await police.fill(path, act('reassign'), { post: 'anyone', reason: 'Chia việc' })).toMatchObject({
      done: 'reassign',
    });
    expect(await police.fill(path, act('recommend'), { remark: 'Đủ điều kiện' })).toMatchObject({
      done: 'recommend',
    });
    const late = await police.send(stale, act('receive'));
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toMatch(/Việc gần nhất: .+, lúc/);
  });
});
