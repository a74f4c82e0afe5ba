import type { FiguresView } from '#shared/use-cases/figures/figures-view.ts';
import type { Pace } from '#shared/use-cases/figures/pace-figures.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';
import { formInYear } from './form-in-year.ts';
import { hrefOf, number, words, type Figure } from './figure.ts';

/** How long steps took at the office in the year. */
export function paceFigure(visit: Visit, { office, year, paces }: FiguresView): Figure {
  const compared = paces.some(({ before }) => before !== undefined);
  const earlier = (before: Pace | undefined) => [
    { text: before?.median ?? '' },
    { text: before?.ninetieth ?? '' },
  ];
  return {
    id: 'paces',
    title: t(visit, 'figures.paces', { year, office: office.shortName }),
    hint: [
      t(visit, 'figures.pacesHint'),
      ...(paces.some(({ more }) => more) ? [t(visit, 'figures.pacesMore')] : []),
    ].join(' '),
    columns: [
      { head: t(visit, 'figures.step') },
      { head: t(visit, 'figures.count'), numeric: true },
      { head: t(visit, 'figures.median'), numeric: true },
      { head: t(visit, 'figures.ninetieth'), numeric: true },
      ...(compared
        ? [
            { head: t(visit, 'figures.medianBefore', { year: year - 1 }), numeric: true },
            { head: t(visit, 'figures.ninetiethBefore', { year: year - 1 }), numeric: true },
          ]
        : []),
    ],
    rows: paces.map(({ step, count, median, ninetieth, before }) => [
      words(inLanguage(visit, step.title)),
      number(count, hrefOf('/figures/paces', { office: office.id, year, step: step.code })),
      { text: median },
      { text: ninetieth },
      ...(compared ? earlier(before) : []),
    ]),
    bars: paces.map(({ step, median, ninetieth }) => ({
      label: inLanguage(visit, step.title),
      value: median,
      beside: ninetieth,
    })),
    series: [t(visit, 'figures.median'), t(visit, 'figures.ninetieth')],
  };
}

const riskTexts = {
  late: 'time.late',
  atRisk: 'time.atRisk',
  unknown: 'time.unknown',
  safe: 'time.safe',
} as const;

/** What may not be in time. */
export function riskFigure(visit: Visit, { office, risks, moreAtRisk }: FiguresView): Figure {
  return {
    id: 'risks',
    title: t(visit, 'atRisk.title'),
    none: t(visit, 'atRisk.none'),
    hint: moreAtRisk ? t(visit, 'atRisk.more') : t(visit, 'figures.risksHint'),
    columns: [{ head: t(visit, 'atRisk.risk') }, { head: t(visit, 'figures.count'), numeric: true }],
    rows: risks.map(({ risk, count }) => [
      words(t(visit, riskTexts[risk])),
      number(count, hrefOf('/at-risk', { office: office.id, risk })),
    ]),
    bars: risks.map(({ risk, count }) => ({ label: t(visit, riskTexts[risk]), value: count })),
  };
}

interface Line {
  readonly label: string;
  readonly count: number;
  readonly asked: Readonly<Record<string, string>>;
}

interface About {
  readonly id: string;
  readonly title: string;
  readonly head: string;
  readonly hint?: string;
}

function awardFigure(
  visit: Visit,
  { office, year }: FiguresView,
  about: About,
  lines: readonly Line[],
): Figure {
  const { id, title, head, hint } = about;
  return {
    id,
    title,
    hint,
    columns: [
      { head },
      { head: t(visit, 'figures.awards'), numeric: true },
      { head: t(visit, 'figures.share'), numeric: true },
    ],
    rows: lines.map(({ label, count, asked }) => [
      words(label),
      number(count, hrefOf('/figures/awards', { office: office.id, year, ...asked })),
      words(shareText(count, lines)),
    ]),
    bars: lines.map(({ label, count }) => ({ label, value: count })),
  };
}

/** Awards by decisions of the year; each number leads to its cases. */
export function awardFigures(visit: Visit, view: FiguresView): Figure[] {
  const { year, awards } = view;
  const about = (
    id: string,
    title: 'forms' | 'kinds' | 'awardUnits' | 'sexes' | 'workOf',
    head: 'form' | 'kind' | 'unit' | 'sex' | 'work',
  ): About => ({ id, title: t(visit, `figures.${title}`, { year }), head: t(visit, `figures.${head}`) });
  const { forms, kinds, units, sexes, work } = awards;
  const figure = (its: About, lines: readonly Line[]) => awardFigure(visit, view, its, lines);
  return [
    figure(
      about('forms', 'forms', 'form'),
      forms.map(({ form, count }) => ({ label: formInYear(visit, form, year), count, asked: { form } })),
    ),
    figure(
      about('kinds', 'kinds', 'kind'),
      kinds.map(({ kind, count }) => ({ label: m(visit, 'subjectKind', kind), count, asked: { kind } })),
    ),
    figure(
      about('award-units', 'awardUnits', 'unit'),
      units.map(({ unit, count }) => ({ label: unit.shortName, count, asked: { enteredBy: unit.id } })),
    ),
    figure(
      { ...about('sexes', 'sexes', 'sex'), hint: t(visit, 'figures.sexesHint') },
      sexes.map(({ sex, count }) => ({ label: t(visit, `figures.sex.${sex}`), count, asked: { sex } })),
    ),
    figure(
      { ...about('work', 'workOf', 'work'), hint: t(visit, 'figures.workHint') },
      work.map(({ work: at, count }) => ({
        label: t(visit, `figures.work.${at}`),
        count,
        asked: { work: at },
      })),
    ),
  ];
}

/** `33,3%`, of all lines together. */
function shareText(count: number, lines: readonly Line[]): string {
  const all = lines.reduce((sofar, line) => sofar + line.count, 0);
  return all === 0 ? '' : `${((count / all) * 100).toFixed(1).replace('.', ',')}%`;
}
