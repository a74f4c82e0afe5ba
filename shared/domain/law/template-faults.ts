import type { RouteTemplate } from '../route-template.ts';
import { addDays, formatDay, type CivilDate } from '../time.ts';
import type { FormTerms } from './award-form.ts';
import { appliesOn, type Dated } from './dated.ts';
import type { LawData } from './law.ts';

const forEver = '9999-12-31';

/** What is wrong with the ways of cases, each held against the rest of the law. */
export function templateFaults(data: LawData): string[] {
  return [
    ...data.templates.flatMap((template) => [...unlawfulDeciders(template, data), ...limits(template, data)]),
    ...doubles(data.templates),
  ];
}

/** The first of two in the file would win in silence. */
function doubles(templates: readonly RouteTemplate[]): string[] {
  return templates.flatMap((one, index) =>
    templates
      .slice(index + 1)
      .filter((other) => answerAlike(one, other) && overlap(one, other))
      .map((other) => `templates ${one.code} and ${other.code} answer one question on one day`),
  );
}

const answerAlike = (one: RouteTemplate, other: RouteTemplate): boolean =>
  one.case === other.case &&
  one.enteredAt.some((level) => other.enteredAt.includes(level)) &&
  (one.case === 'modelProposal' || one.forms.some((form) => other.forms.includes(form))) &&
  (one.lane === undefined || other.lane === undefined || one.lane === other.lane);

const overlap = (one: Days, other: Days): boolean =>
  one.validFrom <= (other.validTo ?? forEver) && other.validFrom <= (one.validTo ?? forEver);

type Days = Pick<Dated, 'validFrom' | 'validTo'>;

/** On every day of a template, the terms of each of its forms name who decides at its end. */
function unlawfulDeciders(template: RouteTemplate, { forms }: LawData): string[] {
  return template.forms.flatMap((code) => {
    const terms = forms.find((form) => form.code === code)?.terms ?? [];
    const bare = firstBareDay(template, terms);
    return [
      ...(bare === undefined
        ? []
        : [`template ${template.code}: ${code} is not granted on ${formatDay(bare)}`]),
      ...terms
        .filter((row) => overlap(row, template) && !leadsTo(template, row))
        .map((row) => `template ${template.code}: ${code} is decided by ${row.authority.en}`),
    ];
  });
}

/** An authority outside has no step of its own here: its words stand on the step that records what it decides. */
function leadsTo({ steps }: RouteTemplate, { authority, decidedAt }: FormTerms): boolean {
  const last = steps.at(-1);
  if (last?.authority?.vi !== authority.vi) return false;
  if (last.kind === 'outside') return true;
  return (
    last.at.kind === decidedAt?.kind &&
    last.at.level === decidedAt.level &&
    last.at.function === decidedAt.function
  );
}

/** Each key is that of a figure of days which has a value on every day of the template. */
function limits({ code, steps, ...days }: RouteTemplate, { figures }: LawData): string[] {
  return steps.flatMap(({ due }) => {
    if (!('limit' in due)) return [];
    const figure = figures.find(({ key }) => key === due.limit);
    if (figure?.kind !== 'workingDays' && figure?.kind !== 'monthDay')
      return [`template ${code}: no days in ${due.limit}`];
    const bare = firstBareDay(days, figure.rows);
    return bare === undefined ? [] : [`template ${code}: ${due.limit} is silent on ${formatDay(bare)}`];
  });
}

/** The first day of the span on which none of the rows applies. */
function firstBareDay({ validFrom, validTo }: Days, rows: readonly Days[]): CivilDate | undefined {
  let day = validFrom;
  for (;;) {
    const row = rows.find((one) => appliesOn(one, day));
    if (row === undefined) return day;
    if (row.validTo === undefined || row.validTo >= (validTo ?? forEver)) return undefined;
    day = addDays(row.validTo, 1);
  }
}
