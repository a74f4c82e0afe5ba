import { describe, expect, it } from 'vitest';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { laidOut } from '#shared/domain/pasted-columns.ts';
import { peopleOf, readPastedPeople, writtenOut, type PastedRow } from '#shared/domain/pasted-people.ts';
import { pastedRows } from '#shared/domain/pasted-table.ts';
import { day, idOf } from './samples.ts';

const ward = {
  id: organisationIdSchema.parse(idOf('org-ward')),
  name: 'Ủy ban nhân dân phường Sở Dầu',
  shortName: 'UBND phường Sở Dầu',
  headTitle: 'Chủ tịch UBND phường Sở Dầu',
};
const police = {
  id: organisationIdSchema.parse(idOf('org-police')),
  name: 'Công an phường Sở Dầu',
  shortName: 'Công an phường Sở Dầu',
  headTitle: 'Trưởng Công an phường Sở Dầu',
};
const setting = {
  organisations: [ward, police],
  people: [],
  from: day('2026-11-22'),
  instrument: 'QĐ 12/QĐ-UBND',
};
const read = (text: string): PastedRow[] => readPastedPeople(text, setting);
const shown = ({ person, faults }: PastedRow): string =>
  person === undefined
    ? faults.map(({ column, code }) => `${column}:${code}`).join(' ')
    : [
        person.username,
        ...person.posts.map(({ role, capacity, organisation }) =>
          [role, capacity, organisation === police.id ? 'police' : undefined]
            .filter((one) => one !== undefined)
            .join('/'),
        ),
      ].join(' ');

describe('cells of a pasted table', () => {
  it.each<[string, string, string[][]]>([
    [
      'tabs, as Excel copies',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'commas',
      'a, b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['semicolons, as Excel saves in Vietnam', 'a;b,c;d', [['a', 'b,c', 'd']]],
    ['quotes around a separator', '"a, b",c', [['a, b', 'c']]],
    ['quotes inside quotes', '"a ""b"" c"\td', [['a "b" c', 'd']]],
    ['a cell of two lines', '"a\nb"\tc', [['a\nb', 'c']]],
    ['an inch sign in the middle', 'a 3" b\tc', [['a 3" b', 'c']]],
    ['empty rows', '\n \t \na\tb\n\n', [['a', 'b']]],
    ['quotes that never end', '"a\tb', [['a\tb']]],
    ['nothing', '', []],
  ])('%s', (_what, text, rows) => {
    expect(pastedRows(text)).toEqual(rows);
  });
});

describe('a pasted row', () => {
  it.each<[string, string, string]>([
    [
      'six columns',
      'Trần Thị Hà\tChuyên viên\tCán bộ TĐKT\tUBND phường Sở Dầu\tha.tran\tha@haiphong.example',
      'ha.tran officer',
    ],
    [
      'five columns: title and role are one',
      'Trần Thị Hà\tVăn thư\tUBND phường Sở Dầu\tha.tran\t',
      'ha.tran clerk',
    ],
    [
      'five columns, a duty in the third: it is the role',
      'Trần Thị Hà\tCông chức Văn hóa\tcán bộ TĐKT; thư ký Hội đồng\tUBND phường Sở Dầu\tha.tran',
      'ha.tran officer secretary',
    ],
    [
      'three columns, a duty in the third',
      'Vũ Văn Chủ\tChủ tịch UBND phường Sở Dầu\tCấp trưởng',
      'chu.vu leader/head',
    ],
    [
      'three columns, an office in the third',
      'Vũ Văn Công\tTrưởng Công an phường Sở Dầu\tCông an phường Sở Dầu',
      'cong.vu leader/head/police',
    ],
    [
      'several roles',
      'Trần Thị Hà\tChuyên viên\tcán bộ TĐKT; Thư ký Hội đồng\t\tha.tran\t',
      'ha.tran officer secretary',
    ],
    [
      'words without diacritics',
      'Tran Thi Ha\tx\tTHU KY HOI DONG\tubnd phuong so dau\tHa.Tran\t',
      'ha.tran secretary',
    ],
    [
      'the head of the office by title',
      'Vũ Văn Chủ\tChủ tịch UBND phường Sở Dầu\t\t\tchu\t',
      'chu leader/head',
    ],
    ['its deputy', 'Vũ Văn Phó\tPhó Chủ tịch UBND phường Sở Dầu\t\t\tpho\t', 'pho leader/deputy'],
    [
      'the head of another office there',
      'Vũ Văn Công\tTrưởng Công an phường Sở Dầu\t\tCông an phường Sở Dầu\tcong\t',
      'cong leader/head/police',
    ],
    ['a deputy by the words of the field', 'Vũ Văn Phó\tPCT\tKT.\t\tpho\t', 'pho leader/deputy'],
    ['no username: one is made', 'Nguyễn Thị Lan Anh\tVăn thư\t\t\t\t', 'anh.nguyen clerk'],
    ['a name of one word', 'Hà\tVăn thư\t\t\t\t', 'ha.1 clerk'],
    ['no name', '\tVăn thư\t\t\tx.y\t', 'name:empty'],
    ['no name, and so no username made of it', '\tVăn thư\t\t\t\t', 'name:empty'],
    ['a role nobody knows', 'A Văn B\tChủ tịch\tChủ tịch\t\ta.b\t', 'role:roleUnknown'],
    [
      'the chair of a union is no leader here',
      'A Văn B\tChủ tịch Ủy ban MTTQ phường\t\t\ta.b\t',
      'title:roleUnknown',
    ],
    [
      'an office nobody knows',
      'A Văn B\t\tVăn thư\tUBND phường Khác\ta.b\t',
      'organisation:organisationUnknown',
    ],
    ['a username with spaces', 'A Văn B\tVăn thư\t\t\ta b\t', 'username:notAUsername'],
    ['an address that is none', 'A Văn B\tVăn thư\t\t\ta.b\tab@', 'email:notAnEmail'],
    [
      'all of it wrong',
      '\tx\ty\tz\t!\t@',
      'organisation:organisationUnknown role:roleUnknown name:empty username:notAUsername email:notAnEmail',
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text).map(shown)).toEqual([expected]);
  });

  it('takes title, day and decision along', () => {
    expect(read('Trần Thị Hà\tCông chức văn hóa\tCán bộ TĐKT\t\tha.tran\t')[0]?.person).toMatchObject({
      name: 'Trần Thị Hà',
      posts: [{ title: 'Công chức văn hóa', from: '2026-11-22', instrument: 'QĐ 12/QĐ-UBND', sealed: false }],
    });
  });
});

describe('columns of a pasted table', () => {
  it.each<[string, string, (string | number)[]]>([
    [
      'under headings that nobody knows',
      'STT\tHọ tên\tVai trò\tGhi chú\n1\tA B\tVăn thư\tmới',
      ['STT', 'Ghi chú'],
    ],
    ['under a heading that stands twice', 'Họ tên\tTên\tVai trò\nA B\tB\tVăn thư', ['Tên']],
    ['without a heading of their own', 'Họ tên\tVai trò\t\nA B\tVăn thư\tmới', [3]],
    ['beyond the sixth', 'A B\tx\tVăn thư\t\t\t\t090', [7]],
    ['none, where all are read or empty', 'Họ tên\tVai trò\t\nA B\tVăn thư\t', []],
  ])('that are not read are named: %s', (_where, text, ignored) => {
    expect(laidOut(pastedRows(text)).ignored).toEqual(ignored);
  });

  it('where one third cell says a duty, other third cells are roles too', () => {
    const rows = read('Trần Thị Hà\tChuyên viên\tVăn thư\nLê Văn Hải\tChuyên viên\tvua');
    expect(rows.map(shown)).toEqual(['ha.tran clerk', 'role:roleUnknown']);
  });
});

describe('a pasted table', () => {
  it('has its columns in the order that its heading says', () => {
    const rows = read(
      'STT\tEmail\tHọ và tên\tVai trò\tTên đăng nhập\n1\t\tTrần Thị Hà\tVăn thư\tha.tran\n2\thai@x.example\tLê Văn Hải\tUỷ viên\thai.le',
    );
    expect(rows.map(shown)).toEqual(['ha.tran clerk', 'hai.le member']);
    expect(rows.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('makes one person of the rows of one username, and two of two names', () => {
    const rows = read(
      [
        'Trần Thị Hà\tVăn thư\t\t\tha.tran\t',
        'Trần Thị Hà\tThư ký Hội đồng\t\t\tha.tran\t',
        'Trần Thị Hà\tVăn thư\t\t\tha.tran\t',
        'Hồ Văn Hà\tVăn thư\t\t\tha.tran\t',
        'Nguyễn Lan\tVăn thư\t\t\t\t',
        'Nguyễn Thị Lan\tVăn thư\t\t\t\t',
      ].join('\n'),
    );
    expect(rows.map(shown)).toEqual([
      'ha.tran clerk',
      'ha.tran secretary',
      'ha.tran clerk',
      'username:usernameTaken',
      'lan.nguyen clerk',
      'lan.nguyen2 clerk',
    ]);
    expect(peopleOf(rows).map(({ username, posts }) => [username, posts.length])).toEqual([
      ['ha.tran', 2],
      ['lan.nguyen', 1],
      ['lan.nguyen2', 1],
    ]);
  });

  it.each<[string, string, string[]]>([
    [
      'without usernames: both are asked about',
      'Ngô Thị Lan\tVăn thư\t\t\t\ta@x.example\nNGÔ THỊ LAN\tThư ký Hội đồng\t\t\t\tb@x.example',
      ['name:namesakeInRows 2', 'name:namesakeInRows 1'],
    ],
    [
      'one with a username, one without',
      'Ngô Thị Lan\tVăn thư\t\t\tlan.ngo\t\nNgô Thị Lan\tThư ký Hội đồng\t\t\t\t',
      ['name:namesakeInRows 2', 'name:namesakeInRows 1'],
    ],
    [
      'with two usernames: two people',
      'Ngô Thị Lan\tVăn thư\t\t\tlan.ngo\t\nNgô Thị Lan\tThư ký Hội đồng\t\t\tlan.ngo2\t',
      ['-', '-'],
    ],
    [
      'with one username: one person, which the second row joins',
      'Ngô Thị Lan\tVăn thư\t\t\tlan.ngo\t\nNgô Thị Lan\tThư ký Hội đồng\t\t\tLan.Ngo\t',
      ['-', 'joins 1'],
    ],
    [
      'of somebody who is there, without a username',
      'Trần Quản\tVăn thư\t\t\t\t',
      ['name:namesakeThere quan.tri'],
    ],
    ['of somebody who is there, with that username', 'Trần Quản\tVăn thư\t\t\tquan.tri\t', ['-']],
    ['of somebody who is there, with another', 'Trần Quản\tVăn thư\t\t\tquan.tran\t', ['-']],
  ])('never guesses who bears one name: %s', (_what, text, expected) => {
    const people = [{ name: 'Trần Quản', username: 'quan.tri' }];
    const said = readPastedPeople(text, { ...setting, people }).map(({ faults, joins }) =>
      faults.length > 0
        ? faults.map(({ column, code, limit }) => `${column}:${code} ${String(limit)}`).join(' ')
        : joins === undefined
          ? '-'
          : `joins ${String(joins)}`,
    );
    expect(said).toEqual(expected);
  });

  it('suggests no username that a row below or somebody there bears', () => {
    const text = 'Nguyễn Lan\tVăn thư\t\t\t\t\nNguyễn Thị Lan\tVăn thư\t\t\tlan.nguyen\t';
    const people = [{ name: 'Nguyễn Thu Lan', username: 'lan.nguyen2' }];
    const rows = readPastedPeople(text, { ...setting, people });
    expect(rows.map(shown)).toEqual(['lan.nguyen3 clerk', 'lan.nguyen clerk']);
  });

  it('written out is read as the same people, though they are there by then', () => {
    const rows = read(
      'Nguyễn Lan\tVăn thư\t\t\t\t\nĐỗ "Hội"\tPhó; x\tcấp phó; thành viên\t\thoi.do\ta@b.example',
    );
    const people = peopleOf(rows);
    expect(people).toHaveLength(2);
    expect(peopleOf(readPastedPeople(writtenOut(rows), { ...setting, people }))).toEqual(people);
  });

  it('is read the same way twice', () => {
    const text = 'Nguyễn Lan\tVăn thư\t\t\t\t\nNguyễn Thị Lan\tVăn thư\t\t\t\t';
    expect(read(text)).toEqual(read(text));
  });

  it('is read no further than two hundred rows', () => {
    const many = Array.from({ length: 300 }, (_, n) => `A B\tVăn thư\t\t\tnguoi.${String(n)}\t`).join('\n');
    expect(read(many)).toHaveLength(200);
  });
});
