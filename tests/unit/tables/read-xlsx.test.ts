import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#shared/domain/refusal.ts';
import { readXlsx } from '#shared/tables/read-xlsx.ts';
import { documentOf, workbookParts, zipped } from '#tests/support/office-files.ts';

const faultOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> => {
  try {
    await readXlsx(bytes);
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.faults.map(({ field, code }) => `${field}: ${code}`).join();
  }
};

/** The size that the table of the archive names for every part, overwritten. */
function lyingAbout(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const lie = bytes.slice();
  const view = new DataView(lie.buffer);
  for (let at = 0; at + 28 < lie.length; at += 1) {
    const sign = view.getUint32(at, true);
    if (sign === 0x02014b50) view.setUint32(at + 24, size, true);
    if (sign === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return lie;
}

describe('a workbook', () => {
  it('gives its cells as people read them: days, numbers, what formulas came to', async () => {
    const parts = workbookParts([
      ['Họ và tên', 'Năm sinh', 'Từ ngày', 'Đơn vị'],
      ['Nguyễn Văn Hai', 1961, { serial: 43831 }, { formula: '"Tổ " & 5', value: 'Tổ 5' }],
      ['Lê Thị Ba', '1958', '31/12/2019', 'Tổ 6 <mới> & "cũ"'],
    ]);
    const [rows] = await readXlsx(zipped(parts));
    expect(rows).toEqual([
      ['Họ và tên', 'Năm sinh', 'Từ ngày', 'Đơn vị'],
      ['Nguyễn Văn Hai', '1961', '01/01/2020', 'Tổ 5'],
      ['Lê Thị Ba', '1958', '31/12/2019', 'Tổ 6 <mới> & "cũ"'],
    ]);
  });

  it('keeps empty rows in their places, so that row 5 is row 5 of the sheet', async () => {
    const [rows] = await readXlsx(zipped(workbookParts([[], ['Tên', 'Đơn vị'], [], [], ['A', 'B']])));
    expect(rows?.[4]).toEqual(['A', 'B']);
  });

  it('says a cell over several rows in each of them, one over several columns once', async () => {
    const parts = workbookParts(
      [['DANH SÁCH'], ['Tên', 'Đơn vị'], ['A', 'Tổ 5'], ['B'], ['C'], ['D', 'Tổ 6']],
      ['A1:B1', 'B3:B5'],
    );
    const [rows] = await readXlsx(zipped(parts));
    expect(rows?.map((row) => row.map((cell) => cell).join('|'))).toEqual([
      'DANH SÁCH|',
      'Tên|Đơn vị',
      'A|Tổ 5',
      'B|Tổ 5',
      'C|Tổ 5',
      'D|Tổ 6',
    ]);
  });

  it.each([
    ['a list of commas under a false name', strToU8('Họ tên,Đơn vị\nA,B'), 'notAnOfficeFile'],
    [
      'an old .xls, or one with a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'oldOfficeFile',
    ],
    ['a document of Word', documentOf('<w:p/>'), 'notAnOfficeFile'],
    ['an archive that is cut off', zipped(workbookParts([['A']])).slice(0, 200), 'notAnOfficeFile'],
    [
      'a workbook with macros',
      zipped({ ...workbookParts([['A']]), 'xl/vbaProject.bin': new Uint8Array([1]) }),
      'officeMacros',
    ],
  ])('is not %s', async (_what, bytes, code) => {
    expect(await faultOf(new Uint8Array(bytes))).toBe(`file: ${code}`);
  });

  it('is refused before it is unpacked where it would fill the memory', async () => {
    const bomb = zipSync({ ...workbookParts([['A']]), 'xl/media/a.xml': new Uint8Array(70 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf(new Uint8Array(bomb))).toBe('file: tableTooLarge');
  });

  it('is never unpacked beyond the size that it names', async () => {
    const parts = workbookParts([['A']]);
    const bomb = zipped({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) });
    const before = process.memoryUsage().arrayBuffers;
    expect(await faultOf(lyingAbout(bomb, 10))).toBe('file: notAnOfficeFile');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  it.each([
    ['far below', 'A1048576'],
    ['far to the right', 'XFD40'],
  ])('is refused where a cell stands %s: no list does that', async (_where, at) => {
    const parts = workbookParts([['A', 'B']]);
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>1</v></c></row></sheetData></worksheet>`;
    const bytes = zipped({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect(await faultOf(bytes)).toBe('file: tableTooLarge');
  });
});
