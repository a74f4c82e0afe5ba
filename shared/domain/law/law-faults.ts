import { addDays, formatDay, type CivilDate } from '../time.ts';
import { timelineFaults, type Dated } from './dated.ts';
import type { Figure } from './figure.ts';
import type { Instrument } from './instrument.ts';
import type { LawData } from './law.ts';
import { templateFaults } from './template-faults.ts';

/** What is wrong with a body of dated law, each with where; none when it may be used. */
export function lawFaults(data: LawData): string[] {
  return [
    ...twice('instrument', data.instruments),
    ...twice('form', data.forms),
    ...twice('template', data.templates),
    ...twice('ground', data.grounds),
    ...twice('paper', data.papers),
    ...twice(
      'figure',
      data.figures.map(({ key }) => ({ code: key })),
    ),
    ...rowsOf(data).flatMap(({ of, rows }) => [
      ...timeline(of, rows),
      ...citations(of, rows, data.instruments),
    ]),
    ...data.templates.flatMap((template) =>
      citations(`template ${template.code}`, [template], data.instruments),
    ),
    ...data.figures.flatMap(notChosen),
    ...references(data),
    ...templateFaults(data),
  ];
}

interface Rows {
  readonly of: string;
  readonly rows: readonly Dated[];
}

/** Everything of which one row applies on a day. */
function rowsOf({ regimes, eras, forms, figures, grounds, papers }: LawData): Rows[] {
  return [
    { of: 'regimes', rows: regimes },
    { of: 'eras', rows: eras },
    ...forms.map(({ code, terms }) => ({ of: `form ${code}`, rows: terms })),
    ...figures.map(({ key, rows }) => ({ of: `figure ${key}`, rows })),
    ...grounds.map(({ code, rows }) => ({ of: `rule ${code}`, rows })),
    ...papers.map(({ code, rows }) => ({ of: `paper ${code}`, rows })),
  ];
}

function twice(what: string, coded: readonly { readonly code: string }[]): string[] {
  const seen = new Set<string>();
  return coded.flatMap(({ code }) => {
    if (seen.has(code)) return [`${what} ${code} stands twice`];
    seen.add(code);
    return [];
  });
}

const timeline = (of: string, rows: readonly Dated[]): string[] =>
  timelineFaults(rows).map(({ fault, day }) => `${of}: ${fault} on ${formatDay(day)}`);

/** A figure with choices says nothing else. */
const notChosen = ({ key, choices, rows }: Figure): string[] =>
  choices === undefined
    ? []
    : rows
        .flatMap(({ value }) => value)
        .filter((value) => typeof value !== 'string' || !choices.includes(value))
        .map((value) => `figure ${key}: ${JSON.stringify(value)} is none of its choices`);

/** Each cited text is there, and on every day of a row one that it cites is in force: 98/2023 says nothing of 2026. */
function citations(of: string, rows: readonly Dated[], instruments: readonly Instrument[]): string[] {
  const known = new Map(instruments.map((instrument) => [instrument.code, instrument]));
  return rows.flatMap((row) => {
    const cited = row.sources.flatMap((source) => known.get(source.of) ?? []);
    const missing = row.sources.filter((source) => !known.has(source.of));
    const from = formatDay(row.validFrom);
    return [
      ...missing.map((source) => `${of}, from ${from}: no instrument ${source.of}`),
      ...(row.confidence === 'confirmed' && cited.every(({ confidence }) => confidence === 'memory')
        ? [`${of}, from ${from}: confirmed by a text that is only remembered`]
        : []),
      ...bareDays(row, cited).map((day) => `${of}: nothing cited is in force on ${formatDay(day)}`),
    ];
  });
}

/** The first day of the row on which no cited text is in force. */
function bareDays(row: Dated, cited: readonly Instrument[]): CivilDate[] {
  let day = row.validFrom;
  for (;;) {
    const covering = cited.filter(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo),
    );
    if (covering.length === 0) return [day];
    const ends = covering.map(({ validTo }) => validTo);
    if (ends.includes(undefined)) return [];
    const last = ends.reduce((one, other) => (one === undefined || (other ?? '') > one ? other : one));
    if (last === undefined || (row.validTo !== undefined && row.validTo <= last)) return [];
    day = addDays(last, 1);
  }
}

/** Figures that name an award form. */
const formKeys: readonly string[] = ['coefficient', 'ballot'];

function references({ forms, figures, templates, papers }: LawData): string[] {
  const known = new Set(forms.map(({ code }) => code));
  const missing = (what: string) => (of: { readonly code: string; readonly forms: readonly string[] }) =>
    of.forms.filter((form) => !known.has(form)).map((form) => `${what} ${of.code}: no form ${form}`);
  const ofFigures = figures.flatMap(({ key }) => {
    const [kind, form = ''] = key.split('.');
    return formKeys.includes(kind ?? '') && !known.has(form) ? [`figure ${key}: no form ${form}`] : [];
  });
  return [...templates.flatMap(missing('template')), ...papers.flatMap(missing('paper')), ...ofFigures];
}
