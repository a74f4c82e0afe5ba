import { levels } from '#shared/domain/directory.ts';
import type { FiguresView, PlaceFigure } from '#shared/use-cases/figures/figures-view.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';
import { hrefOf, number, words, type Cell, type Figure } from './figure.ts';

/** Where the nominations of the round stand; each number leads to its cases. */
export function roundFigures(visit: Visit, view: FiguresView): Figure[] {
  if (view.round === undefined) return [];
  const meanwhile = [waiting, byLevel, places].map((figure) => figure(visit, view));
  return [results(visit, view), ...meanwhile.filter(({ rows }) => rows.length > 0), units(visit, view)];
}

/** Of this round, and of the one before. */
function links({ office, round, before }: FiguresView) {
  const at = (asked: Readonly<Record<string, string | undefined>>, of = round): string =>
    hrefOf('/figures/cases', { office: office.id, round: of?.id, ...asked });
  return { now: at, before: (asked: Parameters<typeof at>[0]) => at(asked, before) };
}

function series({ round, before }: FiguresView): readonly [string, string] | undefined {
  if (round === undefined || before === undefined) return undefined;
  return [round.name, before.name];
}

const comparedColumns = (visit: Visit, first: string, { before }: FiguresView): Figure['columns'] => [
  { head: first },
  { head: t(visit, 'figures.now'), numeric: true },
  ...(before === undefined ? [] : [{ head: t(visit, 'figures.before'), numeric: true }]),
];

function results(visit: Visit, view: FiguresView): Figure {
  const to = links(view);
  const before = (count: number | undefined, asked: Parameters<typeof to.now>[0]): Cell[] =>
    count === undefined ? [] : [number(count, to.before(asked))];
  const { statuses, total } = view.nominations;
  return {
    id: 'results',
    title: t(visit, 'figures.results'),
    hint: view.before === undefined ? t(visit, 'figures.noneBefore') : t(visit, 'figures.beforeHint'),
    columns: comparedColumns(visit, t(visit, 'figures.status'), view),
    rows: [
      ...statuses.map(({ status, count, before: then }) => [
        words(m(visit, 'status', status)),
        number(count, to.now({ status })),
        ...before(then, { status }),
      ]),
      [words(t(visit, 'figures.total')), number(total.count, to.now({})), ...before(total.before, {})],
    ],
    bars: statuses.map(({ status, count, before: then }) => ({
      label: m(visit, 'status', status),
      value: count,
      beside: then,
    })),
    series: series(view),
  };
}

function waiting(visit: Visit, view: FiguresView): Figure {
  const to = links(view);
  const { standings } = view.nominations;
  return {
    id: 'waiting',
    title: t(visit, 'figures.waiting'),
    columns: [{ head: t(visit, 'figures.standing') }, { head: t(visit, 'figures.count'), numeric: true }],
    rows: standings.map(({ standing, count }) => [
      words(m(visit, 'standing', standing)),
      number(count, to.now({ standing })),
    ]),
    bars: standings.map(({ standing, count }) => ({ label: m(visit, 'standing', standing), value: count })),
  };
}

const levelText = (visit: Visit, level: PlaceFigure['level']): string =>
  level === undefined ? t(visit, 'figures.unknown') : t(visit, `past.level.${level}`);

const sum = (all: readonly { readonly count: number }[]): number =>
  all.reduce((sofar, { count }) => sofar + count, 0);

function byLevel(visit: Visit, view: FiguresView): Figure {
  const to = links(view);
  const found = levels
    .map((level) => ({ level, count: sum(view.nominations.places.filter((place) => place.level === level)) }))
    .filter(({ count }) => count > 0);
  return {
    id: 'levels',
    title: t(visit, 'figures.levels'),
    columns: [{ head: t(visit, 'figures.level') }, { head: t(visit, 'figures.count'), numeric: true }],
    rows: found.map(({ level, count }) => [words(levelText(visit, level)), number(count, to.now({ level }))]),
    bars: found.map(({ level, count }) => ({ label: levelText(visit, level), value: count })),
  };
}

function places(visit: Visit, view: FiguresView): Figure {
  const to = links(view);
  const stepText = ({ step, standing }: PlaceFigure): string =>
    step === undefined ? m(visit, 'standing', standing) : inLanguage(visit, step.title);
  const holders = Map.groupBy(view.nominations.places, ({ holder }) => holder.id);
  return {
    id: 'places',
    title: t(visit, 'figures.places'),
    columns: [
      { head: t(visit, 'figures.holder') },
      { head: t(visit, 'figures.level') },
      { head: t(visit, 'figures.step') },
      { head: t(visit, 'figures.standing') },
      { head: t(visit, 'figures.count'), numeric: true },
    ],
    rows: view.nominations.places.map((place) => [
      words(place.holder.shortName),
      words(levelText(visit, place.level)),
      words(stepText(place)),
      words(m(visit, 'standing', place.standing)),
      number(
        place.count,
        to.now({ holder: place.holder.id, step: place.step?.code, standing: place.standing }),
      ),
    ]),
    bars: [...holders.values()]
      .map((all) => ({ label: all[0]?.holder.shortName ?? '', value: sum(all) }))
      .toSorted((one, other) => other.value - one.value),
  };
}

function units(visit: Visit, view: FiguresView): Figure {
  const to = links(view);
  const all = view.nominations.units;
  return {
    id: 'units',
    title: t(visit, 'figures.units'),
    columns: comparedColumns(visit, t(visit, 'figures.unit'), view),
    rows: all.map(({ unit, count, before }) => [
      words(unit.shortName),
      number(count, to.now({ enteredBy: unit.id })),
      ...(before === undefined ? [] : [number(before, to.before({ enteredBy: unit.id }))]),
    ]),
    bars: all.map(({ unit, count, before }) => ({ label: unit.shortName, value: count, beside: before })),
    series: series(view),
  };
}
