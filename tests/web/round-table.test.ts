import readSheets from 'read-excel-file/universal';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { readDocx } from '#shared/tables/read-docx.ts';
import { walkIn, type Walk } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { december, idOf, organisations, people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';

const { wardOfficer, wardSealedOfficer, siblingOfficer, policeOfficer, districtOfficer } = people;
const table = `/rounds/${december.id}/table`;
const names = ['Nguyễn Thị Sáu', 'Đinh Văn Bảy', 'Lê Thị Ánh'] as const;

let home: TestHome;
let walk: Walk;
let readers: ReturnType<typeof createReaders>;
let cases: readonly CaseId[];

/** Three of one ward that the police receives, in the order of the ward's letter; a fourth that is only drafted. */
beforeEach(async () => {
  home = await createTestHome();
  walk = walkIn(home);
  readers = createReaders(home.ports, home.settle);
  const sent: CaseId[] = [];
  for (const [place, name] of names.entries()) {
    const id = await draftNomination(home.ports, {
      name,
      birthYear: 1950 + place,
      report: `Báo cáo ${name}`,
    });
    await walk.act(wardOfficer, id, 'submit');
    sent.push(id);
  }
  cases = sent;
  await draftNomination(home.ports, { name: 'Trần Văn Nháp', birthYear: 1980 });
  await walk.to('district-receive', sent);
  await home.settle();
});

const textFor = async (who: Parameters<typeof readers.as>[0], path = table) =>
  textOf((await readers.as(who).get(path)).html);

describe('the summary table of a round', () => {
  it('tells of each nomination what an appraiser asks, in the order that its ward gave', async () => {
    const text = await textFor(policeOfficer);
    expect(text).toContain('Tất cả 3 hồ sơ.');
    const places = names.map((name) => text.indexOf(name));
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    expect(text).toContain('Thứ tự 1/3');
    expect(text).toContain('Thứ tự 3/3');
    expect(text).toContain('Chưa có');
    expect(text).not.toContain('Trần Văn Nháp');
  });

  it('is put in the order of given names where asked', async () => {
    const text = await textFor(policeOfficer, `${table}?sort=name`);
    const order = ['Lê Thị Ánh', 'Đinh Văn Bảy', 'Nguyễn Thị Sáu'].map((name) => text.indexOf(name));
    expect([...order].sort((one, other) => one - other)).toEqual(order);
  });

  it('shows an office only what has come to it, and nobody another office’s table', async () => {
    expect(await textFor(siblingOfficer)).toContain('Không có hồ sơ nào như đã chọn.');
    expect(await textFor(districtOfficer)).toContain('Không có hồ sơ nào như đã chọn.');
    const foreign = `${table}?office=${organisations.districtPolice.id}`;
    expect((await readers.as(siblingOfficer).get(foreign)).status).toBe(403);
    for (const part of ['.xlsx', '.docx', '/wording'])
      expect((await readers.as(siblingOfficer).get(foreign.replace('?', `${part}?`))).status).toBe(403);
  });

  it('names no sealed case', async () => {
    const sealed = await draftNomination(home.ports, { name: 'Hoàng Văn Kín', sealed: true });
    await walk.act(wardSealedOfficer, sealed, 'submit');
    await home.settle();
    const page = await readers.as(wardOfficer).get(table);
    expect(textOf(page.html)).toContain('Trường hợp bảo mật 01');
    expect(page.html).not.toContain('Hoàng Văn Kín');
    expect(page.html).not.toContain(sealed);
  });

  it('has every round’s owner, quota and way to a case beside it', async () => {
    const { html } = await readers.as(policeOfficer).get(table);
    expect(html).toContain(`href="/cases/${cases[0]!}" target="vd-case"`);
    expect((await readers.as(policeOfficer).get(`/rounds/${december.id}`)).html).toContain(`href="${table}"`);
    expect((await readers.as(policeOfficer).get('/rounds/khong-co/table')).status).toBe(404);
  });
});

describe('an act on many rows', () => {
  it('receives all of them, each with a result of its own', async () => {
    const police = readers.as(policeOfficer);
    const page = await police.get(`${table}?all=1`);
    const done = await police.send(page, `${table}/act`, { act: 'receive' });
    expect(textOf(done.html)).toContain('Đã xử lý 3 hồ sơ trong 3 hồ sơ');
    for (const id of cases) expect((await walk.caseOf(id)).route?.frozenOn).toBe('2020-10-05');
  });

  it('says of which case it couldn’t be done and why, and does the others', async () => {
    const police = readers.as(policeOfficer);
    const page = await police.get(`${table}?all=1`);
    await walk.act(policeOfficer, cases[1]!, 'hold', { reason: 'Có đơn', document: '12/CV' });
    const text = textOf((await police.send(page, `${table}/act`, { act: 'receive' })).html);
    expect(text).toContain('Đã xử lý 2 hồ sơ trong 3 hồ sơ');
    expect(text).toContain('Chưa làm được với 1 hồ sơ');
    expect(text).toContain('Đinh Văn Bảy');
  });

  it('asks once for the reason of a rule that warns, and goes on with it where it warns', async () => {
    const round = roundSchema.parse({ ...december, id: idOf('round-second') });
    await home.ports.store.commit([roundWrite(undefined, round)]);
    const { subject } = await walk.caseOf(cases[0]!);
    const other = 'Hòa giải thành mười một vụ mâu thuẫn trong khu dân cư.';
    const said = {
      round: round.id,
      subject,
      citation: other,
      report: other,
      name: names[0],
      birthYear: 1950,
    };
    const twin = await draftNomination(home.ports, said);
    await walk.act(wardOfficer, twin, 'submit', { reasons: { R01: 'Hai việc khác nhau.' } });
    const police = readers.as(policeOfficer);
    const first = await police.send(await police.get(`${table}?all=1`), `${table}/act`, { act: 'receive' });
    expect(textOf(first.html)).toContain('Đã xử lý 2 hồ sơ trong 3 hồ sơ');
    const inputs = [...first.html.matchAll(/name="(receive\.reasons\.R\d{2})"/g)].map(([, name]) => name);
    expect(inputs).toEqual(['receive.reasons.R01']);
    const unsaid = await police.send(first, `${table}/act`, { act: 'receive' });
    expect(textOf(unsaid.html)).toContain('Đã xử lý 0 hồ sơ trong 1 hồ sơ');
    const second = await police.send(unsaid, `${table}/act`, {
      act: 'receive',
      'receive.reasons.R01': 'Đã đối chiếu',
    });
    expect(textOf(second.html)).toContain('Đã xử lý 1 hồ sơ trong 1 hồ sơ');
  });

  it('keeps ticks and words where a reason is missing, and leads to its input', async () => {
    const police = readers.as(policeOfficer);
    const page = await police.get(`${table}?all=1`);
    const back = await police.send(page, `${table}/act`, { act: 'hold', 'hold.document': '12/CV' });
    expect(back.status).toBe(422);
    expect(back.html).toContain('href="#many-hold-reason"');
    expect(back.html).toContain('value="12/CV"');
    expect(back.html.match(/name="case"[^>]*checked/g)).toHaveLength(3);
    const none = await police.send(await police.get(table), `${table}/act`, { act: 'receive' });
    expect(none.status).toBe(422);
    expect(none.html).toContain('href="#many-case-0"');
  });

  it('is refused row by row to whoever may only read', async () => {
    const ward = readers.as(wardOfficer);
    expect((await ward.get(`${table}?all=1`)).html).not.toContain('name="case"');
    const entries = [
      ['csrf', `csrf-of-${wardOfficer.id}`],
      ['key', 'tu-tay-viet-01'],
      ['act', 'receive'],
      ['case', cases[0]!],
    ] as const;
    const text = textOf((await ward.post(`${table}/act`, entries)).html);
    expect(text).toContain('Đã xử lý 0 hồ sơ trong 1 hồ sơ');
    expect((await walk.caseOf(cases[0]!)).route?.frozenOn).toBeUndefined();
  });

  it('carries the ticked rows into one opinion request', async () => {
    const police = readers.as(policeOfficer);
    await police.send(await police.get(`${table}?all=1`), `${table}/act`, { act: 'receive' });
    await home.settle();
    const asked = await police.send(await police.get(`${table}?all=1`), `${table}/ask`);
    const start = await police.get(asked.to);
    const list = await police.send(start, '/lists/start/opinionRequest', {
      title: 'Lấy ý kiến đợt 12',
      asked: [organisations.wardCommittee.id],
    });
    const page = await police.get(list.to);
    expect(page.html.match(/name="cases"[^>]*checked/g)).toHaveLength(3);
  });
});

describe('printed names and citations', () => {
  it('are mended in many rows by one saving; rows left alone aren’t written', async () => {
    const police = readers.as(policeOfficer);
    const page = await police.get(`${table}/wording`);
    const before = (await walk.caseOf(cases[1]!)).entries;
    const sent = await police.send(page, `${table}/wording`, {
      [`${cases[0]!}.printedName`]: 'Nguyễn Thị Sáu (Bảy)',
      [`${cases[2]!}.citation`]: 'Có thành tích xuất sắc',
    });
    expect(sent.done).toBe('mendWording');
    expect((await walk.caseOf(cases[0]!)).label.name).toBe('Nguyễn Thị Sáu (Bảy)');
    expect((await walk.caseOf(cases[1]!)).entries).toBe(before);
    expect(textOf((await police.get(table)).html)).toContain('Có thành tích xuất sắc');
  });

  it('say which of them is empty, and that nothing was changed', async () => {
    const police = readers.as(policeOfficer);
    const page = await police.get(`${table}/wording`);
    const empty = await police.send(page, `${table}/wording`, { [`${cases[1]!}.citation`]: ' ' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain(`href="#wording-${cases[1]!}-citation"`);
    const same = await police.send(await police.get(`${table}/wording`), `${table}/wording`);
    expect(textOf(same.html)).toContain('Chưa sửa gì so với nội dung hiện có.');
  });
});

describe('files of the table', () => {
  it('hold all rows, and say who took them out', async () => {
    const { headers } = await readers.as(policeOfficer).get(`${table}.xlsx`);
    expect(headers.get('content-disposition')).toContain('bang-tong-hop-2020-10-05.xlsx');
    const rows = await sheetOf(policeOfficer, `${table}.xlsx`);
    expect(rows.slice(1, 4).map((row) => row[1])).toEqual([...names]);
    expect(rows.at(-1)?.join(' ')).toContain(policeOfficer.name);
  });

  it('are a booklet for the council: a table for each form and kind, then what each has achieved', async () => {
    const bytes = await bytesOf(policeOfficer, `${table}.docx`);
    const text = JSON.stringify(await readDocx(bytes));
    for (const name of names) expect(text).toContain(name);
  });
});

async function bytesOf(who: typeof policeOfficer, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await readers.pages.app.request(path, { headers: { 'x-person': who.id } });
  return new Uint8Array(await answer.arrayBuffer());
}

async function sheetOf(who: typeof policeOfficer, path: string) {
  const [sheet] = await readSheets(new Blob([await bytesOf(who, path)]));
  return sheet!.data;
}
