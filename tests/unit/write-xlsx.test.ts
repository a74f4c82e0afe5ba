import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXlsx, type Sheet } from '#shared/tables/write-xlsx.ts';
import { decoded } from '#tests/support/page-html.ts';
import { partsOf } from '#tests/support/workbook.ts';

const sheet = (rows: Sheet['rows'], name = 'Số liệu'): Sheet => ({ name, head: ['Đơn vị', 'Số'], rows });

const sheetOf = (bytes: Uint8Array, place = 1): string =>
  partsOf(bytes).get(`xl/worksheets/sheet${String(place)}.xml`) ?? '';

const cellsOf = (xml: string): string[] =>
  [...xml.matchAll(/<c(?: [^>]*?)?(?:\/>|>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>)/gs)].map(
    ([, number, text]) =>
      number ?? decoded((text ?? '').replaceAll('&#13;', '\r')).replaceAll('_x005F_', '_'),
  );

describe('a workbook', () => {
  it('holds texts and numbers as they are', () => {
    const xml = sheetOf(
      writeXlsx([
        sheet([
          ['UBND phường Sở Dầu', 12],
          ['', 0],
        ]),
      ]),
    );
    expect(cellsOf(xml)).toEqual(['Đơn vị', 'Số', 'UBND phường Sở Dầu', '12', '', '0']);
    expect(xml).toContain('<c><v>12</v></c>');
  });

  it.each([
    '=1+1',
    '+84',
    '-1',
    '@SUM(A1)',
    '\t=cmd|x',
    `=HYPERLINK("http://x","y")`,
    '<f>1</f>',
    '_x0041_',
    ']]>&amp;',
  ])('never holds a formula: %j', (hostile) => {
    const xml = sheetOf(writeXlsx([sheet([[hostile, 1]])]));
    expect(xml).not.toMatch(/<f[ >]/);
    expect(cellsOf(xml)[2]).toBe(hostile);
  });

  it('holds any text that XML can hold, and leaves out the signs that it can’t', () => {
    const said = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(said, (text) => {
        const [, , cell] = cellsOf(sheetOf(writeXlsx([sheet([[text, 1]])])));
        // eslint-disable-next-line no-control-regex -- what is left out
        expect(cell).toBe(text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));
      }),
    );
  });

  it('names its sheets so that Excel opens it, each otherwise', () => {
    const long = 'Người trực tiếp công tác trong số cá nhân được khen, năm 2020';
    const names = [long, long, 'A/B: [c]', ''].map((name) => sheet([], name));
    const parts = partsOf(writeXlsx(names));
    const said = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/sheet name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(said).toEqual([
      'Người trực tiếp công tác trong',
      'Người trực tiếp công tác tr (2)',
      'A B   c',
      ' (4)',
    ]);
    expect([...parts.keys()].filter((path) => path.includes('sheet'))).toHaveLength(4);
  });

  it('is the same bytes for the same tables', () => {
    expect(writeXlsx([sheet([['a', 1]])])).toEqual(writeXlsx([sheet([['a', 1]])]));
  });
});
