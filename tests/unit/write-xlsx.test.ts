import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXlsx, type Sheet } from '#shared/tables/write-xlsx.ts';

const sheet = (rows: Sheet['rows'], name = 'Số liệu'): Sheet => ({ name, head: ['Đơn vị', 'Số'], rows });

const readBack = async (...sheets: readonly Sheet[]) => readSheets(writeXlsx(sheets).buffer, { trim: false });

/** The first cell below the heads. */
const firstCell = async (text: string): Promise<unknown> => {
  const [only] = await readBack(sheet([[text, 1]]));
  return only?.data[1]?.[0];
};

describe('a workbook', () => {
  it('holds texts and numbers as they are', async () => {
    const [only] = await readBack(
      sheet([
        ['UBND phường Sở Dầu', 12],
        ['x', 0],
      ]),
    );
    expect(only?.data).toEqual([
      ['Đơn vị', 'Số'],
      ['UBND phường Sở Dầu', 12],
      ['x', 0],
    ]);
  });

  it.each([
    '=1+1',
    '+84',
    '-1',
    '@SUM(A1)',
    '\t=cmd|x',
    `=HYPERLINK("http://x","y")`,
    '<f>1</f>',
    ']]>&amp;',
    'constructor',
    '__proto__',
  ])('never holds a formula: %j', async (hostile) => {
    const files = unzipSync(writeXlsx([sheet([[hostile, 1]])]));
    const sheets = Object.entries(files).filter(([path]) => path.startsWith('xl/worksheets/'));
    expect(sheets.map(([, bytes]) => strFromU8(bytes)).join()).not.toMatch(/<f[ >]/);
    expect(await firstCell(hostile)).toBe(hostile);
  });

  it('can be read again whatever somebody typed', async () => {
    const said = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(said, async (text) => {
        const [only] = await readBack(sheet([[text, 1]]));
        expect(only?.data[1]?.[1]).toBe(1);
      }),
    );
  });

  it('names its sheets so that Excel opens it, each otherwise', async () => {
    const long = 'Người trực tiếp công tác trong số cá nhân được khen, năm 2020';
    const read = await readBack(...[long, long, 'A/B: [c]', ''].map((name) => sheet([], name)));
    expect(read.map((one) => one.sheet)).toEqual([
      'Người trực tiếp công tác trong',
      'Người trực tiếp công tác tr (2)',
      'A B   c',
      ' (4)',
    ]);
  });
});
