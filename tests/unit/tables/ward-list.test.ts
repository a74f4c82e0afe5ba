import { describe, expect, it } from 'vitest';
import { readPastedNominations, type PastedNominations } from '#shared/domain/pasted-nominations.ts';
import { asPasted, pastedTable } from '#shared/domain/pasted-table.ts';
import { readDocx } from '#shared/tables/read-docx.ts';
import { readXlsx } from '#shared/tables/read-xlsx.ts';
import { documentOf, wordTable, workbookParts, zipped } from '#tests/support/office-files.ts';
import { wardList } from '#tests/support/ward-list.ts';

const list = wardList();
const understood = (table: readonly (readonly string[])[]): PastedNominations =>
  // As it travels in the form of the preview.
  readPastedNominations(pastedTable(asPasted(table)), {
    forms: [{ code: 'GK_HUYEN', names: ['Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện'] }],
    form: 'GK_HUYEN',
    kind: 'individual',
    proposer: 'Ban công tác Mặt trận khu dân cư số 5',
    mended: new Map(),
    leftOut: new Set(),
  });

describe('a ward’s list of 170, brought in as a workbook', async () => {
  const [table = []] = await readXlsx(zipped(workbookParts(list.rows, list.merged)));
  const { rows, heads, unread, skipped, left } = understood(table);
  const good = rows.flatMap(({ line, row }) => (row === undefined ? [] : [{ line, ...row }]));

  it('comes in whole, but for the cells that somebody mistyped, each with its row', () => {
    expect([rows.length, left]).toEqual([list.subjects, 0]);
    expect(
      rows.flatMap(({ line, faults }) => faults.map(({ column, code }) => [line, column, code])),
    ).toEqual([
      [40, 'achievementFrom', 'notADate'],
      [50, 'idNumber', 'notAnIdNumber'],
      [60, 'name', 'empty'],
      [70, 'form', 'notOneOf'],
      [80, 'unit', 'empty'],
    ]);
  });

  it('names each wrong cell by its row in the file and the head of its column', () => {
    const named = rows.flatMap(({ line, faults }) => faults.map(({ column }) => [line, heads.get(column)]));
    expect(named).toEqual(list.wrong.map(([line, head]) => [line, head]));
  });

  it('tells collectives, people and households by the sections', () => {
    const counts = Map.groupBy(rows, ({ row }) => row?.subjectKind);
    expect([...counts].map(([kind, all]) => [kind, all.length])).toEqual([
      ['collective', 20],
      ['individual', 125],
      [undefined, 5],
      ['household', 20],
    ]);
  });

  it('reads a birth year from a number, a day and an Excel day, and the gender from its column', () => {
    const years = good
      .filter(({ subjectKind }) => subjectKind === 'individual')
      .map(({ content }) => content.birthYear);
    expect(years.every((year) => (year ?? 0) >= 1950 && (year ?? 0) < 1996)).toBe(true);
    const [woman] = good.filter(({ content }) => content.gender === 'female');
    expect(woman?.content.printedName).toContain(' Thị ');
  });

  it('reads days written as text and days that Excel keeps as numbers', () => {
    const [first, second] = good;
    expect(first?.content).toMatchObject({ achievementFrom: '2019-12-01', achievementTo: '2020-09-30' });
    expect(second?.content).toMatchObject({ achievementFrom: '2019-12-03', achievementTo: '2020-09-28' });
  });

  it('says names in one form, without honorifics and stray spaces', () => {
    for (const { content } of good) {
      expect(content.printedName).toBe(content.printedName.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
      expect(content.printedName).not.toMatch(/^(?:Ông|Bà) /);
    }
  });

  it('says a unit that stands over three rows in each of them, its title apart', () => {
    const [one, two, three] = good.filter(({ subjectKind }) => subjectKind === 'individual');
    for (const { content } of [one, two, three].flatMap((row) => row ?? []))
      expect(content).toMatchObject({ title: 'Tổ trưởng', unit: 'Tổ dân phố số 1' });
  });

  it('names who speaks for a household', () => {
    const [household] = good.filter(({ subjectKind }) => subjectKind === 'household');
    expect(household?.content.printedName).toBe(`Hộ ông ${household?.content.representative ?? ''}`);
  });

  it('says which columns nobody reads, and what it took for titles', () => {
    expect(unread).toEqual(['Ghi chú']);
    expect(skipped).toContain('II CÁ NHÂN (130)');
    expect(skipped.at(-1)).toBe('KT. CHỦ TỊCH');
  });
});

describe('the same list, brought in as a document', () => {
  it('comes to the same rows', async () => {
    const words = list.rows.slice(6).map((row) =>
      Array.from({ length: 11 }, (_, place) => {
        const cell = row[place];
        return typeof cell === 'object'
          ? 'serial' in cell
            ? String(cell.serial)
            : cell.value
          : String(cell ?? '');
      }),
    );
    const [table = []] = await readDocx(documentOf(wordTable(words)));
    const { rows } = understood(table);
    expect(rows.length).toBe(list.subjects);
    const [, second] = rows;
    expect(second?.row?.content).toMatchObject({
      achievementFrom: '2019-12-03',
      achievementTo: '2020-09-28',
    });
  });
});
