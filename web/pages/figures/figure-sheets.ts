import type { FigureRow, FigureRows } from '#shared/use-cases/figures/figure-rows.ts';
import type { FiguresView } from '#shared/use-cases/figures/figures-view.ts';
import { formatDay } from '#shared/domain/time.ts';
import type { Sheet } from '#shared/tables/write-xlsx.ts';
import { formatInstant } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { inLanguage, m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';
import type { Figure } from './figure.ts';
import { roundFigures } from './round-figures.ts';
import { awardFigures, paceFigure, riskFigure } from './year-figures.ts';

/** Every figure of the page in its order. */
export const figuresOf = (visit: Visit, view: FiguresView): Figure[] => [
  ...roundFigures(visit, view),
  riskFigure(visit, view),
  paceFigure(visit, view),
  ...awardFigures(visit, view),
];

/** The same tables as beside the pictures. */
export const figureSheets = (figures: readonly Figure[]): Sheet[] =>
  figures.map(({ title, columns, rows }) => ({
    name: title,
    head: columns.map(({ head }) => head),
    rows: rows.map((row) => row.map(({ text }) => text)),
  }));

interface Column {
  readonly head: string;
  readonly cell: (row: FigureRow) => string | number;
}

/** The list behind a figure, and who took it out and when; columns that stay empty are left out. */
export function rowSheet(visit: OwnVisit, { rows, pages }: FigureRows): Sheet {
  const columns = rowColumns(visit).filter(({ cell }) => rows.some((row) => cell(row) !== ''));
  return {
    name: t(visit, 'figures.rowsCaption'),
    head: columns.map(({ head }) => head),
    rows: [
      ...rows.map((row) => columns.map(({ cell }) => cell(row))),
      ...(pages > 1 ? [[t(visit, 'figures.cut', { shown: rows.length })]] : []),
      [t(visit, 'figures.exported', { name: visit.signedIn.me.name, at: formatInstant(visit.now) })],
    ],
  };
}

const rowColumns = (visit: Visit): readonly Column[] => [
  { head: t(visit, 'col.subject'), cell: (row) => subjectText(visit, row) },
  { head: t(visit, 'col.unit'), cell: ({ label }) => label?.unit ?? '' },
  { head: t(visit, 'figures.unit'), cell: ({ unit }) => unit?.shortName ?? '' },
  {
    head: t(visit, 'col.form'),
    cell: ({ form, submittedOn }) => (form === undefined ? '' : formName(visit, form, submittedOn)),
  },
  {
    head: t(visit, 'figures.step'),
    cell: ({ step }) => (step === undefined ? '' : inLanguage(visit, step.title)),
  },
  { head: t(visit, 'figures.holder'), cell: ({ holder }) => holder?.shortName ?? '' },
  {
    head: t(visit, 'col.standing'),
    cell: ({ status, standing }) => {
      if (status === undefined || standing === undefined) return '';
      return standing === 'ended' ? m(visit, 'status', status) : m(visit, 'standing', standing);
    },
  },
  {
    head: t(visit, 'figures.sex'),
    cell: ({ facts }) => (facts?.sex === undefined ? '' : t(visit, `figures.sex.${facts.sex}`)),
  },
  {
    head: t(visit, 'figures.work'),
    cell: ({ facts }) => (facts?.work === undefined ? '' : t(visit, `figures.work.${facts.work}`)),
  },
  {
    head: t(visit, 'col.submitted'),
    cell: ({ submittedOn }) => (submittedOn === undefined ? '' : formatDay(submittedOn)),
  },
  { head: t(visit, 'figures.days'), cell: ({ days }) => days ?? '' },
];

export function subjectText(visit: Visit, { label, sealedNumber }: FigureRow): string {
  if (sealedNumber !== undefined)
    return m(visit, 'sealed', 'label', { number: String(sealedNumber).padStart(2, '0') });
  return label === undefined ? '' : nameText(visit, label);
}
