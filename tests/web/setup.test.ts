import { beforeEach, describe, expect, it } from 'vitest';
import { organisationIdSchema, personIdSchema } from '#shared/domain/id.ts';
import { listOrganisations, listPeople, listRounds, readCouncils } from '#shared/records/directory-record.ts';
import { admitFounder } from '#shared/use-cases/directory/admit-founder.ts';
import { decodeQR } from 'qr/decode.js';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders, type Answered, type PageReader } from '#tests/support/page-reader.ts';
import { pixelsOf } from '#tests/support/qr-pixels.ts';
import { people } from '#tests/support/small-directory.ts';
import { createTestPorts, type TestPorts } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';

const founder = {
  id: personIdSchema.parse('01JAAA000000000000000000AA'),
  username: 'quan.tri',
  name: 'Phạm Quản Trị',
  email: '',
};

let ports: TestPorts;
let reader: PageReader;

beforeEach(async () => {
  ports = await createTestPorts({ settled: true, clock: createTestClock('2026-11-23T02:00:00.000Z') });
  await admitFounder(ports.store, founder);
  reader = createReaders(ports).as(founder);
});

const rows = [
  'Họ tên\tChức vụ\tVai trò\tĐơn vị\tTên đăng nhập\tThư điện tử',
  'Trần Thị Hà\tCông chức Văn hóa – Xã hội\tcán bộ TĐKT; thư ký Hội đồng\t\tha.tran\tha@sodau.example',
  'Vũ Văn Chủ\tChủ tịch UBND phường Sở Dầu\t\t\tchu.vu\t',
  'Lê Thị Văn\tVăn thư\tvăn thư\t\t\t',
  'Đỗ Văn Hội\tChủ tịch UBMTTQ phường\tthành viên Hội đồng\t\thoi.do\t',
].join('\n');

async function found(): Promise<string> {
  const done = await reader.fill('/setup/new', '/setup/new', {
    office: 'ward-committee',
    commune: 'Phường Sở Dầu',
    province: 'Thành phố Hải Phòng',
  });
  expect(done).toMatchObject({ status: 303, done: 'founded' });
  return organisationIdSchema.parse(done.to.split('/').at(-1));
}

const paste = (office: string, text = rows): Promise<Answered> =>
  reader.fill(`/setup/${office}/people`, `/setup/${office}/people/check`, {
    rows: text,
    instrument: 'Quyết định số 12/QĐ-UBND',
  });

async function addPeople(office: string): Promise<Answered> {
  return reader.send(await paste(office), `/setup/${office}/people`);
}

describe('an office that is set up', () => {
  it('from nothing to its first round, without a script', async () => {
    expect((await reader.get('/')).to).toBe('/setup/new');
    expect((await reader.get('/setup')).to).toBe('/setup/new');
    const office = await found();
    const tasks = await reader.get(`/setup/${office}`);
    expect(textOf(tasks.html)).toMatch(/1\. Cơ quan và cấp trên .* Đã xong/);
    expect(textOf(tasks.html)).toMatch(/2\. Người và tài khoản .* Chưa làm/);

    const preview = await paste(office);
    expect(preview.status).toBe(200);
    expect(textOf(preview.html)).toContain('4 người. Kiểm tra lại rồi bấm Lưu.');
    expect(textOf(preview.html)).toContain('Lãnh đạo ký: Cấp trưởng');
    expect(textOf(preview.html)).toContain('van.le');
    expect(await listPeople(ports.store)).toHaveLength(1);

    const links = await reader.send(preview, `/setup/${office}/people`);
    expect(links.status).toBe(200);
    expect(links.html.match(/class="vd-slip"/g)).toHaveLength(4);
    expect(decodeQR(pixelsOf(links.html))).toMatch(/^https:\/\/office\.example\/oidc\/enrol\/0{42}1$/);
    expect(links.headers.get('cache-control')).toBe('no-store');
    expect(textOf(links.html)).toContain('Đã gửi qua thư điện tử.');

    expect(textOf(links.html)).not.toContain('chính máy này');

    expect(textOf(tasks.html)).toContain('Cần có thư ký Hội đồng');
    expect(textOf((await reader.get(`/setup/${office}`)).html)).toMatch(/Chưa có Hội đồng\.(?! Cần)/);
    const council = await reader.get(`/setup/${office}/council`);
    expect(council.html).toContain('value="Hội đồng TĐKT phường Sở Dầu"');
    const formed = await reader.fill(`/setup/${office}/council`, `/setup/${office}/council`, {
      name: 'Hội đồng TĐKT phường Sở Dầu',
      foundingDecision: 'Quyết định số 15/QĐ-UBND',
    });
    expect(formed).toMatchObject({ status: 303, to: `/setup/${office}`, done: 'councilKept' });
    expect((await readCouncils(ports.store, organisationIdSchema.parse(office)))[0]?.members).toHaveLength(3);

    const newRound = await reader.get('/rounds/new');
    expect(textOf(newRound.html)).toContain('Bằng khen của Chủ tịch UBND tỉnh, thành phố');
    expect(textOf(newRound.html)).not.toContain('Kỷ niệm chương');
    const opened = await reader.send(newRound, '/rounds/new', {
      name: 'Tổng kết phong trào năm 2026',
      'form.BK_TINH.closingDay.day': '10',
      'form.BK_TINH.closingDay.month': '12',
      'form.BK_TINH.closingDay.year': '2026',
      'form.BK_TINH.councilDay.day': '4',
      'form.BK_TINH.councilDay.month': '12',
      'form.BK_TINH.councilDay.year': '2026',
    });
    expect(opened.done).toBe('roundOpened');
    expect(await listRounds(ports.store)).toHaveLength(1);
    const all = await reader.get(`/setup/${office}`);
    expect(textOf(all.html).match(/Đã xong/g)).toHaveLength(3);
    expect(textOf(all.html)).toContain('5 người, 5 người chưa kích hoạt tài khoản');
    expect(textOf((await reader.get(`/setup/${office}/register`)).html)).toMatch(
      /Lập Hội đồng .*Cấp đường dẫn .*Thiết lập cơ quan/,
    );
  });

  it('shows no link again, neither on a page nor by going back', async () => {
    const office = await found();
    const preview = await paste(office);
    await reader.send(preview, `/setup/${office}/people`);
    const again = await reader.send(preview, `/setup/${office}/people`);
    expect(again.status).toBe(200);
    expect(again.html).not.toContain('enrol/');
    expect(textOf(again.html)).toMatch(/Đã cấp đường dẫn trước đó .*chỉ hiện một lần.* ha\.tran, chu\.vu/);
    expect((await reader.get(`/setup/${office}/people`)).html).not.toContain('enrol');
  });

  it('says of a form that came back which field is wrong', async () => {
    const answered = await reader.fill('/setup/new', '/setup/new', { commune: 'Sở Dầu', province: '' });
    expect(answered.status).toBe(422);
    expect(answered.html).toContain('href="#found-commune"');
    expect(answered.html).toContain('href="#found-province"');
    expect(textOf(answered.html)).toContain('Ghi cả loại địa bàn');
  });
});

describe('pasted rows', () => {
  it('that are wrong are named row by row and cell by cell, and nothing can be saved', async () => {
    const office = await found();
    const preview = await paste(
      office,
      'A Văn B\tx\tChủ tịch\t\ta b\tx@\nTrần Thị Hà\t\tvăn thư\tĐâu đó\tha\t',
    );
    expect(preview.status).toBe(200);
    const text = textOf(preview.html);
    expect(text).toContain('2 dòng chưa đúng');
    for (const words of [
      'Chưa rõ vai trò',
      'Tên đăng nhập gồm',
      'Địa chỉ thư điện tử chưa đúng',
      'Không có cơ quan này trong danh mục; để trống nếu là cơ quan mình.',
      'Vai trò ghi bằng các từ: cán bộ TĐKT',
    ])
      expect(text).toContain(words);
    expect(preview.html).not.toContain(`action="/setup/${office}/people"`);
    const back = await reader.send(preview, `/setup/${office}/people/again`);
    expect(textOf(back.html)).toContain('A Văn B');
    expect(back.html).not.toContain('govuk-error-summary');
  });

  it('are shown with the names of their roles, and with what is not read', async () => {
    const office = await found();
    const preview = await paste(
      office,
      'STT\tHọ tên\tVai trò\tĐơn vị\n1\tTrần Thị Hà\tcan bo tdkt; ky thay\tĐâu đó',
    );
    const text = textOf(preview.html);
    expect(text).toContain('Cán bộ làm công tác TĐKT; Lãnh đạo ký: Cấp phó (ký thay, KT.)');
    expect(text).toContain('Cột không dùng đến: “STT”.');
  });

  it('are one person only where one username is written in them', async () => {
    const office = await found();
    const asked = await paste(office, 'Ngô Thị Lan\t\tvăn thư\t\t\t\nNgô Thị Lan\t\tcán bộ TĐKT\t\t\t');
    expect(textOf(asked.html)).toContain(
      'Trùng họ tên với dòng 1. Cùng một người thì ghi cùng tên đăng nhập',
    );
    expect(asked.html).not.toContain(`action="/setup/${office}/people"`);
    const joined = await paste(
      office,
      'Ngô Thị Lan\t\tvăn thư\t\tlan.ngo\t\nNgô Thị Lan\t\tcán bộ TĐKT\t\tlan.ngo\t',
    );
    expect(textOf(joined.html)).toContain('Gộp với dòng 1');
  });

  it('can’t be saved past the preview when they are wrong', async () => {
    const office = await found();
    const preview = await paste(office);
    const forged = await reader.send(preview, `/setup/${office}/people`, {
      rows: 'A Văn B\tx\tvua\t\ta.b\t',
    });
    expect(forged.status).toBe(422);
    expect(await listPeople(ports.store)).toHaveLength(1);
  });

  it('make no doubles when they come twice', async () => {
    const office = await found();
    await addPeople(office);
    const unnamed = await paste(office);
    expect(textOf(unnamed.html)).toContain('1 dòng chưa đúng.');
    expect(textOf(unnamed.html)).toContain('van.le');
    const named = rows.replace('văn thư\t\t\t', 'văn thư\t\tvan.le\t');
    const again = await paste(office, named);
    expect(textOf(again.html)).toContain('Mọi người trong bảng đã có đủ vị trí.');
    expect(again.html).not.toContain(`action="/setup/${office}/people"`);
    const more = await paste(office, `${named}\nTrần Thị Hà\tCông chức\tvăn thư\t\tha.tran\t`);
    expect(textOf(more.html)).toContain('Thêm vị trí cho người đã có');
    const saved = await reader.send(more, `/setup/${office}/people`);
    expect(saved.to).toBe(`/setup/${office}/people`);
    expect(await listPeople(ports.store)).toHaveLength(5);
  });

  it('are two hundred at most, and hostile words stay words', async () => {
    const office = await found();
    const many = Array.from({ length: 203 }, (_, n) => `A B\t\tvăn thư\t\tnguoi.${String(n)}\t`).join('\n');
    const refused = await paste(office, many);
    expect([refused.status, textOf(refused.html)]).toEqual([422, expect.stringContaining('Tối đa 200')]);
    const hostile = await paste(office, `<b x>"A"</b>\t<script>\tvăn thư\t\ta.b\t`);
    expect(hostile.html).not.toContain('<b x>');
    expect(textOf(hostile.html)).toContain('<b x>"A"</b>');
  });

  it('are told before they are saved what nobody gives: a post of one’s own, or one long begun', async () => {
    const office = await found();
    const own = await paste(office, `${founder.name}\tVăn thư\tvăn thư\t\t${founder.username}\t`);
    expect(textOf(own.html)).toContain('Không tự giao việc');
    expect(textOf(own.html)).not.toContain('Lưu và cấp đường dẫn');
    const early = await reader.fill(`/setup/${office}/people`, `/setup/${office}/people/check`, {
      rows,
      'from.month': '1',
      instrument: 'Phân công',
    });
    expect([early.status, textOf(early.html)]).toEqual([
      422,
      expect.stringContaining('30 ngày trước hôm nay'),
    ]);
    expect(early.html).toContain('href="#paste-from-day"');
  });

  it('ask for the day and the decision', async () => {
    const office = await found();
    const blank = await reader.fill(`/setup/${office}/people`, `/setup/${office}/people/check`, {
      'from.day': '31',
      'from.month': '2',
    });
    expect(blank.status).toBe(422);
    for (const id of ['paste-rows', 'paste-from-day', 'paste-instrument'])
      expect(blank.html).toContain(`href="#${id}"`);
  });
});

describe('somebody of the office', () => {
  let office: string;
  let at: string;
  beforeEach(async () => {
    office = await found();
    await addPeople(office);
    const ha = (await listPeople(ports.store)).find(({ username }) => username === 'ha.tran');
    at = `/setup/${office}/people/${ha?.id ?? ''}`;
  });

  it('gets a further post, and loses one on a day', async () => {
    const given = await reader.fill(at, `${at}/give`, {
      role: 'clerk',
      title: 'Văn thư kiêm nhiệm',
      instrument: 'Phân công',
    });
    expect(given).toMatchObject({ status: 303, done: 'postGiven' });
    const page = await reader.get(at);
    expect(textOf(page.html)).toContain('Văn thư kiêm nhiệm: Văn thư, UBND phường Sở Dầu; từ 23/11/2026');
    const action = /action="([^"]*\/end\/[^"]*)"/.exec(page.html)?.[1] ?? '';
    const blank = await reader.send(page, action, {});
    expect(blank.status).toBe(422);
    const ended = await reader.send(page, action, { reason: 'Chuyển công tác' });
    expect(ended).toMatchObject({ status: 303, done: 'postEnded' });
    expect(textOf((await reader.get(at)).html)).toContain('đến hết 23/11/2026');
  });

  it('gets a new link; whoever is at work is warned of what a reset ends', async () => {
    expect(textOf((await reader.get(at)).html)).toContain('Cấp đường dẫn kích hoạt');
    const ha = personIdSchema.parse(at.split('/').at(-1));
    ports.accounts.stand(ha, 'active');
    const page = await reader.get(at);
    expect(textOf(page.html)).toContain('các phiên đăng nhập cũ hết hiệu lực ngay');
    const reset = await reader.send(page, `${at}/invite`);
    expect(reset.status).toBe(200);
    expect(reset.html).toContain('enrol/');
    ports.accounts.stand(ha, 'active');
    const again = await reader.send(page, `${at}/invite`);
    expect([again.status, again.html.includes('enrol/')]).toEqual([409, false]);
    expect(textOf(again.html)).toContain('Đường dẫn kích hoạt chỉ hiện một lần');
    expect((await ports.accounts.standings([ha])).get(ha)).toBe('active');
    const own = await reader.get(`/setup/${office}/people/${founder.id}`);
    expect(own.html).not.toContain('/invite"');
  });

  it('is shown with the id that an issuer of its own must know', async () => {
    const { accounts: _none, ...without } = ports;
    const elsewhere = createReaders(without).as(founder);
    const page = await elsewhere.get(at);
    expect(textOf(page.html)).toContain(at.split('/').at(-1));
    expect(page.html).not.toContain('/invite"');
  });
});

describe('who keeps no directory', () => {
  it('is refused at the set-up of an office that stands', async () => {
    const readers = createReaders(await createTestPorts());
    for (const one of [people.wardOfficer, people.wardLeader, people.auditor]) {
      expect((await readers.as(one).get('/setup')).status).toBe(403);
      expect((await readers.as(one).get('/setup/new')).to).toBe('/setup');
      const sent = await readers.as(one).post('/setup/new', [
        ['csrf', `csrf-of-${one.id}`],
        ['key', 'key-of-a-form'],
        ['office', 'ward-committee'],
        ['commune', 'Phường Khác'],
        ['province', 'Tỉnh Khác'],
      ]);
      expect(sent.status).toBe(403);
    }
    expect((await readers.as(undefined).get('/setup')).headers.get('location')).toContain('/sign-in');
  });

  it('is refused at every page and form of an office, and finds no link to it', async () => {
    const office = await found();
    await addPeople(office);
    const before = await listOrganisations(ports.store);
    const officer = (await listPeople(ports.store)).find(({ username }) => username === 'ha.tran');
    const other = createReaders(ports).as(officer);
    for (const page of ['', '/organisations', '/people', '/council', '/register'])
      expect((await other.get(`/setup/${office}${page}`)).status).toBe(403);
    expect((await other.get('/')).html).not.toContain('/setup');
    const csrf = `csrf-of-${officer?.id ?? ''}`;
    for (const form of [
      '/people',
      '/people/check',
      '/council',
      '/organisations',
      `/people/${founder.id}/invite`,
    ]) {
      const sent = await other
        .post(`/setup/${office}${form}`, [
          ['csrf', csrf],
          ['key', 'key-of-a-form'],
        ])
        .catch((error: unknown) => error);
      expect(sent).toMatchObject({ status: 403 });
    }
    expect(await listOrganisations(ports.store)).toEqual(before);
  });

  it('can’t send a form without its token', async () => {
    const office = await found();
    const sent = await reader.post(`/setup/${office}/organisations/${office}/place`, [
      ['csrf', 'another'],
      ['key', 'key-of-a-form'],
      ['outside', 'yes'],
    ]);
    expect(sent.status).toBe(403);
  });
});
