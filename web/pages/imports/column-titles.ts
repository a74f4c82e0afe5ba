import type { NominationColumn } from '#shared/domain/pasted-nomination-columns.ts';

/** What each column of a list is called on a page. */
export const columnTitles = {
  name: 'imports.column.name',
  birthYear: 'content.birthYear',
  birthYearMale: 'imports.column.birthYearMale',
  birthYearFemale: 'imports.column.birthYearFemale',
  gender: 'content.gender',
  title: 'content.title',
  unit: 'content.unit',
  residentialGroup: 'content.residentialGroup',
  citation: 'content.citation',
  report: 'content.report',
  achievementFrom: 'content.achievementFrom',
  achievementTo: 'content.achievementTo',
  representative: 'content.representative',
  proposer: 'new.proposer',
  idNumber: 'new.idNumber',
  kind: 'new.kind',
  form: 'new.roundAndForm',
} as const satisfies Record<NominationColumn, string>;
