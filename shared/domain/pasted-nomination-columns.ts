import type { Headings } from './headed-table.ts';

/** Columns of a list of nominations, in the order that is taken where no heading says otherwise. */
export const nominationColumns = [
  'name',
  'birthYear',
  'birthYearMale',
  'birthYearFemale',
  'gender',
  'title',
  'unit',
  'residentialGroup',
  'citation',
  'report',
  'achievementFrom',
  'achievementTo',
  'representative',
  'proposer',
  'idNumber',
  'kind',
  'form',
] as const;
export type NominationColumn = (typeof nominationColumns)[number];

export const nominationHeadings: Headings<NominationColumn> = {
  name: [
    ...[
      'ho ten',
      'ho va ten',
      'ho, ten',
      'ten',
      'ten tap the',
      'ten tap the, ca nhan',
      'ho va ten, ten tap the',
    ],
    ...['ten ca nhan, tap the', 'tap the, ca nhan', 'ten ghi tren bang', 'ho ten/ten tap the', 'name'],
  ],
  birthYear: [
    ...[
      'nam sinh',
      'ngay sinh',
      'ngay, thang, nam sinh',
      'ngay thang nam sinh',
      'sinh nam',
      'ngay, thang, nam sinh nam sinh',
    ],
    'birth year',
  ],
  birthYearMale: ['nam sinh nam', 'ngay sinh nam', 'sinh nam nam', 'ngay, thang, nam sinh nam'],
  birthYearFemale: ['nam sinh nu', 'ngay sinh nu', 'sinh nam nu', 'ngay, thang, nam sinh nu'],
  gender: ['gioi tinh', 'nam/nu', 'gender'],
  title: ['chuc vu', 'chuc danh', 'chuc vu, chuc danh', 'chuc danh, chuc vu', 'title'],
  unit: [
    ...[
      'don vi',
      'don vi cong tac',
      'dia chi',
      'noi cong tac',
      'chuc vu, don vi',
      'chuc vu, don vi cong tac',
    ],
    ...['don vi, dia chi', 'noi cu tru', 'don vi cong tac hoac noi cu tru', 'dia chi thuong tru', 'unit'],
  ],
  residentialGroup: [
    'to dan pho',
    'khu dan cu',
    'khu pho',
    'thon, to dan pho',
    'khu pho, to dan pho, thon',
    'residential group',
  ],
  citation: ['noi dung khen', 'noi dung khen thuong', 'noi dung', 'ly do khen', 'citation'],
  report: [
    'thanh tich',
    'tom tat thanh tich',
    'bao cao thanh tich',
    'thanh tich dat duoc',
    'achievement',
    'report',
  ],
  achievementFrom: [
    ...['tu ngay', 'thanh tich tu', 'thanh tich tu ngay', 'tu', 'thoi gian tu', 'thoi gian tu ngay'],
    ...['thoi gian thanh tich tu ngay', 'thoi gian lap thanh tich tu ngay', 'from'],
  ],
  achievementTo: [
    ...['den ngay', 'thanh tich den', 'thanh tich den ngay', 'den', 'thoi gian den', 'thoi gian den ngay'],
    ...['thoi gian thanh tich den ngay', 'thoi gian lap thanh tich den ngay', 'to'],
  ],
  representative: ['nguoi dai dien', 'dai dien', 'chu ho', 'representative'],
  proposer: ['nguoi de xuat', 'don vi de xuat', 'noi de xuat', 'proposer'],
  idNumber: [
    'so dinh danh',
    'so dinh danh ca nhan',
    'cccd',
    'so cccd',
    'can cuoc cong dan',
    'so can cuoc',
    'id number',
  ],
  kind: ['loai doi tuong', 'doi tuong', 'kind'],
  form: [
    'hinh thuc',
    'hinh thuc khen thuong',
    'hinh thuc khen',
    'hinh thuc de nghi',
    'danh hieu',
    'award form',
  ],
};

/** A heading under which the column is known again: of the template. */
export const headingOf = (column: NominationColumn): string => nominationHeadings[column][0] ?? column;
