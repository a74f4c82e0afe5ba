import { beforeEach, describe, expect, it } from 'vitest';
import { instantSchema } from '#shared/domain/time.ts';
import { openSlips } from '#shared/use-cases/slips/slip-links.ts';
import { countWaitingSlips } from '#shared/use-cases/slips/slip-views.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders, type Answered } from '#tests/support/page-reader.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts, type TestPorts } from '#tests/support/small-world.ts';

let ports: TestPorts;
let path: string;
let stranger: ReturnType<ReturnType<typeof createReaders>['as']>;
let english: typeof stranger;

const ward = organisations.wardCommittee.id;

beforeEach(async () => {
  ports = await createTestPorts();
  const asked = { organisation: ward, round: december.id };
  path = `/propose/${(await openSlips(ports, asks(people.wardOfficer), asked)).secret}`;
  const readers = createReaders(ports);
  stranger = readers.as(undefined);
  english = readers.as(undefined, 'en');
});

const slip = {
  subjectKind: 'individual',
  name: 'Nguyễn Thị Sáu',
  unit: 'Tổ dân phố số 5',
  deed: 'Báo công an bắt hai kẻ trộm xe máy',
  when: 'Tối 12/8/2020',
  where: 'Ngõ 12 phố Cầu Đất',
  witness: 'Đỗ Văn Chứng',
  witnessReach: '0912 000 001',
};
const waiting = async () => (await countWaitingSlips(ports, [ward])).get(ward);
const errorsIn = ({ html }: Answered): string[] =>
  Array.from(html.matchAll(/<a href="#slip-([\w.]+?)(?:-0)?"/g), ([, name]) => name ?? '');

describe('the form of a proposal slip', () => {
  it('opens by its link without an account, and tells what happens then and with what is written', async () => {
    const page = await stranger.get(path);
    expect(page.status).toBe(200);
    const said = textOf(page.html);
    expect(said).toContain(organisations.wardCommittee.name);
    expect(said).toContain('đến hết ngày 20/11/2020');
    expect(said).toContain('Gửi rồi thì sao?');
    expect(said).toContain('bị xóa sau 90 ngày');
    expect(said).toContain('bảo vệ dữ liệu cá nhân');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(textOf((await english.get(path)).html)).toContain('What happens then?');
  });

  it('gives a code at once, by which it is followed without a name', async () => {
    const sent = await stranger.fill(path, path, slip);
    expect([sent.status, sent.done]).toEqual([303, 'slipSent']);
    expect(sent.to).toMatch(/^\/follow\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    const followed = await stranger.get(`${sent.to}?done=slipSent`);
    const said = textOf(followed.html);
    expect(said).toContain('Đã nhận phiếu đề xuất.');
    expect(said).toContain(sent.to.slice('/follow/'.length));
    expect(followed.html).not.toMatch(/Sáu|0912|Chứng|trộm/);
    expect(await waiting()).toBe(1);
  });

  it('sent twice, by a double click or after going back, is one slip', async () => {
    const page = await stranger.get(path);
    const [first, second] = [await stranger.send(page, path, slip), await stranger.send(page, path, slip)];
    expect(second.to).toBe(first.to);
    expect(await waiting()).toBe(1);
    const changed = await stranger.send(page, path, { ...slip, deed: 'Khác' });
    expect(changed.status).toBe(422);
    expect(changed.html).toContain('Khác');
    expect((await stranger.send(changed, path, { deed: 'Khác' })).status).toBe(303);
    expect(await waiting()).toBe(2);
  });

  it('comes back with everything typed, and a link to each answer that is missing or wrong', async () => {
    const back = await stranger.fill(path, path, {
      ...slip,
      deed: '',
      witnessReach: '',
      birthYear: '58',
      proposerPhone: 'gọi tôi',
    });
    expect(back.status).toBe(422);
    expect(errorsIn(back)).toEqual(['birthYear', 'deed', 'witnessReach', 'proposerPhone']);
    expect(back.html).toContain('Nguyễn Thị Sáu');
    expect(await waiting()).toBe(0);
  });

  it('is not taken from another site, without its one-time key, or as anything but a form', async () => {
    const entries = Object.entries({ ...slip, key: 'a-key-of-a-form' });
    expect((await stranger.post(path, entries, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await stranger.post(path, Object.entries(slip))).status).toBe(403);
    expect((await stranger.post(path, entries, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(await waiting()).toBe(0);
  });

  it('shows hostile text as text', async () => {
    const hostile = '<script>alert(1)</script>';
    const back = await stranger.fill(path, path, { ...slip, name: hostile, deed: '' });
    expect(back.html).not.toContain(hostile);
    expect(back.html).toContain('&lt;script&gt;');
  });

  it('is gone with its link, and closed after the closing day, in words that say whom to ask', async () => {
    const unknown = await stranger.get(`/propose/${'0'.repeat(16)}`);
    expect(unknown.status).toBe(404);
    expect(textOf(unknown.html)).toContain('Đường dẫn này không nhận phiếu đề xuất');
    const page = await stranger.get(path);
    ports.clock.setOffice(instantSchema.parse('2020-11-21T02:00:00.000Z'));
    const closed = await stranger.send(page, path, slip);
    expect(closed.status).toBe(409);
    expect(textOf(closed.html)).toContain('hết hạn nhận phiếu đề xuất ngày 20/11/2020');
  });
});
