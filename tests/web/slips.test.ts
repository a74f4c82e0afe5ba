import { beforeEach, describe, expect, it } from 'vitest';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { takeSlip } from '#shared/use-cases/slips/take-slip.ts';
import { newSlip } from '#tests/support/new-slip.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders, type Answered, type PageReader } from '#tests/support/page-reader.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';

let ports: TestPorts;
let readers: ReturnType<typeof createReaders>;
let officer: PageReader;
let secret: string;
let forms = 0;

const ward = organisations.wardCommittee.id;
const desk = `/slips/${ward}`;
const linkForm = (act: 'open' | 'close') => `${desk}/links/${december.id}/${act}`;
const secretIn = ({ html }: Answered): string => /\/propose\/([0-9A-Z]{16})/.exec(html)?.[1] ?? '';

async function settle(): Promise<void> {
  for (const record of await pendingRecords(ports)) await catchUp(ports, record);
}

beforeEach(async () => {
  ports = await createTestPorts();
  readers = createReaders(ports, settle);
  officer = readers.as(people.wardOfficer);
  secret = secretIn(await officer.fill(desk, linkForm('open')));
});

/** Somebody sends a slip. @returns the page of its office for it, and its public code */
async function sent(change: object = {}): Promise<{ page: string; code: string }> {
  const before = pagesIn((await officer.get(desk)).html);
  forms += 1;
  const key = `form-${String(forms)}`;
  const code = await takeSlip(ports, { secret, key, bodyHash: key }, newSlip(change));
  const page = pagesIn((await officer.get(desk)).html).find((one) => !before.includes(one)) ?? '';
  return { page, code };
}
const pagesIn = (html: string): string[] =>
  Array.from(html.matchAll(/href="(\/slips\/[0-9A-Z]{26}\/[0-9A-Z]{26})"/g), ([, path = '']) => path);
const followed = async (code: string): Promise<string> =>
  textOf((await readers.as(undefined).get(`/follow/${code}`)).html);

describe('the link of a round', () => {
  it('is shown once, to be printed with its QR code, and opens the form', async () => {
    const notice = await officer.fill(desk, linkForm('open'));
    expect(notice.status).toBe(200);
    const said = textOf(notice.html);
    expect(said).toContain('Thông báo nhận phiếu đề xuất khen thưởng');
    expect(said).toContain('Nhận phiếu đến hết ngày 20/11/2020');
    expect(notice.html).toContain('<svg');
    const renewed = secretIn(notice);
    expect(renewed).not.toBe(secret);
    expect((await readers.as(undefined).get(`/propose/${renewed}`)).status).toBe(200);
    expect((await readers.as(undefined).get(`/propose/${secret}`)).status).toBe(404);
    expect((await officer.get(desk)).html).not.toContain(renewed);
  });

  it('is closed by its office', async () => {
    const closed = await officer.fill(desk, linkForm('close'));
    expect([closed.to, closed.done]).toEqual([desk, 'slipsClosed']);
    expect((await readers.as(undefined).get(`/propose/${secret}`)).status).toBe(404);
    expect(textOf((await officer.get(desk)).html)).toContain('Mở đường dẫn nhận phiếu');
  });

  it('is neither opened nor seen by another office, nor opened by whoever only reads', async () => {
    const leader = await readers.as(people.wardLeader).get(desk);
    expect(leader.status).toBe(200);
    expect(leader.html).not.toContain(linkForm('open'));
    expect((await readers.as(people.siblingOfficer).get(desk)).status).toBe(403);
  });
});

describe('new slips', () => {
  it('are counted on the first page of an officer, and of nobody else', async () => {
    await sent();
    await sent({ name: 'Lê Văn Bảy' });
    const home = await officer.get('/');
    expect(textOf(home.html)).toContain('Phiếu đề xuất mới');
    expect(textOf(home.html)).toContain('2 phiếu chờ xử lý');
    expect(home.html).toContain(`href="${desk}"`);
    for (const other of [people.wardClerk, people.siblingOfficer])
      expect(textOf((await readers.as(other).get('/')).html)).not.toContain('Phiếu đề xuất mới');
  });

  it('stand on one page by round, with how many subjects and cases they may be about', async () => {
    await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958 });
    await sent();
    const said = textOf((await officer.get(desk)).html);
    expect(said).toContain(december.name);
    expect(said).toMatch(
      /Nguyễn Thị Sáu .*Tổ dân phố số 5 .*05\/10\/2020 .*1 đối tượng, 1 hồ sơ .*Chờ xử lý/,
    );
    expect((await officer.get('/slips')).to).toBe(desk);
  });
});

describe('a slip', () => {
  it('is read whole by its office alone, and it stands there who read it', async () => {
    const { page } = await sent();
    const said = textOf((await officer.get(page)).html);
    for (const words of ['Báo công an bắt', 'Tối 12/8/2020', 'Đỗ Văn Chứng', '0912 000 001'])
      expect(said).toContain(words);
    const leader = textOf((await readers.as(people.wardLeader).get(page)).html);
    expect(leader).toContain('Trần Thị Hà');
    expect(leader).not.toContain('Xử lý phiếu');
    expect((await readers.as(people.siblingOfficer).get(page)).status).toBe(404);
    expect((await readers.as(undefined).get(page)).status).toBe(303);
  });

  it('becomes a draft, whose task list opens with what it told', async () => {
    const { page, code } = await sent();
    const made = await officer.fill(page, `${page}/accept`, { proposer: 'Tổ dân phố số 5' });
    expect(made.done).toBe('slipAccepted');
    expect(made.to).toMatch(/^\/cases\/[0-9A-Z]{26}\/edit$/);
    expect(textOf((await officer.get(made.to)).html)).toContain('Nguyễn Thị Sáu');
    expect(textOf((await officer.get(made.to.replace('/edit', ''))).html)).toContain(
      'Lập từ một phiếu đề xuất.',
    );
    const settled = await officer.get(page);
    expect(settled.html).toContain(`href="${made.to.replace('/edit', '')}"`);
    expect(settled.html).not.toContain(`${page}/refuse`);
    expect(await followed(code)).toContain('Đã đưa vào đề nghị');
  });

  it('sent twice by a double click makes one draft', async () => {
    const { page } = await sent();
    const opened = await officer.get(page);
    const [first, second] = [
      await officer.send(opened, `${page}/accept`, {}),
      await officer.send(opened, `${page}/accept`, {}),
    ];
    expect(second.to).toBe(first.to);
  });

  it('asks of each look-alike whether it is the same, before it becomes a draft', async () => {
    await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958 });
    const { page } = await sent();
    const back = await officer.fill(page, `${page}/accept`, {});
    expect(back.status).toBe(409);
    const [, question = ''] = /name="(answers\.[0-9A-Z]{26})"/.exec(back.html) ?? [];
    const made = await officer.send(back, `${page}/accept`, { [question]: 'namesake' });
    expect(made.done).toBe('slipAccepted');
  });

  it('is merged into a draft of the same name, or another slip, and says into which', async () => {
    const draft = await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958 });
    const [first, second, third] = [await sent(), await sent(), await sent()];
    const merged = await officer.fill(first.page, `${first.page}/merge`, { into: `case:${draft}` });
    expect([merged.to, merged.done]).toEqual([first.page, 'slipMerged']);
    expect((await officer.get(first.page)).html).toContain(`href="/cases/${draft}"`);
    const into = third.page.split('/').at(-1) ?? '';
    await officer.fill(second.page, `${second.page}/merge`, { into: `slip:${into}` });
    expect((await officer.get(second.page)).html).toContain(`href="${third.page}"`);
    const nothing = await officer.fill(third.page, `${third.page}/merge`, {});
    expect(nothing.status).toBe(422);
  });

  it('is refused with a reason of the list, which alone the public page tells', async () => {
    const { page, code } = await sent();
    const missing = await officer.fill(page, `${page}/refuse`, { note: 'Chưa rõ' });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('Chưa rõ');
    const note = 'Tổ trưởng Lê Văn Mật không xác nhận';
    const refused = await officer.send(missing, `${page}/refuse`, { reason: 'notConfirmed', note });
    expect(refused.done).toBe('slipRefused');
    const inside = textOf((await officer.get(page)).html);
    expect(inside).toContain(note);
    const outside = await followed(code);
    expect(outside).toContain('Không đưa vào đề nghị');
    expect(outside).toContain('Chưa xác nhận được việc đã nêu');
    expect(outside).not.toMatch(/Mật|Sáu/);
  });

  it('says nothing of anybody sealed', async () => {
    await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958, sealed: true });
    const { page } = await sent();
    const said = textOf((await readers.as(people.wardSealedOfficer).get(page)).html);
    expect(said).toContain('Không thấy đối tượng, hồ sơ hoặc phiếu nào giống.');
    expect(said).not.toMatch(/bảo mật/i);
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { page } = await sent({ name: hostile, deed: hostile });
    for (const path of [desk, page, '/']) expect((await officer.get(path)).html).not.toContain(hostile);
    expect((await officer.get(page)).html).toContain('&lt;img');
  });
});
