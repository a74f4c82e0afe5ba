import { limits } from '#shared/domain/case-command.ts';
import { levels } from '#shared/domain/directory.ts';
import { commendationTypes } from '#shared/domain/past-decision.ts';
import { subjectKinds } from '#shared/domain/round.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { PastQuestion } from '#shared/use-cases/past/alike-rows.ts';
import type { Field, Option } from '../../forms/field.ts';
import type { Typed } from '../../forms/typed.ts';
import { inLanguage, m, t, type OwnVisit, type Visit } from '../../visit.ts';

/** Three hundred rows of some two hundred letters. */
const longestPaste = 60_000;

/** Every form but gifts, which are no awards. */
export const awardForms = law.data.forms.filter(({ group }) => group !== 'gift');

const formOptions = (visit: OwnVisit): Option[] =>
  awardForms.map(({ code, name }) => ({ value: code, label: inLanguage(visit, name) }));
const levelOptions = (visit: OwnVisit): Option[] =>
  levels.map((value) => ({ value, label: t(visit, `past.level.${value}`) }));

/** @param typed what stood there before, where somebody goes back to it */
export function importFields(visit: OwnVisit, typed?: Typed): Field[] {
  const before = (name: string): string => typed?.text(name) ?? '';
  const [date, completeSince] = ['date', 'completeSince'].map((name) =>
    ['year', 'month', 'day']
      .map((part) => before(`${name}.${part}`))
      .join('-')
      .replace(/^--$/, ''),
  );
  return [
    {
      kind: 'line',
      name: 'authority',
      label: t(visit, 'past.authority'),
      hint: t(visit, 'past.authorityHint'),
      value: before('authority'),
    },
    {
      kind: 'radios',
      name: 'level',
      label: t(visit, 'past.levelOf'),
      options: levelOptions(visit),
      value: before('level'),
    },
    {
      kind: 'line',
      name: 'number',
      label: t(visit, 'past.number'),
      hint: t(visit, 'past.numberHint'),
      width: 'half',
      value: before('number'),
    },
    { kind: 'date', name: 'date', label: t(visit, 'past.date'), value: date ?? '' },
    {
      kind: 'select',
      name: 'type',
      label: t(visit, 'past.type'),
      options: commendationTypes.map((value) => ({ value, label: t(visit, `past.type.${value}`) })),
      value: before('type') === '' ? 'thematic' : before('type'),
    },
    securityField(visit, before('forSecurity')),
    ...rowFields(visit, before),
    {
      kind: 'date',
      name: 'completeSince',
      label: t(visit, 'past.completeSince'),
      hint: t(visit, 'past.completeSinceHint'),
      optional: true,
      value: completeSince ?? '',
    },
  ];
}

/** Whether an award counts for the medal; left open, the medal's rules say that it isn't known. */
const securityField = (visit: Visit, value = ''): Field => ({
  kind: 'yesNo',
  name: 'forSecurity',
  label: t(visit, 'past.forSecurity'),
  hint: t(visit, 'past.forSecurityHint'),
  optional: true,
  options: [
    { value: 'yes', label: t(visit, 'form.yes') },
    { value: 'no', label: t(visit, 'form.no') },
  ],
  value,
});

/** What is pasted, and what holds for rows that don't say it themselves. */
function rowFields(visit: OwnVisit, before: (name: string) => string): Field[] {
  return [
    {
      kind: 'select',
      name: 'form',
      label: t(visit, 'past.form'),
      hint: t(visit, 'past.formHint'),
      blank: t(visit, 'form.choose'),
      options: formOptions(visit),
      value: before('form'),
    },
    {
      kind: 'radios',
      name: 'kind',
      label: t(visit, 'past.kind'),
      hint: t(visit, 'past.kindHint'),
      options: subjectKinds.map((value) => ({ value, label: m(visit, 'subjectKind', value) })),
      value: before('kind') === '' ? 'individual' : before('kind'),
    },
    {
      kind: 'text',
      name: 'rows',
      label: t(visit, 'past.rows'),
      hint: t(visit, 'past.rowsHint'),
      max: longestPaste,
      rows: 10,
      value: before('rows'),
    },
  ];
}

export const answerName = (line: number): string => `answer.${String(line)}`;

/** One question a row that may be about somebody who is known. */
export function questionFields(
  visit: OwnVisit,
  questions: readonly PastQuestion[],
  nameOf: (line: number) => string,
): Field[] {
  return questions.map(({ line, known, twins }) => ({
    kind: 'radios',
    name: answerName(line),
    label: t(visit, 'past.question', { line, name: nameOf(line) }),
    options: [
      ...known.map(({ id, name, birthYear, unit, residentialGroup }) => ({
        value: `subject.${id}`,
        label: t(visit, 'past.sameKnown'),
        hint: [name, birthYear ?? '', unit, residentialGroup ?? ''].filter((part) => part !== '').join(', '),
      })),
      ...twins.map((twin) => ({
        value: `line.${String(twin)}`,
        label: t(visit, 'past.sameLine', { line: twin }),
        hint: nameOf(twin),
      })),
      { value: 'namesake', label: t(visit, 'past.namesake') },
    ],
  }));
}

/** @returns undefined while nothing was chosen */
export function readAnswer(typed: Typed, line: number): object | undefined {
  const text = typed.text(answerName(line));
  const [what = '', which = ''] = text.split('.', 2);
  if (what === 'namesake') return { answer: 'namesake' };
  if (what === 'subject') return { answer: 'same', subject: which };
  return what === 'line' ? { answer: 'same', line: Number(which) } : undefined;
}

export const correctFields = (visit: OwnVisit, lines: readonly Option[]): Field[] => [
  {
    kind: 'select',
    name: 'line',
    label: t(visit, 'past.row'),
    options: lines,
    blank: t(visit, 'form.choose'),
  },
  {
    kind: 'line',
    name: 'unit',
    label: t(visit, 'past.unit'),
    hint: t(visit, 'past.leaveBlank'),
    optional: true,
  },
  { kind: 'whole', name: 'birthYear', label: t(visit, 'past.birthYear'), optional: true },
  {
    kind: 'select',
    name: 'form',
    label: t(visit, 'past.formOfRow'),
    blank: t(visit, 'past.unchanged'),
    options: formOptions(visit),
    optional: true,
  },
  { kind: 'date', name: 'achievementFrom', label: t(visit, 'past.from'), optional: true },
  { kind: 'date', name: 'achievementTo', label: t(visit, 'past.to'), optional: true },
  { kind: 'text', name: 'citation', label: t(visit, 'past.citation'), max: limits.citation, optional: true },
  securityField(visit),
  {
    kind: 'checkboxes',
    name: 'withdrawn',
    label: t(visit, 'past.takeRow'),
    options: [{ value: 'yes', label: t(visit, 'past.takeRowYes') }],
  },
  { kind: 'text', name: 'reason', label: t(visit, 'acts.reason'), max: limits.reason },
];

export const withdrawFields = (visit: OwnVisit): Field[] => [
  { kind: 'text', name: 'reason', label: t(visit, 'acts.reason'), max: limits.reason },
];

export const knownFields = (visit: OwnVisit): Field[] => [
  { kind: 'radios', name: 'level', label: t(visit, 'past.levelOf'), options: levelOptions(visit) },
  { kind: 'date', name: 'since', label: t(visit, 'past.since') },
];
