import { z } from 'zod';
import type { Calendar } from '../calendar.ts';
import { Refusal } from '../refusal.ts';
import {
  chooseTemplate,
  wayOf,
  type DueRule,
  type RouteQuestion,
  type RouteTemplate,
  type Way,
} from '../route-template.ts';
import type { SubjectKind } from '../round.ts';
import { addDays, civilDateSchema, yearOf, type CivilDate } from '../time.ts';
import { namedOn, type AwardForm, type FormTerms } from './award-form.ts';
import { appliesOn, datedSchema, inForceOn, type Dated } from './dated.ts';
import { figureSchema, type Figure, type FigureRow, type OwnRow } from './figure.ts';
import { citationText, type Instrument } from './instrument.ts';
import { paperKey, type RequiredPaper } from './paper.ts';
import { asUsed } from './way-choice.ts';
import { severities, severityKey, type RuleGround } from './rule-ground.ts';

/** A body of law as a whole, or an era of offices: what a case is said to be under. */
export const regimeSchema = datedSchema.extend({
  code: z.string().regex(/^[A-Z0-9_]+$/),
  name: z.object({ vi: z.string(), en: z.string() }),
});
export type Regime = z.infer<typeof regimeSchema>;

type GroundRow = RuleGround['rows'][number];

export interface LawData {
  readonly instruments: readonly Instrument[];
  /** By the law on emulation and commendation. */
  readonly regimes: readonly Regime[];
  /** By which levels of offices there are. */
  readonly eras: readonly Regime[];
  readonly forms: readonly AwardForm[];
  readonly figures: readonly Figure[];
  readonly grounds: readonly RuleGround[];
  readonly papers: readonly RequiredPaper[];
  readonly templates: readonly RouteTemplate[];
}

/** A value with where it comes from. */
export interface Found<Value> {
  readonly key: string;
  readonly value: Value;
  readonly row: Dated;
  /** The office's own, in place of what we know of the law. */
  readonly own: boolean;
}

/**
 * The law as dated data: what we ship, and over it the rows that an office has set. Every look names its day.
 * @throws Refusal LawSilent where nothing applies on the day
 */
export interface Law {
  readonly data: LawData;
  /** What stands over it. */
  readonly ownRows: readonly OwnRow[];
  regimeOn(day: CivilDate): Regime;
  eraOn(day: CivilDate): Regime;
  form(code: string): AwardForm | undefined;
  /** Called as on the day. */
  formOn(code: string, day: CivilDate): AwardForm | undefined;
  /** @throws Refusal InputInvalid for a code that is no award form, said of the field that named it */
  awardForm(code: string, field?: string): AwardForm;
  /** Award forms for which there is or was a way: the only ones that can be asked for here. */
  readonly routedForms: readonly AwardForm[];
  termsOn(code: string, day: CivilDate): FormTerms | undefined;
  /** With the severity that an office has set, where no text settles it. */
  groundOn(rule: string, day: CivilDate): GroundRow | undefined;
  /** Papers asked for on the day, each with the row that applies; without those that an office doesn't ask for. */
  papersFor(form: string, kind: SubjectKind, day: CivilDate): RequiredPaper[];
  /** Of whatever kind it is; undefined where it has no value on the day. */
  figureOn(key: string, day: CivilDate): Found<FigureRow['value']> | undefined;
  number(key: string, day: CivilDate): Found<number>;
  /** A month-day or a choice. */
  text(key: string, day: CivilDate): Found<string>;
  texts(key: string, day: CivilDate): Found<readonly string[]>;
  /** Whether the figure has a value on the day. */
  knows(key: string, day: CivilDate): boolean;
  readonly calendar: Calendar;
  /** Where the rest days of the day's year stand; undefined: nobody has entered that year. */
  restDaysOf(day: CivilDate): Dated | undefined;
  /** Also one that has ended: titles of old cases are looked up by it. */
  template(code: string): RouteTemplate | undefined;
  /** The way on which a case goes by the law of the day. @throws Refusal RouteUnresolvable when there is none */
  templateFor(question: RouteQuestion): Way;
  /** As a letter cites it; with a day only what is in force on it, unless nothing is. */
  cited(row: Pick<Dated, 'sources'>, day?: CivilDate): string;
}

export function createLaw(data: LawData, ownRows: readonly OwnRow[] = []): Law {
  const instruments = new Map(data.instruments.map((instrument) => [instrument.code, instrument]));
  const forms = new Map(data.forms.map((form) => [form.code, form]));
  const grounds = new Map(data.grounds.map((ground) => [ground.code, ground]));
  const templates = new Map(data.templates.map((template) => [template.code, template]));
  const routed = new Set(data.templates.flatMap((template) => template.forms));
  const figures = new Map(data.figures.map((figure) => [figure.key, figure]));
  const own = ownFigures(figures, ownRows);

  function find(key: string, day: CivilDate): Found<FigureRow['value']> | undefined {
    const ours = own.get(key)?.findLast((row) => appliesOn(row, day));
    const row = ours ?? inForceOn<FigureRow>(figures.get(key)?.rows ?? [], day);
    return row && { key, value: row.value, row, own: ours !== undefined };
  }
  function look<Value>(
    key: string,
    day: CivilDate,
    is: (value: FigureRow['value']) => value is FigureRow['value'] & Value,
  ): Found<Value> {
    const found = find(key, day);
    if (found === undefined || !is(found.value)) throw new Refusal('LawSilent', { key, day });
    return { ...found, value: found.value };
  }

  /** Only what an office has set. */
  const ownOf = (key: string, day: CivilDate): FigureRow | undefined => inForceOn(own.get(key) ?? [], day);

  return {
    data,
    ownRows,
    regimeOn: (day) => regimeIn(data.regimes, 'regime', day),
    eraOn: (day) => regimeIn(data.eras, 'era', day),
    form: (code) => forms.get(code),
    formOn: (code, day) => namedOn(forms.get(code), day),
    awardForm: (code, field = 'form') => {
      const form = forms.get(code);
      if (form === undefined) throw new Refusal('InputInvalid', {}, [{ field, code: 'unknownForm' }]);
      return form;
    },
    routedForms: data.forms.filter(({ code }) => routed.has(code)),
    termsOn: (code, day) => inForceOn(forms.get(code)?.terms ?? [], day),
    groundOn: (rule, day) =>
      withOwnSeverity(inForceOn(grounds.get(rule)?.rows ?? [], day), ownOf(severityKey(rule), day)),
    papersFor: (form, kind, day) =>
      papersOn(data.papers, { form, kind, day }, (code) => ownOf(paperKey(code), day)?.value !== 'notAsked'),
    figureOn: find,
    number: (key, day) => look(key, day, (value) => typeof value === 'number'),
    text: (key, day) => look(key, day, (value) => typeof value === 'string'),
    texts: (key, day) => look(key, day, (value) => Array.isArray(value)),
    knows: (key, day) => find(key, day) !== undefined,
    calendar: calendarOf(data.figures, (figure, row) => own.get(figure.key)?.at(-1) ?? row),
    restDaysOf: (day) => find(`restDays.${yearOf(day)}`, day)?.row,
    template: (code) => templates.get(code),
    templateFor: (question) => {
      const { day, facts = {} } = question;
      const used = asUsed(data.templates, (key) => ownOf(key, day)?.value);
      return wayOf(chooseTemplate(used, question), facts, (key) => dueFrom(find(key, day), key, day));
    },
    cited: ({ sources }, day) => citationText(instruments, sources, day),
  };
}

/** At least a day: what is due at once is due tomorrow. A day of the year is one before which it must arrive (R18). */
function dueFrom(found: Found<unknown> | undefined, key: string, day: CivilDate): DueRule {
  const value = found?.value;
  if (typeof value === 'number') return { workingDays: Math.max(1, value) };
  if (typeof value === 'string') return { monthDay: dayBefore(value) };
  throw new Refusal('LawSilent', { key, day });
}

const dayBefore = (monthDay: string): string =>
  addDays(civilDateSchema.parse(`2001-${monthDay}`), -1).slice('2001-'.length);

function regimeIn(regimes: readonly Regime[], key: string, day: CivilDate): Regime {
  const found = inForceOn(regimes, day);
  if (found === undefined) throw new Refusal('LawSilent', { key, day });
  return found;
}

/** Of a rule that a text settles nobody sets another severity. */
function withOwnSeverity(ground: GroundRow | undefined, own: FigureRow | undefined): GroundRow | undefined {
  if (ground === undefined || own === undefined || ground.confidence === 'confirmed') return ground;
  const { sources, confidence } = own;
  return { ...ground, severity: z.enum(severities).parse(own.value), sources, confidence };
}

const papersOn = (
  papers: readonly RequiredPaper[],
  { form, kind, day }: { readonly form: string; readonly kind: SubjectKind; readonly day: CivilDate },
  isAsked: (code: string) => boolean,
): RequiredPaper[] =>
  papers.flatMap((paper) => {
    if (!paper.forms.includes(form) || !paper.subjectKinds.includes(kind)) return [];
    const row = inForceOn(paper.rows, day);
    if (row === undefined || (row.confidence !== 'confirmed' && !isAsked(paper.code))) return [];
    return [{ ...paper, rows: [row] }];
  });

/** What an office has set, by figure, in the order in which it did. */
function ownFigures(
  figures: ReadonlyMap<string, Figure>,
  rows: readonly OwnRow[],
): ReadonlyMap<string, readonly FigureRow[]> {
  const own = new Map<string, FigureRow[]>();
  for (const { key, ...row } of rows) {
    const figure = figures.get(key);
    if (figure === undefined) throw new Refusal('LawSilent', { key, day: row.validFrom });
    own.set(key, [...(own.get(key) ?? []), ...figureSchema.parse({ ...figure, rows: [row] }).rows]);
  }
  return own;
}

/** All years together: each year's list is a figure of its own, and an office's own list stands for the whole year. */
function calendarOf(
  figures: readonly Figure[],
  standing: (figure: Figure, row: FigureRow) => FigureRow,
): Calendar {
  const [holidays, makeUpDays] = [new Set<CivilDate>(), new Set<CivilDate>()];
  for (const figure of figures) {
    if (figure.kind !== 'restDays') continue;
    for (const row of figure.rows) {
      const { value } = standing(figure, row);
      if (typeof value !== 'object' || !('rest' in value)) continue;
      for (const { day } of value.rest) holidays.add(day);
      for (const { day } of value.work) makeUpDays.add(day);
    }
  }
  return { holidays, makeUpDays };
}
