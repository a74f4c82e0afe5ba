import { describe, expect, it } from 'vitest';
import { nominationColumns } from '#shared/domain/pasted-nomination-columns.ts';
import { readPastedNominations } from '#shared/domain/pasted-nominations.ts';
import { readXlsx } from '#shared/tables/read-xlsx.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { december, idOf, organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';
import { storedIn } from '#tests/support/store-snapshot.ts';
import { listColumns, listHeads } from '#web/pages/imports/list-columns.ts';
import { templateFile } from '#web/pages/imports/template.ts';

const ward = organisations.wardCommittee.id;
const listOf = (office: string, round: string = december.id): string =>
  `/cases/import/earlier/${office}/${round}`;

async function sent(ports: TestPorts, change: Parameters<typeof draftNomination>[1]): Promise<void> {
  const id = await draftNomination(ports, change);
  const typist = change?.sealed === true ? people.wardSealedOfficer : people.wardOfficer;
  await actOnCase(ports, asks(typist), id, 'submit', { noSecrets: true });
}

/** The rows that stand in the paste field. */
const pastedIn = (html: string): string =>
  textOf(/<textarea[^>]*name="rows"[^>]*>[^<]*/.exec(html)?.[0] ?? '');

describe('last year’s list of an office', () => {
  it('begins this year’s: who they are is there to be mended, the achievement to be written anew', async () => {
    const ports = await createTestPorts();
    await sent(ports, { name: 'Lê Thị Ba', birthYear: 1958 });
    await sent(ports, { name: 'Đỗ Văn An', birthYear: 1961 });
    const officer = createReaders(ports).as(people.wardOfficer);
    const before = storedIn(ports.database);
    const lists = await officer.get('/cases/import/earlier');
    expect(textOf(lists.html)).toMatch(/năm 2020 2020 2/);
    expect(lists.html).toContain(`href="${listOf(ward)}"`);
    const form = await officer.get(listOf(ward));
    const rows = pastedIn(form.html);
    expect(rows).toMatch(/Đỗ Văn An Cá nhân 1961 Tổ dân phố số 5, phường Sở Dầu.*Lê Thị Ba Cá nhân 1958/);
    expect(rows).not.toContain('Vận động 120 hộ');
    expect(rows).not.toContain('2019');
    const seen = await officer.send(form, '/cases/import/check', {
      choice: `${december.id}.GK_HUYEN`,
      proposer: 'Phạm Văn Tổ',
    });
    expect(textOf(seen.html)).toContain('2 dòng đều hợp lệ. Chưa có gì được lưu.');
    expect(textOf(seen.html)).toContain('Cùng một người: Lê Thị Ba – sinh năm 1958');
    expect(storedIn(ports.database)).toEqual(before);
    expect(textOf((await officer.send(seen, '/cases/import')).html)).toContain('Đã lập 2 bản nháp');
  });

  it('holds no draft and nothing of a sealed case, not even for whoever handles those', async () => {
    const ports = await createTestPorts();
    await sent(ports, { name: 'Lê Thị Ba' });
    await draftNomination(ports, { name: 'Nguyễn Văn Nháp' });
    await sent(ports, { name: 'Trần Văn Kín', sealed: true });
    const handler = createReaders(ports).as(people.wardSealedOfficer);
    const rows = pastedIn((await handler.get(listOf(ward))).html);
    expect(rows).toContain('Lê Thị Ba');
    expect(rows).not.toMatch(/Nháp|Kín|bảo mật/);
    expect(textOf((await handler.get('/cases/import/earlier')).html)).toMatch(/năm 2020 2020 1/);
  });

  it.each([
    ['an officer of another ward', people.siblingOfficer, 403],
    ['the office above', people.policeOfficer, 403],
    ['a records clerk of the office', people.wardClerk, 403],
  ])('is not shown to %s', async (_who, person, status) => {
    const ports = await createTestPorts();
    await sent(ports, { name: 'Lê Thị Ba' });
    const answer = await createReaders(ports).as(person).get(listOf(ward));
    expect(answer.status).toBe(status);
    expect(answer.html).not.toContain('Lê Thị Ba');
  });

  it.each([
    ['a round in which nobody was nominated', listOf(ward, idOf('round-of-nobody')), 404],
    ['what is no round', listOf(ward, 'x'), 404],
    ['what is no office', listOf('x'), 422],
  ])('is not there for %s', async (_what, path, status) => {
    const ports = await createTestPorts();
    expect((await createReaders(ports).as(people.wardOfficer).get(path)).status).toBe(status);
  });

  it('is not there yet where an office has sent nothing', async () => {
    const ports = await createTestPorts();
    const page = await createReaders(ports).as(people.wardOfficer).get('/cases/import/earlier');
    expect(textOf(page.html)).toContain('Chưa có đợt nào có hồ sơ đã gửi.');
  });
});

describe('the template of a list', () => {
  it.each(['vi', 'en'] as const)(
    'in %s has headings that are understood, each as its own column',
    async (language) => {
      const [list = [], guide = []] = await readXlsx(templateFile({ language }));
      expect(list).toEqual([listHeads({ language })]);
      const columns = Object.keys(listColumns);
      const row = columns.map((column) => (column === 'kind' ? 'Cá nhân' : `của ${column}`));
      const read = readPastedNominations([...list, row], {
        ...{ forms: [], form: 'GK_HUYEN', kind: 'individual', proposer: '' },
        ...{ mended: new Map(), leftOut: new Set() },
      });
      expect(read.unread).toEqual([]);
      const told = read.rows.flatMap(({ cell }) =>
        columns.map((column) => [column, cell(nominationColumns.find((one) => one === column) ?? 'name')]),
      );
      expect(told).toEqual(columns.map((column, place) => [column, row[place]]));
      expect(guide.map(([head]) => head)).toEqual(expect.arrayContaining(listHeads({ language })));
    },
  );

  it('is downloaded by whoever is signed in, as a workbook', async () => {
    const ports = await createTestPorts();
    const { as, pages } = createReaders(ports);
    expect((await as(people.wardOfficer).get('/cases/import')).html).toContain(
      'href="/cases/import/template.xlsx"',
    );
    const headers = { 'x-person': people.wardOfficer.id };
    const answer = await pages.app.request('/cases/import/template.xlsx', { headers });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const [list] = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    expect(list?.[0]?.[0]).toBe('Họ và tên');
    const stranger = await pages.app.request('/cases/import/template.xlsx');
    expect(stranger.status).toBe(303);
  });
});
