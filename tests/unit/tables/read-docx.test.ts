import { describe, expect, it } from 'vitest';
import { readDocx } from '#shared/tables/read-docx.ts';
import { documentOf, wordTable, workbookParts, zipped } from '#tests/support/office-files.ts';

const read = async (body: string) => readDocx(documentOf(body));

describe('the tables of a document', () => {
  it('are read in their order, without the words around them', async () => {
    const tables = await read(
      `<w:p><w:r><w:t>DANH SÁCH</w:t></w:r></w:p>${wordTable([
        ['Tên', 'Đơn vị'],
        ['A', 'Tổ 5 & 6'],
      ])}${wordTable([['ký tên']])}`,
    );
    expect(tables).toEqual([
      [
        ['Tên', 'Đơn vị'],
        ['A', 'Tổ 5 & 6'],
      ],
      [['ký tên']],
    ]);
  });

  it('keep their columns where cells stand over several: across in the first, down in each', async () => {
    const [rows] = await read(
      wordTable([
        [
          { text: 'Họ và tên', over: 'restart' },
          { text: 'Năm sinh', span: 2 },
          { text: 'Đơn vị', over: 'restart' },
        ],
        [{ text: '', over: 'continue' }, 'Nam', 'Nữ', { text: '', over: 'continue' }],
        ['Nguyễn Văn Hai', '1961', '', { text: 'Tổ 5', over: 'restart' }],
        ['Lê Thị Ba', '', '1958', { text: '', over: 'continue' }],
        ['Đỗ Văn Tư', '1970', '', 'Tổ 6'],
      ]),
    );
    expect(rows).toEqual([
      ['Họ và tên', 'Năm sinh', '', 'Đơn vị'],
      ['Họ và tên', 'Nam', 'Nữ', 'Đơn vị'],
      ['Nguyễn Văn Hai', '1961', '', 'Tổ 5'],
      ['Lê Thị Ba', '', '1958', 'Tổ 5'],
      ['Đỗ Văn Tư', '1970', '', 'Tổ 6'],
    ]);
  });

  it('join words that Word keeps apart, part lines and tabs, and leave out what was struck out', async () => {
    const [rows] = await read(
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nguyễn </w:t></w:r><w:r><w:t>Văn</w:t><w:br/><w:t>Hai</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>Ba</w:delText></w:r></w:del><w:r><w:t>(tổ</w:t><w:tab/><w:t>trưởng)</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    );
    expect(rows).toEqual([['Nguyễn Văn Hai (tổ trưởng)']]);
  });

  it('hold a table in a cell as words of that cell', async () => {
    const inner = wordTable([['1961'], ['Tổ 5']]);
    const [rows, ...more] = await read(
      `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p>${inner}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
    );
    expect([rows, more]).toEqual([[['A 1961 Tổ 5', '']], []]);
  });

  it.each([
    ['a workbook', zipped(workbookParts([['A']])), 'notAnOfficeFile'],
    ['a document that is not well formed', documentOf('<w:tbl>'), 'notAnOfficeFile'],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'oldOfficeFile'],
    [
      'a document whose entities grow',
      documentOf('<w:tbl><w:tr><w:tc><w:p><w:r><w:t>&lol9;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'),
      'notAnOfficeFile',
    ],
  ])('are not those of %s', async (_what, bytes, code) => {
    await expect(readDocx(bytes)).rejects.toMatchObject({ faults: [{ field: 'file', code }] });
  });
});
