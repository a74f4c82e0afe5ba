import { describe, expect, it } from 'vitest';
import { indexes } from '#shared/records/keys.ts';
import { queryAll } from '#shared/records/query.ts';
import { workbookParts, zipped } from '#tests/support/office-files.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts } from '#tests/support/small-world.ts';
import { wardList } from '#tests/support/ward-list.ts';

const ward = organisations.wardCommittee.id;
const list = wardList();

async function upload(language: 'vi' | 'en') {
  const ports = await createTestPorts();
  const { as, pages } = createReaders(ports);
  const form = await as(people.wardOfficer).get('/cases/import');
  const body = new FormData();
  const said = {
    csrf: `csrf-of-${people.wardOfficer.id}`,
    key: /name="key" value="([^"]*)"/.exec(form.html)?.[1] ?? '',
    organisation: ward,
    choice: `${december.id}.GK_HUYEN`,
    kind: 'individual',
    proposer: 'Phạm Văn Tổ',
  };
  for (const [name, value] of Object.entries(said)) body.set(name, value);
  body.set('file', new File([zipped(workbookParts(list.rows, list.merged))], 'Danh sách.xlsx'));
  const answer = await pages.app.request('/cases/import/check', {
    method: 'POST',
    headers: { 'x-person': people.wardOfficer.id, cookie: `vd-lang=${language}` },
    body,
  });
  const html = await answer.text();
  const seen = { status: answer.status, html, headers: answer.headers, to: '', done: null };
  const drafts = async () =>
    (await queryAll(ports.store, { index: 'g1', pk: indexes.casesOfOrganisation(ward).pk })).length;
  return { officer: as(people.wardOfficer), seen, drafts };
}

describe('a ward’s list of 170, with all that offices do to a list', () => {
  it('is shown with each wrong cell by its row, and saves nothing yet', async () => {
    const { seen, drafts } = await upload('vi');
    const said = textOf(seen.html);
    expect(said).toContain('165 dòng hợp lệ, 5 dòng cần sửa.');
    expect(said).toMatch(/Thời gian lập thành tích Từ ngày, dòng 40 .{0,40}Ngày không hợp lệ/);
    expect(said).toMatch(/dòng 50 .{0,60}chữ số/);
    expect(said).toMatch(/dòng 60 /);
    expect(said).toContain('Cột không dùng đến: Ghi chú.');
    expect(await drafts()).toBe(0);
  });

  it('is explained in English, too', async () => {
    const { seen } = await upload('en');
    expect(textOf(seen.html)).toContain('row 40');
  });

  it('becomes 170 drafts once its cells were mended in place, and no more when it is confirmed again', async () => {
    const { officer, seen, drafts } = await upload('vi');
    const mended = await officer.send(seen, '/cases/import/check', {
      'cell.40.achievementFrom': '01/12/2019',
      'cell.50.idNumber': '000100000050',
      'cell.60.name': 'Bà Trần Thị Mười',
      'cell.70.form': '',
      'cell.80.unit': 'Tổ trưởng, Tổ dân phố số 9',
    });
    expect(textOf(mended.html)).toContain('170 dòng đều hợp lệ.');
    const made = await officer.send(mended, '/cases/import');
    expect(textOf(made.html)).toContain('Đã lập 170 bản nháp');
    expect(await drafts()).toBe(170);
    await officer.send(mended, '/cases/import');
    expect(await drafts()).toBe(170);
  });
});
