import { beforeEach, describe, expect, it } from 'vitest';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { textOf } from '#tests/support/page-html.ts';
import { storedIn } from '#tests/support/store-snapshot.ts';

const ward = organisations.wardCommittee.id;
const path = `/past-decisions/${ward}`;
const header = {
  authority: 'Chủ tịch Ủy ban nhân dân quận Hồng Bàng',
  level: 'district',
  number: '1520/QĐ-UBND',
  'date.day': '20',
  'date.month': '12',
  'date.year': '2019',
  form: 'GK_HUYEN',
};
const rows = [
  'DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN\t\t\t\t',
  'STT\tHọ và tên\tNăm sinh\tĐơn vị\tTừ ngày\tĐến ngày',
  'CÁ NHÂN\t\t\t\t\t',
  '1\tNguyễn Thị Sáu\t1958\tTổ dân phố số 5\t1/12/2018\t30/9/2019',
  '2\tLê Văn Hai\t12/3/1970\tTổ dân phố số 6\t12/2018\t9/2019',
].join('\n');

let ports: TestPorts;
beforeEach(async () => {
  ports = await createTestPorts();
});
const reader = (who = people.wardOfficer) => createReaders(ports).as(who);

describe('past decisions in the browser', () => {
  it('are pasted, looked at, and saved only when confirmed; then shown with their rows', async () => {
    const officer = reader();
    const home = await officer.get('/past-decisions');
    expect(home.to).toBe(path);
    const form = await officer.get(`${path}/new`);
    const before = storedIn(ports.database);
    const preview = await officer.send(form, `${path}/check`, { ...header, forSecurity: 'yes', rows });
    expect(preview.status).toBe(200);
    expect(textOf(preview.html)).toContain('2 dòng. Kiểm tra lại rồi bấm Lưu');
    expect(textOf(preview.html)).toContain('Đã bỏ qua 2 dòng tiêu đề');
    expect(textOf(preview.html)).toContain('01/12/2018');
    expect(storedIn(ports.database)).toEqual(before);
    const saved = await officer.send(preview, path);
    expect(saved).toMatchObject({ status: 303, done: 'pastImported' });
    const page = textOf((await officer.get(saved.to)).html);
    expect(page).toContain('Lê Văn Hai');
    expect(page).toContain('Về an ninh Tổ quốc');
    expect(page).toContain('Nhập quyết định đã ban hành');
    expect(textOf((await officer.get(path)).html)).toContain('1520/QĐ-UBND');
  });

  it('ask whether a like name is the same, and say where an answer lacks', async () => {
    await draftNomination(ports);
    const officer = reader();
    const form = await officer.get(`${path}/new`);
    const preview = await officer.send(form, `${path}/check`, { ...header, rows });
    expect(textOf(preview.html)).toContain('Dòng 1, Nguyễn Thị Sáu: có phải cùng một đối tượng?');
    const refused = await officer.send(preview, path);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('href="#confirm-answer-1-0"');
    const saved = await officer.send(refused, path, { 'answer.1': 'namesake' });
    expect(saved.status).toBe(303);
  });

  it('name each cell that is wrong, and come back with what was typed', async () => {
    const officer = reader();
    const form = await officer.get(`${path}/new`);
    const wrong = rows.replace('1958', 'không rõ');
    const preview = await officer.send(form, `${path}/check`, { ...header, rows: wrong });
    expect(textOf(preview.html)).toContain('Năm không hợp lệ');
    const again = await officer.send(preview, `${path}/again`);
    expect(textOf(again.html)).toContain('không rõ');
    expect(again.html).toContain('1520/QĐ-UBND');
    const lacking = await officer.send(form, `${path}/check`, { ...header, authority: '', rows });
    expect(lacking.status).toBe(422);
    expect(lacking.html).toContain('#import-authority');
  });

  it('are corrected and withdrawn with a reason, and shown to a nomination of the same subject', async () => {
    const officer = reader();
    const form = await officer.get(`${path}/new`);
    const preview = await officer.send(form, `${path}/check`, { ...header, rows });
    const saved = await officer.send(preview, path);
    const query = new URLSearchParams({
      organisation: ward,
      choice: `${december.id}.GK_HUYEN`,
      kind: 'individual',
      name: 'Nguyễn Thị Sáu',
      birthYear: '1958',
    });
    const nominating = await officer.get(`/cases/new?${query.toString()}`);
    expect(textOf(nominating.html)).toContain('1520/QĐ-UBND');
    const page = await officer.get(saved.to);
    const refused = await officer.send(page, `${saved.to}/correct`, { line: '1' });
    expect(refused.status).toBe(422);
    const corrected = await officer.send(refused, `${saved.to}/correct`, {
      line: '1',
      unit: 'Tổ dân phố số 9',
      reason: 'Gõ nhầm đơn vị',
    });
    expect(corrected).toMatchObject({ status: 303, done: 'pastCorrected' });
    const after = await officer.get(saved.to);
    expect(textOf(after.html)).toContain('Tổ dân phố số 9');
    const gone = await officer.send(after, `${saved.to}/withdraw`, { reason: 'Nhập nhầm' });
    expect(gone).toMatchObject({ status: 303, done: 'pastWithdrawn' });
    const then = await officer.get(`/cases/new?${query.toString()}`);
    expect(textOf(then.html)).not.toContain('1520/QĐ-UBND');
  });
});
