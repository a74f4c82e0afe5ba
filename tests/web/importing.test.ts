import writeSheets from 'write-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { createReaders } from '#tests/support/page-reader.ts';
import { textOf } from '#tests/support/page-html.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';
import { storedIn } from '#tests/support/store-snapshot.ts';

const office = organisations.wardCommittee.id;
const chosen = {
  organisation: office,
  choice: `${december.id}.GK_HUYEN`,
  kind: 'individual',
  proposer: 'UBND phường Sở Dầu',
};
const heading = [
  ...[
    'STT',
    'Họ và tên',
    'Năm sinh',
    'Đơn vị công tác',
    'Nội dung khen',
    'Thành tích',
    'Từ ngày',
    'Đến ngày',
  ],
];
const row = (name: string, year: string, change: Partial<Record<number, string>> = {}): string =>
  [
    '1',
    name,
    year,
    'Tổ dân phố số 5',
    'Đã có thành tích xuất sắc',
    'Vận động 40 hộ',
    '01/12/2019',
    '30/09/2020',
  ]
    .map((cell, place) => change[place] ?? cell)
    .join('\t');
const pasted = (...rows: readonly string[]): string => [heading.join('\t'), ...rows].join('\n');

async function begin() {
  const ports = await createTestPorts();
  const { as, pages } = createReaders(ports);
  const officer = as(people.wardOfficer);
  const preview = (rows: string) => officer.fill('/cases/import', '/cases/import/check', { ...chosen, rows });
  return { ports, as, pages, officer, preview };
}

const idsIn = (html: string): string[] =>
  [...html.matchAll(/href="\/cases\/([0-9A-Z]{26})\/edit"/g)].map(([, id = '']) => id);

describe('a list of nominations that is brought in', () => {
  it('is shown row by row and saves nothing before it is confirmed, then makes a draft of each', async () => {
    const { ports, officer, preview } = await begin();
    const before = storedIn(ports.database);
    const seen = await preview(pasted(row('Ông Nguyễn Văn Hai', '12/03/1961'), row('Lê Thị Ba', '1958')));
    expect(textOf(seen.html)).toContain('2 dòng đều hợp lệ. Chưa có gì được lưu.');
    expect(storedIn(ports.database)).toEqual(before);
    const made = await officer.send(seen, '/cases/import');
    expect(textOf(made.html)).toContain('Đã lập 2 bản nháp');
    const [id = ''] = idsIn(made.html);
    expect(textOf((await officer.get(`/cases/${id}`)).html)).toMatch(/Nguyễn Văn Hai.*1961.*01\/12\/2019/);
  });

  it('makes nothing twice when it is confirmed twice', async () => {
    const { ports, officer, preview } = await begin();
    const seen = await preview(pasted(row('Nguyễn Văn Hai', '1961')));
    const once = await officer.send(seen, '/cases/import');
    const stored = storedIn(ports.database);
    const twice = await officer.send(seen, '/cases/import');
    expect(idsIn(twice.html)).toEqual(idsIn(once.html));
    expect(storedIn(ports.database)).toEqual(stored);
  });

  it('names each wrong cell with its row, and takes it when it is typed anew', async () => {
    const { officer, preview } = await begin();
    const seen = await preview(
      pasted(
        row('Nguyễn Văn Hai', '196x'),
        row('Lê Thị Ba', '1958'),
        row('Đỗ Văn Tư', '1960', { 7: '31/02/2020' }),
      ),
    );
    const said = textOf(seen.html);
    expect(said).toContain('1 dòng hợp lệ, 2 dòng cần sửa.');
    expect(said).toMatch(/Năm sinh, dòng 2 .*Năm không hợp lệ/);
    expect(said).toMatch(/Đến ngày, dòng 4 .*Ngày không hợp lệ/);
    const mended = await officer.send(seen, '/cases/import/check', {
      'cell.2.birthYear': '1961',
      leaveOut: '4',
    });
    expect(textOf(mended.html)).toContain('2 dòng đều hợp lệ.');
    const made = await officer.send(mended, '/cases/import');
    expect(textOf(made.html)).toContain('Đã lập 2 bản nháp');
    expect(textOf((await officer.get(`/cases/${idsIn(made.html)[0] ?? ''}`)).html)).toContain('1961');
  });

  it('asks about somebody who may be known already, and takes the answer', async () => {
    const { ports, officer, preview } = await begin();
    await draftNomination(ports, { name: 'Lê Thị Ba', birthYear: 1958 });
    const seen = await preview(pasted(row('Lê Thị Ba', '1958')));
    expect(textOf(seen.html)).toContain('Cùng một người: Lê Thị Ba – sinh năm 1958');
    const made = await officer.send(seen, '/cases/import', { 'answer.2': 'namesake' });
    const page = await officer.get(`/cases/${idsIn(made.html)[0] ?? ''}`);
    expect(textOf(page.html)).toContain('Lê Thị Ba (sinh năm 1958)');
  });

  it('is read out of an Excel file, days and years as the cells hold them', async () => {
    const { pages, officer } = await begin();
    const form = await officer.get('/cases/import');
    const key = /name="key" value="([^"]*)"/.exec(form.html)?.[1] ?? '';
    const sheet = await writeSheets([
      [{ value: 'DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG' }],
      heading.map((value) => ({ value })),
      [
        ...[{ value: 1 }, { value: 'Nguyễn Văn Hai' }, { value: 1961 }, { value: 'Tổ 5' }],
        ...[{ value: 'Đã có thành tích' }, { value: 'Bắt trộm' }],
        { value: new Date('2019-12-01T00:00:00Z'), format: 'dd/mm/yyyy' },
        { value: '30/09/2020' },
      ],
    ]).toBlob();
    const body = new FormData();
    const csrf = `csrf-of-${people.wardOfficer.id}`;
    for (const [name, value] of Object.entries({ ...chosen, key, csrf, rows: '' })) body.set(name, value);
    body.set('file', new File([sheet], 'danh-sach.xlsx'));
    const headers = { 'x-person': people.wardOfficer.id };
    const answer = await pages.app.request('/cases/import/check', { method: 'POST', headers, body });
    const html = await answer.text();
    expect(textOf(html)).toContain('1 dòng đều hợp lệ.');
    expect(textOf(html)).toMatch(
      /Nguyễn Văn Hai, 1961 Tổ 5 Đã có thành tích Bắt trộm 01\/12\/2019 – 30\/09\/2020/,
    );
  });

  it.each([
    ['no file of Office', new File(['a,b'], 'x.xlsx'), 'Không đọc được tệp.'],
    ['a Word file that is none', new File(['a,b'], 'x.docx'), 'Không đọc được tệp.'],
  ])('is refused where it is %s, and what was chosen stays', async (_what, file, words) => {
    const { pages, officer } = await begin();
    const form = await officer.get('/cases/import');
    const key = /name="key" value="([^"]*)"/.exec(form.html)?.[1] ?? '';
    const body = new FormData();
    const csrf = `csrf-of-${people.wardOfficer.id}`;
    for (const [name, value] of Object.entries({ ...chosen, key, csrf, rows: '' })) body.set(name, value);
    body.set('file', file);
    const headers = { 'x-person': people.wardOfficer.id };
    const answer = await pages.app.request('/cases/import/check', { method: 'POST', headers, body });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(words);
  });

  it('is for whoever may nominate there, and for no other office', async () => {
    const { as, officer, preview } = await begin();
    expect((await as(people.wardClerk).get('/cases/import')).status).toBe(403);
    const seen = await preview(pasted(row('Lê Thị Ba', '1958')));
    const foreign = await officer.send(seen, '/cases/import', {
      organisation: organisations.districtPolice.id,
    });
    expect(foreign.status).toBe(422);
  });
});

describe('drafts that are sent together', () => {
  it('are those that lack nothing; of the others it is said what they lack', async () => {
    const { ports, officer, preview } = await begin();
    const made = await officer.send(
      await preview(pasted(row('Nguyễn Văn Hai', '1961'), row('Lê Thị Ba', '1958', { 4: '' }))),
      '/cases/import',
    );
    const [whole = ''] = idsIn(made.html);
    const drafts = await officer.get('/cases/drafts');
    expect(textOf(drafts.html)).toContain('Lê Thị Ba Còn thiếu: Nội dung khen.');
    const unsaid = await officer.send(drafts, '/cases/drafts');
    expect(unsaid.status).toBe(422);
    expect(unsaid.html).toContain('<a href="#send-noSecrets-0">');
    const sent = await officer.send(unsaid, '/cases/drafts', { noSecrets: 'yes' });
    expect(textOf(sent.html)).toContain('Đã gửi 1 hồ sơ');
    expect(textOf((await officer.get(`/cases/${whole}`)).html)).toContain('Hồ sơ đang chuyển tới');
    const stored = storedIn(ports.database);
    expect(textOf((await officer.send(unsaid, '/cases/drafts', { noSecrets: 'yes' })).html)).toContain(
      'Đã gửi 1 hồ sơ',
    );
    expect(storedIn(ports.database)).toEqual(stored);
  });

  it('are each judged for themselves: one that is refused keeps no other back', async () => {
    const { ports, officer } = await begin();
    await draftNomination(ports, { name: 'Lê Thị Ba', birthYear: 1958 });
    await draftNomination(ports, { name: 'Lê Thị Ba', birthYear: 1958 });
    await draftNomination(ports, { name: 'Đỗ Văn Tư', birthYear: 1960 });
    const sent = await officer.fill('/cases/drafts', '/cases/drafts', { noSecrets: 'yes' });
    expect(textOf(sent.html)).toMatch(/Đã gửi [12] hồ sơ .*[12] hồ sơ chưa gửi được/);
  });

  it('are an office’s own', async () => {
    const { ports, as } = await begin();
    await draftNomination(ports, { name: 'Lê Thị Ba' });
    expect(textOf((await as(people.siblingOfficer).get('/cases/drafts')).html)).not.toContain('Lê Thị Ba');
    expect((await as(people.wardClerk).get('/cases/drafts')).status).toBe(403);
  });
});
